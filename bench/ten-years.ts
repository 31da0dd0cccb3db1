import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importPaths } from "../app/imports/index.ts";
import { openStore, ownRunnerId, recomputeStale } from "../app/storage/index.ts";
import type { BenchResult } from "./result.ts";
import { writeAccount } from "./write-account.ts";

/** Runs in the store; BULK_RUNS=3000 is ten years. */
const runs = Number(process.env["BULK_RUNS"] ?? 240);
const command = fileURLToPath(new URL("../app/cli/main.js", import.meta.url));

/** What each question to a store of that size may take [ms]: the promise it is set beside. */
const questions = [
  { name: "runs-list", path: "/api/runs?offset=0&limit=60", promised: 500 },
  { name: "run-page", path: "/api/runs/1", promised: 500 },
  { name: "run-series", path: "/api/runs/1/series", promised: 500 },
  { name: "what-if-month", path: "/api/what-if", promised: 200 },
  { name: "back-page", path: "/api/back", promised: 500 },
  { name: "link-analysis", path: "/api/link", promised: 3000 },
  { name: "claims", path: "/api/claims", promised: 3000 },
] as const;

/** A store of years, as the app meets it: start of the server, and the first answer to each page's question. */
export async function tenYears(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const home = join(folder, "home");
    const zip = join(folder, "account.zip");
    writeAccount(zip, { runs });
    const store = openStore(home);
    await importPaths(store, [zip], { source: "bench", now: 1_790_000_000 });
    await recomputeStale(store, ownRunnerId);
    store.close();
    const startedAt = performance.now();
    const server = spawn(process.execPath, [command, "serve", "--home", home, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const address = await addressOf(server.stdout);
      const results = [promised("server-start", performance.now() - startedAt, 1000)];
      for (const { name, path, promised: most } of questions) {
        const asked = performance.now();
        const answer = await fetch(address + path);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        results.push(promised(name, performance.now() - asked, most));
      }
      return results;
    } finally {
      server.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const promised = (name: string, value: number, most: number): BenchResult => ({ name, value, unit: "ms", peer: "promised", peerValue: most, ratio: most / value });

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const piece of output) {
    text += String(piece);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("the server did not start");
}
