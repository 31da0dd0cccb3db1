import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../app/storage/index.ts";
import { takeIn, takeOut, type TakenIn } from "./account-process.ts";
import type { BenchResult } from "./result.ts";
import { serveStore, timeAnswer } from "./served-store.ts";
import { keepTenYears } from "./ten-year-diary.ts";
import { writeAccount } from "./write-account.ts";

/** Sizes set beside each other; GROWTH_RUNS=300,3000 names others. */
const sizes = (process.env["GROWTH_RUNS"] ?? "300,3000,30000").split(",").map(Number);
/** Minutes of the shortest run: short ones, so that the largest account fits a disk and an afternoon. GROWTH_MINUTES=35 makes them as long as people's. */
const minutes = Number(process.env["GROWTH_MINUTES"] ?? 4);

interface Grown extends TakenIn {
  readonly runs: number;
  readonly fitBytes: number;
  readonly undo: number;
  /** [ms] */
  readonly start: number;
  readonly answers: readonly number[];
}

const questions = [
  { name: "list", path: "/api/runs?offset=0&limit=60" },
  { name: "back", path: "/api/back" },
  { name: "shoes", path: "/api/shoes" },
  { name: "surfaces", path: "/api/surfaces" },
  { name: "what-if", path: "/api/what-if" },
  { name: "link", path: "/api/link" },
] as const;

/** How cost grows with the number of runs: one store after the other, each ten times the last. The table for docs/speed.md goes to standard error. */
export async function growth(): Promise<readonly BenchResult[]> {
  const rows: Grown[] = [];
  for (const runs of sizes) {
    rows.push(await grow(runs));
    process.stderr.write(`  ${runs} runs done; load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
  }
  process.stderr.write(`\n${table(rows)}\n\n${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} processors, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n\n`);
  const alone = { peer: null, peerValue: null, ratio: null };
  return rows.flatMap(({ runs, first, again, undo, peakMebibytes, databaseBytes, start, answers }) => [
    { name: `growth-${runs}-import`, value: runs / first, unit: "runs/s", ...alone },
    { name: `growth-${runs}-memory`, value: peakMebibytes, unit: "MiB", ...alone },
    { name: `growth-${runs}-again`, value: again, unit: "s", ...alone },
    { name: `growth-${runs}-undo`, value: undo, unit: "s", ...alone },
    { name: `growth-${runs}-size`, value: databaseBytes / 1e6, unit: "MB", ...alone },
    { name: `growth-${runs}-start`, value: start, unit: "ms", ...alone },
    ...questions.map(({ name }, index) => ({ name: `growth-${runs}-${name}`, value: answers[index] ?? Number.NaN, unit: "ms", ...alone })),
  ]);
}

async function grow(runs: number): Promise<Grown> {
  const folder = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  try {
    const [home, zip] = [join(folder, "home"), join(folder, "account.zip")];
    const fitBytes = writeAccount(zip, { runs, minutes, until: Math.floor(Date.now() / 86_400_000) * 86_400 - 6 * 3600 });
    const taken = takeIn(home, zip, runs);
    const store = openStore(home);
    keepTenYears(store);
    store.close();
    const served = await serveStore(home);
    const answers: number[] = [];
    try {
      for (const { path } of questions) answers.push((await timeAnswer(served, path)).clock);
    } finally {
      served.close();
    }
    return { ...taken, runs, fitBytes, undo: takeOut(home, taken.importId), start: served.startedIn, answers };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function table(rows: readonly Grown[]): string {
  const line = (name: string, cell: (row: Grown) => string): readonly string[] => [name, ...rows.map(cell)];
  const seconds = (of: (row: Grown) => number) => (row: Grown): string => `${of(row).toPrecision(3)} s`;
  const lines = [
    line("", ({ runs }) => `${runs.toLocaleString("en")} runs`), ["---", ...rows.map(() => "--:")],
    line("FIT files", ({ fitBytes }) => `${(fitBytes / 1e6).toFixed(0)} MB`),
    line("import", seconds(({ first }) => first)),
    line("… runs a second", ({ runs, first }) => (runs / first).toFixed(1)),
    line("… peak memory", ({ peakMebibytes }) => `${peakMebibytes.toFixed(0)} MiB`),
    line("settling the calibration", seconds(({ settle }) => settle)),
    line("the same once more", seconds(({ again }) => again)),
    line("undo", seconds(({ undo }) => undo)),
    line("database, originals aside", ({ databaseBytes, originalsBytes }) => `${((databaseBytes - originalsBytes) / 1e6).toFixed(0)} MB`),
    line("server start", ({ start }) => `${start.toFixed(0)} ms`),
    ...questions.map(({ name }, index) => line(`first answer: ${name}`, ({ answers }) => `${(answers[index] ?? Number.NaN).toFixed(0)} ms`)),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
