import { closeSync, fsyncSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";

/** Gives a finished file its name so that, whatever happens, the name leads to the whole of the old file or the whole of the new one. */
export function putInPlace(finished: string, path: string): void {
  syncToDisk(finished);
  renameSync(finished, path);
  syncToDisk(dirname(path));
}

/** Returns when a file's bytes, or a folder's names, are on the disk. */
export function syncToDisk(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    // Windows opens no folders; its names are on the disk as soon as the call returns.
    if (process.platform === "win32") return;
    throw error;
  }
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
