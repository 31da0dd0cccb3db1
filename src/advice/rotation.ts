import { dayOfRun, type PastRun } from "./past-run.ts";

/** What each of the coming runs could be on and in. */
export interface Rotation {
  readonly ground: "hard" | "soft" | null;
  readonly shoe: string | null;
}

const lately = 28;

/** Ground and pair for so many runs, each other than the last where the runner has both; null where they have one or none is known. */
export function rotationFor(count: number, runs: readonly PastRun[], pairs: readonly string[], today: number): readonly Rotation[] {
  const known = runs.filter((run) => dayOfRun(run) > today - lately);
  const grounds = known.flatMap(({ ground }) => ground ?? []);
  const alternates = new Set(grounds).size > 1;
  const first = grounds.at(-1) === "hard" ? 1 : 0;
  // The pair that has rested longest first.
  const lastWorn = (pair: string): number => runs.findLast(({ shoe }) => shoe === pair)?.startedAt ?? -Infinity;
  const rested = pairs.toSorted((one, other) => lastWorn(one) - lastWorn(other));
  return Array.from({ length: count }, (_, run) => ({
    ground: alternates ? ((run + first) % 2 === 0 ? "hard" : "soft") : null,
    shoe: rested.length > 1 ? (rested[run % rested.length] ?? null) : null,
  }));
}
