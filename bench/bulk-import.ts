import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeIn, takeOut } from "./account-process.ts";
import { parseByPeer } from "./files.ts";
import { generatedRun } from "./generated-run.ts";
import { gpsbabelRate } from "./gpsbabel.ts";
import { secondsOf } from "./interleave.ts";
import type { BenchResult } from "./result.ts";
import { writeAccount } from "./write-account.ts";

/** Runs in the account; BULK_RUNS=3000 is ten years. */
const runs = Number(process.env["BULK_RUNS"] ?? 240);
/** The peers' pace does not change with their number. */
const peerRuns = Math.min(runs, 24);

/** A whole account from its zip to stored results, two threads reading, against fit-file-parser merely decoding the same kind of files on one, and gpsbabel turning them into CSV. */
export async function bulkImport(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const [home, zip] = [join(folder, "home"), join(folder, "account.zip")];
    const fitBytes = writeAccount(zip, { runs });
    const taken = takeIn(home, zip, runs);
    const undo = takeOut(home, taken.importId);
    const files = Array.from({ length: peerRuns }, (_, seed) => generatedRun({ seed, minutes: 35 + ((seed * 17) % 41), hasRunningDynamics: true }));
    const peer = peerRuns / (await secondsOf(() => { for (const bytes of files) parseByPeer(bytes); }));
    const converter = gpsbabelRate(files);
    if (converter === null) process.stderr.write("  gpsbabel is not installed (Debian: apt install gpsbabel): left out\n");
    const ours = runs / taken.first;
    process.stderr.write(`${runs} runs, ${(fitBytes / 1e6).toFixed(0)} MB of FIT: taken in ${taken.first.toFixed(1)} s, ${taken.stale} settled in ${taken.settle.toFixed(1)} s, again ${taken.again.toFixed(1)} s, undone ${undo.toFixed(1)} s, store ${(taken.databaseBytes / 1e6).toFixed(0)} MB\n`);
    const alone = { peer: null, peerValue: null, ratio: null };
    return [
      { name: "bulk-import", value: ours, unit: "runs/s", peer: "fit-file-parser", peerValue: peer, ratio: ours / peer },
      ...(converter === null ? [] : [{ name: "bulk-import-to-csv", value: ours, unit: "runs/s", peer: "gpsbabel", peerValue: converter, ratio: ours / converter }]),
      { name: "bulk-settled", value: runs / (taken.first + taken.settle), unit: "runs/s", ...alone },
      { name: "bulk-again", value: runs / taken.again, unit: "runs/s", ...alone },
      { name: "bulk-memory", value: taken.peakMebibytes, unit: "MiB", ...alone },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
