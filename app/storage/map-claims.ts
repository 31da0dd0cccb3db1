import { z } from "zod";
import { surfaceMatchVersion, surfaces, unknownReasons, type SurfaceMatch, type SurfaceStretch, type UnknownReason } from "../../src/index.ts";
import type { Store } from "./open-store.ts";

/** What the maps tell of a run, as stored. */
export const storedMatch = z.object({
  stretches: z.array(z.object({
    from: z.number(),
    to: z.number(),
    surface: z.enum(surfaces),
    by: z.literal("map"),
    reason: z.custom<UnknownReason>((value) => typeof value === "string" && Object.hasOwn(unknownReasons, value)).nullable(),
    confidence: z.number().nullable(),
  })).readonly(),
  positionSpread: z.number().nullable(),
}) satisfies z.ZodType<SurfaceMatch>;

const idRow = z.object({ id: z.number() });

/** What a match depends on beside its recording: the matcher and the maps in use, newest first. */
export function mapsKey(store: Store, runnerId: number): string {
  const maps = store.all(idRow, "SELECT id FROM surface_maps WHERE runner_id = ? AND removed_at IS NULL AND contents IS NOT NULL ORDER BY id DESC", runnerId);
  return `${surfaceMatchVersion}: ${maps.map(({ id }) => id).join(" ")}`;
}

/** Below this it is said that the map is not sure [1]: open ground crossed without a path is. */
const uncertain = 0.7;

const matchRow = z.object({ recordingId: z.number(), result: z.string() });

/** Stretches of each run whose surface the maps in use tell. */
export function mapClaims(store: Store, runnerId: number): ReadonlyMap<number, readonly SurfaceStretch[]> {
  const rows = store.all(matchRow, "SELECT recording_id AS recordingId, result FROM surface_matches WHERE runner_id = ? AND maps_key = ?", runnerId, mapsKey(store, runnerId));
  return new Map(rows.map(({ recordingId, result }) => {
    const read = storedMatch.safeParse(JSON.parse(result));
    const known = read.success ? read.data.stretches.filter(({ surface }) => surface !== "unknown") : [];
    return [recordingId, known.map(({ from, to, surface, confidence }) => ({ from, to, surface, by: "map" as const, reason: (confidence ?? 0) < uncertain ? "by the map, uncertain" : "by the map" }))];
  }));
}
