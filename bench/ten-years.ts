import { existsSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../app/storage/index.ts";
import { takeIn } from "./account-process.ts";
import { pageTimes } from "./page-times.ts";
import type { BenchResult } from "./result.ts";
import { serveStore, timeAnswer, type ServedStore } from "./served-store.ts";
import { keepTenYears } from "./ten-year-diary.ts";
import { writeAccount } from "./write-account.ts";

/** Runs in the store; BULK_RUNS=3000 is ten years. */
const runs = Number(process.env["BULK_RUNS"] ?? 240);
/** A folder that keeps the made store for another time. */
const kept = process.env["TEN_YEARS_STORE"];

/** What each question to a store of that size may take [ms]: the promise it is set beside. */
const questions = [
  { name: "runs-list", path: "/api/runs?offset=0&limit=60", promised: 500 },
  { name: "run", path: `/api/runs/${runs}`, promised: 500 },
  { name: "run-series", path: `/api/runs/${runs}/series`, promised: 500 },
  { name: "what-if-month", path: "/api/what-if", promised: 200 },
  { name: "back", path: "/api/back", promised: 500 },
  { name: "shoes", path: "/api/shoes", promised: 500 },
  { name: "surfaces", path: "/api/surfaces", promised: 500 },
  { name: "experiments", path: "/api/experiments", promised: 500 },
  { name: "duplicates", path: "/api/duplicates", promised: 500 },
  { name: "link-analysis", path: "/api/link", promised: 3000 },
  { name: "findings", path: "/api/findings", promised: 500 },
  { name: "claims", path: "/api/claims", promised: 3000 },
  { name: "report", path: "/api/report", promised: 3000 },
] as const;

/** Pages that can be used within half a second, whatever parts of theirs still wait. */
const pages = ["/runs", `/runs/${runs}`, "/", "/back", "/plan", "/change", "/change/what-if", "/change/shoes", "/change/surfaces", "/change/posture", "/runs/twice", "/settings"] as const;
/** Pages of which an analysis is all there is: they say meanwhile what they do. */
const analyses = ["/report", "/evidence", "/evidence/claims"] as const;

/** A store of years, as the app meets it: start of the server, the first answer to each page's question, each page in a real browser, and the size of it all. */
export async function tenYears(): Promise<readonly BenchResult[]> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const { home, size } = madeStore(folder);
    const [asked, seen] = [await served(home, answers), await served(home, opened)];
    return [...asked, ...seen, promised("database", size.database / 1e6, size.fit / 1e6, "MB")];
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

interface StoreSize {
  /** Originals aside. */
  readonly database: number;
  /** The FIT files, unpacked. */
  readonly fit: number;
}

function madeStore(folder: string): { readonly home: string; readonly size: StoreSize } {
  const [home, zip, note] = [join(folder, "home"), join(folder, "account.zip"), join(folder, "size.json")];
  if (!existsSync(note)) {
    const fit = writeAccount(zip, { runs, until: Math.floor(Date.now() / 86_400_000) * 86_400 - 6 * 3600 });
    const { databaseBytes, originalsBytes } = takeIn(home, zip, runs);
    const store = openStore(home);
    const diary = keepTenYears(store);
    store.close();
    process.stderr.write(`  ${runs} runs, ${diary.entries} entries and ${diary.days} days of diary\n`);
    writeFileSync(note, JSON.stringify({ fit, database: databaseBytes - originalsBytes } satisfies StoreSize));
  }
  return { home, size: JSON.parse(readFileSync(note, "utf8")) };
}

async function served(home: string, ask: (store: ServedStore) => Promise<readonly BenchResult[]>): Promise<readonly BenchResult[]> {
  const store = await serveStore(home);
  try {
    return await ask(store);
  } finally {
    store.close();
  }
}

async function answers(store: ServedStore): Promise<readonly BenchResult[]> {
  remark("server-start", store.processorTime());
  const results = [promised("server-start", store.startedIn, 1000)];
  for (const { name, path, promised: most } of questions) {
    const { clock, processor } = await timeAnswer(store, path);
    remark(name, processor);
    results.push(promised(name, clock, most));
  }
  return results;
}

async function opened({ address }: ServedStore): Promise<readonly BenchResult[]> {
  const times = await pageTimes(address, [...pages, ...analyses]);
  if (times === null) process.stderr.write("  no browser on this machine: the pages are left out (CHROME_PATH names one)\n");
  return (times ?? []).map(({ path, interactive, whole, processor }) => {
    const isAnalysis = analyses.some((other) => other === path);
    process.stderr.write(`  page ${path}: whole after ${Math.round(whole)} ms\n`);
    remark(`page ${path}`, processor);
    return promised(`page ${path}`, isAnalysis ? whole : interactive, isAnalysis ? 3000 : 500);
  });
}

/** On a machine that is busy otherwise the clock says little: what the work itself took stands beside it. */
function remark(name: string, processor: number | null): void {
  if (processor !== null) process.stderr.write(`  ${name}: ${Math.round(processor)} ms of processor time; load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
}

const promised = (name: string, value: number, most: number, unit = "ms"): BenchResult => ({ name, value, unit, peer: "promised", peerValue: most, ratio: most / value });
