import type { BenchResult } from "./result.ts";

/** Every benchmark by its stable name, loaded when it runs. */
const benchmarks: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  "fit-decode": async () => (await import("./fit-decode.ts")).fitDecode(),
  "analyse-files": async () => (await import("./analyse-files.ts")).analyseFiles(),
  footfalls: async () => (await import("./footfalls.ts")).footfalls(),
  "bulk-import": async () => (await import("./bulk-import.ts")).bulkImport(),
  "bulk-memory": async () => (await (await import("./bulk-import.ts")).bulkImport()).filter(({ name }) => name === "bulk-memory"),
  "health-import": async () => (await import("./health-import.ts")).healthImport(),
  "ten-years": async () => (await import("./ten-years.ts")).tenYears(),
  growth: async () => (await import("./growth.ts")).growth(),
  "what-if": async () => (await import("./what-if.ts")).whatIfMoves(),
  link: async () => (await import("./link.ts")).linkAnswers(),
  "surface-match": async () => (await import("./surface-match.ts")).surfaceMatch(),
  "surface-import": async () => (await import("./surface-import.ts")).surfaceImport(),
};

/** Only by name: it takes the better part of an hour. */
const lasting: ReadonlySet<string> = new Set(["growth"]);

const words = process.argv.slice(2);
const names = words.filter((word) => word !== "--json");
const unknown = names.find((name) => !(name in benchmarks));
if (unknown === undefined) await runAll(names.length > 0 ? names : Object.keys(benchmarks).filter((name) => !lasting.has(name)), words.includes("--json"));
else {
  process.stderr.write(`bench: no benchmark "${unknown}"; there are ${Object.keys(benchmarks).join(", ")}\n`);
  process.exitCode = 2;
}

async function runAll(chosen: readonly string[], asJson: boolean): Promise<void> {
  const results: BenchResult[] = [];
  for (const name of chosen) {
    process.stderr.write(`${name} …\n`);
    for (const result of (await benchmarks[name]?.()) ?? []) {
      results.push(result);
      if (!asJson) process.stdout.write(`${inWords(result)}\n`);
    }
  }
  if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  process.stderr.write(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`);
}

function inWords({ name, value, unit, peer, peerValue, ratio }: BenchResult): string {
  const ours = `${name.padEnd(15)}${figure(value).padStart(10)} ${unit.padEnd(12)}`;
  return peer === null || peerValue === null || ratio === null ? ours : `${ours}${peer} ${figure(peerValue)} ${unit}: ${ratio.toFixed(1)} times its rate`;
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}
