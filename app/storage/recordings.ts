import { z } from "zod";
import { terrains, type Posture, type Recording, type UnderfootStretch } from "../../src/index.ts";
import { decodeRecording, type EncodedRecording, type StoredRecording } from "./encode-recording.ts";
import { removeOrphanedOriginals } from "./originals.ts";
import type { Store } from "./open-store.ts";
import { notice } from "./run-summary-schema.ts";
import { toldWeather } from "./told-weather.ts";
import { readUnderfootKey, settleUnderfoot } from "./underfoot.ts";

/** A recording without its samples, as stored. */
const recordingMeta = z.object({
  format: z.enum(["fit", "tcx", "gpx", "apple-health"]),
  sport: z.enum(["running", "walking"]),
  sportFrom: z.enum(["file", "judged"]),
  startedAt: z.number(),
  utcOffset: z.number().nullable(),
  duration: z.number(),
  distance: z.number().nullable(),
  device: z.string().nullable(),
  title: z.string().nullable(),
  indoor: z.boolean().nullable(),
  terrain: z.exactOptional(z.enum(terrains)),
  weather: z.exactOptional(toldWeather),
  pauses: z.array(z.object({ start: z.number(), end: z.number() })),
  notices: z.array(notice),
}) satisfies z.ZodType<Omit<Recording, "samples">>;

export type RecordingMeta = z.infer<typeof recordingMeta>;

/** What a recording is called where nobody named it. */
export function titleOf(meta: RecordingMeta): string {
  if (meta.title !== null && meta.title.trim() !== "") return meta.title;
  return meta.sport === "walking" ? "Walk" : meta.indoor === true ? "Treadmill run" : "Run";
}

/** Where a recording comes from. */
export interface Provenance {
  readonly runnerId: number;
  readonly importId: number;
  readonly originalId: number;
  /** Which recording of its file, from 0. */
  readonly position: number;
  readonly shoeId: number | null;
  /** How the runner held themselves on that day, as its summary's key has it. */
  readonly postureKey: string;
}

/** Stores a recording; answers its id. */
export function insertRecording(store: Store, { meta, temperature, series }: EncodedRecording, from: Provenance): number {
  const { id } = store.run(
    "INSERT INTO recordings (runner_id, import_id, original_id, position, started_at, shoe_id, posture_key, is_temperature_read, temperature_celsius, meta, series) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
    from.runnerId, from.importId, from.originalId, from.position, meta.startedAt, from.shoeId, from.postureKey, temperature, JSON.stringify(meta), series,
  );
  if (from.shoeId !== null) claimShoe(store, id, { ...from, shoeId: from.shoeId });
  return id;
}

/** Notes that a file or an account names the pair a run was in. */
export function claimShoe(store: Store, recordingId: number, { runnerId, importId, shoeId }: { readonly runnerId: number; readonly importId: number; readonly shoeId: number }): void {
  store.run("INSERT INTO shoe_claims (runner_id, recording_id, from_metres, to_metres, shoe_id, said_by, import_id) VALUES (?, ?, 0, 1e9, ?, 'file', ?)", runnerId, recordingId, shoeId, importId);
}

const recordingRow = z.object({ runnerId: z.number(), underfootKey: z.string(), postureKey: z.string(), meta: z.string(), series: z.instanceof(Uint8Array) });

const postureJson = z.object({ trunkLeanDegrees: z.number().nullable(), trunkLeanSpreadDegrees: z.number().nullable(), lordosisDegrees: z.number().nullable() }).nullable();

/** What a run is computed with beside its recording. */
export interface RunCircumstances {
  readonly runnerId: number;
  readonly posture: Posture;
  readonly underfoot: readonly UnderfootStretch[];
}

/** The same as its columns hold it. */
export interface CircumstancesRow {
  readonly runnerId: number;
  readonly underfootKey: string;
  readonly postureKey: string;
}

/** What a run is computed with, from its columns. */
export function circumstancesOf({ runnerId, underfootKey, postureKey }: CircumstancesRow): RunCircumstances {
  return { runnerId, underfoot: readUnderfootKey(underfootKey), posture: postureJson.parse(JSON.parse(postureKey)) ?? { trunkLeanDegrees: null, lordosisDegrees: null } };
}

/** A recording as it is stored, whose it is, the posture it is computed with and what lay under it; null where there is none of that id. */
export function readEncoded(store: Store, id: number): (RunCircumstances & { readonly encoded: StoredRecording }) | null {
  const row = store.first(recordingRow, "SELECT runner_id AS runnerId, underfoot_key AS underfootKey, posture_key AS postureKey, meta, series FROM recordings WHERE id = ? AND deleted_at IS NULL", id);
  return row && { encoded: { meta: readMeta(row.meta), series: row.series }, ...circumstancesOf(row) };
}

/** The same with the recording as it was read. */
export function readRecording(store: Store, id: number): (RunCircumstances & { readonly recording: Recording }) | null {
  const found = readEncoded(store, id);
  return found && { ...found, recording: decodeRecording(found.encoded) };
}

/** Parses a stored `meta`. */
export function readMeta(json: string): RecordingMeta {
  return recordingMeta.parse(JSON.parse(json));
}

/** Takes a run out of sight; `restoreRun` brings it back until `purgeDeletedRuns`. */
export function deleteRun(store: Store, id: number, now: number): boolean {
  return settledAfter(store, id, () => store.run("UPDATE recordings SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", now, id).changes > 0);
}

/** Brings a deleted run back. */
export function restoreRun(store: Store, id: number): boolean {
  return settledAfter(store, id, () => store.run("UPDATE recordings SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL AND is_copy = 0", id).changes > 0);
}

const ownerRow = z.object({ runnerId: z.number() });

/** A run more or less changes how worn the shoes of later ones were. */
function settledAfter(store: Store, id: number, change: () => boolean): boolean {
  return store.transaction(() => {
    const isChanged = change();
    const owner = isChanged ? store.first(ownerRow, "SELECT runner_id AS runnerId FROM recordings WHERE id = ?", id) : null;
    if (owner) settleUnderfoot(store, owner.runnerId);
    return isChanged;
  });
}

/** How long a deleted run can be brought back [s]. */
const keptDeleted = 30 * 86_400;

/** Removes for good what was deleted more than thirty days ago. */
export function purgeDeletedRuns(store: Store, now: number): number {
  return store.transaction(() => {
    // What was kept behind a run goes with it, or it would stand in its place.
    store.run("DELETE FROM recordings WHERE same_as IN (SELECT id FROM recordings WHERE deleted_at < ? AND is_copy = 0)", now - keptDeleted);
    const purged = store.run("DELETE FROM recordings WHERE deleted_at < ? AND is_copy = 0", now - keptDeleted).changes;
    if (purged > 0) removeOrphanedOriginals(store);
    return purged;
  });
}
