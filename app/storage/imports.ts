import { z } from "zod";
import { updateCalibration } from "./calibration.ts";
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
});

const refusalRow = z.object({ file: z.string(), code: z.string(), message: z.string(), where: z.string().nullable() });

const selectImports = "SELECT id, runner_id AS runnerId, started_at AS startedAt, source, state, process, imported, already_here AS alreadyHere FROM imports";

/** Imports of a runner, newest first. */
export function listImports(store: Store, runnerId: number) {
  return store.all(importRow, `${selectImports} WHERE runner_id = ? ORDER BY id DESC`, runnerId).map((row) => described(store, row));
}

/** One import; null where there is none of that id. */
export function readImport(store: Store, id: number) {
  const row = store.first(importRow, `${selectImports} WHERE id = ?`, id);
  return row && described(store, row);
}

function described(store: Store, { id, startedAt, state, process: processId, source, imported, alreadyHere }: z.infer<typeof importRow>) {
  return {
    id, source, imported, alreadyHere,
    startedAt: new Date(startedAt * 1000).toISOString(),
    // A program that was ended from outside could not say so.
    state: state === "running" && !isAlive(processId) ? "cancelled" as const : state,
    refused: store.all(refusalRow, `SELECT file, code, message, place AS "where" FROM refusals WHERE import_id = ? ORDER BY id`, id),
  };
}

export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Takes out exactly what an import brought; null where there is none of that id. The import stays on the list as undone. */
export function undoImport(store: Store, id: number) {
  const undone = store.transaction(() => {
    const row = store.first(importRow, `${selectImports} WHERE id = ?`, id);
    if (!row) return null;
    store.run("DELETE FROM recordings WHERE import_id = ?", id);
    removeOrphanedOriginals(store);
    store.run("UPDATE imports SET state = 'undone' WHERE id = ?", id);
    settleUnderfoot(store, row.runnerId);
    updateCalibration(store, row.runnerId);
    return readImport(store, id);
  });
  store.shrink();
  return undone;
}
