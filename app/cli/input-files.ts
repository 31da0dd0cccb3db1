import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemReason } from "../containers/index.ts";

/** A file to read, or a path that could not be looked into and why. */
export type InputFile = { readonly path: string; readonly trouble: null } | { readonly path: string; readonly trouble: string };

const recordingName = /\.(fit|tcx|gpx)(\.gz)?$/i;

/** The files under the paths given, in order: a file stands for itself whatever its name, a folder for every FIT, TCX and GPX file below it. */
export async function* inputFiles(paths: readonly string[]): AsyncGenerator<InputFile> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* filesBelow(path);
      else yield { path, trouble: null };
    } catch (error) {
      yield { path, trouble: systemReason(error) };
    }
  }
}

async function* filesBelow(folder: string): AsyncGenerator<InputFile> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, trouble: systemReason(error) };
    return;
  }
  // By name, so that the same folder gives the same order everywhere; linked folders are left out, they may lead in circles.
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if ((entry.isFile() || entry.isSymbolicLink()) && recordingName.test(entry.name)) yield { path, trouble: null };
  }
}
