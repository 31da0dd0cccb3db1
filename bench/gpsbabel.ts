import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files of one call: a call for each would count the program's start, and all of a decade would not fit a command line. */
const filesInCall = 24;

/** Files a second that gpsbabel turns from FIT into CSV, as many a call as sensible; null where it is not installed. */
export function gpsbabelRate(files: readonly Uint8Array[]): number | null {
  if (spawnSync("gpsbabel", ["-V"]).error) return null;
  const folder = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.fit`);
      writeFileSync(path, bytes);
      return path;
    });
    const startedAt = performance.now();
    for (let from = 0; from < paths.length; from += filesInCall) {
      const output = join(folder, `${from}.csv`);
      // -t: what a watch records are tracks, and CSV is of points.
      const { status, stderr } = spawnSync("gpsbabel", ["-t", "-i", "garmin_fit", ...paths.slice(from, from + filesInCall).flatMap((path) => ["-f", path]), "-o", "unicsv", "-F", output], { encoding: "utf8" });
      if (status !== 0 || statSync(output).size === 0) throw new Error(`gpsbabel ended with ${status}: ${stderr}`);
    }
    return files.length / ((performance.now() - startedAt) / 1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
