import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerLink, usualTruth, type LinkInput } from "../src/index.ts";
import { countRuns, linkInput, openStore, ownRunnerId } from "../app/storage/index.ts";
import type { BenchResult } from "./result.ts";
import { fillStore } from "./simulated-store.ts";

/** What an answer may take of one core [s]: a year with thirty factors; ten years, read from the store. */
const promised = { year: 0.5, tenYears: 3 } as const;
const day = 86_400;

/** "Does pain go with running" over a year of daily entries with thirty factors, and over the 3000 runs of ten years, the reading from the store included; both on one core. */
export async function linkAnswers(): Promise<readonly BenchResult[]> {
  const home = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  const store = openStore(home);
  try {
    // At this runner's rate as many runs as others have in ten years.
    fillStore(store, { ...usualTruth, days: 5700, level: 3, memory: 0.6, distanceEffect: 0.5, alike: 0.5 });
    const tenYears = secondsOfWork(() => void answerLink(linkInput(store, ownRunnerId)));
    const whole = linkInput(store, ownRunnerId);
    const last = whole.entries.at(-1)?.at ?? 0;
    const year: LinkInput = { ...whole, entries: whole.entries.filter(({ at }) => at > last - 364 * day), runs: whole.runs.filter(({ startedAt }) => startedAt > last - 395 * day), days: whole.days.slice(-364) };
    const { factors, days } = answerLink(year);
    process.stderr.write(`  a year: ${days} days, ${year.runs.length} runs, ${factors.filter(({ effects }) => effects.length > 0).length} factors asked; ${countRuns(store, ownRunnerId)} runs in the store: ${whole.runs.length} runs and ${whole.entries.length} entries of the last two looked at\n`);
    return [result("link", secondsOfWork(() => void answerLink(year)), promised.year), result("link-ten-years", tenYears, promised.tenYears)];
  } finally {
    store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const result = (name: string, value: number, limit: number): BenchResult => ({ name, value, unit: "s", peer: "promised", peerValue: limit, ratio: limit / value });

/** Time of this program on its core, whatever else the machine does; the best of three. */
function secondsOfWork(work: () => void): number {
  return Math.min(...[1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1e6;
  }));
}
