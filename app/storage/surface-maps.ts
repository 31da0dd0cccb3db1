import { z } from "zod";
import type { IndexedMap } from "../../src/index.ts";
import { edit, type Edit } from "./edits.ts";
import { isAlive } from "./imports.ts";
import { isoMoment } from "./moment.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId } from "./runners.ts";
import { notice } from "./run-summary-schema.ts";

/** What a map holds, as stored. */
const mapContents = z.object({
  ways: z.number(),
  corners: z.number(),
  bounds: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }),
  notices: z.array(notice).readonly(),
}) satisfies z.ZodType<IndexedMap>;

const mapRow = z.object({ id: z.number(), name: z.string(), sha256: z.string(), size: z.number(), addedAt: z.number(), removedAt: z.number().nullable(), contents: z.string() });

const selectMaps = "SELECT id, name, sha256, size, added_at AS addedAt, removed_at AS removedAt, contents FROM surface_maps WHERE runner_id = ? AND contents IS NOT NULL";

/** Maps of a runner, newest first; removed ones too, as long as they can be brought back. */
export function listSurfaceMaps(store: Store, runnerId: number = ownRunnerId) {
  return store.all(mapRow, `${selectMaps} ORDER BY id DESC`, runnerId).map(described);
}

/** A map with these bytes; null where there is none. */
export function findSurfaceMap(store: Store, runnerId: number, sha256: string) {
  const row = store.first(mapRow, `${selectMaps} AND sha256 = ?`, runnerId, sha256);
  return row && described(row);
}

/** A map of this number; null where there is none. */
export function readSurfaceMap(store: Store, runnerId: number, id: number) {
  const row = store.first(mapRow, `${selectMaps} AND id = ?`, runnerId, id);
  return row && described(row);
}

function described({ id, name, sha256, size, addedAt, removedAt, contents }: z.infer<typeof mapRow>) {
  return {
    id, name, sha256,
    bytes: size,
    addedAt: isoMoment(addedAt),
    state: removedAt === null ? "ready" as const : "removed" as const,
    ...mapContents.parse(JSON.parse(contents)),
  };
}

/** A map that was put in or out of use, and the edit that takes it back. */
export interface MapEdit {
  readonly map: ReturnType<typeof described>;
  readonly edit: Edit;
}

/** Takes a map out of use; `restoreSurfaceMap`, or undo, brings it back until `purgeRemovedMaps`. Null where there is none of that number in use. */
export function removeSurfaceMap(store: Store, id: number, now: number, runnerId: number = ownRunnerId): MapEdit | null {
  return readSurfaceMap(store, runnerId, id)?.state === "ready" ? putInUse(store, id, { removedAt: now, now, runnerId, did: "removed the map" }) : null;
}

/** Brings a removed map back; null where there is none of that number removed. */
export function restoreSurfaceMap(store: Store, id: number, now: number, runnerId: number = ownRunnerId): MapEdit | null {
  return readSurfaceMap(store, runnerId, id)?.state === "removed" ? putInUse(store, id, { removedAt: null, now, runnerId, did: "brought back the map" }) : null;
}

/** Puts a map that was read to its end into use. */
export function finishSurfaceMap(store: Store, id: number, contents: IndexedMap, now: number, runnerId: number): MapEdit {
  return store.transaction(() => {
    // Added is brought back from having been removed at the same moment: so undo takes it out of use.
    store.run("UPDATE surface_maps SET contents = ?, removed_at = ? WHERE id = ?", JSON.stringify(contents), now, id);
    return putInUse(store, id, { removedAt: null, now, runnerId, did: "added the map" });
  });
}

function putInUse(store: Store, id: number, { removedAt, now, runnerId, did }: { readonly removedAt: number | null; readonly now: number; readonly runnerId: number; readonly did: string }): MapEdit {
  const name = readSurfaceMap(store, runnerId, id)?.name ?? "";
  const done = edit(store, { runnerId, now, what: `${did} ${name}` }, (rows) => rows.update("surface_maps", id, { removed_at: removedAt }));
  const map = readSurfaceMap(store, runnerId, id);
  if (map === null) throw new Error(`map ${id} is gone`);
  return { map, edit: done };
}

/** How long a removed map can be brought back [s]. */
const keptRemoved = 30 * 86_400;

/** Removes for good what was removed more than thirty days ago; answers how many maps. */
export function purgeRemovedMaps(store: Store, now: number): number {
  const { changes } = store.run("DELETE FROM surface_maps WHERE removed_at < ?", now - keptRemoved);
  if (changes > 0) store.shrink();
  return changes;
}

const unfinishedRow = z.object({ id: z.number(), process: z.number() });

/** Removes what a program left half done that was ended from outside. */
export function clearUnfinishedMaps(store: Store): void {
  const left = store.all(unfinishedRow, "SELECT id, process FROM surface_maps WHERE contents IS NULL").filter(({ process }) => !isAlive(process));
  for (const { id } of left) store.run("DELETE FROM surface_maps WHERE id = ?", id);
  if (left.length > 0) store.shrink();
}
