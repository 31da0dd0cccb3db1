import { join } from "node:path";
import Database from "better-sqlite3";
import { databaseName } from "./home.ts";
import { inWords } from "./store-error.ts";

export interface SnapshotOptions {
  /** Share that is copied [1]. */
  readonly onProgress?: (share: number) => void;
  /** Aborting it ends the copy with its reason; nothing is left of it. */
  readonly signal?: AbortSignal;
}

/** 4 MiB; between two steps other work of the program goes on. */
const pagesAStep = 1024;

/** Copies a home's database, as it is at this moment, into a new file. Reading and writing go on meanwhile, in this program and in others: the copy has none of what is written after it began. */
export async function snapshotStore(home: string, path: string, { onProgress, signal }: SnapshotOptions = {}): Promise<void> {
  try {
    const source = new Database(join(home, databaseName), { fileMustExist: true, timeout: 15_000 });
    try {
      // A reading transaction held open keeps the moment: without it the copy would begin anew with every foreign write.
      source.exec("BEGIN");
      source.prepare("SELECT count(*) FROM sqlite_schema").get();
      await source.backup(path, {
        progress({ totalPages, remainingPages }) {
          signal?.throwIfAborted();
          onProgress?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
          return pagesAStep;
        },
      });
    } finally {
      source.close();
    }
  } catch (error) {
    throw inWords(error, home);
  }
}
