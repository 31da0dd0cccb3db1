import { leastNoticedPainChange } from "../literature/index.ts";
import { clusteredEffect, dot, residual, type ClusteredEffect } from "../numerics/index.ts";
import { painShare } from "./base-rate.ts";
import { caseCrossover, dailyLag, type DayAtRisk, type OddsRatio } from "./case-crossover.ts";
import { lags, ratingAges, type DayRow, type LagId } from "./day-rows.ts";
import { rangeOverDecision, type EffectRange } from "./decision-range.ts";
import type { Diary } from "./diary.ts";
import { columnOf, isDecisionUnseen, takeAt, type LagModel } from "./link-model.ts";
import { boundOf, eventsNeeded, timesAsLong, type Verdict } from "./verdict.ts";
import { permuteWeeks, type PermutationGuard } from "./week-permutation.ts";
import { worstBackRating, type PainEntry } from "../domain/index.ts";

/** Difference of mean pain between days with and without a run, at one lag [points]. */
export interface LagEffect {
  readonly lag: LagId;
  /** What it is if nothing but what the diary holds decided on the run. */
  readonly effect: ClusteredEffect;
  /** Where the diary was not looked into between the evening before and the run: what can be said all the same; there the effect's own interval is not to be told. Null elsewhere. */
  readonly range: EffectRange | null;
  readonly days: number;
  readonly runDays: number;
}

/** "Does pain go with running?" */
export interface RunningAnswer {
  readonly verdict: Verdict;
  readonly effects: readonly LagEffect[];
  readonly guard: PermutationGuard;
  /** Odds ratios of pain beginning where there was none: within 2 h of running, and on a day with a run. Shown beside, not decisive: who is asked after runs notes more beginnings there. */
  readonly oddsRatios: { readonly twoHours: OddsRatio; readonly day: OddsRatio };
}

/** Both the model and the permutation guard must be at most this surprised by chance. */
export const linkLevel = 0.05;
export const permutationCount = 999;
/** Fewer whole weeks have too few shuffles, and too few weeks for the model's errors. */
export const fewestWeeks = 8;
/** Of the calendar of runs, what habit and the rest leave free; below it, habit and running are one. */
const leastFree = 0.1;
/** A rating from which pain is called there [points]. */
const painful = 1;

export function askOfRunning(diary: Diary, rows: readonly DayRow[], models: readonly LagModel[], seed: number): RunningAnswer {
  const ran = columnOf(rows, ({ runs }) => (runs.length > 0 ? 1 : 0));
  const isUnseen = isDecisionUnseen(rows, ratingAges.usual);
  const asked = models.map((model, lag) => effectOfRunning(rows, model, ran, lag, isUnseen));
  const effects = asked.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  const guard = permuteWeeks(rows, models.filter((_, lag) => asked[lag]?.effect), permutationCount, seed);
  return { verdict: judge(rows, guard, effects, asked), effects, guard, oddsRatios: { twoHours: caseCrossover(beginnings(diary.entries), diary.runs), day: dailyLag(daysAtRisk(rows)) } };
}

const dayLag = lags.findIndex(({ id }) => id === "day");

interface Asked {
  /** Null where runs or weeks are too few. */
  readonly effect: LagEffect | null;
  /** Share of the calendar's variation that nothing held constant tells. */
  readonly free: number;
}

function effectOfRunning(rows: readonly DayRow[], model: LagModel, ran: Float64Array, lag: number, isUnseen: boolean): Asked {
  const { places, weeks, controls, unexplained } = model;
  const calendar = takeAt(ran, places);
  const runDays = calendar.reduce((sum, value) => sum + value, 0);
  const column = residual(controls, calendar);
  const variation = (runDays * (calendar.length - runDays)) / Math.max(calendar.length, 1);
  const free = variation > 0 ? dot(column, column) / variation : 0;
  const effect = free > leastFree ? clusteredEffect(unexplained, column, weeks, controls.basis.length) : null;
  const range = effect && isUnseen ? rangeOverDecision(rows, model, lag, ran, effect) : null;
  const isTold = effect !== null && (range !== null || !isUnseen);
  return { effect: isTold ? { lag: lags[lag]?.id ?? "day", effect, range, days: places.length, runDays } : null, free };
}

function judge(rows: readonly DayRow[], guard: PermutationGuard, effects: readonly LagEffect[], asked: readonly Asked[]): Verdict {
  if (effects.length === 0 && asked.some(({ free }) => free <= leastFree) && guard.weeks >= fewestWeeks) return { kind: "cannot-be-told-apart", from: ["weekday"] };
  const strongest = effects.toSorted((one, other) => one.effect.pValue - other.effect.pValue)[0];
  if (strongest === undefined || guard.weeks < fewestWeeks) return notYet(rows);
  // A late difference against an earlier one speaks of what was done in between, of the next run above all.
  const isContradicted = effects.slice(0, effects.indexOf(strongest)).some(({ effect }) => effect.value * strongest.effect.value < 0 && Math.abs(effect.value) > effect.standardError);
  const isLinked = guard.pValue <= linkLevel && strongest.effect.pValue * effects.length <= linkLevel && !isContradicted;
  const isMore = strongest.effect.value > 0;
  // Who hurts skips the run: without a look just before it, pain seems rarer after runs than it is. Less pain can then not be said, and more only where every hour of deciding leaves it so.
  if (isLinked && (isMore ? strongest.range !== null && strongest.range.low <= 0 : isDecisionUnseen(rows, ratingAges.just))) return painBefore;
  if (isLinked) return { kind: "linked", direction: isMore ? "more" : "less", lag: strongest.lag };
  const decisive = effects.filter(({ lag }) => lag !== "during");
  const bound = boundOf(decisive.map(({ effect, range }) => range ?? effect));
  if (bound !== null && guard.pValue > linkLevel) return { kind: "not-linked", atMost: bound };
  // More of the same entries would not bring the ends together; a look before the run does.
  if (decisive.some(({ range }) => range !== null)) return painBefore;
  const widest = decisive.toSorted((one, other) => other.effect.standardError - one.effect.standardError)[0] ?? strongest;
  return more(rows, timesAsLong(widest.effect, leastNoticedPainChange.value));
}

const painBefore: Verdict = { kind: "cannot-be-told-apart", from: ["painBefore"] };

/** The model cannot be asked yet: from the painful share so far and the runner's own rate of runs. */
function notYet(rows: readonly DayRow[]): Verdict {
  const ratings = rows.map(({ after }) => after[dayLag] ?? NaN).filter((rating) => !Number.isNaN(rating));
  const share = painShare(ratings.filter((rating) => rating >= painful).length, ratings.length).value;
  return more(rows, eventsNeeded(share, 2) / Math.max(rows.filter(({ runs }) => runs.length > 0).length, 1));
}

/** So many times the diary there is, as days and runs still to come; at least what makes up the fewest weeks. */
export function more(rows: readonly DayRow[], times: number): Verdict {
  const days = Math.max(rows.length * (times - 1), 7 * fewestWeeks - rows.length, 7);
  const runs = rows.filter((row) => row.runs.length > 0).length;
  return { kind: "not-enough", moreDays: Math.ceil(days), moreRuns: Math.ceil((days * runs) / Math.max(rows.length, 1)) };
}

/** Moments when pain was there that was not at the entry before, a day and a half earlier at most. */
function beginnings(entries: readonly PainEntry[]): readonly number[] {
  const sorted = entries.toSorted((one, other) => one.at - other.at);
  return sorted.filter((entry, index) => {
    const last = sorted[index - 1];
    return last !== undefined && worstBackRating(entry) >= painful && worstBackRating(last) < painful && entry.at - last.at <= ratingAges.longest;
  }).map(({ at }) => at);
}

function daysAtRisk(rows: readonly DayRow[]): readonly DayAtRisk[] {
  return rows.map(({ day, runs, before, after }) => ({ day, isExposed: runs.length > 0, before, rating: after[dayLag] ?? NaN }))
    .filter(({ before, rating }) => before < painful && !Number.isNaN(rating))
    .map(({ day, isExposed, rating }) => ({ day, isExposed, isOnset: rating >= painful }));
}
