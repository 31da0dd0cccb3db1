import { describe, expect, it } from "vitest";
import { steadyRecording } from "../test/fixtures/steady-recording.ts";
import { analyseRecording } from "./analyse.ts";
import { compareShoes, type WornShoe } from "./compare-shoes.ts";
import { runKind } from "./run-kind.ts";
import { takenStiffness } from "./shoe-stiffness.ts";
import { stiffnessRatio } from "./shock/index.ts";
import { layTogether, loadBySurface } from "./underfoot.ts";

const runner = { mass: 70, height: 1.75, sex: null, birthYear: null };
const stretch = (from: number, to: number, surface: "asphalt" | "grass", stiffness: number | null = null) => ({ from, to, surface, shoeStiffnessNewtonsPerMillimetre: stiffness, shoeDistance: 0 });

describe("what lies under each footfall", () => {
  const recording = steadyRecording({ seconds: 600, channels: { speed: 3, stepRate: 2.8, distance: (time) => 3 * time }, distance: 1800 });

  it("follows the stretches along the run, and gives the force models their stiffness", () => {
    const told = [stretch(0, 600, "asphalt", 61), stretch(900, 1800, "grass", 95)];
    const { underfoot, footfalls } = analyseRecording(recording, { runner, underfoot: told });
    if (!underfoot) throw new Error("nothing under the feet");
    const at = (metres: number): number => underfoot.stretch[underfoot.distance.findIndex((distance) => distance >= metres)] ?? NaN;
    expect([at(10), at(590), at(610), at(890), at(910), at(1790)]).toEqual([0, 0, -1, -1, 1, 1]);
    const row = underfoot.distance.findIndex((distance) => distance > 300);
    expect(underfoot.stiffnessRatio[row]).toBe(stiffnessRatio({ surface: "asphalt", shoeStiffnessNewtonsPerMillimetre: 61, shoeDistance: 0 }));
    const loads = loadBySurface(underfoot, () => 2, footfalls.speed.value);
    expect(loads.map(({ surface, distance }) => [surface, Math.round(distance / 10) * 10])).toEqual([["asphalt", 600], ["unknown", 300], ["grass", 900]]);
    for (const { meanPeak, meanSpeed } of loads) expect([meanPeak, meanSpeed]).toEqual([2, expect.closeTo(3, 3)]);
  });

  it("costs nothing where nothing is known", () => {
    expect(analyseRecording(recording, { runner }).underfoot).toBeNull();
  });

  it("goes by the steps where the device counted no distance", () => {
    const { samples: { distance: _, ...samples }, ...rest } = recording;
    const { underfoot } = analyseRecording({ ...rest, samples }, { runner, underfoot: [stretch(0, 600, "asphalt"), stretch(600, 1800, "grass")] });
    expect(underfoot?.distance.at(-1)).toBeGreaterThan(1700);
    expect(new Set(underfoot?.stretch)).toEqual(new Set([0, 1]));
  });
});

it("layTogether cuts where shoes or ground change", () => {
  const shoe = { shoeStiffnessNewtonsPerMillimetre: 80, shoeDistance: 40_000 };
  expect(layTogether(10, [{ from: 0, to: 4, surface: "grass" }], [{ from: 2, to: 8, ...shoe }])).toEqual([
    { from: 0, to: 2, surface: "grass", shoeStiffnessNewtonsPerMillimetre: null, shoeDistance: 0 }, { from: 2, to: 4, surface: "grass", ...shoe }, { from: 4, to: 8, surface: "unknown", ...shoe },
  ]);
});

describe("compareShoes", () => {
  const runs = [{ speed: 3, stepRate: 2.8, groundContactTime: 0.25, surface: "unknown" as const, footfalls: 5000 }, { speed: 4, stepRate: 3, groundContactTime: 0.21, surface: "asphalt" as const, footfalls: 3000 }];
  const pair = (told: number, distance = 0): WornShoe => ({ stiffness: takenStiffness({ stiffnessNewtonsPerMillimetre: told, kind: null }).stiffness, distance });
  const told = { ...runner, trunkLeanDegrees: null };

  it("never says that one pair is surely kinder: every band holds 0", () => {
    for (const [one, other, isSame] of [[pair(61), pair(95), false], [pair(95), pair(61), false], [pair(78, 800e3), pair(78), true]] as const) {
      const { activePeak, discPeak, impactPeak } = compareShoes(runs, told, one, other, isSame);
      for (const change of [activePeak, discPeak, impactPeak]) {
        expect(change?.low).toBeLessThanOrEqual(0);
        expect(change?.high).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("keeps a worn pair within 5 % of a new one", () => {
    const { activePeak } = compareShoes(runs, told, pair(78, 800e3), pair(78), true);
    expect(Math.abs(activePeak?.value ?? NaN)).toBeLessThan(0.05);
    expect(activePeak?.high).toBeLessThan(0.05);
  });

  it("has nothing to say without runs", () => {
    expect(compareShoes([], told, pair(61), pair(95), false)).toMatchObject({ runs: 0, discPeak: null });
  });
});

it("takenStiffness says where it has it from", () => {
  expect(takenStiffness({ stiffnessNewtonsPerMillimetre: 61, kind: "maximal" })).toMatchObject({ from: "told", stiffness: { value: 61_000, basis: "measured" } });
  expect(takenStiffness({ stiffnessNewtonsPerMillimetre: null, kind: "daily-trainer" })).toMatchObject({ from: "kind", stiffness: { value: 78_000, basis: "assumed" } });
  expect(takenStiffness({ stiffnessNewtonsPerMillimetre: null, kind: null }).from).toBe("unknown");
});

it.each([
  [{ indoor: true, title: "Track Run" }, "treadmill"], [{ indoor: null, title: "Lunch on the track" }, "track"], [{ indoor: false, terrain: "trail", title: null }, "trail"],
  [{ indoor: null, title: "Backtracking home" }, "road"], [{ indoor: false, terrain: "street", title: "Trail street" }, "road"],
] as const)("runKind of %j is %s", (told, kind) => {
  expect(runKind(told)).toBe(kind);
});
