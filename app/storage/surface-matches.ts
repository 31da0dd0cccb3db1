import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { matchSurfaces, type MapIndex, type SurfaceMatch } from "../../src/index.ts";
import { mapsKey, storedMatch } from "./map-claims.ts";
import type { Store } from "./open-store.ts";
import { readRecording } from "./recordings.ts";
import { ownRunnerId } from "./runners.ts";
import { listSurfaceMaps } from "./surface-maps.ts";
import { settleUnderfoot } from "./underfoot.ts";

const resultRow = z.object({ result: z.string() });
const piecesRow = z.object({ pieces: z.instanceof(Uint8Array) });
const idRow = z.object({ id: z.number() });

/** What the runner's maps tell of a run; kept until maps or matcher change. Null where there is no such run. */
export function matchRun(store: Store, id: number, runnerId: number = ownRunnerId): SurfaceMatch | null {
  const found = readRecording(store, id);
  if (!found) return null;
  const key = mapsKey(store, runnerId);
  const kept = store.first(resultRow, "SELECT result FROM surface_matches WHERE recording_id = ? AND maps_key = ?", id, key);
  const read = kept && storedMatch.safeParse(JSON.parse(kept.result));
  if (read?.success) return read.data;
  const match = matchSurfaces(found.recording, mapIndex(store, runnerId));
  store.run("INSERT OR REPLACE INTO surface_matches (recording_id, runner_id, maps_key, result) VALUES (?, ?, ?, ?)", id, found.runnerId, key, JSON.stringify(match));
  return match;
}

/** The runner's maps as the matcher reads them, tile by tile; of overlapping maps the newest counts first. */
export function mapIndex(store: Store, runnerId: number = ownRunnerId): MapIndex {
  const maps = mapsInUse(store, runnerId);
  return {
    bounds: maps.map(({ bounds }) => bounds),
    piecesOf: (tile) => maps.flatMap(({ id }) => store.all(piecesRow, "SELECT pieces FROM surface_tiles WHERE map_id = ? AND tile = ? ORDER BY id", id, tile).map(({ pieces }) => pieces)),
  };
}

function mapsInUse(store: Store, runnerId: number) {
  return listSurfaceMaps(store, runnerId).filter(({ state }) => state === "ready");
}

/** Numbers of a runner's runs, newest first. */
export function runsToMatch(store: Store, runnerId: number): number[] {
  return store.all(idRow, "SELECT id FROM recordings WHERE runner_id = ? AND deleted_at IS NULL ORDER BY started_at DESC, id DESC", runnerId).map(({ id }) => id);
}

export interface MatchOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Matches a runner's runs that the maps in use were not asked about yet, letting other work pass between them, and lays what they tell under them. Answers how many. */
export async function matchNewRuns(store: Store, runnerId: number, { onProgress, signal }: MatchOptions = {}): Promise<number> {
  const ids = mapsInUse(store, runnerId).length === 0 ? [] : store.all(
    idRow,
    "SELECT id FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND id NOT IN (SELECT recording_id FROM surface_matches WHERE maps_key = ?) ORDER BY started_at DESC, id DESC",
    runnerId, mapsKey(store, runnerId),
  );
  let done = 0;
  for (const { id } of ids) {
    if (signal?.aborted) break;
    onProgress?.(done, ids.length);
    matchRun(store, id, runnerId);
    done++;
    await nextTurn();
  }
  if (done > 0) onProgress?.(done, ids.length);
  settleUnderfoot(store, runnerId);
  return done;
}
