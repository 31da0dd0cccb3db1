import { negligiblePainDifference } from "../literature/index.ts";
import { clusteredEffect, dot, ordinalLogistic, residual, type ClusteredEffect } from "../numerics/index.ts";
import { painShare } from "./base-rate.ts";
import { caseCrossover, dailyLag, type OddsRatio } from "./case-crossover.ts";
import { lags, type DayRow, type LagId } from "./day-rows.ts";
import type { Diary } from "./diary.ts";
import { takeAt, type LagModel } from "./link-model.ts";
import { boundOf, eventsNeeded, timesAsLong, type Verdict } from "./verdict.ts";
import { permuteWeeks, type PermutationGuard } from "./week-permutation.ts";
import { worstPainRating, type PainEntry } from "../domain/index.ts";

/** Difference of mean pain between days with and without a run, at one lag [points]. */
export interface LagEffect {
  readonly lag: LagId;
  readonly effect: ClusteredEffect;
  readonly days: number;
  readonly runDays: number;
}

/** "Does pain go with running?" */
export interface RunningAnswer {
  readonly verdict: Verdict;
  readonly effects: readonly LagEffect[];
  readonly guard: PermutationGuard;
  /**
   * Shown beside, not decisive. Odds ratios of pain beginning where there was none, within 2 h of running and on a day with a run: who is asked after runs notes more
   * beginnings there. And of a higher rating in the day after, by ranks alone: whether the verdict hangs on taking ratings for distances.
   */
  readonly oddsRatios: { readonly twoHours: OddsRatio; readonly day: OddsRatio; readonly higherRating: Omit<OddsRatio, "informative" | "cases"> | null };
}

/** Both the model and the permutation guard must be at most this surprised by chance. */
export const linkLevel = 0.05;
export const permutationCount = 999;
/** Fewer whole weeks have too few shuffles, and too few weeks for the model's errors. */
const fewestWeeks = 8;
/** Of the calendar of runs, what habit and the rest leave free; below it, habit and running are one. */
const leastFree = 0.1;
/** A rating from which pain is called there [points]. */
const painful = 1;

export function askOfRunning(diary: Diary, rows: readonly DayRow[], models: readonly LagModel[], seed: number): RunningAnswer {
  const ran = Float64Array.from(rows, ({ runs }) => (runs.length > 0 ? 1 : 0));
  const asked = models.map((model, lag) => effectOfRunning(model, ran, lags[lag]?.id ?? "day"));
  const effects = asked.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  const guard = permuteWeeks(rows, models.filter((_, lag) => asked[lag]?.effect), permutationCount, seed);
  return { verdict: judge(rows, guard, effects, asked), effects, guard, oddsRatios: { twoHours: caseCrossover(beginnings(diary.entries), diary.runs), day: dailyLag(daysAtRisk(rows)), higherRating: higherRating(models[dayLag], ran) } };
}

const dayLag = lags.findIndex(({ id }) => id === "day");

function higherRating(model: LagModel | undefined, ran: Float64Array): RunningAnswer["oddsRatios"]["higherRating"] {
  if (model === undefined || model.places.length < 2 * model.controls.basis.length) return null;
  const [, ...held] = model.controls.basis;
  const fit = ordinalLogistic([...model.outcome].map(Math.round), [residual(model.controls, takeAt(ran, model.places)), ...held]);
  const [effect = NaN, error = NaN] = [fit?.effects[0], fit?.standardErrors[0]];
  if (!Number.isFinite(effect) || !Number.isFinite(error)) return null;
  return { value: Math.exp(effect), low: Math.exp(effect - 1.959963985 * error), high: Math.exp(effect + 1.959963985 * error) };
}

interface Asked {
  /** Null where runs or weeks are too few. */
  readonly effect: LagEffect | null;
  /** Share of the calendar's variation that nothing held constant tells. */
  readonly free: number;
}

function effectOfRunning({ places, weeks, controls, unexplained }: LagModel, ran: Float64Array, lag: LagId): Asked {
  const calendar = takeAt(ran, places);
  const runDays = calendar.reduce((sum, value) => sum + value, 0);
  const column = residual(controls, calendar);
  const variation = (runDays * (calendar.length - runDays)) / Math.max(calendar.length, 1);
  const free = variation > 0 ? dot(column, column) / variation : 0;
  const effect = free > leastFree ? clusteredEffect(unexplained, column, weeks, controls.basis.length) : null;
  return { effect: effect && { lag, effect, days: places.length, runDays }, free };
}

function judge(rows: readonly DayRow[], guard: PermutationGuard, effects: readonly LagEffect[], asked: readonly Asked[]): Verdict {
  if (effects.length === 0 && asked.some(({ free }) => free <= leastFree) && guard.weeks >= fewestWeeks) return { kind: "cannot-be-told-apart", from: ["weekday"] };
  const strongest = effects.toSorted((one, other) => one.effect.pValue - other.effect.pValue)[0];
  if (strongest === undefined || guard.weeks < fewestWeeks) return notYet(rows);
  // A late difference against an earlier one speaks of what was done in between, of the next run above all.
  const isContradicted = effects.slice(0, effects.indexOf(strongest)).some(({ effect }) => effect.value * strongest.effect.value < 0 && Math.abs(effect.value) > effect.standardError);
  const isLinked = guard.pValue <= linkLevel && strongest.effect.pValue * effects.length <= linkLevel && !isContradicted;
  if (isLinked) return { kind: "linked", direction: strongest.effect.value > 0 ? "more" : "less", lag: strongest.lag };
  const decisive = effects.filter(({ lag }) => lag !== "during");
  const bound = boundOf(decisive.map(({ effect }) => ({ effect, contrast: 1 })));
  if (bound !== null && guard.pValue > linkLevel) return { kind: "not-linked", atMost: bound };
  const widest = decisive.toSorted((one, other) => other.effect.standardError - one.effect.standardError)[0] ?? strongest;
  return more(rows, timesAsLong(widest.effect, negligiblePainDifference.value));
}

/** The model cannot be asked yet: from the painful share so far and the runner's own rate of runs. */
function notYet(rows: readonly DayRow[]): Verdict {
  const looked = rows.filter(({ after }) => !Number.isNaN(after[1]));
  const share = painShare(looked.filter(({ after }) => (after[1] ?? 0) >= painful).length, looked.length).value;
  return more(rows, eventsNeeded(share, 2) / Math.max(rows.filter(({ runs }) => runs.length > 0).length, 1));
}

/** So many times the diary there is, as days and runs still to come; at least what makes up the fewest weeks. */
export function more(rows: readonly DayRow[], times: number): Verdict {
  const days = Math.max(rows.length * (times - 1), 7 * fewestWeeks - rows.length, 7);
  const runs = rows.filter((row) => row.runs.length > 0).length;
  return { kind: "not-enough", moreDays: Math.ceil(days), moreRuns: Math.ceil((days * runs) / Math.max(rows.length, 1)) };
}

/** Moments when pain was there that was not at the entry before, a day and a half before at most. */
function beginnings(entries: readonly PainEntry[]): readonly number[] {
  const sorted = entries.toSorted((one, other) => one.at - other.at);
  return sorted.filter((entry, index) => {
    const before = sorted[index - 1];
    return before !== undefined && worstPainRating(entry) >= painful && worstPainRating(before) < painful && entry.at - before.at <= 36 * 3600;
  }).map(({ at }) => at);
}

function daysAtRisk(rows: readonly DayRow[]) {
  return rows.filter(({ before, after }) => before < painful && !Number.isNaN(after[1]))
    .map(({ day, runs, after }) => ({ day, isExposed: runs.length > 0, isOnset: (after[1] ?? 0) >= painful }));
}
