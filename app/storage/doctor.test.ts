import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { examineStore } from "./doctor.ts";
import { importFiles } from "./import-files.ts";

const store = temporaryStore();
beforeEach(async () => {
  await importFiles(store, [90, 91].map((seconds) => ({ name: `run-${seconds}.fit`, bytes: steadyRun(seconds) })), { source: "test", now: 0 });
});

function plant(sql: string, ...values: readonly unknown[]): void {
  const database = new Database(join(store.home, "footfall.sqlite"));
  database.pragma("foreign_keys = OFF");
  database.prepare(sql).run(...values);
  database.close();
}

const troubled = (): string[] => examineStore(store).filter(({ troubles }) => troubles.length > 0).map(({ id }) => id);

describe("examineStore", () => {
  it("finds nothing in a sound store", () => {
    expect(examineStore(store).map(({ id, checked, troubles, remarks }) => [id, checked, [...troubles, ...remarks]])).toEqual([
      ["database", 1, []], ["references", 1, []], ["originals", 2, []], ["recordings", 2, []], ["summaries", 2, []],
    ]);
  });

  it.each([
    ["an original with other bytes", "UPDATE originals SET gzipped = ? WHERE id = 1", [gzipSync("something else")], ["originals"]],
    ["an original torn apart", "UPDATE originals SET gzipped = ? WHERE id = 1", [Buffer.from([1, 2, 3])], ["originals"]],
    ["a run whose original is gone", "DELETE FROM originals WHERE id = 1", [], ["references"]],
    ["an original whose run is gone", "DELETE FROM recordings WHERE id = 1", [], ["references", "originals"]],
    ["a torn series", "UPDATE recordings SET series = substr(series, 1, 20) WHERE id = 2", [], ["recordings"]],
    ["a summary that is no JSON", "UPDATE summaries SET result = '{' WHERE recording_id = 2", [], ["summaries"]],
    ["a summary of another shape", "UPDATE summaries SET result = '{}' WHERE recording_id = 2", [], ["summaries"]],
  ])("finds %s", (_what, sql, values, expected) => {
    plant(sql, ...values);
    expect(troubled()).toEqual(expected);
  });

  it("remarks on stale summaries", () => {
    plant("UPDATE runners SET mass = 80");
    expect(examineStore(store).at(-1)).toMatchObject({ troubles: [], remarks: [expect.stringContaining("2 are from an older")] });
  });
});
