import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readRecordings } from "../../src/index.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { importTables, storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { importFiles, type FileToImport, type ImportOptions, type ImportProgress } from "./import-files.ts";
import { listImports, undoImport } from "./imports.ts";
import { originalOf } from "./originals.ts";
import { deleteRun, purgeDeletedRuns, readRecording, restoreRun } from "./recordings.ts";
import { readRun } from "./run-detail.ts";
import { listRuns } from "./run-list.ts";

const store = temporaryStore();

const options: ImportOptions = { source: "test", now: 1_790_000_000 };
const all = { offset: 0, limit: 500 };
const run = (seconds: number, name = `run-${seconds}.fit`): FileToImport => ({ name, bytes: steadyRun(seconds) });
const bad = (name: string): FileToImport => ({ name, bytes: new TextEncoder().encode("this is a shopping list") });

const contents = () => storeRows(store.home, importTables);

describe("importFiles", () => {
  it("keeps recording and original exactly, and shows the run", async () => {
    const bytes = steadyRun(90);
    const record = await importFiles(store, [{ name: "folder/steady.fit", bytes }], options);
    expect(record).toMatchObject({ state: "done", imported: 1, alreadyHere: 0, refused: [], source: "test" });
    const [listed] = listRuns(store, all).runs;
    expect(listed).toMatchObject({ title: "Run", sport: "running", isSample: false, isStale: false });
    const id = listed?.id ?? 0;
    expect(readRecording(store, id)?.recording).toEqual(readRecordings(bytes).recordings[0]);
    expect(originalOf(store, id)).toEqual({ name: "steady.fit", bytes: Buffer.from(bytes) });
    expect(readRun(store, id)).toMatchObject({ file: { name: "steady.fit", bytes: bytes.length, importId: record.id }, earlierId: null, laterId: null, body: { assumed: ["mass", "height", "sex"] } });
  });

  it("knows the same bytes again, packed or under another name", async () => {
    await importFiles(store, [run(90)], options);
    const before = contents();
    const record = await importFiles(store, [run(90, "copy.fit"), { name: "run.fit.gz", bytes: gzipSync(steadyRun(90)) }], options);
    expect(record).toMatchObject({ imported: 0, alreadyHere: 2, refused: [] });
    expect(contents()).toEqual(before);
  });

  it("names what it refuses and goes on with the rest", async () => {
    const record = await importFiles(
      store,
      [bad("list.txt"), run(90), { name: "gone.fit", refusal: { code: "unreadable", message: "there is no such file", where: null } }, { name: "torn.fit.gz", bytes: gzipSync(steadyRun(60)).subarray(0, 40) }, { name: "empty.fit", bytes: new Uint8Array() }, run(91)],
      options,
    );
    expect(record.imported).toBe(2);
    expect(record.refused.map(({ file, code }) => [file, code])).toEqual([["list.txt", "unknown-format"], ["gone.fit", "unreadable"], ["torn.fit.gz", "damaged"], ["empty.fit", "empty"]]);
    expect(listImports(store, 1)).toEqual([record]);
  });

  it("tells how far it is, and stops when asked, keeping what came in", async () => {
    const told: ImportProgress[] = [];
    const stop = new AbortController();
    const record = await importFiles(store, [run(90), run(91), run(92)], {
      ...options, total: 3, signal: stop.signal,
      onProgress: (progress) => {
        told.push(progress);
        if (progress.done === 2) stop.abort();
      },
    });
    expect(told.map(({ done, file }) => [done, file])).toEqual([[0, "run-90.fit"], [1, null], [1, "run-91.fit"], [2, null]]);
    expect(record).toMatchObject({ state: "cancelled", imported: 2 });
    expect(listRuns(store, all).total).toBe(2);
  });

  it("is undone exactly", async () => {
    await importFiles(store, [run(90)], options);
    const before = contents();
    const second = await importFiles(store, [run(91), bad("list.txt"), run(90), run(92)], options);
    expect(listRuns(store, all).total).toBe(3);
    expect(undoImport(store, second.id)).toMatchObject({ state: "undone", imported: 2 });
    expect(contents()).toEqual(before);
    expect(undoImport(store, 99)).toBeNull();
  });

  it("lets a deleted run be restored, come back with its file, or be purged", async () => {
    await importFiles(store, [run(90)], options);
    const id = listRuns(store, all).runs[0]?.id ?? 0;
    expect([deleteRun(store, id, 1000), deleteRun(store, id, 1000), readRun(store, id), listRuns(store, all).total]).toEqual([true, false, null, 0]);
    expect([restoreRun(store, id), restoreRun(store, id), listRuns(store, all).total]).toEqual([true, false, 1]);
    deleteRun(store, id, 1000);
    const again = await importFiles(store, [run(90)], options);
    expect(again).toMatchObject({ imported: 1, alreadyHere: 0 });
    expect(readRun(store, id)?.file.importId).toBe(again.id);
    deleteRun(store, id, 1000);
    expect([purgeDeletedRuns(store, 1000 + 29 * 86_400), purgeDeletedRuns(store, 1000 + 31 * 86_400)]).toEqual([0, 1]);
    expect(contents()).toMatchObject({ recordings: [], originals: [], summaries: [] });
  });
});
