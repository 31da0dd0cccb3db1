import { z } from "zod";
import { isoTime, leanLoad, pointTroubles, postureFindings, postureInForce, type Posture, type PostureTaken, type Recording } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { postureTaken } from "./posture-schema.ts";
import { readMeta } from "./recordings.ts";
import { readRunner } from "./runners.ts";

/** A posture that cannot be kept, and why. */
export class PostureRefusal extends Error {
  readonly where: string;

  constructor(message: string, where: string) {
    super(message);
    this.name = "PostureRefusal";
    this.where = where;
  }
}

const entryRow = z.object({ id: z.number(), taken: z.string() });

/** Every posture a runner took, newest day first. */
export function listPostures(store: Store, runnerId: number) {
  return takenOf(store, runnerId).map(described);
}

function takenOf(store: Store, runnerId: number): { readonly id: number; readonly taken: PostureTaken }[] {
  return store.all(entryRow, "SELECT id, taken FROM posture_entries WHERE runner_id = ? AND deleted_at IS NULL ORDER BY day DESC, id DESC", runnerId).map(parsed);
}

/** One posture; null where there is none of that id. */
export function readPosture(store: Store, id: number) {
  const row = store.first(entryRow, "SELECT id, taken FROM posture_entries WHERE id = ? AND deleted_at IS NULL", id);
  return row && described(parsed(row));
}

function parsed({ id, taken }: z.infer<typeof entryRow>): { readonly id: number; readonly taken: PostureTaken } {
  return { id, taken: postureTaken.parse(JSON.parse(taken)) };
}

function described({ id, taken }: { readonly id: number; readonly taken: PostureTaken }) {
  const findings = postureFindings(taken);
  return { id, ...taken, findings: { ...findings, leverLoad: leanLoad(findings) } };
}

/** Keeps a new posture; answers its id. Refuses points that cannot be where they are. */
export function addPosture(store: Store, runnerId: number, taken: PostureTaken): number {
  refuseImpossible(taken);
  return store.transaction(() => {
    const { id } = store.run("INSERT INTO posture_entries (runner_id, day, taken) VALUES (?, ?, ?)", runnerId, taken.day, JSON.stringify(taken));
    settlePosture(store, runnerId);
    return id;
  });
}

/** Puts a posture in another's place; false where there is none of that id. */
export function changePosture(store: Store, runnerId: number, id: number, taken: PostureTaken): boolean {
  refuseImpossible(taken);
  return changed(store, runnerId, "UPDATE posture_entries SET day = ?, taken = ? WHERE id = ? AND runner_id = ? AND deleted_at IS NULL", taken.day, JSON.stringify(taken), id);
}

/** Takes a posture away; `restorePosture` brings it back. */
export function deletePosture(store: Store, runnerId: number, id: number, now: number): boolean {
  return changed(store, runnerId, "UPDATE posture_entries SET deleted_at = ? WHERE id = ? AND runner_id = ? AND deleted_at IS NULL", now, id);
}

/** Brings a removed posture back. */
export function restorePosture(store: Store, runnerId: number, id: number): boolean {
  return changed(store, runnerId, "UPDATE posture_entries SET deleted_at = NULL WHERE id = ? AND runner_id = ? AND deleted_at IS NOT NULL", id);
}

/** Takes in postures exported before, all or none; those that are here already, to the letter, are passed over. */
export function importPostures(store: Store, runnerId: number, many: readonly PostureTaken[]): { readonly added: readonly number[]; readonly alreadyHere: number } {
  return store.transaction(() => {
    const known = new Set(listPostures(store, runnerId).map(({ id: _id, findings: _findings, ...taken }) => JSON.stringify(taken)));
    const fresh = many.filter((taken) => !known.has(JSON.stringify(taken)));
    return { added: fresh.map((taken) => addPosture(store, runnerId, taken)), alreadyHere: many.length - fresh.length };
  });
}

function changed(store: Store, runnerId: number, sql: string, ...parameters: readonly (number | string)[]): boolean {
  return store.transaction(() => {
    const isThere = store.run(sql, ...parameters, runnerId).changes > 0;
    if (isThere) settlePosture(store, runnerId);
    return isThere;
  });
}

function refuseImpossible(taken: PostureTaken): void {
  const { sideView, toldLean, inclinometer } = taken;
  const [trouble] = sideView ? pointTroubles(sideView) : [];
  if (trouble) throw new PostureRefusal(trouble.message, "sideView.strides");
  const seen = postureFindings({ ...taken, toldLean: null });
  if (sideView && !seen.trunkLean && !seen.overstride) {
    throw new PostureRefusal("no angle follows from these points: mark shoulder and hip at mid-stance, and ankle and toe once, so that Footfall knows which way you run", "sideView.strides");
  }
  if (!sideView && !toldLean && !inclinometer) throw new PostureRefusal("nothing was measured: mark a picture, tell a lean or give two readings", "posture");
}

/** What is known of how a runner holds themselves, as plain data: whoever has no store is given it. */
export interface PostureHistory {
  readonly taken: readonly PostureTaken[];
  /** Forward lean of the trunk that the profile tells [°]. */
  readonly told: number | null;
}

/** Everything a runner's runs take their posture from. */
export function postureHistory(store: Store, runnerId: number): PostureHistory {
  return { taken: takenOf(store, runnerId).map(({ taken }) => taken), told: readRunner(store, runnerId).trunkLeanDegrees };
}

/** The posture a run is computed with: the entry in force on its own day, else what the profile tells. */
export function postureThen({ taken, told }: PostureHistory, { startedAt, utcOffset }: Pick<Recording, "startedAt" | "utcOffset">): Posture {
  const measured = taken.length === 0 ? null : postureInForce(taken, isoTime(startedAt, utcOffset).slice(0, 10));
  const hasLean = measured !== null && measured.trunkLeanDegrees !== null;
  return {
    trunkLeanDegrees: hasLean ? measured.trunkLeanDegrees : told, trunkLeanSpreadDegrees: hasLean ? measured.trunkLeanSpreadDegrees ?? null : null,
    lordosisDegrees: measured?.lordosisDegrees ?? null,
  };
}

/** The same of a runner in the store. */
export function postureOfRun(store: Store, runnerId: number): (run: Pick<Recording, "startedAt" | "utcOffset">) => Posture {
  const history = postureHistory(store, runnerId);
  return (run) => postureThen(history, run);
}

const runRow = z.object({ id: z.number(), meta: z.string(), key: z.string() });

/** Lays beside each run the posture it is to be computed with; a summary computed with another is stale by it. */
export function settlePosture(store: Store, runnerId: number): void {
  store.transaction(() => {
    const postureOf = postureOfRun(store, runnerId);
    for (const { id, meta, key } of store.all(runRow, "SELECT id, meta, posture_key AS key FROM recordings WHERE runner_id = ?", runnerId)) {
      const now = JSON.stringify(postureOf(readMeta(meta)));
      if (now !== key) store.run("UPDATE recordings SET posture_key = ? WHERE id = ?", now, id);
    }
  });
}
