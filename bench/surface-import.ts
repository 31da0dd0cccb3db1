import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addSurfaceMap, openMapFile, openStore } from "../app/storage/index.ts";
import { townRows } from "./generated-map.ts";
import { osmPbf } from "./osm-pbf-writer.ts";
import type { BenchResult } from "./result.ts";

const childMark = "--import-in-this-process";
/** Blocks east and north that make an extract of 100 MB. */
const blocks = 557;

/** An extract of 100 MB taken into a store by a process that does nothing else: its rate and its peak memory. */
export async function surfaceImport(): Promise<readonly BenchResult[]> {
  const home = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const path = join(home, "extract.osm.pbf");
    writeExtract(path);
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), childMark, home, path], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the import ended with ${status}: ${stderr}`);
    const [seconds = Number.NaN, mebibytes = Number.NaN] = stdout.split(" ").map(Number);
    const row = { peer: null, peerValue: null, ratio: null };
    return [
      { name: "surface-import", value: statSync(path).size / 1e6 / seconds, unit: "MB/s", ...row },
      { name: "surface-memory", value: mebibytes, unit: "MiB", ...row },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Nodes come before ways in an extract, and both together would not fit: the town is made twice. */
function writeExtract(path: string): void {
  const town = { seed: 2, blocks, houses: 14 };
  const handle = openSync(path, "w");
  const nodes = function* () {
    for (const row of townRows(town)) yield* row.nodes;
  };
  const ways = function* () {
    for (const row of townRows(town)) yield* row.ways;
  };
  for (const piece of osmPbf(nodes(), ways())) writeSync(handle, piece);
  closeSync(handle);
}

async function importHere(home: string, path: string): Promise<void> {
  const store = openStore(home);
  const file = openMapFile(path);
  const startedAt = performance.now();
  const { outcome } = await addSurfaceMap(store, file, { now: 0 });
  const seconds = (performance.now() - startedAt) / 1000;
  file.close();
  store.close();
  if (outcome !== "added") throw new Error(`the map was ${outcome}`);
  process.stdout.write(`${seconds} ${process.resourceUsage().maxRSS / 1024}`);
}

const [mark, home, path] = process.argv.slice(2);
if (mark === childMark && home !== undefined && path !== undefined) await importHere(home, path);
