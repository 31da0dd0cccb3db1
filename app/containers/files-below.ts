import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemReason } from "./system-reason.ts";

/** A file, or a folder that could not be looked into and why. */
export type FileBelow = { readonly path: string; readonly trouble: null } | { readonly path: string; readonly trouble: string };

/** Every file below a folder, by name, so that the same folder gives the same order everywhere; linked folders are left out, they may lead in circles. */
export async function* filesBelow(folder: string): AsyncGenerator<FileBelow> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, trouble: systemReason(error) };
    return;
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (!entry.isSymbolicLink() || !(await isFolder(path))) yield { path, trouble: null };
  }
}

const isFolder = (path: string): Promise<boolean> => stat(path).then((state) => state.isDirectory(), () => false);
