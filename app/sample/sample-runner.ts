import { seededRandom, untoldShoe } from "../../src/index.ts";
import type { SampleRunner } from "../storage/index.ts";
import { sampleDiary } from "./diary.ts";
import { runToFit } from "./run-to-fit.ts";
import { simulateRun } from "./simulate-run.ts";
import { trainingPlan, type PlannedRun } from "./training-plan.ts";

const day = 86_400;
/** The sample runner lives an hour east of Greenwich [s]. */
const utcOffset = 3600;
const seed = 1;

/**
 * A simulated runner: twelve weeks of runs as FIT files, two pairs of shoes, a diary. Nobody's data: body, routes, runs and pains are invented.
 * The same `today` [s since 1970] gives the same bytes; the calendar ends on the Sunday before it.
 */
export function sampleRunner(today: number): SampleRunner {
  const lastDay = lastSunday(today) - utcOffset;
  const plan = trainingPlan();
  return {
    runner: { mass: 61, height: 1.68, sex: "female", birthYear: 1988 },
    trunkLeanDegrees: null,
    shoes: [
      { ...untoldShoe, name: "Well-worn pair (simulated)", kind: "daily-trainer", foam: "eva", distanceBefore: 520_000 },
      { ...untoldShoe, name: "New pair (simulated)", kind: "daily-trainer", foam: "tpu" },
    ],
    grounds: [{ kind: "trail", surface: "dirt" }, { kind: "road", surface: "asphalt" }],
    // One at a time: each is dealt with before the next is made.
    files: files(plan, lastDay),
    ...sampleDiary(plan, lastDay, utcOffset, seededRandom(seed)),
  };
}

function* files(plan: readonly PlannedRun[], lastDay: number) {
  // Runs with measured contact times first: the others are computed with what those tell of the runner.
  const isMeasured = ({ sensors }: PlannedRun): boolean => sensors !== "watch";
  for (const planned of [...plan.filter(isMeasured), ...plan.filter((run) => !isMeasured(run))]) {
    const startedAt = lastDay - planned.daysAgo * day + planned.timeOfDay;
    const run = simulateRun(planned, seededRandom(1000 * seed + plan.indexOf(planned)));
    const date = new Date((startedAt + utcOffset) * 1000).toISOString().slice(0, 10);
    yield { name: `sample-${date}-${planned.kind}.fit`, bytes: runToFit(planned, run, startedAt, utcOffset), shoe: planned.shoe };
  }
}

/** Midnight of the last Sunday that is over [s since 1970, as if UTC]. 1970-01-04 was a Sunday. */
function lastSunday(today: number): number {
  const week = 7 * day;
  return Math.floor((today - day - 3 * day) / week) * week + 3 * day;
}
