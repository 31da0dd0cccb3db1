import { describe, expect, it } from "vitest";
import { analyseRecording, readRecordings } from "../../src/index.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { loadStrip } from "./load-strip.ts";
import { runSeries } from "./run-series.ts";

const [recording] = readRecordings(steadyRun(300)).recordings;
if (!recording) throw new Error("no recording");
const analysis = analyseRecording(recording, { runner: { mass: 70, height: 1.75, sex: "male", birthYear: 1980 } });

describe("runSeries", () => {
  it("lays the footfalls along the records: 3 m/s at 170 steps a minute", () => {
    const series = runSeries(recording, analysis);
    expect(series.length).toBe(300);
    for (const column of [series.speed, series.stepRate, series.gait, series.groundContactTime.low, series.compressionBodyWeights["L1-L2"].high, series.distance]) expect(column?.length).toBe(300);
    expect(series.speed[150]).toBeCloseTo(3, 2);
    expect(series.stepRate[150]).toBeCloseTo(170 / 60, 2);
    expect(series.gait[150]).toBe("run");
    expect(series.latitudeDegrees).toBeNull();
    expect(JSON.stringify(series)).not.toContain("NaN");
  });
});

describe("loadStrip", () => {
  it("has at most sixty even pieces around the run's mean", () => {
    const strip = loadStrip(analysis);
    expect(strip.length).toBe(60);
    const mean = analysis.summary.discs.at(-1)?.meanPeakCompression.value ?? NaN;
    for (const piece of strip) expect(piece).toBeCloseTo(mean, 1);
  });
});
