import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importFiles, openStore } from "../app/storage/index.ts";
import { generatedRun } from "./generated-run.ts";
import type { BenchResult } from "./result.ts";

const runs = 300;
const childMark = "--import-in-this-process";

/** Peak memory of a process that does nothing but import many runs into a store. */
export async function bulkMemory(): Promise<readonly BenchResult[]> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), childMark], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the import ended with ${status}: ${stderr}`);
  return [{ name: "bulk-memory", value: Number(stdout), unit: "MiB", peer: null, peerValue: null, ratio: null }];
}

async function importMany(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  const store = openStore(home);
  try {
    await importFiles(store, manyRuns(), { source: "bench", now: 0 });
  } finally {
    store.close();
    rmSync(home, { recursive: true, force: true });
  }
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}

function* manyRuns(): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  for (let seed = 0; seed < runs; seed += 1) yield { name: `${seed}.fit`, bytes: generatedRun({ seed, minutes: 45, hasRunningDynamics: seed % 2 === 0 }) };
}

if (process.argv[2] === childMark) await importMany();
