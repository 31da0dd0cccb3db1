import { z } from "zod";
import type { Store } from "./open-store.ts";

/** A folder whose new files are imported by themselves. */
export interface WatchedFolder {
  readonly id: number;
  readonly path: string;
  /** Whether the app watches it while it runs; else only the command does that was told to. */
  readonly isWatchedByApp: boolean;
}

const folderRow = z.object({ id: z.number(), path: z.string(), isWatchedByApp: z.number() });
const selectFolders = "SELECT id, path, is_watched_by_app AS isWatchedByApp FROM watched_folders";
const described = (row: z.infer<typeof folderRow>): WatchedFolder => ({ ...row, isWatchedByApp: row.isWatchedByApp === 1 });

/** A runner's watched folders, in the order they were named. */
export function listWatchedFolders(store: Store, runnerId: number): readonly WatchedFolder[] {
  return store.all(folderRow, `${selectFolders} WHERE runner_id = ? ORDER BY id`, runnerId).map(described);
}

/** Keeps a folder to be watched; the one that is kept already where there is one. */
export function keepWatchedFolder(store: Store, runnerId: number, path: string): WatchedFolder {
  store.run("INSERT OR IGNORE INTO watched_folders (runner_id, path) VALUES (?, ?)", runnerId, path);
  const row = store.first(folderRow, `${selectFolders} WHERE runner_id = ? AND path = ?`, runnerId, path);
  if (!row) throw new Error(`${path}: not kept`);
  return described(row);
}

/** Has the app watch a folder, or not; false where there is none of that id. */
export function setWatchedByApp(store: Store, runnerId: number, id: number, isWatched: boolean): boolean {
  return store.run("UPDATE watched_folders SET is_watched_by_app = ? WHERE runner_id = ? AND id = ?", isWatched ? 1 : 0, runnerId, id).changes > 0;
}

/** Forgets a folder and which of its files were seen; its runs stay. False where there is none of that id. */
export function forgetWatchedFolder(store: Store, runnerId: number, id: number): boolean {
  return store.run("DELETE FROM watched_folders WHERE runner_id = ? AND id = ?", runnerId, id).changes > 0;
}

const fileRow = z.object({ path: z.string(), state: z.string() });

/** Files of a folder that were dealt with, by path: each as it was then. */
export function seenFiles(store: Store, folderId: number): ReadonlyMap<string, string> {
  return new Map(store.all(fileRow, "SELECT path, state FROM watched_files WHERE folder_id = ?", folderId).map(({ path, state }) => [path, state]));
}

/** Notes that files were dealt with; nothing where the folder was forgotten meanwhile. */
export function noteSeen(store: Store, folderId: number, files: ReadonlyMap<string, string>): void {
  store.transaction(() => {
    for (const [path, state] of files) store.run("INSERT OR REPLACE INTO watched_files (runner_id, folder_id, path, state) SELECT runner_id, id, ?, ? FROM watched_folders WHERE id = ?", path, state, folderId);
  });
}
