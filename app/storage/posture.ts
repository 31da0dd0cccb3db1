import { z } from "zod";
import { leanLoad, pointTroubles, postureFindings, type Posture, type PostureTaken, type Recording } from "../../src/index.ts";
import { edit, type Edit, type EditedRows, type EditHead } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { postureTaken } from "./posture-schema.ts";
import { readMeta } from "./recordings.ts";
import { postureThen, type PostureHistory } from "./posture-then.ts";
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

/** Taken away before there was an undo of everything; such rows stay where they are. */
const isKept = "deleted_at IS NULL";

function takenOf(store: Store, runnerId: number): { readonly id: number; readonly taken: PostureTaken }[] {
  return store.all(entryRow, `SELECT id, taken FROM posture_entries WHERE runner_id = ? AND ${isKept} ORDER BY day DESC, id DESC`, runnerId).map(parsed);
}

/** One posture; null where there is none of that id. */
export function readPosture(store: Store, id: number) {
  const row = store.first(entryRow, `SELECT id, taken FROM posture_entries WHERE id = ? AND ${isKept}`, id);
  return row && described(parsed(row));
}

function parsed({ id, taken }: z.infer<typeof entryRow>): { readonly id: number; readonly taken: PostureTaken } {
  return { id, taken: postureTaken.parse(JSON.parse(taken)) };
}

function described({ id, taken }: { readonly id: number; readonly taken: PostureTaken }) {
  const findings = postureFindings(taken);
  return { id, ...taken, findings: { ...findings, leverLoad: leanLoad(findings) } };
}

/** A posture that was kept, changed or taken away, and the edit that takes it back. */
export interface PostureEdit {
  readonly id: number;
  readonly edit: Edit;
}

/** Keeps a new posture. Refuses points that cannot be where they are. */
export function addPosture(store: Store, runnerId: number, taken: PostureTaken, now: number): PostureEdit {
  refuseImpossible(taken);
  let id = 0;
  const done = edited(store, { runnerId, now, what: `kept the posture of ${taken.day}` }, (rows) => void (id = rows.insert("posture_entries", columnsOf(taken))));
  return { id, edit: done };
}

/** Puts a posture in another's place; null where there is none of that id. */
export function changePosture(store: Store, runnerId: number, id: number, taken: PostureTaken, now: number): PostureEdit | null {
  refuseImpossible(taken);
  if (!isOf(store, runnerId, id)) return null;
  return { id, edit: edited(store, { runnerId, now, what: `changed the posture of ${taken.day}` }, (rows) => rows.update("posture_entries", id, columnsOf(taken))) };
}

/** Takes a posture away; null where there is none of that id. */
export function deletePosture(store: Store, runnerId: number, id: number, now: number): PostureEdit | null {
  const found = isOf(store, runnerId, id) ? readPosture(store, id) : null;
  return found && { id, edit: edited(store, { runnerId, now, what: `took away the posture of ${found.day}` }, (rows) => rows.remove("posture_entries", id)) };
}

/** What a file of postures changed. */
export interface PosturesImported {
  readonly added: readonly number[];
  readonly alreadyHere: number;
  /** Null where nothing was changed. */
  readonly edit: Edit | null;
}

/** Takes in postures exported before, all or none; those that are here already, to the letter, are passed over. */
export function importPostures(store: Store, runnerId: number, many: readonly PostureTaken[], now: number): PosturesImported {
  for (const taken of many) refuseImpossible(taken);
  const known = new Set(takenOf(store, runnerId).map(({ taken }) => JSON.stringify(taken)));
  const fresh = many.filter((taken) => !known.has(JSON.stringify(taken)));
  const alreadyHere = many.length - fresh.length;
  if (fresh.length === 0) return { added: [], alreadyHere, edit: null };
  const added: number[] = [];
  const what = fresh.length === 1 ? "took in a posture from a file" : `took in ${fresh.length} postures from a file`;
  const done = edited(store, { runnerId, now, what }, (rows) => fresh.forEach((taken) => added.push(rows.insert("posture_entries", columnsOf(taken)))));
  return { added, alreadyHere, edit: done };
}

function edited(store: Store, head: EditHead, work: (rows: EditedRows) => void): Edit {
  return store.transaction(() => {
    const done = edit(store, head, work);
    settlePosture(store, head.runnerId);
    return done;
  });
}

const columnsOf = (taken: PostureTaken) => ({ day: taken.day, taken: JSON.stringify(taken) });

function isOf(store: Store, runnerId: number, id: number): boolean {
  return store.first(z.object({ id: z.number() }), `SELECT id FROM posture_entries WHERE id = ? AND runner_id = ? AND ${isKept}`, id, runnerId) !== null;
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

/** Everything a runner's runs take their posture from. */
export function postureHistory(store: Store, runnerId: number): PostureHistory {
  return { taken: takenOf(store, runnerId).map(({ taken }) => taken), told: readRunner(store, runnerId).trunkLeanDegrees };
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
