import { describe, expect, it } from "vitest";
import { steadyRecording, type SteadyOptions } from "../test/fixtures/steady-recording.ts";
import { analyseRecording } from "./analyse.ts";
import { completeBody } from "./complete-body.ts";
import { predictContactTime, predictStepRate } from "./footfalls/index.ts";
import { formOfRun, type RunForm } from "./form.ts";
import type { FormMeasure } from "./form-drift.ts";
import { driftSentences, formLines } from "./form-words.ts";
import { seededRandom } from "./numerics/index.ts";

const runner = { mass: 70, height: 1.75, sex: null, birthYear: null };
const body = completeBody(runner);
const minutes = 60;
const seconds = 60 * minutes;

/** Normal noise that is the same for the same seed. */
function noise(seed: number, spread: number): () => number {
  const random = seededRandom(seed);
  return () => spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function form(channels: SteadyOptions["channels"], length = seconds): RunForm {
  const recording = steadyRecording({ seconds: length, channels: { speed: 3, stepRate: 2.8, ...channels } });
  return formOfRun(recording, analyseRecording(recording, { runner }));
}

const change = ({ drift }: RunForm, measure: FormMeasure) => drift.changes.find((found) => found.measure === measure) ?? expect.unreachable(`no ${measure}`);

describe("drift of form", () => {
  it("is what was put in, where speed and slope stay", () => {
    const wobble = noise(1, 0.004);
    // A straight rise by 12 ms over the run: its first and last quarters are three quarters of it apart, 9 ms.
    const drifted = form({ groundContactTime: (time) => 0.25 + 0.012 * (time / seconds) + wobble(), stepRate: (time) => 2.85 - 0.0667 * (time / seconds) });
    expect(change(drifted, "groundContactTime").atSameSpeed.value).toBeCloseTo(0.009, 3);
    expect(change(drifted, "groundContactTime").isTold).toBe(true);
    expect(change(drifted, "stepRate").observed.value).toBeCloseTo(-0.05, 3);
    expect(driftSentences(drifted)[0]).toMatch(/^In the last quarter your contact time was 9\u202fms longer than in the first at the same speed and slope \(7–11\)\.$/);
    expect(driftSentences(drifted)[1]).toMatch(/step rate was 3\.0\u202fsteps\/min lower/);
    expect(drifted.drift.notMeasured).toEqual(["verticalOscillation", "leftContactShare"]);
  });

  it("takes off what goes with speed and slope, and doubts the relation that says how much", () => {
    const speed = (time: number): number => 3.1 - 0.3 * (time / seconds);
    const drifted = form({ speed, stepRate: (time) => predictStepRate(speed(time), 0, body), groundContactTime: (time) => predictContactTime(speed(time), predictStepRate(speed(time), 0, body), 0, body) });
    const { observed, atSameSpeed, isTold } = change(drifted, "groundContactTime");
    expect(observed.value).toBeGreaterThan(0.01);
    expect(Math.abs(atSameSpeed.value)).toBeLessThan(0.0005);
    expect(isTold).toBe(false);
    // Half the change may be the runner's own.
    expect(atSameSpeed.high - atSameSpeed.low).toBeGreaterThan(0.9 * 1.645 * observed.value);
    expect(drifted.drift.speed?.value).toBeCloseTo(-0.225, 2);
  });

  it("is hardly ever told where nothing changed", () => {
    let told = 0;
    const runs = 60;
    for (let seed = 0; seed < runs; seed++) {
      const [second, minute] = [noise(seed + 1, 0.006), noise(seed + 1001, 0.003)];
      // Terrain and mood: an error that fades over a minute, 3 ms either way.
      let mood = 0;
      const still = form({ groundContactTime: () => 0.25 + (mood = Math.exp(-1 / 60) * mood + Math.sqrt(1 - Math.exp(-2 / 60)) * minute()) + second() }, 2400);
      told += change(still, "groundContactTime").isTold ? 1 : 0;
    }
    // One in ten at most is meant: of 60, more than 11 would come by chance once in fifty times.
    expect(told).toBeLessThanOrEqual(11);
  });

  it("is not told of a short run, of quarters run at other paces, or of what nothing measured", () => {
    expect(form({}, 600).drift.reason).toBe("too-short");
    const fast = form({ speed: (time) => (time < 900 ? 2.6 : 4) });
    expect([fast.drift.reason, fast.drift.speed?.value.toFixed(1)]).toEqual(["speeds-differ", "1.4"]);
    expect(driftSentences(fast)).toEqual(["How your form changed over the run cannot be told: the first and the last quarter were run at speeds too different to compare."]);
    // Contact time worked out from step rate and speed says nothing of its own.
    expect(form({}).drift.notMeasured).toContain("groundContactTime");
  });
});

describe("figures of form", () => {
  it("are what was measured, with their bands", () => {
    const told = form({ verticalOscillation: 0.09, groundContactTime: 0.25, leftContactShare: 0.503 });
    expect(told.verticalOscillation.quantity).toMatchObject({ value: 0.09, unit: "m", basis: "measured" });
    // Nine centimetres of rise in a step of 3 / 2.8 m.
    expect(told.verticalRatio.quantity?.value).toBeCloseTo((0.09 * 2.8) / 3, 6);
    expect(told.leftContactShare.quantity?.value).toBeCloseTo(0.503, 9);
    expect(formLines(told).find(({ name }) => name.startsWith("Left"))?.meaning).toContain("no difference can be told");
    expect(formLines(form({ groundContactTime: 0.25, leftContactShare: 0.52 })).find(({ name }) => name.startsWith("Left"))?.meaning).toContain("the left foot stayed down a little longer");
  });

  it("scatter from second to second as much as was put in", () => {
    const wobble = noise(5, 0.01);
    const { quantity } = form({ groundContactTime: () => 0.25 * (1 + wobble()) }).contactTimeScatter;
    expect(quantity?.low).toBeLessThan(0.01);
    expect(quantity?.high).toBeGreaterThan(0.0095);
    expect(form({ groundContactTime: 0.25 }).contactTimeScatter).toEqual({ quantity: null, reason: "too-even" });
  });

  it("say why they cannot be told", () => {
    const nothing = form({});
    expect(formLines(nothing).filter(({ isTold }) => !isTold).map(({ name, value }) => `${name}: ${value}`)).toContain("Vertical oscillation: cannot tell: no device measured it");
    const sparse = steadyRecording({ seconds, interval: 10, channels: { speed: 3, stepRate: 2.8, groundContactTime: 0.25 } });
    expect(formOfRun(sparse, analyseRecording(sparse, { runner })).contactTimeScatter.reason).toBe("too-sparse");
    const empty = steadyRecording({ seconds: 10, channels: {} });
    expect(formOfRun(empty, analyseRecording(empty, { runner })).drift.reason).toBe("too-short");
  });
});

describe("straying from a line", () => {
  const degree = 111_195;
  const eastward = (north: (time: number) => number): SteadyOptions["channels"] => ({ longitudeDegrees: (time) => (3 * time) / degree, latitudeDegrees: (time) => north(time) / degree });

  it("is the root mean square of what was put in", () => {
    // A wave of 0.5 m every ten seconds: 0.5/√2 to either side.
    const { quantity, reason } = form(eastward((time) => 0.5 * Math.sin((2 * Math.PI * time) / 10)), 1200).lateralWander;
    expect([reason, quantity?.low]).toEqual([null, 0]);
    expect(quantity?.high).toBeCloseTo(0.5 / Math.SQRT2, 1);
  });

  it("is not told where the fixes scatter, the way bends, or nothing is straight", () => {
    const jitter = noise(9, 3);
    expect(form(eastward(jitter), 1200).lateralWander.reason).toMatch(/positions-scatter|no-straight/);
    expect(form({ longitudeDegrees: (time) => (60 / degree) * Math.cos(time / 20), latitudeDegrees: (time) => (60 / degree) * Math.sin(time / 20) }, 1200).lateralWander.reason).toBe("no-straight");
    expect(form({}).lateralWander.reason).toBe("not-measured");
  });
});
