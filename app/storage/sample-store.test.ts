import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { untoldShoe, type PainEntry } from "../../src/index.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { importFiles } from "./import-files.ts";
import { undoImport } from "./imports.ts";
import { openStore } from "./open-store.ts";
import { listRuns } from "./run-list.ts";
import { answerDays, toldDays } from "./day-answers.ts";
import { diaryRunnerId } from "./pain-diary.ts";
import { redFlagsDue } from "./red-flag-answers.ts";
import { ownRunnerId, readRunner, sampleRunnerId } from "./runners.ts";
import { weeklyAnswers } from "./weekly-answers.ts";
import { isSampleDue, loadSample, removeSample, type SampleRunner } from "./sample-store.ts";

let home = "";
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), "footfall-"))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const all = { offset: 0, limit: 500 };
const fitStartedAt = Date.UTC(2026, 4, 2, 5, 14, 9) / 1000;
const entry = (at: number, painRating: number): PainEntry => ({ at, utcOffset: 7200, pains: [{ region: "lower-lumbar", side: "left", painRating }], occasion: "after-run", note: null });
const sample: SampleRunner = {
  runner: { mass: 61, height: 1.68, sex: "female", birthYear: 1988 },
  trunkLeanDegrees: null,
  shoes: [{ ...untoldShoe, name: "Old pair", distanceBefore: 500_000 }],
  grounds: [],
  files: [{ name: "one.fit", bytes: steadyRun(100), shoe: 0 }, { name: "two.fit", bytes: steadyRun(101), shoe: 0 }],
  painEntries: [entry(fitStartedAt + 40_000, 2), entry(fitStartedAt + 300_000, 5)],
  days: [{ day: 20_575, answers: { stress: 2 } }],
  weeks: [{ day: 20_577, answers: { participation: 0 } }],
};

describe("the sample runner", () => {
  it("is shown until own runs are there, and never mixed with them", async () => {
    const store = openStore(home);
    expect(isSampleDue(store)).toBe(true);
    await loadSample(store, sample, 0);
    expect(isSampleDue(store)).toBe(false);
    const shown = listRuns(store, all);
    expect(shown.total).toBe(2);
    expect(shown.runs[0]).toMatchObject({ isSample: true, shoe: { name: "Old pair" }, pain: [{ at: expect.stringMatching(/\+02:00$/), painRating: 2, pains: [{ region: "lower-lumbar", side: "left", painRating: 2 }], occasion: "after-run" }] });
    expect(diaryRunnerId(store)).toBe(sampleRunnerId(store));
    expect([toldDays(store, diaryRunnerId(store)).length, weeklyAnswers(store, diaryRunnerId(store)).length, redFlagsDue(store, diaryRunnerId(store), 1e9)]).toEqual([1, 1, null]);
    expect(readRunner(store).mass).toBeNull();

    const record = await importFiles(store, [{ name: "own.fit", bytes: steadyRun(100) }], { source: "test", now: 0 });
    expect(record.imported).toBe(1);
    expect(listRuns(store, all).runs.map(({ isSample }) => isSample)).toEqual([false]);
    undoImport(store, record.id);
    expect(listRuns(store, all).total).toBe(2);
    answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { stress: 1 } }], { now: fitStartedAt });
    expect(diaryRunnerId(store)).toBe(ownRunnerId);
    store.close();
  });

  it("is loaded anew where the program that was loading it ended half-way", async () => {
    const store = openStore(home);
    await loadSample(store, sample, 0);
    // No process has this number: Linux and macOS stop far below it.
    store.run("UPDATE settings SET value = 'loading 999999999' WHERE name = 'sample'");
    store.run("DELETE FROM recordings WHERE id = (SELECT max(id) FROM recordings)");
    expect(isSampleDue(store)).toBe(true);
    await loadSample(store, sample, 0);
    expect(listRuns(store, all).total).toBe(2);
    expect(isSampleDue(store)).toBe(false);
    store.close();
  });

  it("stays away once removed, also after opening again", async () => {
    const store = openStore(home);
    await loadSample(store, sample, 0);
    expect(removeSample(store)).toBe(2);
    expect(removeSample(store)).toBe(0);
    store.close();
    const again = openStore(home);
    expect(isSampleDue(again)).toBe(false);
    await loadSample(again, sample, 0);
    expect(listRuns(again, all)).toEqual({ total: 0, runs: [] });
    again.close();
  });

  it("can be refused before it came, and does not come to a store that was used and emptied", async () => {
    const store = openStore(home);
    removeSample(store);
    expect(isSampleDue(store)).toBe(false);
    store.close();
  });
});
