import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { fillStore } from "../../test/fixtures/full-store.ts";
import { storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryFolder } from "../../test/fixtures/temporary-folder.ts";
import { examineStore } from "./doctor.ts";
import { createStoreOf, openStore, schemaVersion } from "./open-store.ts";
import { readRun } from "./run-detail.ts";
import { listRuns } from "./run-list.ts";
import { tableShapes } from "./table-shapes.ts";
import { painEntries } from "./pain-diary.ts";
import { ownRunnerId } from "./runners.ts";

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

const folder = temporaryFolder();
const shapes = Array.from({ length: schemaVersion }, (_, index) => tableShapes(index + 1));
const shapesOf = (version: number) => shapes[version - 1] ?? tableShapes(version);
let today: Rows = {};

beforeAll(async () => {
  const store = openStore(join(folder, "today"));
  await fillStore(store);
  store.close();
  today = asRows(storeRows(join(folder, "today")));
});

function asRows(tables: ReturnType<typeof storeRows>): Rows {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map((row): Row => ({ ...Object(row) }))]));
}

/** Rows that were written otherwise in their day: as they were up to that version of the tables. */
const writtenOtherwise: readonly { readonly table: string; readonly until: number; readonly rows: readonly Row[] }[] = [
  {
    table: "pain_entries", until: 5,
    rows: [
      { id: 1, runner_id: 1, at: 1_700_100_000.4, pain_rating: 3.6, place: "lower-back", note: "old" },
      { id: 2, runner_id: 1, at: 1_700_200_000, pain_rating: 0, place: "lower-back", note: null },
      { id: 5, runner_id: 1, at: 1_700_300_000, pain_rating: 10, place: "leg", note: null },
    ],
  },
];

/** A table's rows as a Footfall of that version wrote them. */
function rowsThen(table: string, version: number): readonly Row[] {
  const columns = (shapesOf(version).get(table) ?? []).map(({ name }) => name);
  const otherwise = writtenOtherwise.find((one) => one.table === table && version <= one.until);
  return otherwise?.rows ?? (today[table] ?? []).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name))));
}

/** A store of an earlier version with rows in every table it had. */
function writeThen(version: number, path: string): void {
  const database = createStoreOf(version, path);
  database.pragma("foreign_keys = OFF");
  database.exec("BEGIN; DELETE FROM runners");
  for (const table of shapesOf(version).keys()) {
    for (const row of rowsThen(table, version)) {
      const names = Object.keys(row);
      database.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`).run(...Object.values(row));
    }
  }
  database.exec("COMMIT");
  database.close();
}

const inOneLine = (row: Row): string => JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value]));

const versions = Array.from({ length: schemaVersion }, (_, index) => index + 1);

describe.each(versions)("a store of version %i of the tables", (version) => {
  const home = join(folder, `version-${version}`);
  beforeAll(() => {
    mkdirSync(home);
    writeThen(version, join(home, "footfall.sqlite"));
  });

  it("had rows in every table", () => {
    for (const table of shapesOf(version).keys()) expect(rowsThen(table, version).length, `${table}: fillStore in test/fixtures/full-store.ts needs a row of it`).toBeGreaterThan(0);
  });

  it("is brought up to date by opening it, every old row still there, and the doctor finds nothing", () => {
    const store = openStore(home);
    const now = asRows(storeRows(home));
    for (const table of shapesOf(version).keys()) {
      if (writtenOtherwise.some((one) => one.table === table && version <= one.until)) continue;
      const columns = (shapesOf(version).get(table) ?? []).map(({ name }) => name);
      const kept = new Set((now[table] ?? []).map((row) => inOneLine(Object.fromEntries(columns.map((name) => [name, row[name]])))));
      const lost = rowsThen(table, version).filter((row) => !kept.has(inOneLine(row)));
      expect([table, lost.map((row) => Object.keys(row))]).toEqual([table, []]);
      // What a claim of a file is made of was a column of the recording once.
      if (table !== "shoe_claims") expect([table, kept.size]).toEqual([table, rowsThen(table, version).length]);
    }
    expect(examineStore(store).flatMap(({ troubles }) => troubles)).toEqual([]);
    const runs = listRuns(store, { offset: 0, limit: 10 }).runs;
    expect(runs.length).toBe(3);
    for (const { id } of runs) expect(readRun(store, id)?.summary.footfallCount).toBeGreaterThan(0);
    store.close();
  });

  it("has the same tables as a new one", () => {
    const database = new Database(join(home, "footfall.sqlite"), { readonly: true });
    const schema = (one: Database.Database): unknown => one.prepare("SELECT type, name, tbl_name AS of FROM sqlite_schema ORDER BY type, name").all();
    const fresh = createStoreOf(schemaVersion, ":memory:");
    expect(schema(database)).toEqual(schema(fresh));
    expect(database.pragma("user_version", { simple: true })).toBe(schemaVersion);
    fresh.close();
    database.close();
  });
});

it("pain noted by place and rating before the diary is carried over, nothing added to it", () => {
  for (const version of versions.filter((one) => one <= 5)) {
    const store = openStore(join(folder, `version-${version}`));
    expect(painEntries(store, ownRunnerId)).toMatchObject([
      { id: 1, at: 1_700_100_000, pains: [{ region: "lower-lumbar", side: "middle", painRating: 4 }], occasion: "apart-from-run", note: "old" },
      { id: 2, at: 1_700_200_000, pains: [], note: null },
      { id: 5, at: 1_700_300_000, pains: [{ region: "elsewhere", painRating: 10 }], note: null },
    ]);
    store.close();
  }
});

it("an upgrade that fails midway leaves the store of before, whole", () => {
  const home = join(folder, "midway");
  mkdirSync(home);
  const path = join(home, "footfall.sqlite");
  writeThen(1, path);
  const database = new Database(path);
  // The third step meets a table that should not be there yet; the second has gone well by then.
  database.exec("CREATE TABLE surface_maps (a)");
  const schema = (): unknown => database.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").all();
  const before = schema();
  expect(() => openStore(home)).toThrow("surface_maps already exists");
  expect([schema(), database.pragma("user_version", { simple: true })]).toEqual([before, 1]);
  database.exec("DROP TABLE surface_maps");
  database.close();
  const store = openStore(home);
  expect(listRuns(store, { offset: 0, limit: 10 }).total).toBe(3);
  store.close();
});
