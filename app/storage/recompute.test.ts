import { describe, expect, it } from "vitest";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { sampleRunner } from "../sample/index.ts";
import { settledCalibration } from "./calibration.ts";
import { importFiles, type FileToImport } from "./import-files.ts";
import { undoImport } from "./imports.ts";
import { countStale, recomputeStale } from "./recompute.ts";
import { readRun } from "./run-detail.ts";
import { listRuns } from "./run-list.ts";
import { analysisSettings, ownRunnerId, readRunner, writeRunner } from "./runners.ts";

const store = temporaryStore();

const all = { offset: 0, limit: 500 };
const options = { source: "test", now: 0 };

describe("recomputeStale", () => {
  it("follows the profile, with progress", async () => {
    await importFiles(store, [90, 91, 92].map((seconds) => ({ name: `${seconds}.fit`, bytes: steadyRun(seconds) })), options);
    expect(countStale(store, ownRunnerId)).toBe(0);
    writeRunner(store, { ...readRunner(store), mass: 90, height: 1.9 });
    expect(countStale(store, ownRunnerId)).toBe(3);
    expect(listRuns(store, all).runs.map(({ isStale }) => isStale)).toEqual([true, true, true]);
    const told: [number, number][] = [];
    expect(await recomputeStale(store, ownRunnerId, { onProgress: (done, total) => told.push([done, total]) })).toBe(3);
    expect(told).toEqual([[0, 3], [1, 3], [2, 3]]);
    expect(listRuns(store, all).runs.map(({ isStale }) => isStale)).toEqual([false, false, false]);
    expect(readRun(store, 1)?.body).toMatchObject({ mass: 90, height: 1.9 });
  });

  it("leaves summaries alone when only units change, and stops when asked", async () => {
    await importFiles(store, [90, 91].map((seconds) => ({ name: `${seconds}.fit`, bytes: steadyRun(seconds) })), options);
    writeRunner(store, { ...readRunner(store), units: { distance: "mi", mass: "lb" } });
    expect(countStale(store, ownRunnerId)).toBe(0);
    writeRunner(store, { ...readRunner(store), mass: 60 });
    const stop = new AbortController();
    await recomputeStale(store, ownRunnerId, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(countStale(store, ownRunnerId)).toBe(1);
    expect(readRun(store, 1)?.body.mass).toBe(60);
    expect(readRun(store, 2)?.body.mass).toBe(60);
    expect(countStale(store, ownRunnerId)).toBe(0);
  });

  it("lets measured runs inform the others, whatever order they came in, and forgets with an undo", async () => {
    const [strap, pod] = ["2026-11-22", "2026-10-15"].map((date) => [...sampleRunner(1_795_392_000).files].filter(({ name }) => name.includes(date)));
    const measured: FileToImport[] = [...strap ?? [], ...pod ?? []];
    expect(measured.length).toBe(2);
    const plain: FileToImport = { name: "plain.fit", bytes: steadyRun(600) };
    const [before] = [await importFiles(store, [plain], options)];
    const width = (): number => {
      const contact = readRun(store, before.id)?.summary.groundContactTime;
      return contact ? contact.high - contact.low : NaN;
    };
    const wide = width();
    const second = await importFiles(store, measured, options);
    await recomputeStale(store, ownRunnerId);
    expect(countStale(store, ownRunnerId)).toBe(0);
    expect(width()).toBeLessThan(0.8 * wide);
    const settled = analysisSettings(store, ownRunnerId).calibration;
    expect(settled?.runs).toBeGreaterThan(0);

    undoImport(store, second.id);
    expect(analysisSettings(store, ownRunnerId).calibration).toBeNull();
    await importFiles(store, measured.toReversed(), options);
    await recomputeStale(store, ownRunnerId);
    expect(analysisSettings(store, ownRunnerId).calibration).toEqual(settled);
  });
});

describe("settledCalibration", () => {
  it("holds still while runs agree, and moves when they do not", () => {
    const steady = Array.from({ length: 60 }, (_, index) => ({ logRatio: 0.04 + 0.002 * Math.sin(index), footfalls: 5000 }));
    const settled = settledCalibration(steady);
    expect(settledCalibration(steady.slice(0, 50))).toEqual(settled);
    const moved = settledCalibration([...steady, ...Array.from({ length: 200 }, () => ({ logRatio: -0.06, footfalls: 5000 }))]);
    expect(moved?.logRatio).toBeLessThan((settled?.logRatio ?? 0) - 0.02);
    expect(settledCalibration([])).toBeNull();
  });
});
