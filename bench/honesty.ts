import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { honestyTable } from "./honesty-table.ts";
import { scenarios } from "./honesty-scenarios.ts";
import type { Counts, Scenario } from "./honesty-scenario.ts";

/**
 * Proof that the link analysis is honest: simulated runners of whom the truth is known, by the thousand. Resumable: what is counted is kept line by line and
 * never counted twice; a change of the analysis starts anew by itself. `npm run honesty -- --minutes 5 --diaries 2000 --part 1/2 --to FILE --table`.
 */
const { values: options } = parseArgs({
  options: {
    to: { type: "string", default: "node_modules/.cache/footfall/honesty.jsonl" }, diaries: { type: "string", default: "2000" }, minutes: { type: "string", default: "60" },
    part: { type: "string", default: "1/1" }, table: { type: "boolean", default: false },
  },
});
const file = options.to;
const wanted = Number(options.diaries);
const until = performance.now() + 60_000 * Number(options.minutes);
const [part = 1, parts = 1] = options.part.split("/").map(Number);
const chunk = 50;

/** What three diaries of a scenario count: another engine, or another truth, has another fingerprint. */
const fingerprints = new Map(scenarios.map(({ id, count }) => [id, createHash("sha256").update(JSON.stringify([11, 12, 13].map(count))).digest("hex").slice(0, 16)]));

interface Line {
  readonly fingerprint: string;
  readonly scenario: string;
  readonly chunk: number;
  readonly counts: Counts;
}

const lines = (): readonly Line[] => (existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line !== "").map((line): Line => JSON.parse(line)).filter((line) => line.fingerprint === fingerprints.get(line.scenario)) : []);

if (options.table) process.stdout.write(honestyTable(totals()));
else run();

function run(): void {
  mkdirSync(dirname(file), { recursive: true });
  const done = new Set(lines().map(({ scenario, chunk: place }) => `${scenario} ${place}`));
  // All scenarios grow together: a run that is broken off has some of each.
  for (let place = part - 1; place < Math.ceil(wanted / chunk); place += parts) {
    for (const scenario of scenarios) {
      // The claim is about runners without effect; a quarter of them tells the rest well enough.
      const isEnough = scenario.group !== "no effect" && place * chunk >= wanted / 4;
      if (isEnough || done.has(`${scenario.id} ${place}`)) continue;
      if (performance.now() > until) return void process.stderr.write("time is up: the same command goes on\n");
      const counts = countChunk(scenario, place * chunk);
      appendFileSync(file, `${JSON.stringify({ fingerprint: fingerprints.get(scenario.id), scenario: scenario.id, chunk: place, counts })}\n`);
    }
    process.stderr.write(`${Math.min(wanted, (place + 1) * chunk)} of ${wanted} diaries of each runner without effect\n`);
  }
  process.stderr.write("all counted\n");
}

function countChunk(scenario: Scenario, firstSeed: number): Counts {
  return sum(Array.from({ length: chunk }, (_, index) => scenario.count(firstSeed + index)));
}

function totals(): ReadonlyMap<Scenario, Counts> {
  const found = lines();
  return new Map(scenarios.map((scenario) => [scenario, sum(found.filter((line) => line.scenario === scenario.id).map(({ counts }) => counts))]));
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all) for (const [name, value] of Object.entries(counts)) total[name] = (total[name] ?? 0) + value;
  return total;
}
