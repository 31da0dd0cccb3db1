import { describe, expect, it } from "vitest";
import type { PostureTaken } from "../../src/index.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { importFiles } from "./import-files.ts";
import { exportPostures, posturesCsv } from "./posture-export.ts";
import { addPosture, changePosture, deletePosture, importPostures, listPostures, PostureRefusal, readPosture, restorePosture } from "./posture.ts";
import { countStale, recomputeStale } from "./recompute.ts";
import { readRun } from "./run-detail.ts";
import { listRuns } from "./run-list.ts";
import { ownRunnerId } from "./runners.ts";

const store = temporaryStore();

const told = (day: string, degrees: number, other: Partial<PostureTaken> = {}): PostureTaken => ({ day, sideView: null, toldLean: { degrees, spreadDegrees: 2 }, inclinometer: null, note: null, ...other });
const add = (taken: PostureTaken): number => addPosture(store, ownRunnerId, taken);
const importTwo = () => importFiles(store, [90, 91].map((seconds) => ({ name: `${seconds}.fit`, bytes: steadyRun(seconds) })), { source: "test", now: 0 });
const runDay = (): string => listRuns(store, { offset: 0, limit: 1 }).runs[0]?.startedAt.slice(0, 10) ?? "";

describe("a posture in the store", () => {
  it("is used by the model from its day on, and only then are summaries stale", async () => {
    await importTwo();
    const usual = readRun(store, 1);
    expect([usual?.trunkLeanDegrees, countStale(store, ownRunnerId)]).toEqual([null, 0]);
    add(told("2999-01-01", 20));
    expect(countStale(store, ownRunnerId)).toBe(0);
    const id = add(told(runDay(), 20));
    expect(countStale(store, ownRunnerId)).toBe(2);
    expect(listRuns(store, { offset: 0, limit: 5 }).runs.every(({ isStale }) => isStale)).toBe(true);
    expect(await recomputeStale(store, ownRunnerId)).toBe(2);
    const leaning = readRun(store, 1);
    expect(leaning?.trunkLeanDegrees).toBe(20);
    const peak = (run: typeof usual): number => run?.summary.discs.at(-1)?.peakCompression.value ?? NaN;
    expect(peak(leaning)).toBeGreaterThan(1.2 * peak(usual));
    expect(deletePosture(store, ownRunnerId, id, 0)).toBe(true);
    expect(await recomputeStale(store, ownRunnerId)).toBe(2);
    expect(peak(readRun(store, 1))).toBeCloseTo(peak(usual), 9);
    expect(restorePosture(store, ownRunnerId, id)).toBe(true);
    expect([readRun(store, 1)?.trunkLeanDegrees, listPostures(store, ownRunnerId).length]).toEqual([20, 2]);
  });

  it("meets runs that are imported after it", async () => {
    add(told("2000-01-01", 15, { inclinometer: { sacrumDegrees: 20, thoracolumbarDegrees: 11 } }));
    await importTwo();
    expect([readRun(store, 1)?.trunkLeanDegrees, countStale(store, ownRunnerId)]).toEqual([15, 0]);
  });

  it("narrows the band of the discs where the lean is known better", async () => {
    await importTwo();
    const width = async (spreadDegrees: number): Promise<number> => {
      const id = add({ ...told("2000-01-01", 7), toldLean: { degrees: 7.2, spreadDegrees } });
      await recomputeStale(store, ownRunnerId);
      const disc = readRun(store, 1)?.summary.discs.at(-1)?.peakCompression;
      deletePosture(store, ownRunnerId, id, 0);
      return disc ? disc.high - disc.low : NaN;
    };
    expect(await width(1)).toBeLessThan(await width(6));
  });

  it("is changed in place, and what cannot be is refused without a trace", () => {
    const id = add(told("2026-01-01", 5));
    expect(changePosture(store, ownRunnerId, id, told("2026-01-02", 6))).toBe(true);
    expect(readPosture(store, id)).toMatchObject({ day: "2026-01-02", toldLean: { degrees: 6 }, findings: { trunkLean: { value: 6 } } });
    expect(changePosture(store, ownRunnerId, 99, told("2026-01-02", 6))).toBe(false);
    const points = { shoulder: { x: 50, y: 20 }, hip: { x: 50, y: 50 }, knee: { x: 50, y: 5 }, ankle: { x: 50, y: 90 }, toe: { x: 60, y: 92 } };
    const sideView = { width: 100, height: 100, frameRate: null, captureRate: null, strides: [{ at: null, moment: "mid-stance", points, verticalEdge: null }] } as const;
    expect(() => add({ ...told("2026-01-03", 5), sideView })).toThrow(/picture 1: the knee lies above the shoulder/);
    expect(() => add({ ...told("2026-01-03", 5), sideView: { ...sideView, strides: [{ ...sideView.strides[0], points: { ear: { x: 1, y: 1 } } }] } })).toThrow(/no angle follows/);
    expect(() => add({ ...told("2026-01-03", 5), toldLean: null })).toThrow(PostureRefusal);
    expect(listPostures(store, ownRunnerId).length).toBe(1);
  });

  it("goes out and comes in again, once", () => {
    add(told("2026-01-01", 5, { note: 'after, "the" hill' }));
    add(told("2026-02-01", 8, { inclinometer: { sacrumDegrees: 20, thoracolumbarDegrees: 12 } }));
    const { entries } = exportPostures(store, ownRunnerId);
    expect(importPostures(store, ownRunnerId, entries)).toEqual({ added: [], alreadyHere: 2 });
    expect(posturesCsv(store, ownRunnerId)).toMatch(/^day,trunkLeanDegrees,.*\n2026-01-01,5,2,,,,,,,,"after, ""the"" hill"\n2026-02-01,8,2,20,12,,,,50\.4,,\n$/);
    for (const { id } of listPostures(store, ownRunnerId)) deletePosture(store, ownRunnerId, id, 0);
    expect(importPostures(store, ownRunnerId, entries).added.length).toBe(2);
    expect(exportPostures(store, ownRunnerId)).toEqual({ entries });
  });
});
