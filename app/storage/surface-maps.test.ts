import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { generatedTown } from "../../bench/generated-map.ts";
import { osmPbfFile } from "../../bench/osm-pbf-writer.ts";
import { routeOnMap } from "../../bench/route-on-map.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { trackGpx } from "../../test/fixtures/track-gpx.ts";
import { addSurfaceMap, type AddMapOptions } from "./add-surface-map.ts";
import { UndoConflict } from "./edits.ts";
import { importFiles } from "./import-files.ts";
import { openMapFile } from "./map-file.ts";
import { listRuns } from "./run-list.ts";
import { readRunUnderfoot } from "./run-underfoot.ts";
import { listSurfaceMaps, purgeRemovedMaps, removeSurfaceMap, restoreSurfaceMap } from "./surface-maps.ts";
import { matchNewRuns, matchRun } from "./surface-matches.ts";
import { takeBack } from "./underfoot-edits.ts";

const store = temporaryStore();

const town = generatedTown({ seed: 5, blocks: 6, houses: 2 });
const whole = osmPbfFile(town.nodes, town.ways, { blockSize: 100 });
const added = 1000;

async function add(bytes: Uint8Array = whole, options: Partial<AddMapOptions> = {}) {
  const path = join(store.home, "town.osm.pbf");
  writeFileSync(path, bytes);
  const file = openMapFile(path);
  try {
    return await addSurfaceMap(store, file, { now: added, ...options });
  } finally {
    file.close();
  }
}

const countOf = (table: string): number | undefined => store.first(z.object({ count: z.number() }), `SELECT count(*) AS count FROM ${table}`)?.count;

async function importedRun(): Promise<number> {
  const { recording } = routeOnMap(town, 3000, 1, { spread: 3, memory: 20 });
  await importFiles(store, [{ name: "run.gpx", bytes: trackGpx(recording) }], { source: "test", now: 0 });
  return listRuns(store, { offset: 0, limit: 1 }).runs[0]?.id ?? expect.unreachable("no run");
}

it("a map is taken in wholly, says what it holds, and is known again by its bytes", async () => {
  const shares: number[] = [];
  expect(await add(whole, { onProgress: (done) => void shares.push(done) })).toMatchObject({ outcome: "added", map: { name: "town.osm.pbf", bytes: whole.length, state: "ready", notices: [] } });
  expect(shares.at(-1)).toBe(1);
  expect((await add()).outcome).toBe("already-here");
  expect(listSurfaceMaps(store).length).toBe(1);
});

it("of a damaged map, or one that was stopped, nothing is kept", async () => {
  expect(await add(whole.subarray(0, whole.length / 2))).toMatchObject({ outcome: "refused", refusal: { code: "damaged", where: expect.stringMatching(/^byte/) } });
  const stop = new AbortController();
  expect(await add(whole, { signal: stop.signal, onProgress: (done) => void (done > 0.5 && stop.abort()) })).toEqual({ outcome: "cancelled" });
  expect([countOf("surface_maps"), countOf("surface_tiles")]).toEqual([0, 0]);
});

it("what an ended program left half done is cleared with the next map", async () => {
  store.run("INSERT INTO surface_maps (runner_id, name, sha256, size, added_at, process) VALUES (1, 'half.osm.pbf', 'x', 1, 1, 999999999)");
  expect(listSurfaceMaps(store)).toEqual([]);
  await add();
  expect(countOf("surface_maps")).toBe(1);
});

it("a run is matched with the maps in use, and anew when they change", async () => {
  const run = await importedRun();
  expect(matchRun(store, run)?.stretches.map(({ reason }) => reason)).toEqual(["no-map"]);
  await add();
  const [map] = listSurfaceMaps(store);
  const matched = matchRun(store, run);
  expect(matched?.stretches.filter(({ reason }) => reason === null).length).toBeGreaterThan(3);
  expect(matchRun(store, run)).toEqual(matched);
  expect(removeSurfaceMap(store, map?.id ?? 0, added)).toMatchObject({ map: { state: "removed" }, edit: { what: "removed the map town.osm.pbf" } });
  expect(matchRun(store, run)?.stretches.map(({ reason }) => reason)).toEqual(["no-map"]);
  expect(restoreSurfaceMap(store, map?.id ?? 0, added)).toMatchObject({ map: { state: "ready" } });
  expect(matchRun(store, run)).toEqual(matched);
  expect(matchRun(store, 999)).toBeNull();
});

it("adding and removing a map are edits that can be taken back, in order", async () => {
  const run = await importedRun();
  const first = await add();
  const id = listSurfaceMaps(store)[0]?.id ?? 0;
  const edit = "edit" in first ? first.edit?.id ?? 0 : 0;
  await matchNewRuns(store, 1);
  const known = (): boolean => Boolean(readRunUnderfoot(store, run)?.surfaces.some(({ by }) => by === "map"));
  expect(known()).toBe(true);
  const removed = removeSurfaceMap(store, id, added)?.edit.id ?? 0;
  expect(() => takeBack(store, edit, added)).toThrow(UndoConflict);
  takeBack(store, removed, added);
  expect([known(), listSurfaceMaps(store)[0]?.state]).toEqual([true, "ready"]);
  takeBack(store, edit, added);
  expect([known(), listSurfaceMaps(store)[0]?.state]).toEqual([false, "removed"]);
  expect((await add()).outcome).toBe("restored");
});

it("a removed map comes back within thirty days, by its number or its file, and then is gone for good", async () => {
  await add();
  const id = listSurfaceMaps(store)[0]?.id ?? 0;
  expect([removeSurfaceMap(store, 99, added), restoreSurfaceMap(store, id, added)]).toEqual([null, null]);
  removeSurfaceMap(store, id, added);
  expect(removeSurfaceMap(store, id, added)).toBeNull();
  expect((await add()).outcome).toBe("restored");
  removeSurfaceMap(store, id, added);
  expect([purgeRemovedMaps(store, added + 29 * 86_400), purgeRemovedMaps(store, added + 31 * 86_400)]).toEqual([0, 1]);
  expect([countOf("surface_maps"), countOf("surface_tiles")]).toEqual([0, 0]);
});
