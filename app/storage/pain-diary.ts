import { createHash } from "node:crypto";
import { z } from "zod";
import { isoTime, painOccasions, worstPainRating, type PainEntry } from "../../src/index.ts";
import { placedPain } from "./diary-schema.ts";
import { edit, type Edit, type EditedRows } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId, shownRunnerId } from "./runners.ts";

/** An entry of the diary as it is kept. */
export interface StoredPainEntry extends PainEntry {
  readonly id: number;
  /** What the device or file it came from calls it. */
  readonly clientId: string;
}

const entryRow = z.object({
  id: z.number(), clientId: z.string(), at: z.number(), utcOffset: z.number(), pains: z.string(), occasion: z.enum(painOccasions), note: z.string().nullable(),
});
const placedPains = z.array(placedPain).readonly();
const selectEntries = "SELECT id, client_id AS clientId, at, utc_offset AS utcOffset, pains, occasion, note FROM pain_entries";

/** Whose diary is shown: the owner's as soon as there is anything of theirs, until then the sample runner's. */
export function diaryRunnerId(store: Store): number {
  const own = ["pain_entries", "day_covariates", "weekly_answers", "red_flag_answers"].some((table) => store.first(idRow, `SELECT id FROM ${table} WHERE runner_id = ? LIMIT 1`, ownRunnerId));
  return own ? ownRunnerId : shownRunnerId(store);
}

/** Entries of a runner's diary, oldest first; `from` and `to` [s since 1970] both inside. */
export function painEntries(store: Store, runnerId: number, { from = -1e12, to = 1e12 }: { readonly from?: number; readonly to?: number } = {}): readonly StoredPainEntry[] {
  return store.all(entryRow, `${selectEntries} WHERE runner_id = ? AND deleted_at IS NULL AND at BETWEEN ? AND ? ORDER BY at, id`, runnerId, from, to).map(parsed);
}

/** The oldest entry of a runner's diary; null where it is empty. */
export function firstPainEntry(store: Store, runnerId: number): StoredPainEntry | null {
  const row = store.first(entryRow, `${selectEntries} WHERE runner_id = ? AND deleted_at IS NULL ORDER BY at, id LIMIT 1`, runnerId);
  return row && parsed(row);
}

/** One entry and whose it is; null where there is none of that id. */
export function readPainEntry(store: Store, id: number): { readonly entry: StoredPainEntry; readonly runnerId: number } | null {
  const row = store.first(entryRow, `${selectEntries} WHERE id = ? AND deleted_at IS NULL`, id);
  const owner = store.first(z.object({ runnerId: z.number() }), "SELECT runner_id AS runnerId FROM pain_entries WHERE id = ?", id);
  return row && owner && { entry: parsed(row), runnerId: owner.runnerId };
}

function parsed({ id, clientId, at, utcOffset, pains, occasion, note }: z.infer<typeof entryRow>): StoredPainEntry {
  return { id, clientId, at, utcOffset, pains: placedPains.parse(JSON.parse(pains)), occasion, note };
}

/** What became of entries that were to be added. */
export interface AddedEntries {
  /** Null where nothing was new. */
  readonly edit: Edit | null;
  readonly added: readonly number[];
  /** Entries that are here already, and how many of them with other contents: those are left as they are here. */
  readonly alreadyHere: number;
  readonly otherHere: number;
  /** Entries that were removed here before, and stay removed. */
  readonly removedBefore: number;
}

const idRow = z.object({ id: z.number() });
const knownRow = entryRow.extend({ deletedAt: z.number().nullable() });
const selectKnown = selectEntries.replace(" FROM", ", deleted_at AS deletedAt FROM");

/** An entry with what its device or file calls it. */
export type NamedPainEntry = PainEntry & { readonly clientId: string };

/** Tells entries that are new from those that came before. */
export function newEntries(store: Store, runnerId: number, entries: readonly NamedPainEntry[]): { readonly fresh: readonly NamedPainEntry[] } & Omit<AddedEntries, "edit" | "added"> {
  const fresh = new Map<string, NamedPainEntry>();
  const counts = { alreadyHere: 0, otherHere: 0, removedBefore: 0 };
  for (const entry of entries) {
    const here = store.first(knownRow, `${selectKnown} WHERE runner_id = ? AND client_id = ?`, runnerId, entry.clientId);
    if (here?.deletedAt) counts.removedBefore += 1;
    else if (here || fresh.has(entry.clientId)) {
      counts.alreadyHere += 1;
      if (here && contentsOf(parsed(here)) !== contentsOf(entry)) counts.otherHere += 1;
    } else fresh.set(entry.clientId, entry);
  }
  return { fresh: [...fresh.values()], ...counts };
}

/** Adds entries, all in one edit; one that its device or file sent before is not doubled. */
export function addPainEntries(store: Store, runnerId: number, entries: readonly NamedPainEntry[], { now, what }: { readonly now: number; readonly what: string }): AddedEntries {
  return store.transaction(() => {
    const { fresh, ...counts } = newEntries(store, runnerId, entries);
    if (fresh.length === 0) return { edit: null, added: [], ...counts };
    let added: readonly number[] = [];
    const done = edit(store, { runnerId, now, what }, (rows) => void (added = fresh.map((entry) => writeEntry(rows, entry, now))));
    return { edit: done, added, ...counts };
  });
}

/** Writes a new entry as part of an edit; answers its id. */
export function writeEntry(rows: EditedRows, { clientId, ...entry }: NamedPainEntry, now: number): number {
  return rows.insert("pain_entries", { client_id: clientId, ...columnsOf(entry, now) });
}

/** The entry that a device or file calls so; null where there is none, or it was removed. */
export function entryCalled(store: Store, runnerId: number, clientId: string): StoredPainEntry | null {
  const row = store.first(entryRow, `${selectEntries} WHERE runner_id = ? AND client_id = ? AND deleted_at IS NULL`, runnerId, clientId);
  return row && parsed(row);
}

/** Puts an entry in another's place; null where there is none of that id. */
export function changePainEntry(store: Store, id: number, entry: PainEntry, now: number): Edit | null {
  const found = readPainEntry(store, id);
  return found && edit(store, { runnerId: found.runnerId, now, what: `changed ${entryWords(found.entry)}` }, (rows) => rows.update("pain_entries", id, columnsOf(entry, now)));
}

/** Takes an entry out of the diary; the edit brings it back. Null where there is none of that id. */
export function removePainEntry(store: Store, id: number, now: number): Edit | null {
  const found = readPainEntry(store, id);
  return found && edit(store, { runnerId: found.runnerId, now, what: `removed ${entryWords(found.entry)}` }, (rows) => rows.update("pain_entries", id, { deleted_at: now }));
}

/** Stores entries without an edit to take back, for runners who are made whole. */
export function insertPainEntries(store: Store, runnerId: number, entries: readonly PainEntry[]): void {
  for (const entry of entries) {
    const row = { runner_id: runnerId, client_id: contentId(entry), ...columnsOf(entry, entry.at) };
    store.run(`INSERT INTO pain_entries (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?").join(", ")})`, ...Object.values(row));
  }
}

const columnsOf = ({ at, utcOffset, pains, occasion, note }: PainEntry, now: number) => ({ at, utc_offset: utcOffset, pains: JSON.stringify(pains), occasion, note, written_at: now });

const contentsOf = ({ at, utcOffset, pains, occasion, note }: PainEntry): string =>
  JSON.stringify([at, utcOffset, pains.map(({ region, side, painRating }) => `${region} ${side} ${painRating}`).toSorted(), occasion, note]);

/** What an entry is called that nobody named: the same contents give the same name, so that a file read twice doubles nothing. */
export function contentId(entry: PainEntry): string {
  return createHash("sha256").update(contentsOf(entry)).digest("hex").slice(0, 32);
}

/** An entry in a few words, for the list of edits. */
export function entryWords(entry: PainEntry): string {
  const moment = isoTime(entry.at, entry.utcOffset).slice(0, 16).replace("T", " ");
  return entry.pains.length === 0 ? `“no pain” of ${moment}` : `pain ${worstPainRating(entry)} of ${moment}`;
}
