import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { appleHealthXml, appleRoute } from "../../test/fixtures/apple-health.ts";
import { fileId, steadyRun } from "../../test/fixtures/fit-files.ts";
import { importTables, storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { writeZip, type MemberToWrite } from "../../test/fixtures/write-zip.ts";
import { encodeFit, readRecordings, type PostureTaken } from "../../src/index.ts";
import { addPosture, countStale, importedFiles, listRuns, openStore, originalOf, readRun, recomputeStale, undoImport } from "../storage/index.ts";
import { importPaths, lookInto, resumeImport, type ImportJobOptions } from "./index.ts";

const store = temporaryStore();

const job: ImportJobOptions = { source: "test", now: 1_790_000_000 };
const run = (seed: number, sport = 1): Uint8Array<ArrayBuffer> => generatedRun({ seed, minutes: 3, hasRunningDynamics: seed % 2 === 0, sport });
const text = (words: string): Buffer => Buffer.from(words);

function zipped(name: string, members: readonly MemberToWrite[]): string {
  const path = join(store.home, name);
  writeFileSync(path, writeZip(members));
  return path;
}

const contents = (home = store.home) => storeRows(home, importTables);

const strava: readonly MemberToWrite[] = [
  { name: "export_1/activities.csv", bytes: text("Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename\n1,d,Easy one,Run,,1,1,false,Blue pair,activities/1.fit.gz\n2,d,With the club,Run,,1,1,false,,activities/2.fit.gz\n3,d,To work,Ride,,1,1,false,City bike,activities/3.fit.gz\n4,\"May 1, 2020\",By hand,Run,,1,1,false,,\n5,d,Lost,Run,,1,1,false,,activities/5.gpx\n") },
  { name: "export_1/shoes.csv", bytes: text("Shoe Name,Shoe Brand,Shoe Model\nBlue pair,Brand,Model\n") },
  { name: "export_1/activities/1.fit.gz", bytes: gzipSync(run(1)) },
  { name: "export_1/activities/2.fit.gz", bytes: gzipSync(run(2)) },
  { name: "export_1/activities/3.fit.gz", bytes: gzipSync(run(3, 2)) },
  { name: "export_1/media/photo.jpg", bytes: text("not looked at") },
];

describe("an account of Strava", () => {
  it("brings names and shoes, counts rides, tells rows without a file, and is undone whole", async () => {
    const before = contents();
    const record = await importPaths(store, [zipped("export.zip", strava)], job);
    expect(record).toMatchObject({ state: "done", imported: 2, notRuns: 1, refused: [] });
    const runs = listRuns(store, { offset: 0, limit: 10 }).runs;
    expect(runs.map(({ title, shoe }) => [title, shoe?.name ?? null])).toEqual([["With the club", null], ["Easy one", "Blue pair"]]);
    expect(importedFiles(store, record.id).map(({ outcome }) => outcome).toSorted()).toEqual(["imported", "imported", "no-file", "no-file", "not-a-run"]);
    expect(contents()["shoes"]).toMatchObject([{ name: "Blue pair", brand: "Brand", model: "Model" }]);
    undoImport(store, record.id);
    expect(contents()).toEqual(before);
  });

  it.each([["as the files have it", 0, 0], ["14 km longer each", 14, 6]])("foretells how worn each pair is at each run: told %s, %s km off, %s runs are analysed once more", async (_, off, again) => {
    const runs = Array.from({ length: 8 }, (_, index) => run(2 * index + 1));
    const rows = runs.map((bytes, index) => `${index},d,Run,Run,,1,${((readRecordings(bytes).recordings[0]?.distance ?? NaN) / 1000 + off).toFixed(2)},false,Pair ${index % 2},activities/${index}.fit`);
    const table = ["ID,Date,Name,Type,Description,Time,Distance,Commute,Gear,Filename", ...rows, ""].join("\n");
    await importPaths(store, [zipped("export.zip", [{ name: "activities.csv", bytes: text(table) }, ...runs.map((bytes, index) => ({ name: `activities/${index}.fit`, bytes }))])], job);
    expect(countStale(store, 1)).toBe(again);
    await recomputeStale(store, 1);
    expect(countStale(store, 1)).toBe(0);
  });

  it("names the shoes of runs that are here already, and takes that back alone", async () => {
    writeFileSync(join(store.home, "1.fit"), run(1));
    await importPaths(store, [join(store.home, "1.fit")], job);
    const before = contents();
    const record = await importPaths(store, [zipped("export.zip", strava)], job);
    expect(record).toMatchObject({ imported: 1, alreadyHere: 1 });
    expect(listRuns(store, { offset: 0, limit: 10 }).runs[1]?.shoe?.name).toBe("Blue pair");
    undoImport(store, record.id);
    await recomputeStale(store, 1);
    expect(contents()).toEqual(before);
  });

  it("leaves a pair that was used by hand since, when it is undone", async () => {
    const record = await importPaths(store, [zipped("export.zip", strava)], job);
    const rows = contents()["shoes"];
    store.run("INSERT INTO run_rules (runner_id, about, position, choice) VALUES (1, 'shoe', 0, '[1]')");
    undoImport(store, record.id);
    expect(contents()["shoes"]).toHaveLength(rows?.length ?? 0);
  });
});

describe("an account of Garmin", () => {
  it("in nested zips brings runs by their start; monitoring and settings are counted", async () => {
    const start = 1_700_000_000 + 86_400;
    const activities = [{ summarizedActivitiesExport: [{ activityId: 7, name: "Vienna", beginTimestamp: start * 1000 }] }];
    const gear = [{ gearDTOS: [{ gearPk: 1, gearTypeName: "Shoes", gearStatusName: "retired", displayName: "Old pair", dateBegin: "2019-03-01T00:00:00.0" }], gearActivityDTOs: { 1: [{ activityId: 7 }] } }];
    const monitoring = encodeFit([fileId(32)]);
    const inner = writeZip([{ name: "a_1.fit", bytes: run(1) }, { name: "a_2.fit", bytes: monitoring }, { name: "a_3.fit", bytes: encodeFit([fileId(2)]) }, { name: "a_4.fit", bytes: run(4) }]);
    const path = zipped("garmin.zip", [
      { name: "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", bytes: inner },
      { name: "DI_CONNECT/DI-Connect-Fitness/a_0_summarizedActivities.json", bytes: text(JSON.stringify(activities)) },
      { name: "DI_CONNECT/DI-Connect-Fitness/a_gear.json", bytes: text(JSON.stringify(gear)) },
    ]);
    const record = await importPaths(store, [path], job);
    expect(record).toMatchObject({ imported: 2, notRuns: 2, refused: [] });
    expect(listRuns(store, { offset: 0, limit: 10 }).runs.map(({ title, shoe }) => [title, shoe?.name ?? null])).toEqual([["Run", null], ["Vienna", "Old pair"]]);
    expect(contents()["shoes"]).toMatchObject([{ name: "Old pair", bought_on: "2019-03-01", retired_on: "2023-11-15" }]);
  });
});

describe("an export of Apple Health", () => {
  it("joins a route that the export does not name", async () => {
    const older = appleHealthXml().replace(/<WorkoutRoute.*?<\/WorkoutRoute>/, "");
    await importPaths(store, [zipped("older.zip", [{ name: "apple_health_export/export.xml", bytes: text(older) }, { name: "apple_health_export/workout-routes/a.gpx", bytes: text(appleRoute()) }])], job);
    const id = listRuns(store, { offset: 0, limit: 1 }).runs[0]?.id ?? 0;
    expect(new TextDecoder().decode(originalOf(store, id)?.bytes).match(/<RoutePoint /g)).toHaveLength(601);
  });

  it.each(["zip", "folder"])("brings its runs with their routes, each with an original of its own (%s)", async (kind) => {
    const members = [{ name: "apple_health_export/Exportación.xml", bytes: text(appleHealthXml()) }, { name: "apple_health_export/export_cda.xml", bytes: text("<ClinicalDocument/>") }, { name: "apple_health_export/workout-routes/route.gpx", bytes: text(appleRoute()) }];
    for (const { name, bytes } of members) {
      mkdirSync(join(store.home, "apple", "apple_health_export", "workout-routes"), { recursive: true });
      writeFileSync(join(store.home, "apple", name), bytes);
    }
    const record = await importPaths(store, [kind === "zip" ? zipped("export.zip", members) : join(store.home, "apple")], job);
    expect(record).toMatchObject({ imported: 1, refused: [] });
    const id = listRuns(store, { offset: 0, limit: 1 }).runs[0]?.id ?? 0;
    expect(readRun(store, id)).toMatchObject({ file: { name: "workout-1.xml" }, summary: { method: [{ id: "running-dynamics" }] } });
    expect(readRun(store, id)?.summary?.warnings.map(({ code }) => code)).not.toContain("route-missing");
    expect(new TextDecoder().decode(originalOf(store, id)?.bytes).match(/<RoutePoint /g)).toHaveLength(601);
    expect(await importPaths(store, [kind === "zip" ? join(store.home, "export.zip") : join(store.home, "apple")], job)).toMatchObject({ imported: 0, alreadyHere: 1 });
  });
});

describe("an import", () => {
  it("says what is in there without taking it in", async () => {
    const plan = await lookInto([zipped("export.zip", strava)]);
    expect(plan.kinds.map(({ kind, files }) => [kind, files])).toEqual([["table", 2], ["fit", 3], ["other", 1]]);
    expect(listRuns(store, { offset: 0, limit: 1 }).total).toBe(0);
  });

  it("keeps packed members without packing them again, byte for byte the file", async () => {
    await importPaths(store, [zipped("plain.zip", [{ name: "1.fit", bytes: run(1) }])], job);
    const [original] = contents()["originals"] ?? [];
    if (typeof original !== "object" || original === null || !("gzipped" in original) || !(original.gzipped instanceof Uint8Array)) return expect.unreachable();
    expect(gunzipSync(original.gzipped)).toEqual(Buffer.from(run(1)));
  });

  it("stopped half way goes on where it stopped, to the state it would have had", async () => {
    const members = Array.from({ length: 12 }, (_, seed) => ({ name: `${seed}.fit`, bytes: steadyRun(100 + seed) }));
    const path = zipped("many.zip", [...members, { name: "bad.fit", bytes: text("a shopping list") }]);
    const stop = new AbortController();
    const told: number[] = [];
    const cut = await importPaths(store, [path], { ...job, signal: stop.signal, onOutcome: () => { if (told.push(1) === 5) stop.abort(); } });
    expect(cut).toMatchObject({ state: "cancelled", isResumable: true });
    expect(cut.imported).toBeLessThan(12);
    const whole = await resumeImport(store, cut.id, job);
    expect(whole).toMatchObject({ id: cut.id, state: "done", isResumable: false, imported: 12, alreadyHere: 0, refused: [{ code: "unknown-format" }] });
    expect(await resumeImport(store, cut.id, job)).toBeNull();

    const other = openStore(join(store.home, "other"));
    await importPaths(other, [path], job);
    await Promise.all([recomputeStale(store, 1), recomputeStale(other, 1)]);
    other.close();
    expect(contents()).toEqual(contents(join(store.home, "other")));
    undoImport(store, cut.id);
    expect(contents()).toMatchObject({ recordings: [], originals: [], summaries: [] });
  });

  it("knows a posture marked while it ran: what was read before is stale, and comes out the same", async () => {
    const path = zipped("many.zip", Array.from({ length: 12 }, (_, seed) => ({ name: `${seed}.fit`, bytes: steadyRun(100 + seed) })));
    const leaning: PostureTaken = { day: "2000-01-01", sideView: null, toldLean: { degrees: 15, spreadDegrees: 2 }, inclinometer: null, note: null };
    let told = 0;
    await importPaths(store, [path], { ...job, onOutcome: () => { if (++told === 1) addPosture(store, 1, leaning, 0); } });
    expect(countStale(store, 1)).toBeGreaterThan(0);
    const other = openStore(join(store.home, "other"));
    addPosture(other, 1, leaning, 0);
    await importPaths(other, [path], job);
    expect(countStale(other, 1)).toBe(0);
    await Promise.all([recomputeStale(store, 1), recomputeStale(other, 1)]);
    other.close();
    expect(contents()).toEqual(contents(join(store.home, "other")));
  });

  it("tells progress in files, runs and bytes, to the end", async () => {
    let last: unknown = null;
    await importPaths(store, [zipped("export.zip", strava)], { ...job, onProgress: (progress) => (last = progress) });
    const bytes = strava.filter(({ name }) => String(name).endsWith(".fit.gz")).reduce((sum, member) => sum + member.bytes.length, 0);
    expect(last).toMatchObject({ done: 3, total: 3, imported: 2, notRuns: 1, bytes, totalBytes: bytes });
  });
});
