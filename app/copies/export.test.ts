import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { filesOfCopy } from "../../test/fixtures/copy-files.ts";
import { fillStore } from "../../test/fixtures/full-store.ts";
import { seededIntegers } from "../../test/fixtures/seeded.ts";
import { restoredRows, storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryFolder } from "../../test/fixtures/temporary-folder.ts";
import { generatedRun } from "../../bench/generated-run.ts";
import { derivedTables, examineStore, exportedTables, importFiles, listRuns, listShoes, machineTables, openStore, ownRunnerId, recomputeStale, schemaVersion, tableShapes, undoImport } from "../storage/index.ts";
import { importPaths } from "../imports/index.ts";
import { exportStore } from "./export-store.ts";
import { restore } from "./restore.ts";
import { writeCopy } from "./write-copy.ts";

const root = temporaryFolder();
const full = join(root, "full");
const folder = join(root, "export");
const zip = join(root, "export.zip");
const now = 1_790_000_000;
const options = { version: "1.2.3", now };
let home = "";

beforeAll(async () => {
  const store = openStore(full);
  await fillStore(store);
  store.close();
  await exportStore(full, folder, "folder", options);
  await exportStore(full, zip, "zip", options);
});
beforeEach(() => void (home = join(mkdtempSync(join(root, "case-")), "home")));

const bring = (file: string) => restore(home, file, { now, passphrase: () => null });

/** A store's rows, what was packed unpacked: packing the same once more may give other bytes. */
function contents(of: string): Readonly<Record<string, readonly unknown[]>> {
  const rows = restoredRows(of);
  const unpacked = (rows["originals"] ?? []).map((row) => {
    const gzipped: unknown = Reflect.get(Object(row), "gzipped");
    return { ...Object(row), gzipped: gzipped instanceof Uint8Array ? gunzipSync(gzipped).toString("base64") : null };
  });
  const gone = new Set((rows["recordings"] ?? []).filter((row) => Reflect.get(Object(row), "deleted_at") !== null).map((row) => Reflect.get(Object(row), "id")));
  // Of a run that was deleted no summary is computed again until it is brought back.
  // Matches and cells are kept when they are first asked for.
  return { ...rows, originals: unpacked, summaries: (rows["summaries"] ?? []).filter((row) => !gone.has(Reflect.get(Object(row), "recording_id"))), surface_matches: [], footfall_cells: [] };
}

describe("an export", () => {
  it("forgets no table: each is exported, follows from those that are, or belongs to the machine", () => {
    expect([...Object.keys(exportedTables), ...derivedTables, ...machineTables].toSorted()).toEqual([...tableShapes().keys()].toSorted());
  });

  it.each([["folder", folder], ["zip", zip]])("as a %s is taken in to the same state, every table and every byte of the results", async (_kind, file) => {
    await bring(file);
    const store = openStore(home);
    expect(examineStore(store).flatMap(({ troubles }) => troubles)).toEqual([]);
    await recomputeStale(store, ownRunnerId);
    store.close();
    const [got, expected] = [contents(home), contents(full)];
    for (const table of Object.keys(expected)) expect(got[table], table).toEqual(expected[table]);
  });

  it("holds each file as it came, and what others can read", async () => {
    const names = readdirSync(join(folder, "activities"));
    expect(names.length).toBe(4);
    const run = names.find((name) => name.includes("run 2"));
    expect(readFileSync(join(folder, "activities", run ?? ""))).toEqual(Buffer.from(generatedRun({ seed: 2, minutes: 4, hasRunningDynamics: true })));
    const [asFolder, asZip] = [await filesOfCopy(folder), await filesOfCopy(zip)];
    expect([...asZip.keys()].toSorted()).toEqual([...asFolder.keys()].toSorted());
    for (const table of Object.keys(exportedTables)) expect(existsSync(join(folder, "tables", `${table}.csv`))).toBe(true);
  });

  it("has rows as its schema says", async () => {
    const { Ajv2020 } = await import("ajv/dist/2020.js");
    const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8"));
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const table of Object.keys(exportedTables)) {
      const validate = ajv.compile({ ...schema.properties[table], $id: table });
      const lines = readFileSync(join(folder, "tables", `${table}.jsonl`), "utf8").split("\n").filter((line) => line !== "");
      expect(lines.length, `${table}: fillStore in test/fixtures/full-store.ts needs a row of it`).toBeGreaterThan(0);
      for (const line of lines) expect([table, validate(JSON.parse(line)), validate.errors]).toEqual([table, true, null]);
    }
  });

  it("lets no cell of its tables be taken for a formula", () => {
    for (const file of [join(folder, "activities.csv"), ...readdirSync(join(folder, "tables")).filter((name) => name.endsWith(".csv")).map((name) => join(folder, "tables", name))]) {
      expect(readFileSync(file, "utf8")).not.toMatch(/(^|,)"?[=@+]/m);
    }
    expect(readFileSync(join(folder, "tables", "pain_entries.csv"), "utf8")).toContain(`"'=1+1, ""sore"""`);
  });

  it("is an account like others to a store with runs of its own: runs, names and shoes come in, one job, taken back whole", async () => {
    const store = openStore(home);
    await importFiles(store, [{ name: "own.fit", bytes: generatedRun({ seed: 2, minutes: 4, hasRunningDynamics: true }) }], { source: "test", now });
    const record = await importPaths(store, [zip], { source: "test", now, threads: 0 });
    expect(record).toMatchObject({ imported: 3, alreadyHere: 1, refused: [] });
    expect(listRuns(store, { offset: 0, limit: 10 }).total).toBe(4);
    // The pair most of each run was in.
    expect(listShoes(store, ownRunnerId)).toMatchObject([{ name: "Other" }]);
    undoImport(store, record.id);
    expect([listRuns(store, { offset: 0, limit: 10 }).total, listShoes(store, ownRunnerId)]).toEqual([1, []]);
    store.close();
  });

  it("does not write into a folder that holds something, and leaves nothing behind when it is stopped", async () => {
    await expect(exportStore(full, folder, "folder", options)).rejects.toThrow("there is something in this folder already");
    const stop = new AbortController();
    await expect(exportStore(full, join(root, "stopped"), "folder", { ...options, signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    expect([existsSync(join(root, "stopped")), readdirSync(root).filter((name) => name.startsWith("."))]).toEqual([false, []]);
  });

  it("is refused whole where anything in it was changed (30 seeded changes)", async () => {
    const store = openStore(home);
    store.close();
    const before = storeRows(home);
    const integer = seededIntegers(13);
    const names = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n").map((line) => line.slice(66)).filter((name) => /^(tables\/.*jsonl|activities\/|photos\/)/.test(name));
    for (let change = 0; change < 30; change++) {
      const name = names[integer(names.length)] ?? "";
      const bytes = readFileSync(join(folder, name));
      const spoiled = change % 2 === 0 ? bytes.subarray(0, integer(bytes.length)) : Buffer.from(bytes);
      if (change % 2 === 1) spoiled[integer(bytes.length)] = integer(256);
      if (spoiled.equals(bytes)) continue;
      writeFileSync(join(folder, name), spoiled);
      await expect(bring(folder), `${name}, change ${change}`).rejects.toMatchObject({ code: "damaged" });
      writeFileSync(join(folder, name), bytes);
    }
    expect(storeRows(home)).toEqual(before);
  });

  it("of an earlier version of the tables is brought up to date", async () => {
    const text = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    const file = join(home, "..", "old.zip");
    const old = { runners: [{ id: 1, is_sample: 0, mass: 66.5, distance_unit: "km", mass_unit: "kg" }], pain_entries: [{ id: 3, runner_id: 1, at: 1e9, pain_rating: 4, place: "lower-back", note: null }] };
    const manifest = { format: "footfall-export", version: 1, createdAt: "2026-05-02T00:00:00Z", createdBy: "0.1.0", schemaVersion: 1, modelVersion: "1.0.0", tables: { runners: 1, pain_entries: 1 } };
    const members = async function* () {
      for (const [name, bytes] of Object.entries({ "footfall-export.json": JSON.stringify(manifest), "tables/runners.jsonl": text(old.runners), "tables/pain_entries.jsonl": text(old.pain_entries) })) yield { name, bytes: [Buffer.from(bytes)], isText: true };
    };
    await writeCopy(file, "zip", members());
    await bring(file);
    const rows = storeRows(home);
    expect([rows["runners"], rows["pain_entries"]]).toEqual([[expect.objectContaining({ mass: 66.5 })], [expect.objectContaining({ id: 3, at: 1e9, occasion: "apart-from-run" })]]);
    expect(schemaVersion).toBeGreaterThan(1);
  });

  it.each<[string, object]>([
    ["a column that is none", { shoes: [{ id: 1, runner_id: 1, name: "a", "name\" = 1; --": 1 }] }],
    ["a number where a word belongs", { shoes: [{ id: 1, runner_id: "one", name: "a" }] }], ["a row of nobody", { shoes: [{ id: 1, runner_id: 7, name: "a" }] }],
    ["a file outside of it", { photos: [{ id: 1, runner_id: 1, media_type: "image/png", pathInExport: "../../etc/passwd" }] }],
  ])("with %s is refused", async (_what, tables) => {
    const file = join(home, "..", "odd.zip");
    const all: Readonly<Record<string, readonly object[]>> = { runners: [{ id: 1, is_sample: 0, distance_unit: "km", mass_unit: "kg" }], ...tables };
    const manifest = { format: "footfall-export", version: 1, createdAt: "2026-05-02T00:00:00Z", createdBy: "1", schemaVersion, modelVersion: "1", tables: Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows.length])) };
    const members = async function* () {
      yield { name: "footfall-export.json", bytes: [Buffer.from(JSON.stringify(manifest))], isText: true };
      for (const [name, rows] of Object.entries(all)) yield { name: `tables/${name}.jsonl`, bytes: [Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""))], isText: true };
    };
    await writeCopy(file, "zip", members());
    await expect(bring(file)).rejects.toMatchObject({ code: "damaged" });
    expect(existsSync(join(home, "footfall.sqlite"))).toBe(false);
  });
});
