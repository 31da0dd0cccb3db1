import { stat } from "node:fs/promises";
import { filesBelow, systemReason, type FileBelow } from "../containers/index.ts";

const recordingName = /\.(fit|tcx|gpx)(\.gz)?$/i;

/** The files under the paths given, in order: a file stands for itself whatever its name, a folder for every FIT, TCX and GPX file below it. */
export async function* inputFiles(paths: readonly string[]): AsyncGenerator<FileBelow> {
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) yield { path, trouble: null };
      else for await (const below of filesBelow(path)) if (below.trouble !== null || recordingName.test(below.path)) yield below;
    } catch (error) {
      yield { path, trouble: systemReason(error) };
    }
  }
}
