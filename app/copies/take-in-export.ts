import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openMembers } from "../containers/index.ts";
import { bookkeepingTables, databaseName, exportedTables, ownRunnerId, type Store } from "../storage/index.ts";
import { manifestNames, recogniseCopy, type CopyKind } from "./manifest.ts";

/** Which kind of copy lies at a path, a zip or a folder; null where it is neither. */
export async function copyAt(path: string): Promise<CopyKind | null> {
  if (!/\.zip$/i.test(path)) return existsSync(join(path, manifestNames.export)) ? "export" : null;
  const members = await openMembers([path]);
  await members.close();
  return recogniseCopy(members.found)?.kind ?? null;
}

const oneRow = z.object({ one: z.number() });

/** Whether there is nothing of the owner's in a store that an export taken in whole would take the place of. */
export function isEmptyStore(store: Store): boolean {
  const tables = Object.keys(exportedTables).filter((table) => !bookkeepingTables.includes(table));
  return tables.every((table) => store.first(oneRow, `SELECT 1 AS one FROM ${table} WHERE runner_id = ? LIMIT 1`, ownRunnerId) === null);
}

/** Whether a folder has no store yet. */
export const hasStore = (home: string): boolean => existsSync(join(home, databaseName));
