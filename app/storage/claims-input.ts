import { median, type ClaimsInput, type LinkInput } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { analysisSettings, readRunner } from "./runners.ts";

const weeks = 8;

/** What the claims ledger needs of a runner: the body, and how they ran in the eight weeks up to their latest run. */
export function claimsInput(store: Store, runnerId: number, { runs, distanceUnit }: Pick<LinkInput, "runs" | "distanceUnit">): ClaimsInput {
  const last = runs.at(-1)?.startedAt ?? 0;
  const recent = runs.filter(({ startedAt }) => startedAt > last - weeks * 7 * 86_400);
  const speeds = recent.flatMap(({ speed }) => speed ?? []);
  return {
    runner: analysisSettings(store, runnerId).runner, trunkLeanDegrees: recent.at(-1)?.trunkLeanDegrees ?? readRunner(store, runnerId).trunkLeanDegrees,
    speed: speeds.length > 0 ? median(Float64Array.from(speeds)) : null,
    weeklyDistance: recent.length > 0 ? recent.reduce((sum, { distance }) => sum + (distance ?? 0), 0) / weeks : null,
    distanceUnit,
    runsPerWeek: recent.length > 0 ? recent.length / weeks : null,
  };
}
