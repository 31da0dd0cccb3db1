import { setImmediate } from "node:timers/promises";
import { inflateSync } from "node:zlib";
import { indexMap, type IndexedMap, type Refusal } from "../../src/index.ts";
import type { Edit } from "./edits.ts";
import type { MapFile } from "./map-file.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId } from "./runners.ts";
import { clearUnfinishedMaps, findSurfaceMap, finishSurfaceMap, restoreSurfaceMap, type readSurfaceMap } from "./surface-maps.ts";

/** How a map is added. */
export interface AddMapOptions {
  /** [s since 1970-01-01T00:00:00Z] */
  readonly now: number;
  readonly runnerId?: number;
  /** Stops between two blocks of the file; nothing of the map is kept. */
  readonly signal?: AbortSignal;
  /** Share of the work that is done [1]. */
  readonly onProgress?: (done: number) => void;
}

/** What became of a map's file. */
export type AddedMap =
  | { readonly outcome: "added" | "already-here" | "restored"; readonly map: NonNullable<ReturnType<typeof readSurfaceMap>>; /** Takes it out of use again; null where it was in use already. */ readonly edit: Edit | null }
  | { readonly outcome: "refused"; readonly refusal: Refusal }
  | { readonly outcome: "cancelled" };

/** Tiles are written so many bytes at a time: one commit costs as much as thousands of rows. */
const bytesACommit = 4 * 2 ** 20;

/** Takes an OpenStreetMap extract into the store: wholly, or, where it is damaged, refused or stopped, not at all. Lets other work of the program go on in between. */
export async function addSurfaceMap(store: Store, file: MapFile, { now, runnerId = ownRunnerId, signal, onProgress }: AddMapOptions): Promise<AddedMap> {
  clearUnfinishedMaps(store);
  const sha256 = file.sha256();
  const known = findSurfaceMap(store, runnerId, sha256);
  if (known?.state === "ready") return { outcome: "already-here", map: known, edit: null };
  const restored = known && restoreSurfaceMap(store, known.id, now, runnerId);
  if (restored) return { outcome: "restored", ...restored };
  const { id } = store.run("INSERT INTO surface_maps (runner_id, name, sha256, size, added_at, process) VALUES (?, ?, ?, ?, ?, ?)", runnerId, file.name, sha256, file.bytes.size, now, process.pid);
  let isKept = false;
  try {
    const end = await writeTiles(store, file, { runnerId, mapId: id, signal, onProgress });
    if (end === null) return { outcome: "cancelled" };
    if ("code" in end) return { outcome: "refused", refusal: end };
    const added = finishSurfaceMap(store, id, end, now, runnerId);
    isKept = true;
    return { outcome: "added", ...added };
  } finally {
    if (!isKept) {
      store.run("DELETE FROM surface_maps WHERE id = ?", id);
      store.shrink();
    }
  }
}

interface Target {
  readonly runnerId: number;
  readonly mapId: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((done: number) => void) | undefined;
}

/** Indexes the file into the map's tiles; null where it was stopped. */
async function writeTiles(store: Store, file: MapFile, { runnerId, mapId, signal, onProgress }: Target): Promise<IndexedMap | Refusal | null> {
  let waiting: { readonly tile: number; readonly pieces: Uint8Array }[] = [];
  let size = 0;
  const commit = (): void => {
    store.transaction(() => {
      for (const { tile, pieces } of waiting) store.run("INSERT INTO surface_tiles (runner_id, map_id, tile, pieces) VALUES (?, ?, ?, ?)", runnerId, mapId, tile, pieces);
    });
    waiting = [];
    size = 0;
  };
  const steps = indexMap(file.bytes, inflate);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      if (!("code" in step.value)) commit();
      return step.value;
    }
    if (step.value.kind === "tile") {
      waiting.push(step.value);
      size += step.value.pieces.length;
      if (size >= bytesACommit) commit();
    } else {
      onProgress?.(step.value.done);
      await setImmediate();
      if (signal?.aborted) return null;
    }
  }
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  return inflateSync(packed, { maxOutputLength: most, chunkSize: Math.min(most, Math.max(65_536, 4 * packed.length)) });
}
