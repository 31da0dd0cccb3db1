import { z } from "zod";
import { isoMoment } from "./moment.ts";
import type { Parameter, Store } from "./open-store.ts";
import { ownRunnerId } from "./runners.ts";

/** Tables whose rows a runner edits, each with an `id`; what other tables hold follows from them. */
const editableTables = ["shoes", "shoe_claims", "surface_claims", "run_rules", "surface_maps", "pain_entries", "day_covariates", "weekly_answers", "red_flag_answers", "experiments", "plan_wishes", "posture_entries"] as const;

type EditableTable = (typeof editableTables)[number];

type Row = Readonly<Record<string, string | number | null>>;

/** One change the runner made, which can be taken back. */
export interface Edit {
  readonly id: number;
  readonly at: string;
  /** What was done, in words. */
  readonly what: string;
  readonly isUndone: boolean;
}

/** The only way rows are edited: each write keeps what was there before. */
export interface EditedRows {
  readonly insert: (table: EditableTable, values: Row) => number;
  /** A row like another but for some values. */
  readonly copy: (table: EditableTable, id: number, values: Row) => number;
  readonly update: (table: EditableTable, id: number, values: Row) => void;
  readonly remove: (table: EditableTable, id: number) => void;
}

/** Whose rows are edited, when [s since 1970], and what it is called. */
export interface EditHead {
  readonly runnerId: number;
  readonly now: number;
  readonly what: string;
}

/** A later change stands in the way of an undo. */
export class UndoConflict extends Error {}

const rowShape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const changeShape = z.object({ table: z.enum(editableTables), id: z.number(), before: rowShape.nullable(), after: rowShape.nullable() });
type Change = z.infer<typeof changeShape>;

/** Makes an edit, all of it or nothing, and keeps the way back. */
export function edit(store: Store, { runnerId, now, what }: EditHead, work: (rows: EditedRows) => void): Edit {
  return store.transaction(() => {
    const changes: Change[] = [];
    const note = (table: EditableTable, id: number, before: Row | null): void => void changes.push({ table, id, before, after: read(store, table, id) });
    const insert = (table: EditableTable, values: Row): number => {
      const { id } = insertRow(store, table, { runner_id: runnerId, ...values });
      note(table, id, null);
      return id;
    };
    work({
      insert,
      copy(table, id, values) {
        const { id: _, ...like } = read(store, table, id) ?? {};
        return insert(table, { ...like, ...values });
      },
      update(table, id, values) {
        const before = read(store, table, id);
        updateRow(store, table, id, values);
        note(table, id, before);
      },
      remove(table, id) {
        const before = read(store, table, id);
        store.run(`DELETE FROM ${table} WHERE id = ?`, id);
        note(table, id, before);
      },
    });
    const { id } = store.run("INSERT INTO edits (runner_id, at, what, changes) VALUES (?, ?, ?, ?)", runnerId, now, what, JSON.stringify(changes));
    return { id, at: isoMoment(now), what, isUndone: false };
  });
}

const editRow = z.object({ id: z.number(), runnerId: z.number(), at: z.number(), what: z.string(), undoneAt: z.number().nullable() });
const selectEdits = "SELECT id, runner_id AS runnerId, at, what, undone_at AS undoneAt FROM edits";

/** Edits of a runner, and always the owner's: postures and maps are theirs whoever's runs are shown. Newest first. */
export function listEdits(store: Store, runnerId: number, limit = 50): readonly Edit[] {
  return store.all(editRow, `${selectEdits} WHERE runner_id IN (?, ?) ORDER BY id DESC LIMIT ?`, runnerId, ownRunnerId, limit).map(described);
}

/** Takes an edit back; null where there is none of that id. Throws an UndoConflict where what it changed was changed again since. Answers whose edit it was. */
export function undoEdit(store: Store, id: number, now: number): { readonly edit: Edit; readonly runnerId: number } | null {
  return store.transaction(() => {
    const found = store.first(editRow, `${selectEdits} WHERE id = ?`, id);
    if (!found) return null;
    if (found.undoneAt !== null) throw new UndoConflict(`“${found.what}” is taken back already`);
    const { changes } = store.first(z.object({ changes: z.string() }), "SELECT changes FROM edits WHERE id = ?", id) ?? { changes: "[]" };
    for (const { table, id: rowId, before, after } of z.array(changeShape).parse(JSON.parse(changes)).toReversed()) {
      if (!isSame(read(store, table, rowId), after)) throw new UndoConflict(`“${found.what}” cannot be taken back: it was changed again since; take the later change back first`);
      if (before === null) store.run(`DELETE FROM ${table} WHERE id = ?`, rowId);
      else if (after === null) putBack(store, table, before, found.what);
      else updateRow(store, table, rowId, before);
    }
    store.run("UPDATE edits SET undone_at = ? WHERE id = ?", now, id);
    return { runnerId: found.runnerId, edit: described({ ...found, undoneAt: now }) };
  });
}

/** How long an edit can be taken back [s]. */
const keptEdits = 90 * 86_400;

/** Forgets old edits, and what nothing refers to any more. */
export function purgeEdits(store: Store, now: number): void {
  store.run("DELETE FROM edits WHERE at < ?", now - keptEdits);
  // What removed diary entries said goes too; that they were removed is kept, so that no file brings them in anew.
  store.run("UPDATE pain_entries SET pains = '[]', note = NULL WHERE deleted_at < ?", now - keptEdits);
  store.run(`DELETE FROM photos WHERE NOT EXISTS (SELECT 1 FROM shoes WHERE photo_id = photos.id)
    AND NOT EXISTS (SELECT 1 FROM edits WHERE instr(changes, '"photo_id":' || photos.id || ',') OR instr(changes, '"photo_id":' || photos.id || '}'))`);
}

function described({ id, at, what, undoneAt }: z.infer<typeof editRow>): Edit {
  return { id, at: isoMoment(at), what, isUndone: undoneAt !== null };
}

function read(store: Store, table: EditableTable, id: number): Row | null {
  return store.first(rowShape, `SELECT * FROM ${table} WHERE id = ?`, id);
}

function insertRow(store: Store, table: EditableTable, values: Row): { readonly id: number } {
  const columns = Object.keys(values);
  return store.run(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`, ...valuesOf(values));
}

/** What a row belonged to may be gone for good by now. */
function putBack(store: Store, table: EditableTable, row: Row, what: string): void {
  try {
    insertRow(store, table, row);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CONSTRAINT_FOREIGNKEY") throw new UndoConflict(`“${what}” cannot be taken back: a run or a pair it spoke of is gone`);
    throw error;
  }
}

function updateRow(store: Store, table: EditableTable, id: number, values: Row): void {
  const columns = Object.keys(values).filter((name) => name !== "id");
  store.run(`UPDATE ${table} SET ${columns.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`, ...columns.map((name) => values[name] ?? null), id);
}

function valuesOf(row: Row): readonly Parameter[] {
  return Object.values(row);
}

function isSame(one: Row | null, other: Row | null): boolean {
  if (one === null || other === null) return one === other;
  const names = Object.keys(other);
  return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name]);
}
