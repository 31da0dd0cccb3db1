import { describe, expect, it } from "vitest";
import { analyseRecording, readRecordings, type Quantity, type RunSummary } from "../../src/index.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { relativeLoad } from "./relative-load.ts";

function summaryOf(seconds: number): RunSummary {
  const [recording] = readRecordings(steadyRun(seconds)).recordings;
  if (!recording) throw new Error("no recording");
  return analyseRecording(recording, { runner: { mass: 70, height: 1.75, sex: "male", birthYear: 1980 } }).summary;
}

const usual = [1, 2, 3, 4, 5].map(() => summaryOf(600));

describe("relativeLoad", () => {
  it("finds a run like the usual ones to be usual", () => {
    const load = relativeLoad(summaryOf(600), usual);
    expect(load?.usualRuns).toBe(5);
    for (const part of [load?.perFootfall, load?.wholeRun]) {
      expect(part?.ratio).toBeCloseTo(1, 6);
      expect(part?.low).toBeLessThan(1);
      expect(part?.high).toBeGreaterThan(1);
    }
  });

  it("counts a run of twice the footfalls as two usual runs, no footfall harder, under every dose law", () => {
    const load = relativeLoad(summaryOf(1200), usual);
    expect(load?.perFootfall.ratio).toBeCloseTo(1, 2);
    expect(load?.wholeRun.ratio).toBeCloseTo(2, 1);
    // 2.7 % of force at the tenth power is 30 %.
    expect(load?.wholeRun.low).toBeGreaterThan(1.4);
    expect(load?.wholeRun.high).toBeLessThan(2.8);
  });

  it("lies well inside its band where footfalls were harder or softer than usual, whatever law is right", () => {
    const own = summaryOf(600);
    const times = (quantity: Quantity, factor: number): Quantity => ({ ...quantity, value: factor * quantity.value });
    const scaled = (factor: number): RunSummary => ({
      ...own, discs: own.discs.map((disc) => ({
        ...disc, meanPeakCompression: times(disc.meanPeakCompression, factor), impulse: times(disc.impulse, factor),
        dose: { exponent2: times(disc.dose.exponent2, factor), exponent6: times(disc.dose.exponent6, factor), exponent9: times(disc.dose.exponent9, factor) },
      })),
    });
    for (const factor of [0.9, 0.97, 1.03, 1.1]) {
      const whole = relativeLoad(scaled(factor), usual)?.wholeRun;
      // The laws count k¹, k⁶, k⁹ and k¹⁰ usual runs; the middle of them is half-way between the sixth and the ninth power.
      expect(whole?.ratio).toBeCloseTo((factor ** 6 + factor ** 9) / 2, 6);
      for (const power of [1, 6, 9, 10]) {
        expect(whole?.low).toBeLessThan(factor ** power);
        expect(whole?.high).toBeGreaterThan(factor ** power);
      }
    }
  });

  it("says nothing without five usual runs of the sport", () => {
    expect(relativeLoad(summaryOf(600), usual.slice(1))).toBeNull();
    expect(relativeLoad({ ...summaryOf(600), sport: "walking" }, usual)).toBeNull();
  });
});
