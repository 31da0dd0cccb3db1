import { z } from "zod";
import { csvLine } from "../../src/index.ts";
import { updateCalibration } from "./calibration.ts";
import { settleDuplicates } from "./duplicates.ts";
import { isoMoment } from "./moment.ts";
import type { Store } from "./open-store.ts";
import { removeOrphanedOriginals } from "./originals.ts";
import { settleUnderfoot } from "./underfoot.ts";

const importRow = z.object({
  id: z.number(),
  runnerId: z.number(),
  startedAt: z.number(),
  source: z.string(),
  state: z.enum(["running", "done", "cancelled", "undone"]),
  process: z.number(),
  imported: z.number(),
  alreadyHere: z.number(),
  notRuns: z.number(),
  sources: z.string().nullable(),
});

const refusalRow = z.object({ file: z.string(), code: z.string(), message: z.string(), where: z.string().nullable() });

const selectImports = "SELECT id, runner_id AS runnerId, started_at AS startedAt, source, state, process, imported, already_here AS alreadyHere, not_runs AS notRuns, sources FROM imports";

/** Imports of a runner, newest first. */
export function listImports(store: Store, runnerId: number) {
  return store.all(importRow, `${selectImports} WHERE runner_id = ? ORDER BY id DESC`, runnerId).map((row) => described(store, row));
}

/** The newest import of a source that ended well; null where there is none. */
export function lastImportFrom(store: Store, runnerId: number, source: string) {
  return store.first(z.object({ id: z.number(), imported: z.number() }), "SELECT id, imported FROM imports WHERE runner_id = ? AND source = ? AND state = 'done' ORDER BY id DESC LIMIT 1", runnerId, source);
}

/** One import; null where there is none of that id. */
export function readImport(store: Store, id: number) {
  const row = store.first(importRow, `${selectImports} WHERE id = ?`, id);
  return row && described(store, row);
}

const countRow = z.object({ count: z.number() });

/** Runs of an import of which another recording is here too, whichever of the two is shown. */
function cameTwice(store: Store, id: number): number {
  return store.first(
    countRow,
    `SELECT count(*) AS count FROM recordings WHERE import_id = ? AND (is_copy = 1 OR EXISTS
       (SELECT 1 FROM recordings AS other WHERE other.same_as = recordings.id AND other.is_copy = 1 AND other.import_id <> recordings.import_id))`,
    id,
  )?.count ?? 0;
}

function described(store: Store, { id, startedAt, state, process: processId, source, sources, imported, alreadyHere, notRuns }: z.infer<typeof importRow>) {
  // A program that was ended from outside could not say so.
  const now = state === "running" && !isAlive(processId) ? "cancelled" as const : state;
  return {
    id, source, imported, alreadyHere, notRuns,
    cameTwice: cameTwice(store, id),
    startedAt: isoMoment(startedAt),
    state: now,
    isResumable: now === "cancelled" && sources !== null,
    refused: store.all(refusalRow, `SELECT file, code, message, place AS "where" FROM refusals WHERE import_id = ? ORDER BY id`, id),
  };
}

const fileRow = z.object({ file: z.string(), outcome: z.enum(["imported", "already-here", "not-a-run", "no-file", "refused"]), reason: z.string().nullable() });

/** What became of each file of an import, by path. */
export function importedFiles(store: Store, id: number) {
  return store.all(
    fileRow,
    `SELECT path AS file, outcome, coalesce(reason, (SELECT group_concat(coalesce(place || ': ', '') || message, '; ') FROM refusals WHERE refusals.import_id = import_files.import_id AND file = path)) AS reason
     FROM import_files WHERE import_id = ? ORDER BY path`,
    id,
  );
}

/** The same as a table. */
export function importedFilesCsv(store: Store, id: number): string {
  return [csvLine(["file", "outcome", "reason"]), ...importedFiles(store, id).map(({ file, outcome, reason }) => csvLine([asText(file), outcome, asText(reason ?? "")]))].join("");
}

/** A cell as text: a table program takes one that begins like a formula for a formula. */
export const asText = (cell: string): string => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell);

const pathRow = z.object({ path: z.string() });

/** An import that was cut short, made to run again: where its files lie and which were dealt with; null where it cannot go on. */
export function reopenImport(store: Store, id: number): { readonly into: { readonly id: number; readonly runnerId: number }; readonly sources: readonly string[]; readonly done: ReadonlySet<string> } | null {
  return store.transaction(() => {
    const row = store.first(importRow, `${selectImports} WHERE id = ?`, id);
    if (!row || row.sources === null || row.state === "undone" || row.state === "done" || (row.state === "running" && isAlive(row.process) && row.process !== process.pid)) return null;
    store.run("UPDATE imports SET state = 'running', process = ? WHERE id = ?", process.pid, id);
    return {
      into: { id, runnerId: row.runnerId },
      sources: z.array(z.string()).parse(JSON.parse(row.sources)),
      done: new Set(store.all(pathRow, "SELECT path FROM import_files WHERE import_id = ?", id).map(({ path }) => path)),
    };
  });
}

export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** An import whose files are gone cannot go on. */
export function forgetSources(store: Store, id: number): void {
  store.run("UPDATE imports SET sources = NULL WHERE id = ?", id);
}

const sourceRow = z.object({ id: z.number() });

/** The import that was cut short while it read this path; null where none was. */
export function importCutShort(store: Store, path: string): number | null {
  const found = store.first(sourceRow, "SELECT id FROM imports WHERE sources = ? AND state IN ('running', 'cancelled') ORDER BY id DESC LIMIT 1", JSON.stringify([path]));
  return found && readImport(store, found.id)?.isResumable ? found.id : null;
}

/** Takes out exactly what an import brought; null where there is none of that id. The import stays on the list as undone. */
export function undoImport(store: Store, id: number) {
  const undone = store.transaction(() => {
    const row = store.first(importRow, `${selectImports} WHERE id = ?`, id);
    if (!row) return null;
    store.run("DELETE FROM recordings WHERE import_id = ?", id);
    store.run("DELETE FROM shoe_claims WHERE import_id = ?", id);
    removeAddedShoes(store, id);
    removeOrphanedOriginals(store);
    store.run("UPDATE imports SET state = 'undone' WHERE id = ?", id);
    settleDuplicates(store, row.runnerId);
    settleUnderfoot(store, row.runnerId);
    updateCalibration(store, row.runnerId);
    return readImport(store, id);
  });
  store.shrink();
  return undone;
}

/** Pairs the import put into the cabinet go with it, unless the runner has used or changed them since. */
function removeAddedShoes(store: Store, importId: number): void {
  store.run(
    `DELETE FROM shoes WHERE import_id = ? AND photo_id IS NULL AND NOT EXISTS (SELECT 1 FROM shoe_claims WHERE shoe_id = shoes.id)
     AND NOT EXISTS (SELECT 1 FROM run_rules JOIN json_each(run_rules.choice) ON json_each.value = shoes.id WHERE about = 'shoe')
     AND NOT EXISTS (SELECT 1 FROM edits WHERE undone_at IS NULL AND instr(changes, '"table":"shoes","id":' || shoes.id || ','))`,
    importId,
  );
}

/** Whether any import is under way, of this program or another. */
export function isImporting(store: Store): boolean {
  return store.all(z.object({ process: z.number() }), "SELECT process FROM imports WHERE state = 'running'").some((row) => isAlive(row.process));
}
