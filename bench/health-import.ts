import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importPaths } from "../app/imports/index.ts";
import { openStore } from "../app/storage/index.ts";
import { secondsOf } from "./interleave.ts";
import type { BenchResult } from "./result.ts";
import { writeHealthExport } from "./write-health-export.ts";

/** Size of the export [MB]; HEALTH_MB=2048 is many years of a watch. */
const megabytes = Number(process.env["HEALTH_MB"] ?? 200);
const childMark = "--import-health-in-this-process";

/** Apple Health's export from the disk to stored runs, by a process that does nothing else: its rate and its peak memory. */
export async function healthImport(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const path = join(folder, "export.xml");
    const runs = writeHealthExport(path, megabytes * 1e6);
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), childMark, join(folder, "home"), path, String(runs)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the import ended with ${status}: ${stderr}`);
    const [seconds = Number.NaN, mebibytes = Number.NaN] = stdout.split(" ").map(Number);
    const alone = { peer: null, peerValue: null, ratio: null };
    return [
      { name: "health-import", value: statSync(path).size / 1e6 / seconds, unit: "MB/s", ...alone },
      { name: "health-memory", value: mebibytes, unit: "MiB", ...alone },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, , mark, home, path, runs] = process.argv;
if (mark === childMark && home !== undefined && path !== undefined) {
  const store = openStore(home);
  const seconds = await secondsOf(async () => {
    const { imported } = await importPaths(store, [path], { source: "bench", now: 1_790_000_000 });
    if (imported !== Number(runs)) throw new Error(`${imported} of ${runs} runs came in`);
  });
  store.close();
  process.stdout.write(`${seconds} ${process.resourceUsage().maxRSS / 1024}`);
}
