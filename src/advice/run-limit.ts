import { layoffDays, longerRunHazards, longestRunDays, longestRunShare, type Figure } from "../literature/index.ts";
import { dayOfRun, runsBefore, type PastRun } from "./past-run.ts";

/** How far the next run may go by the longest of the last 30 days. */
export interface RunLimit {
  /** [m] */
  readonly longest: number;
  /** When that was [days since 1970-01-01]. */
  readonly day: number;
  /** [m] */
  readonly limit: number;
}

/** The limit on a day; null where nothing was run in the 30 days before. After a layoff only what came since it counts. */
export function runLimit(runs: readonly PastRun[], today: number): RunLimit | null {
  const recent = sinceLayoff(runsBefore(runs, today)).filter((run) => dayOfRun(run) >= today - longestRunDays.value);
  const [longest] = recent.toReversed().toSorted((one, other) => other.distance - one.distance);
  return longest ? { longest: longest.distance, day: dayOfRun(longest), limit: longest.distance * longestRunShare.value } : null;
}

/** What was seen after runs this much longer than the longest of 30 days [1]; null up to 10 % over. */
export function longerRunHazard(ratio: number): Figure | null {
  // A ratio that arithmetic put a hair over a bound has not passed it.
  return longerRunHazards.findLast(({ above }) => ratio > above * (1 + 1e-9))?.hazard ?? null;
}

/** Runs since the last break that counts as a layoff. */
export function sinceLayoff(runs: readonly PastRun[]): readonly PastRun[] {
  const first = runs.findLastIndex((run, index) => {
    const before = runs[index - 1];
    return before !== undefined && dayOfRun(run) - dayOfRun(before) > layoffDays.value;
  });
  return runs.slice(Math.max(0, first));
}
