import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importPaths } from "../app/imports/index.ts";
import { countStale, openStore, ownRunnerId, recomputeStale, undoImport } from "../app/storage/index.ts";
import { keptOriginals } from "./kept-originals.ts";
import { secondsOf } from "./interleave.ts";

/** What taking an account into a new store cost a process that did nothing else; times in seconds. */
export interface TakenIn {
  readonly importId: number;
  readonly first: number;
  readonly settle: number;
  readonly stale: number;
  /** The same account once more. */
  readonly again: number;
  readonly peakMebibytes: number;
  readonly databaseBytes: number;
  /** Of that the files as they came, packed. */
  readonly originalsBytes: number;
}

const childMarks = { takeIn: "--take-an-account-in", takeOut: "--take-an-import-out" } as const;

/** Takes an account of so many runs into a new store. */
export function takeIn(home: string, zip: string, runs: number): TakenIn {
  return inProcess(childMarks.takeIn, home, zip, String(runs));
}

/** Takes an import out again; answers how long that was [s]. */
export function takeOut(home: string, importId: number): number {
  return inProcess<{ readonly seconds: number }>(childMarks.takeOut, home, String(importId)).seconds;
}

function inProcess<Answer>(...told: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...told], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the import ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

async function takeInHere(home: string, zip: string, runs: number): Promise<TakenIn> {
  const store = openStore(home);
  const options = { source: "bench", now: Date.now() / 1000, threads: 2 };
  let importId = 0;
  const first = await secondsOf(async () => {
    const record = await importPaths(store, [zip], options);
    if (record.imported !== runs) throw new Error(`${record.imported} of ${runs} runs came in`);
    importId = record.id;
  });
  const stale = countStale(store, ownRunnerId);
  const settle = await secondsOf(() => recomputeStale(store, ownRunnerId).then(() => undefined));
  const again = await secondsOf(() => importPaths(store, [zip], options).then(() => undefined));
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  const originalsBytes = keptOriginals(store);
  store.close();
  return { importId, first, settle, stale, again, peakMebibytes, databaseBytes: statSync(join(home, "footfall.sqlite")).size, originalsBytes };
}

async function takeOutHere(home: string, importId: number): Promise<{ readonly seconds: number }> {
  const store = openStore(home);
  const seconds = await secondsOf(() => void undoImport(store, importId));
  store.close();
  return { seconds };
}

const [, , mark, home, what, runs] = process.argv;
if (home !== undefined && what !== undefined) {
  if (mark === childMarks.takeIn) process.stdout.write(JSON.stringify(await takeInHere(home, what, Number(runs))));
  if (mark === childMarks.takeOut) process.stdout.write(JSON.stringify(await takeOutHere(home, Number(what))));
}
