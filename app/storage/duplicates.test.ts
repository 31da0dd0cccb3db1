import { describe, expect, it } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { importTables, storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { decidePair, listDuplicates } from "./duplicates.ts";
import { importFiles } from "./import-files.ts";
import { undoImport } from "./imports.ts";
import { deleteRun } from "./recordings.ts";
import { recomputeStale } from "./recompute.ts";
import { listRuns } from "./run-list.ts";

const store = temporaryStore();

const options = { source: "test", now: 1_790_000_000 };
const watch = { name: "watch.fit", bytes: generatedRun({ seed: 2, minutes: 20, hasRunningDynamics: true }) };
/** The same run as a service hands it out: track and times, and a name. */
const gpx = (name: string, shift = { seconds: 0, degrees: 0, minutes: 20 }): { name: string; bytes: Uint8Array } => {
  const start = 1_700_000_000 + 2 * 86_400 + shift.seconds;
  let distance = 0;
  const points = Array.from({ length: 60 * shift.minutes }, (_, second) => {
    distance += 2.9;
    const bearing = distance / 900 + 2;
    return `<trkpt lat="${47 + 0.008 * Math.cos(bearing) + shift.degrees}" lon="${8 + 0.012 * Math.sin(bearing)}"><time>${new Date((start + second) * 1000).toISOString()}</time></trkpt>`;
  });
  return { name: `${name}.gpx`, bytes: new TextEncoder().encode(`<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>${name}</name><type>running</type><trkseg>${points.join("")}</trkseg></trk></gpx>`) };
};
const titles = (): readonly string[] => listRuns(store, { offset: 0, limit: 10 }).runs.map(({ title }) => title);
const contents = () => storeRows(store.home, importTables);

describe("the same run from two sources", () => {
  it("is shown once, the richer one, with the other's name; the order does not matter", async () => {
    expect(await importFiles(store, [gpx("Vienna")], options)).toMatchObject({ imported: 1, cameTwice: 0 });
    expect(await importFiles(store, [watch], options)).toMatchObject({ imported: 1, cameTwice: 1 });
    expect(titles()).toEqual(["Vienna"]);
    expect(listRuns(store, { offset: 0, limit: 1 }).runs[0]?.method[0]?.id).toBe("running-dynamics");
    expect(listDuplicates(store, 1)).toMatchObject({ copies: [{ id: 1, of: 2 }], undecided: [], recordings: [{ id: 1, file: "Vienna.gpx" }, { id: 2 }] });
    expect(await importFiles(store, [gpx("Vienna")], options)).toMatchObject({ imported: 0, alreadyHere: 1 });
  });

  it("is two again when either import is undone, as if it had never come", async () => {
    const first = await importFiles(store, [gpx("Vienna")], options);
    await recomputeStale(store, 1);
    const before = contents();
    const second = await importFiles(store, [watch], options);
    undoImport(store, second.id);
    await recomputeStale(store, 1);
    expect(contents()).toEqual(before);
    await importFiles(store, [watch], options);
    undoImport(store, first.id);
    expect(titles()).toEqual(["Run"]);
  });

  it("stays deleted when the one that is shown is deleted", async () => {
    await importFiles(store, [gpx("Vienna"), watch], options);
    deleteRun(store, listRuns(store, { offset: 0, limit: 1 }).runs[0]?.id ?? 0, 1_790_000_000);
    await importFiles(store, [], options);
    expect(titles()).toEqual([]);
  });

  it.each([
    ["starts too far apart", { seconds: 120, degrees: 0, minutes: 20 }, /start 120 s apart/],
    ["elsewhere", { seconds: 0, degrees: 0.01, minutes: 20 }, /tracks are \d+ m apart/],
    ["much longer", { seconds: 0, degrees: 0, minutes: 25 }, /min longer/],
  ])("but %s is shown for decision, and the decision holds until it is turned", async (_, shift, doubt) => {
    await importFiles(store, [watch, gpx("Other", shift)], options);
    expect(titles()).toHaveLength(2);
    expect(listDuplicates(store, 1).undecided).toMatchObject([{ one: 1, other: 2, doubt: expect.stringMatching(doubt) }].map((pair) => ({ doubt: pair.doubt })));
    expect(decidePair(store, 1, 2, 1, true)).toBe(true);
    expect(titles()).toEqual(["Other"]);
    expect(decidePair(store, 1, 1, 2, false)).toBe(true);
    expect([titles().length, listDuplicates(store, 1)]).toEqual([2, { copies: [], undecided: [], recordings: [] }]);
    expect(decidePair(store, 1, 1, 99, true)).toBe(false);
  });
});
