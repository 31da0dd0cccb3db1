import { describe, expect, it } from "vitest";
import type { PostureTaken } from "../../src/index.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { importFiles } from "./import-files.ts";
import { exportPostures, importPostureFile, posturesCsv } from "./posture-export.ts";
import { addPosture, changePosture, deletePosture, listPostures, PostureRefusal, readPosture } from "./posture.ts";
import { countStale, recomputeStale } from "./recompute.ts";
import { readRun } from "./run-detail.ts";
import { listRuns } from "./run-list.ts";
import { ownRunnerId } from "./runners.ts";
import { takeBack } from "./underfoot-edits.ts";

const store = temporaryStore();

const told = (day: string, degrees: number, other: Partial<PostureTaken> = {}): PostureTaken => ({ day, sideView: null, toldLean: { degrees, spreadDegrees: 2 }, inclinometer: null, note: null, ...other });
const now = 1_770_000_000;
const add = (taken: PostureTaken): number => addPosture(store, ownRunnerId, taken, now).id;
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
    const removed = deletePosture(store, ownRunnerId, id, now);
    expect(removed?.edit.what).toBe(`took away the posture of ${runDay()}`);
    expect(await recomputeStale(store, ownRunnerId)).toBe(2);
    expect(peak(readRun(store, 1))).toBeCloseTo(peak(usual), 9);
    takeBack(store, removed?.edit.id ?? 0, now);
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
      deletePosture(store, ownRunnerId, id, now);
      return disc ? disc.high - disc.low : NaN;
    };
    expect(await width(1)).toBeLessThan(await width(6));
  });

  it("is changed in place, and what cannot be is refused without a trace", () => {
    const id = add(told("2026-01-01", 5));
    const changed = changePosture(store, ownRunnerId, id, told("2026-01-02", 6), now);
    expect(readPosture(store, id)).toMatchObject({ day: "2026-01-02", toldLean: { degrees: 6 }, findings: { trunkLean: { value: 6 } } });
    expect(changePosture(store, ownRunnerId, 99, told("2026-01-02", 6), now)).toBeNull();
    takeBack(store, changed?.edit.id ?? 0, now);
    expect(readPosture(store, id)).toMatchObject({ day: "2026-01-01", toldLean: { degrees: 5 } });
    const points = { shoulder: { x: 50, y: 20 }, hip: { x: 50, y: 50 }, knee: { x: 50, y: 5 }, ankle: { x: 50, y: 90 }, toe: { x: 60, y: 92 } };
    const sideView = { width: 100, height: 100, frameRate: null, captureRate: null, strides: [{ at: null, moment: "mid-stance", points, verticalEdge: null }] } as const;
    expect(() => add({ ...told("2026-01-03", 5), sideView })).toThrow(/picture 1: the knee lies above the shoulder/);
    expect(() => add({ ...told("2026-01-03", 5), sideView: { ...sideView, strides: [{ ...sideView.strides[0], points: { ear: { x: 1, y: 1 } } }] } })).toThrow(/no angle follows/);
    expect(() => add({ ...told("2026-01-03", 5), toldLean: null })).toThrow(PostureRefusal);
    expect(listPostures(store, ownRunnerId).length).toBe(1);
  });

  it("goes out and comes in again to the letter, as JSON and as a table, once, and is taken back as one", async () => {
    const points = { ear: { x: 52.25, y: 5 }, shoulder: { x: 52, y: 20 }, hip: { x: 50, y: 50 }, knee: { x: 50, y: 70 }, ankle: { x: 50, y: 90 }, toe: { x: 60, y: 92 } };
    add(told("2026-01-01", 5.125, { note: 'after, "the" hill\nsecond line' }));
    add(told("2026-02-01", 8, { toldLean: { degrees: 8, spreadDegrees: null }, inclinometer: { sacrumDegrees: 20, thoracolumbarDegrees: 12 } }));
    add({ ...told("2026-03-01", 7), sideView: { width: 100, height: 100, frameRate: 30, captureRate: 240, strides: [{ at: 0.25, moment: "mid-stance", points, verticalEdge: [{ x: 1, y: 1 }, { x: 1, y: 99 }] }] } });
    const before = exportPostures(store, ownRunnerId);
    const files = [JSON.stringify(before), posturesCsv(store, ownRunnerId)];
    for (const text of files) {
      expect(await importPostureFile(store, ownRunnerId, text, now)).toEqual({ added: [], alreadyHere: 3, edit: null });
      for (const { id } of listPostures(store, ownRunnerId)) deletePosture(store, ownRunnerId, id, now);
      const taken = await importPostureFile(store, ownRunnerId, text, now);
      expect(taken).toMatchObject({ alreadyHere: 0, edit: { what: "took in 3 postures from a file" } });
      expect(exportPostures(store, ownRunnerId)).toEqual(before);
      takeBack(store, taken.edit?.id ?? 0, now);
      expect(listPostures(store, ownRunnerId)).toEqual([]);
      await importPostureFile(store, ownRunnerId, text, now);
    }
  });

  it.each([
    ["name,toldLeanDegrees\nx,5\n", 'line 1: there is no column "day"'],
    ["day,lean\n2026-01-01,5\n", 'line 1: nobody knows a column "lean"'],
    ["day,toldLeanDegrees\n2026-01-01,5\n2026-13-01,6\n", "line 3: day: must be a day"],
    ["day,toldLeanDegrees\n2026-01-01,steep\n", 'line 2: toldLeanDegrees "steep" is not a number'],
    ['day,toldLeanDegrees\n2026-01-01,"5,5"\n', "write it with a point"],
    ["day,toldLeanDegrees\n2026-01-01,80\n", "line 2: toldLean.degrees: must be -30 to 60 degrees"],
    ["day,toldLeanDegrees,note\n2026-01-01,,nothing\n", "line 2: nothing was measured"],
    ["day,sacrumDegrees\n2026-01-01,12\n", "line 2: sacrumDegrees and thoracolumbarDegrees go together"],
    ["day,sideView\n2026-01-01,{half\n", "line 2: sideView is no JSON"],
    ['{"postures":[]}', "no list of entries"],
    ["{", "no JSON"],
  ])("a file that cannot be meant is refused whole, by line: %j", async (text, words) => {
    await expect(importPostureFile(store, ownRunnerId, text, now)).rejects.toThrow(words);
    expect(listPostures(store, ownRunnerId)).toEqual([]);
  });
});
