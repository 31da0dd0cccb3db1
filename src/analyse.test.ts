import { describe, expect, it } from "vitest";
import { steadyRecording } from "../test/fixtures/steady-recording.ts";
import { analyseRecording, calibrateContactTime, type RunAnalysis } from "./index.ts";

const runner = { mass: 70, height: 1.75, sex: "male", birthYear: 1985 } as const;
const steady = (channels: Parameters<typeof steadyRecording>[0]["channels"], calibration?: ReturnType<typeof calibrateContactTime>): RunAnalysis =>
  analyseRecording(steadyRecording({ seconds: 1800, channels }), { runner, calibration: calibration ?? null });

describe("analyseRecording", () => {
  const { summary, loads, footfalls } = steady({ speed: 3, stepRate: 2.75, groundContactTime: 0.25 });

  it("carries the body over every step: the impulse is body weight times step time", () => {
    expect(summary.impulse?.value).toBeCloseTo((70 * 9.81) / 2.75, 6);
    const total = loads.impulse.value.reduce((sum, impulse) => sum + impulse, 0);
    expect(total / (70 * 9.81 * (summary.movingTime ?? NaN))).toBeCloseTo(1, 9);
  });

  it("counts steps, time on foot and gaits", () => {
    expect(summary.footfallCount).toBe(4950);
    expect(summary.movingTime).toBeCloseTo(1800, 6);
    expect(summary.footfallsByGait).toEqual({ walk: 0, jog: 0, run: 4950, sprint: 0 });
    expect(summary.method).toEqual([{ id: "running-dynamics", share: 1 }]);
  });

  it("says how each value was come by", () => {
    expect(summary.groundContactTime?.basis).toBe("measured");
    expect(summary.peakVerticalForce?.basis).toBe("reconstructed");
    expect(summary.discs.every((disc) => disc.peakCompression.basis === "simulated")).toBe(true);
  });

  it("loads the lower discs more, all within bands that hold the centre", () => {
    const values = summary.discs.map((disc) => disc.peakCompression.value);
    expect(values).toEqual([...values].sort((one, other) => one - other));
    for (const { peakCompression, dose } of summary.discs) {
      expect(peakCompression.low).toBeLessThan(peakCompression.value);
      expect(peakCompression.high).toBeGreaterThan(peakCompression.value);
      expect(dose.exponent2.low).toBeLessThan(dose.exponent2.high);
    }
  });

  it("never loads more with less: faster running at the same step rate has higher peaks", () => {
    const slow = steady({ speed: 2.6, stepRate: 2.75 }).summary;
    const fast = steady({ speed: 4, stepRate: 2.75 }).summary;
    expect(fast.peakVerticalForce!.value).toBeGreaterThan(slow.peakVerticalForce!.value);
    expect(fast.discs[4]!.peakCompression.value).toBeGreaterThan(slow.discs[4]!.peakCompression.value);
  });

  it("widens the band as data get poorer", () => {
    const width = (analysis: RunAnalysis): number => analysis.summary.groundContactTime!.high / analysis.summary.groundContactTime!.low;
    const measured = width(steady({ speed: 3, stepRate: 2.75, groundContactTime: 0.25 }));
    const counted = width(steady({ speed: 3, stepRate: 2.75 }));
    const bare = width(steady({ speed: 3 }));
    expect(measured).toBeLessThan(counted);
    expect(counted).toBeLessThan(bare);
  });

  it("leaves nothing out of the columns", () => {
    expect(loads.length).toBe(footfalls.length);
    expect(loads.peakVerticalForceBodyWeights.value.every(Number.isFinite)).toBe(true);
    expect(loads.peakCompressionBodyWeights["L5-S1"].value.every(Number.isFinite)).toBe(true);
  });

  it("describes a recording without footfalls instead of failing", () => {
    const empty = steady({ heartRatePerMinute: 140 }).summary;
    expect(empty.footfallCount).toBe(0);
    expect(empty.movingTime).toBeNull();
    expect(empty.discs).toEqual([]);
    expect(empty.peakVerticalForce).toBeNull();
    expect(empty.warnings.map((warning) => warning.code)).toContain("no-footfalls");
  });

  it("treats a walk as a walk", () => {
    const walk = analyseRecording(steadyRecording({ seconds: 1200, sport: "walking", channels: { speed: 1.4, stepRate: 1.9 } }), { runner }).summary;
    expect(walk.footfallsByGait.run).toBe(0);
    expect(walk.flightTime!.value).toBeLessThan(0);
    expect(walk.legStiffness).toBeNull();
    expect(walk.peakVerticalForce!.value).toBeLessThan(1.3);
  });

  it("says what it assumed of the body", () => {
    const { warnings } = analyseRecording(steadyRecording({ seconds: 60, channels: { speed: 3 } }), { runner: { mass: null, height: null, sex: null, birthYear: null } }).summary;
    expect(warnings.find((warning) => warning.code === "body-assumed")?.message).toContain("mass, height, sex not told");
  });
});

describe("calibration of a runner to themselves", () => {
  it("moves unmeasured runs towards what was measured, and narrows their band", () => {
    const evidence = steady({ speed: 3, stepRate: 2.75, groundContactTime: 0.27 }).contactTimeEvidence;
    expect(evidence?.footfalls).toBe(4950);
    const calibration = calibrateContactTime([evidence!, evidence!, evidence!]);
    const blind = steady({ speed: 3, stepRate: 2.75 }).summary.groundContactTime!;
    const own = steady({ speed: 3, stepRate: 2.75 }, calibration).summary.groundContactTime!;
    expect(Math.abs(own.value - 0.27)).toBeLessThan(Math.abs(blind.value - 0.27) / 2);
    expect(own.high / own.low).toBeLessThan(blind.high / blind.low);
    expect(own.basis).toBe("reconstructed");
  });

  it("knows nothing from nothing, and gives no evidence where nothing was measured", () => {
    expect(calibrateContactTime([])).toBeNull();
    expect(steady({ speed: 3, stepRate: 2.75 }).contactTimeEvidence).toBeNull();
  });
});
