import { describe, expect, it } from "vitest";
import type { MarkedJoint, MarkedStride, PicturePoint, SideView } from "../domain/index.ts";
import { normalQuantile, seededRandom } from "../numerics/index.ts";
import { leanStanding } from "./lean-standing.ts";
import { postureFindings, postureInForce } from "./posture-findings.ts";
import { sideViewAngles } from "./side-view-angles.ts";
import { facingOf, pointTroubles, strideAngles, tiltOf } from "./side-view.ts";
import { surfaceLordosis } from "./surface-lordosis.ts";

const radians = Math.PI / 180;
const size = { width: 1920, height: 1080, frameRate: null, captureRate: null };

/** A stick figure with known angles [degrees]; `facing` mirrors it, `tilt` turns the whole picture to the right. */
function figure({ trunk = 10, leg = 0, head = 15, facing = 1, tilt = 0, foot = 90 }: { readonly trunk?: number; readonly leg?: number; readonly head?: number; readonly facing?: 1 | -1; readonly tilt?: number; readonly foot?: number }): Record<MarkedJoint, PicturePoint> {
  const reach = ({ x, y }: PicturePoint, length: number, lean: number): PicturePoint => ({ x: x + length * Math.sin(lean * radians), y: y - length * Math.cos(lean * radians) });
  const ankle = { x: 900, y: 900 };
  const knee = reach(ankle, 180, leg);
  const hip = reach(knee, 200, leg);
  const shoulder = reach(hip, 240, trunk);
  const upright = { ankle, knee, hip, shoulder, ear: reach(shoulder, 110, head), toe: reach(ankle, 80, foot) };
  const turn = ({ x, y }: PicturePoint): PicturePoint => {
    const [ahead, up] = [facing * (x - 900), 900 - y];
    const angle = tilt * radians;
    return { x: 900 + ahead * Math.cos(angle) + up * Math.sin(angle), y: 900 - (up * Math.cos(angle) - ahead * Math.sin(angle)) };
  };
  const { ear, toe } = upright;
  return { ear: turn(ear), shoulder: turn(shoulder), hip: turn(hip), knee: turn(knee), ankle: turn(ankle), toe: turn(toe) };
}

const stride = (points: MarkedStride["points"], other: Partial<MarkedStride> = {}): MarkedStride => ({ at: null, moment: "mid-stance", points, verticalEdge: null, ...other });
const edgeTilted = (tilt: number): readonly [PicturePoint, PicturePoint] => [{ x: 300 + 600 * Math.sin(tilt * radians), y: 800 - 600 * Math.cos(tilt * radians) }, { x: 300, y: 800 }];

describe("angles of a stick figure", () => {
  it.each([[10, 0, 15], [-4, 3, 0], [25, -6, 40], [0, 0, 0]])("are the ones it was drawn with: trunk %s°, leg %s°, head %s°", (trunk, leg, head) => {
    for (const facing of [1, -1] as const) {
      const points = figure({ trunk, leg, head, facing });
      expect(facingOf([stride(points)])).toBe(facing);
      const angles = strideAngles(stride(points), facing);
      expect(angles.trunkLean).toBeCloseTo(trunk, 9);
      expect(angles.trunkToHipAnkle).toBeCloseTo(trunk - leg, 9);
      expect(angles.head).toBeCloseTo(head, 9);
      expect(angles.overstride).toBeCloseTo(-leg, 9);
    }
  });

  it("do not change when the camera is tilted and an upright edge tells so", () => {
    for (const tilt of [-8, -3, 0, 5, 12]) {
      for (const facing of [1, -1] as const) {
        const tilted = stride(figure({ trunk: 9, leg: 2, facing, tilt }), { verticalEdge: edgeTilted(tilt) });
        expect(strideAngles(tilted, facing).trunkLean).toBeCloseTo(9, 9);
        expect(strideAngles(tilted, facing).overstride).toBeCloseTo(-2, 9);
      }
    }
    expect(tiltOf(edgeTilted(5))).toBeCloseTo(5, 9);
    expect(tiltOf([edgeTilted(5)[1], edgeTilted(5)[0]])).toBeCloseTo(5, 9);
  });

  it("leave the angle of trunk to leg alone whatever the tilt, edge or none", () => {
    expect(strideAngles(stride(figure({ trunk: 9, leg: 2, tilt: 7 })), 1).trunkToHipAnkle).toBeCloseTo(7, 9);
  });

  it("are told as far as they were marked", () => {
    const { shoulder, hip, ankle, toe } = figure({});
    const angles = sideViewAngles({ ...size, strides: [stride({ shoulder, hip, ankle, toe })] });
    expect(angles.trunkLean?.value).toBeCloseTo(10, 9);
    expect([angles.head, angles.overstride]).toEqual([null, null]);
    expect(sideViewAngles({ ...size, strides: [stride({ shoulder, hip })] }).trunkLean).toBeNull();
  });
});

describe("the band", () => {
  it("has the published one-camera error in it, which more strides do not make smaller", () => {
    const spread = (count: number, verticalEdge: MarkedStride["verticalEdge"]): number => sideViewAngles({ ...size, strides: Array.from({ length: count }, () => stride(figure({}), { verticalEdge })) }).trunkLean?.spread ?? NaN;
    const edge = edgeTilted(0);
    expect(spread(1, edge)).toBeGreaterThan(spread(5, edge));
    expect(spread(100, edge)).toBeGreaterThanOrEqual(5.4);
    expect(spread(100, edge)).toBeLessThan(5.5);
    expect(spread(5, null)).toBeGreaterThan(spread(5, edge) + 0.2);
  });

  it("holds the true angle in nine of ten simulated sessions", () => {
    const random = seededRandom(20260502);
    const normal = (): number => normalQuantile(random());
    for (const quantity of ["trunkLean", "trunkToHipAnkle", "head"] as const) {
      let held = 0;
      const sessions = 2000;
      for (let session = 0; session < sessions; session++) {
        const camera = 5.4 * normal();
        const tilt = 2 * normal();
        const strides = Array.from({ length: 4 }, () => {
          const points = figure({ trunk: 8, leg: 1, head: 20, tilt });
          const shaken = Object.fromEntries(Object.entries(points).map(([name, { x, y }]) => [name, { x: x + 6 * normal(), y: y + 6 * normal() }]));
          return stride(shaken);
        });
        const truth = { trunkLean: 8, trunkToHipAnkle: 7, head: 20 }[quantity];
        const angle = sideViewAngles({ ...size, strides })[quantity];
        if (angle && Math.abs(angle.value + camera - truth) <= 1.645 * angle.spread) held++;
      }
      expect(held / sessions).toBeGreaterThan(0.885);
      expect(held / sessions).toBeLessThan(0.925);
    }
  });
});

describe("points in impossible places", () => {
  const troubles = (points: MarkedStride["points"], other: Partial<SideView> = {}, edge: MarkedStride["verticalEdge"] = null): string[] =>
    pointTroubles({ ...size, strides: [stride(figure({})), stride(points, { verticalEdge: edge })], ...other }).map(({ message }) => message);
  const good = figure({});

  it.each([
    ["a knee above the shoulder", { ...good, knee: { x: 900, y: 100 } }, /picture 2: the knee lies above the shoulder/],
    ["a picture upside down", figure({ tilt: 180 }), /the shoulder lies above the ear/],
    ["a point off the picture", { ...good, toe: { x: 2500, y: 900 } }, /the toe lies outside the picture/],
  ])("%s", (_name, points, message) => {
    expect(troubles(points).join("\n")).toMatch(message);
  });

  it("an edge that is none, and a picture of no size", () => {
    expect(troubles(good, {}, [{ x: 100, y: 100 }, { x: 104, y: 103 }])).toEqual([expect.stringContaining("lie on one another")]);
    expect(troubles(good, {}, [{ x: 100, y: 500 }, { x: 900, y: 480 }])).toEqual([expect.stringContaining("leans by more than 30°")]);
    expect(troubles(good, { width: 0 })).toEqual([expect.stringContaining("no size")]);
    expect(troubles(good)).toEqual([]);
  });

  it("leave the other pictures' angles as they are", () => {
    const angles = sideViewAngles({ ...size, strides: [stride(good), stride({ ...good, knee: { x: 900, y: 100 } })] });
    expect(angles.trunkLean).toMatchObject({ strides: 1 });
  });
});

describe("where a lean lies", () => {
  it("is told when it is likely enough, and not when the error leaves it open", () => {
    expect(leanStanding(7, 2).place).toBe("usual");
    expect(leanStanding(25, 5.8).place).toBe("hunched");
    expect(leanStanding(-9, 5.8).place).toBe("very-upright");
    expect(leanStanding(13, 5.8).place).toBe("cannot-tell");
    const { veryUpright, usual, hunched } = leanStanding(13, 5.8);
    expect(veryUpright + usual + hunched).toBeCloseTo(1, 12);
    expect(hunched).toBeCloseTo(0.5, 6);
  });
});

describe("lordosis by two readings", () => {
  it("is usual where the readings are, and moves degree by degree", () => {
    expect(surfaceLordosis({ sacrumDegrees: 20, thoracolumbarDegrees: 11.6 }).spinal.value).toBeCloseTo(50, 9);
    const { surface, spinal } = surfaceLordosis({ sacrumDegrees: 25, thoracolumbarDegrees: 16.6 });
    expect([surface.value, spinal.value]).toEqual([expect.closeTo(41.6, 9), expect.closeTo(60, 9)]);
    expect(spinal.high - spinal.low).toBeGreaterThan(surface.high - surface.low);
  });
});

describe("a posture in force", () => {
  const taken = (day: string, degrees: number | null, sacrum: number | null) => ({
    day, sideView: null, toldLean: degrees === null ? null : { degrees, spreadDegrees: null }, inclinometer: sacrum === null ? null : { sacrumDegrees: sacrum, thoracolumbarDegrees: 11.6 }, note: null,
  });
  const entries = [taken("2026-03-10", 12, null), taken("2026-02-01", 4, 20), taken("2026-04-01", null, 30)];

  it("is the latest of each kind on the day or before", () => {
    expect(postureInForce(entries, "2026-01-31")).toBeNull();
    expect(postureInForce(entries, "2026-02-01")).toMatchObject({ trunkLeanDegrees: 4, trunkLeanSpreadDegrees: 3 });
    expect(postureInForce(entries, "2026-03-10")?.trunkLeanDegrees).toBe(12);
    const late = postureInForce(entries, "2026-12-31");
    expect([late?.trunkLeanDegrees, late?.lordosisDegrees]).toEqual([12, expect.closeTo(60, 9)]);
  });
});

describe("step rate in true time", () => {
  it("counts strides by the rate the pictures were taken at, not by the file's", () => {
    // Taken at 240, played at 30: strides of 0.7 s last 5.6 s of the file.
    const strides = [0, 5.6, 11.2].map((at) => stride(figure({}), { at }));
    const view = { ...size, frameRate: 30, strides };
    const rate = postureFindings({ day: "2026-01-01", sideView: { ...view, captureRate: 240 }, toldLean: null, inclinometer: null, note: null }).stepsPerMinute;
    expect(rate?.value).toBeCloseTo(120 / 0.7, 6);
    expect(postureFindings({ day: "2026-01-01", sideView: { ...view, captureRate: null }, toldLean: null, inclinometer: null, note: null }).stepsPerMinute).toBeNull();
  });
});
