import { worstBackRating } from "../domain/index.ts";
import { dayRows, lags } from "./day-rows.ts";
import type { Diary, DiaryRun } from "./diary.ts";
import type { ExperimentPlan, ExperimentRun } from "./experiment.ts";

/** A run of an experiment with the run itself. */
export interface DrawnRun extends ExperimentRun {
  readonly run: DiaryRun;
}

const dayLength = 86_400;

/**
 * The runs since an experiment began, block after block as it was drawn: the first run of each day counts. Ratings before and after are those of the link analysis;
 * NaN where the diary has none, and the run keeps its place all the same: the lot was drawn for it.
 */
export function experimentRuns({ runs: planned, runsPerBlock }: Pick<ExperimentPlan, "runs" | "runsPerBlock">, diary: Diary, from: number): readonly DrawnRun[] {
  const after = lags.findIndex(({ id }) => id === "day");
  const rows = new Map(dayRows(diary).map((row) => [row.day, row]));
  const days = new Set<number>();
  const firstOfDay = diary.runs.toSorted((one, other) => one.start - other.start).filter(({ start, utcOffset }) => {
    const day = dayOf(start, utcOffset);
    const isFirst = !days.has(day);
    days.add(day);
    return isFirst && start >= from;
  });
  return firstOfDay.slice(0, planned).map((run, index) => {
    const row = rows.get(dayOf(run.start, run.utcOffset));
    const felt = diary.entries.filter(({ at }) => at >= run.start && at < run.start + dayLength).map(worstBackRating);
    return { run, block: Math.floor(index / runsPerBlock), place: index % runsPerBlock, before: row?.before ?? NaN, after: row?.after[after] ?? NaN, worst: felt.length > 0 ? Math.max(...felt) : NaN };
  });
}

const dayOf = (at: number, utcOffset: number): number => Math.floor((at + utcOffset) / dayLength);
