import { dayRows } from "./day-rows.ts";
import type { Diary } from "./diary.ts";
import { askOfFactors, type FactorAnswer } from "./factor-question.ts";
import { heldColumns, lagModels } from "./link-model.ts";
import { askOfRunning, type RunningAnswer } from "./running-question.ts";

/** What a diary and its runs say, and what they rest on. */
export interface LinkAnalysis {
  /** Days from the first entry to the last, days with an entry, days with a run. */
  readonly days: number;
  readonly daysWithEntry: number;
  readonly runDays: number;
  readonly running: RunningAnswer;
  readonly factors: readonly FactorAnswer[];
  /** Ids of what the diary told often enough to be held constant. */
  readonly heldConstant: readonly string[];
}

/** Does pain go with running, and with which part of it? The same diary and seed give the same answer. */
export function analyseLink(diary: Diary, seed = 1): LinkAnalysis {
  const rows = dayRows(diary);
  const held = heldColumns(rows);
  const models = lagModels(rows, held);
  return {
    days: rows.length, daysWithEntry: rows.filter(({ after }) => after.some((rating) => !Number.isNaN(rating))).length, runDays: rows.filter(({ runs }) => runs.length > 0).length,
    running: askOfRunning(diary, rows, models, seed),
    factors: askOfFactors(rows, models),
    heldConstant: held.told.map(({ id }) => id),
  };
}
