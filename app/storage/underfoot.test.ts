import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { encodeFit } from "../../src/index.ts";
import { fileId, fitStart, recordLayout, session, steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { wholeCabinet } from "./cabinet-whole.ts";
import { listEdits, purgeEdits, UndoConflict } from "./edits.ts";
import { importGear } from "./gear-import.ts";
import { importFiles } from "./import-files.ts";
import { undoImport } from "./imports.ts";
import { migrations } from "./migrations.ts";
import { openStore } from "./open-store.ts";
import { countStale, recomputeStale } from "./recompute.ts";
import { deleteRun, purgeDeletedRuns, readRecording, restoreRun } from "./recordings.ts";
import { readRun } from "./run-detail.ts";
import { readRunUnderfoot } from "./run-underfoot.ts";
import { ownRunnerId, readRunner, writeRunner } from "./runners.ts";
import { compareOnRuns } from "./shoe-comparison.ts";
import { largestPhoto, PhotoRefused, readPhoto, setPhoto } from "./shoe-photos.ts";
import { listShoes } from "./shoes.ts";
import { readSurfaces } from "./surface-shares.ts";
import { settleUnderfoot } from "./underfoot.ts";
import { addShoe, assignShoe, changeShoe, forgetShoes, removeShoe, runsMeant, saySurface, takeBack, writeRules } from "./underfoot-edits.ts";

const store = temporaryStore();
beforeEach(() => {
  writeRunner(store, { ...readRunner(store), mass: 70, height: 1.75 });
});

const startedAt = Date.UTC(2026, 4, 2, 5, 14, 9) / 1000;
const now = startedAt + 7 * 86_400;
const options = { source: "test", now };
const plain = { kind: null, titleHas: null, longerThan: null };
/** Runs of so many seconds at 3 m/s, as files; sub-sport 1 is a treadmill, 3 a trail. */
const run = (seconds: number, subSport = 0, daysLater = 0): { readonly name: string; readonly bytes: Uint8Array } => {
  const start = fitStart + 86_400 * daysLater;
  const records = Array.from({ length: seconds }, (_, index) => ({ layout: recordLayout, values: [start + index, 3 * index, 3, 140, 85] }));
  return { name: `run-${seconds}-${daysLater}.fit`, bytes: encodeFit([fileId(), ...records, session(1, start, seconds, 3 * seconds, subSport)]) };
};
const importRuns = (...files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => importFiles(store, files, options);
const shoesOf = (id: number) => readRunUnderfoot(store, id)?.shoes.map(({ from, to, shoeId, by }) => [from, to, shoeId, by]);
const groundOf = (id: number) => readRunUnderfoot(store, id)?.surfaces.map(({ from, to, surface, by }) => [from, to, surface, by]);

describe("which shoe for which run", () => {
  it("goes by rule, then by file, then by hand; each can be taken back", async () => {
    await importRuns(run(100), run(101, 3, 1));
    const road = addShoe(store, { name: "Road" }, now).id;
    const trail = addShoe(store, { name: "Trail" }, now).id;
    const rules = writeRules(store, ownRunnerId, { shoe: [{ ...plain, kind: "trail", shoeIds: [trail] }, { ...plain, shoeIds: [road] }] }, now);
    expect([shoesOf(1), shoesOf(2)]).toEqual([[[0, 300, road, "rule"]], [[0, 303, trail, "rule"]]]);
    const gear = importGear(store, ownRunnerId, [{ file: "activities/run-100-0.fit.gz", gear: "Pair of the export" }, { file: "nowhere.fit", gear: "x" }], now);
    expect(gear).toMatchObject({ runs: 1, added: ["Pair of the export"], unknownFiles: 1 });
    const exported = listShoes(store, ownRunnerId).find(({ name }) => name === "Pair of the export")?.id;
    expect(shoesOf(1)).toEqual([[0, 300, exported, "file"]]);
    const split = assignShoe(store, { runIds: [1], shoeId: trail, from: 120 }, now);
    expect(shoesOf(1)).toEqual([[0, 120, exported, "file"], [120, 300, trail, "hand"]]);
    expect(readRun(store, 1)?.shoe).toMatchObject({ id: trail });

    expect(takeBack(store, split?.id ?? 0, now)).toMatchObject({ isUndone: true });
    expect(shoesOf(1)).toEqual([[0, 300, exported, "file"]]);
    takeBack(store, gear.edit?.id ?? 0, now);
    expect(shoesOf(1)).toEqual([[0, 300, road, "rule"]]);
    expect(listShoes(store, ownRunnerId).map(({ name }) => name)).toEqual(["Road", "Trail"]);
    takeBack(store, rules.id, now);
    expect(shoesOf(1)).toEqual([]);
  });

  it("takes over an export's gear once, whatever is sent again", async () => {
    await importRuns(run(100));
    const list = [{ file: "run-100-0.fit", gear: "Pair" }];
    expect(importGear(store, ownRunnerId, list, now).runs).toBe(1);
    expect(importGear(store, ownRunnerId, list, now)).toMatchObject({ runs: 0, edit: null });
  });

  it("lets a rule choose the first of its pairs that was in use on the day", async () => {
    await importRuns(run(100), run(101, 0, 30));
    const old = addShoe(store, { name: "Old", retiredOn: "2026-05-20" }, now).id;
    const young = addShoe(store, { name: "Young", boughtOn: "2026-05-21" }, now).id;
    writeRules(store, ownRunnerId, { shoe: [{ ...plain, shoeIds: [old, young] }] }, now);
    expect([shoesOf(1)?.[0]?.[2], shoesOf(2)?.[0]?.[2]]).toEqual([old, young]);
  });

  it("changes many runs at once, and lets the rules choose again", async () => {
    await importRuns(run(100), run(101, 3, 1), run(102, 0, 2));
    const shoe = addShoe(store, { name: "Pair" }, now).id;
    expect(runsMeant(store, ownRunnerId, { withoutShoe: true, since: "2026-05-03" })).toEqual([2, 3]);
    expect(runsMeant(store, ownRunnerId, { kind: "trail" })).toEqual([2]);
    const bulk = assignShoe(store, { runIds: runsMeant(store, ownRunnerId, { withoutShoe: true }), shoeId: shoe }, now);
    expect(wholeCabinet(store, ownRunnerId, now)).toMatchObject({ withoutShoe: 0, shoes: [{ runs: 3, distance: 909, recentDistance: 909, lastRunOn: "2026-05-04" }] });
    forgetShoes(store, [2], now);
    expect(wholeCabinet(store, ownRunnerId, now).withoutShoe).toBe(1);
    expect(() => takeBack(store, bulk?.id ?? 0, now)).toThrow(UndoConflict);
  });

  it("says by hand that a run was in none of the pairs", async () => {
    await importRuns(run(100));
    const shoe = addShoe(store, { name: "Pair" }, now).id;
    writeRules(store, ownRunnerId, { shoe: [{ ...plain, shoeIds: [shoe] }] }, now);
    assignShoe(store, { runIds: [1], shoeId: null }, now);
    expect(shoesOf(1)).toEqual([[0, 300, null, "hand"]]);
    expect(wholeCabinet(store, ownRunnerId, now).shoes[0]?.distance).toBe(0);
  });
});

describe("what the model is told", () => {
  it("makes only the runs stale whose shoe or ground changed, and is fresh again after a recompute or an undo", async () => {
    await importRuns(run(100), run(101, 0, 1));
    expect(countStale(store, ownRunnerId)).toBe(0);
    const shoe = addShoe(store, { name: "Pair", stiffnessNewtonsPerMillimetre: 61 }, now).id;
    expect(countStale(store, ownRunnerId)).toBe(0);
    const edit = assignShoe(store, { runIds: [2], shoeId: shoe }, now);
    expect(countStale(store, ownRunnerId)).toBe(1);
    takeBack(store, edit?.id ?? 0, now);
    expect(countStale(store, ownRunnerId)).toBe(0);
    saySurface(store, { runId: 1, from: 100, to: 200, surface: "grass" }, now);
    expect(await recomputeStale(store, ownRunnerId)).toBe(1);
    expect(readSurfaces(store, ownRunnerId).load.map(({ surface }) => surface)).toEqual(["grass", "unknown"]);
  });

  it("tells a shoe's wear at the start of each run, and a deleted run takes its wear with it", async () => {
    await importRuns(run(10_000), run(10_001, 0, 1));
    const shoe = addShoe(store, { name: "Pair", distanceBefore: 5000 }, now).id;
    assignShoe(store, { runIds: [1, 2], shoeId: shoe }, now);
    const distanceAt = (id: number) => readRecording(store, id)?.underfoot[0]?.shoeDistance;
    expect([distanceAt(1), distanceAt(2)]).toEqual([0, 40_000]);
    deleteRun(store, 1, now);
    expect(distanceAt(2)).toBe(0);
    restoreRun(store, 1);
    expect(distanceAt(2)).toBe(40_000);
  });

  it("an undone import takes its claims with it", async () => {
    const { id } = await importRuns(run(100));
    addShoe(store, { name: "Pair" }, now);
    assignShoe(store, { runIds: [1], shoeId: 1 }, now);
    undoImport(store, id);
    expect(wholeCabinet(store, ownRunnerId, now).shoes[0]?.runs).toBe(0);
  });
});

it("an older store's shoes become claims of its runs, and its treadmills are known", async () => {
  const older = mkdtempSync(join(tmpdir(), "footfall-"));
  await importRuns(run(100, 1));
  const { meta, series } = store.first(z.object({ meta: z.string(), series: z.instanceof(Uint8Array) }), "SELECT meta, series FROM recordings") ?? { meta: "", series: new Uint8Array() };
  const database = new Database(join(older, "footfall.sqlite"));
  database.exec(migrations[0] ?? "");
  database.pragma("user_version = 1");
  database.exec("INSERT INTO shoes (id, runner_id, name) VALUES (4, 1, 'Old'); INSERT INTO imports (runner_id, started_at, source, process) VALUES (1, 0, 'x', 1); INSERT INTO originals (runner_id, sha256, name, size, gzipped) VALUES (1, 'a', 'a.fit', 1, x'00')");
  database.prepare("INSERT INTO recordings (id, runner_id, import_id, original_id, position, started_at, shoe_id, meta, series) VALUES (7, 1, 1, 1, 0, ?, 4, ?, ?)").run(startedAt, meta, series);
  database.close();
  const opened = openStore(older);
  settleUnderfoot(opened, ownRunnerId);
  expect(readRunUnderfoot(opened, 7)).toMatchObject({ shoes: [{ from: 0, to: 300, shoeId: 4, by: "file" }], surfaces: [{ surface: "treadmill" }] });
  opened.close();
  rmSync(older, { recursive: true, force: true });
});

it("an undo says so when a run it spoke of is gone for good", async () => {
  await importRuns(run(100));
  const shoe = addShoe(store, { name: "Pair" }, now).id;
  assignShoe(store, { runIds: [1], shoeId: shoe }, now);
  const forgotten = forgetShoes(store, [1], now);
  deleteRun(store, 1, now);
  purgeDeletedRuns(store, now + 31 * 86_400);
  expect(() => takeBack(store, forgotten?.id ?? 0, now)).toThrow(/is gone/);
  expect(listEdits(store, ownRunnerId)[0]?.isUndone).toBe(false);
});

describe("ground", () => {
  it("is known of belts and tracks without being told, and otherwise by rule and by hand", async () => {
    await importRuns(run(100, 1), run(101, 4, 1), run(102, 3, 2));
    expect([groundOf(1), groundOf(2), groundOf(3)]).toEqual([[[0, 300, "treadmill", "rule"]], [[0, 303, "track", "rule"]], []]);
    expect(countStale(store, ownRunnerId)).toBe(0);
    writeRules(store, ownRunnerId, { surface: [{ ...plain, kind: "trail", surface: "dirt" }] }, now);
    saySurface(store, { runId: 3, from: 100, to: 200, surface: "gravel" }, now);
    expect(groundOf(3)).toEqual([[0, 100, "dirt", "rule"], [100, 200, "gravel", "hand"], [200, 306, "dirt", "rule"]]);
    saySurface(store, { runId: 3, from: 150, to: 180, surface: null }, now);
    expect(groundOf(3)?.filter(([, , surface]) => surface === "gravel")).toEqual([[100, 150, "gravel", "hand"], [180, 200, "gravel", "hand"]]);
  });

  it("is shared out over all, by week and by shoe", async () => {
    await importRuns(run(100, 1), run(100, 0, 2));
    const shoe = addShoe(store, { name: "Pair" }, now).id;
    assignShoe(store, { runIds: [1, 2], shoeId: shoe }, now);
    const { total, weeks, shoes } = readSurfaces(store, ownRunnerId);
    expect(total).toEqual({ distance: 600, surfaces: [{ surface: "treadmill", share: 0.5 }, { surface: "unknown", share: 0.5 }] });
    expect(weeks.map(({ weekOf, distance }) => [weekOf, distance]).slice(-2)).toEqual([["2026-04-27", 300], ["2026-05-04", 300]]);
    expect(shoes).toMatchObject([{ id: shoe, distance: 600 }]);
  });
});

describe("the cabinet", () => {
  it("reckons wear, a forecast at the present rate, and says what is known of it", async () => {
    await importRuns(run(10_000));
    const shoe = addShoe(store, { name: "Pair", distanceBefore: 395_000, kind: "daily-trainer" }, now).id;
    assignShoe(store, { runIds: [1], shoeId: shoe }, now);
    const [pair] = wholeCabinet(store, ownRunnerId, now).shoes;
    expect(pair).toMatchObject({ runs: 1, distance: 425_000, recentDistance: 30_000, stiffness: { from: "kind" } });
    expect([pair?.absorption.value, pair?.absorption.low, pair?.absorption.high].map((share) => Math.round(100 * (share ?? 0)))).toEqual([74, 66, 83]);
    expect(pair?.forecast?.share).toBe(0.9);
    const days = (Date.parse(pair?.forecast?.on?.value ?? "") / 1000 - now) / 86_400;
    expect(Math.abs(days - (pair?.forecast?.distance.value ?? 0) / (30_000 / 28))).toBeLessThan(1.5);
    expect(pair?.notice).toMatch(/hardly changed forces/);
    expect(pair?.notice).not.toMatch(/replace|danger|risk/i);
  });

  it("compares pairs on the runner's own runs", async () => {
    await importRuns(run(600), run(601, 0, 1));
    const one = addShoe(store, { name: "One", distanceBefore: 600_000 }, now).id;
    const compared = compareOnRuns(store, { one, other: one, isOtherNew: true });
    expect(compared).toMatchObject({ runs: 2, one: { isNew: false }, other: { isNew: true, absorption: { value: 1 } } });
    expect(compared?.discPeak?.low).toBeLessThan(0);
    expect(compared?.discPeak?.high).toBeGreaterThan(0);
    expect(compareOnRuns(store, { one, other: 99 })).toBeNull();
  });

  it.each([[{ stackHeight: -0.01 }, /stack/], [{ stackHeight: 30 }, /millimetres/], [{ distanceBefore: -1 }, /first distance/], [{ stiffnessNewtonsPerMillimetre: 78_000 }, /N\/m/], [{ boughtOn: "yesterday" }, /year-month-day/], [{ name: " " }, /name/]])("refuses %j and keeps nothing of it", (wrong, reason) => {
    expect(() => addShoe(store, { name: "Pair", ...wrong }, now)).toThrow(reason);
    expect(listShoes(store, ownRunnerId)).toEqual([]);
    expect(listEdits(store, ownRunnerId)).toEqual([]);
  });

  it("removes a pair with what was said of its runs, and brings both back", async () => {
    await importRuns(run(100));
    const shoe = addShoe(store, { name: "Pair" }, now).id;
    assignShoe(store, { runIds: [1], shoeId: shoe }, now);
    const removed = removeShoe(store, shoe, now);
    expect([listShoes(store, ownRunnerId).length, shoesOf(1)]).toEqual([0, []]);
    takeBack(store, removed?.edit.id ?? 0, now);
    expect(shoesOf(1)).toEqual([[0, 300, shoe, "hand"]]);
    expect(changeShoe(store, shoe, { retiredOn: "2026-05-09" }, now)?.edit.what).toBe("retired Pair");
  });

  it("keeps a photo judged by its bytes, and the former one until its edit is forgotten", () => {
    const shoe = addShoe(store, { name: "Pair" }, now).id;
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
    setPhoto(store, shoe, png, now);
    const second = setPhoto(store, shoe, jpeg, now);
    expect(readPhoto(store, shoe)).toMatchObject({ mediaType: "image/jpeg" });
    takeBack(store, second?.edit.id ?? 0, now);
    expect(readPhoto(store, shoe)).toMatchObject({ mediaType: "image/png" });
    expect(() => setPhoto(store, shoe, steadyRun(10), now)).toThrow(PhotoRefused);
    expect(() => setPhoto(store, shoe, new Uint8Array(largestPhoto + 1), now)).toThrow(/MiB/);
    purgeEdits(store, now + 100 * 86_400);
    expect(readPhoto(store, shoe)).toMatchObject({ mediaType: "image/png" });
    expect(setPhoto(store, 99, png, now)).toBeNull();
  });
});
