import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importPaths } from "../app/imports/index.ts";
import { countStale, openStore, ownRunnerId, recomputeStale, undoImport } from "../app/storage/index.ts";
import { parseByPeer } from "./files.ts";
import { generatedRun } from "./generated-run.ts";
import { secondsOf } from "./interleave.ts";
import type { BenchResult } from "./result.ts";
import { writeAccount } from "./write-account.ts";

/** Runs in the account; BULK_RUNS=3000 is ten years. */
const runs = Number(process.env["BULK_RUNS"] ?? 240);
/** The peer's pace does not change with their number. */
const peerRuns = Math.min(runs, 24);
const childMark = "--import-an-account-in-this-process";

interface Measured {
  readonly first: number;
  readonly settle: number;
  readonly stale: number;
  readonly again: number;
  readonly undo: number;
  readonly peakMebibytes: number;
  readonly storeBytes: number;
}

/** A whole account from its zip to stored results, two threads reading, against fit-file-parser merely decoding the same kind of files on one. */
export async function bulkImport(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const zip = join(folder, "account.zip");
    const fitBytes = writeAccount(zip, { runs });
    const measured = inProcess(folder, zip);
    const files = Array.from({ length: peerRuns }, (_, seed) => generatedRun({ seed, minutes: 35 + ((seed * 17) % 41), hasRunningDynamics: true }));
    const peer = peerRuns / (await secondsOf(() => { for (const bytes of files) parseByPeer(bytes); }));
    const ours = runs / measured.first;
    process.stderr.write(`${runs} runs, ${(fitBytes / 1e6).toFixed(0)} MB of FIT: taken in ${measured.first.toFixed(1)} s, ${measured.stale} settled in ${measured.settle.toFixed(1)} s, again ${measured.again.toFixed(1)} s, undone ${measured.undo.toFixed(1)} s, store ${(measured.storeBytes / 1e6).toFixed(0)} MB\n`);
    const alone = { peer: null, peerValue: null, ratio: null };
    return [
      { name: "bulk-import", value: ours, unit: "runs/s", peer: "fit-file-parser", peerValue: peer, ratio: ours / peer },
      { name: "bulk-settled", value: runs / (measured.first + measured.settle), unit: "runs/s", ...alone },
      { name: "bulk-again", value: runs / measured.again, unit: "runs/s", ...alone },
      { name: "bulk-memory", value: measured.peakMebibytes, unit: "MiB", ...alone },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inProcess(folder: string, zip: string): Measured {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), childMark, join(folder, "home"), zip], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the import ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

async function measureHere(home: string, zip: string): Promise<Measured> {
  const store = openStore(home);
  const options = { source: "bench", now: 1_790_000_000, threads: 2 };
  let id = 0;
  const first = await secondsOf(async () => {
    const record = await importPaths(store, [zip], options);
    if (record.imported !== runs) throw new Error(`${record.imported} of ${runs} runs came in`);
    id = record.id;
  });
  const stale = countStale(store, ownRunnerId);
  const settle = await secondsOf(() => recomputeStale(store, ownRunnerId).then(() => undefined));
  const again = await secondsOf(() => importPaths(store, [zip], options).then(() => undefined));
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  const storeBytes = statSync(join(home, "footfall.sqlite")).size;
  const undo = await secondsOf(() => void undoImport(store, id));
  store.close();
  return { first, settle, stale, again, undo, peakMebibytes, storeBytes };
}

const [, , mark, home, zip] = process.argv;
if (mark === childMark && home !== undefined && zip !== undefined) process.stdout.write(JSON.stringify(await measureHere(home, zip)));
