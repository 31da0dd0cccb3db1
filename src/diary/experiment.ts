import { clusteredEffect, holdConstant, randomIntercept, residual, seededRandom, type ClusteredEffect } from "../numerics/index.ts";
import { dayRows, lags } from "./day-rows.ts";
import type { Diary } from "./diary.ts";
import type { Verdict } from "./verdict.ts";

/** One change tried out on the runner's own runs: some blocks with it, some without, by lot. */
export interface ExperimentPlan {
  readonly pairs: number;
  readonly runsPerBlock: number;
  /** First runs of each block that do not count: what came before still shows in them. */
  readonly washoutRuns: number;
  /** Blocks in their order, two and two; true with the change. */
  readonly withChange: readonly boolean[];
  readonly runs: number;
  /** What it can see four times in five [points]. */
  readonly difference: number;
  readonly seed: number;
}

export interface ExperimentWish {
  /** Smallest difference worth knowing [points]. */
  readonly difference: number;
  /** Spread of this runner's pain from run to run, other things held constant [points], and how alike one is to the next [1]. */
  readonly spread: number;
  readonly alike: number;
  readonly runsPerBlock: number;
  readonly washoutRuns: number;
  readonly seed: number;
}

/** Two-sided 5 % and four times in five. */
const standardErrorsSeen = 2.801585218;
/** Fewer pairs cannot be told from luck at 5 %: of 2⁶ ways to draw six pairs, two are as extreme as the one where all agree. */
const fewestPairs = 6;

/**
 * Length from the power calculation for two means, n = 2·σ²·(1.96 + 0.84)² ÷ Δ² counted runs an arm, times (1 + ρ) ÷ (1 − ρ) for runs that are alike;
 * which block of each pair has the change is drawn by seed.
 */
export function planExperiment({ difference, spread, alike, runsPerBlock, washoutRuns, seed }: ExperimentWish): ExperimentPlan {
  if (washoutRuns >= runsPerBlock) throw new RangeError("experiment: a block must hold more runs than its washout");
  const perArm = (2 * spread ** 2 * standardErrorsSeen ** 2 * (1 + alike)) / (difference ** 2 * (1 - alike));
  const pairs = Math.max(fewestPairs, Math.ceil(perArm / (runsPerBlock - washoutRuns)));
  const random = seededRandom(seed);
  const withChange = Array.from({ length: pairs }, () => random() < 0.5).flatMap((isFirst) => [isFirst, !isFirst]);
  return { pairs, runsPerBlock, washoutRuns, withChange, runs: 2 * pairs * runsPerBlock, difference, seed };
}

/** Pain after one run of the experiment. */
export interface ExperimentRun {
  /** Which block it belongs to, from 0. */
  readonly block: number;
  /** From 0 within its block. */
  readonly place: number;
  /** Ratings before and after [points], and the worst of the 24 hours after; NaN where none was noted. */
  readonly before: number;
  readonly after: number;
  readonly worst: number;
}

/** How much pain after runs scatters, for the length of an experiment. */
export interface PainScatter {
  /** From run to run within a week, pain before held constant [points], and how alike a run's is to the next one's of the week [1]. */
  readonly spread: number;
  readonly alike: number;
  readonly runs: number;
}

const fewestRuns = 10;

/**
 * From the runner's own diary: the rating after each run on the one before it, each week with a level of its own (random intercept), since an experiment compares blocks that
 * lie side by side. Null before ten runs with both ratings.
 */
export function painScatter(diary: Diary): PainScatter | null {
  const after = lags.findIndex(({ id }) => id === "day");
  const told = dayRows(diary).filter((row) => row.runs.length > 0 && !Number.isNaN(row.before) && !Number.isNaN(row.after[after]));
  const weekNumbers = [...new Set(told.map(({ day }) => Math.floor(day / 7)))];
  const weeks = Int32Array.from(told, ({ day }) => weekNumbers.indexOf(Math.floor(day / 7)));
  const before = Float64Array.from(told, (row) => row.before);
  // Whose back never hurts before a run has nothing to hold constant.
  const held = before.some((rating) => rating !== before[0]) ? [before] : [];
  const fit = told.length < fewestRuns ? null : randomIntercept(Float64Array.from(told, (row) => row.after[after] ?? NaN), [new Float64Array(told.length).fill(1), ...held], weeks);
  if (fit === null) return null;
  let [together, count] = [0, 0];
  for (let run = 1; run < told.length; run++) {
    if (weeks[run] !== weeks[run - 1]) continue;
    together += fit.errors[run]! * fit.errors[run - 1]!;
    count += 1;
  }
  const alike = count > 0 && fit.within > 0 ? together / count / fit.within : 0;
  return { spread: Math.sqrt(fit.within), alike: Math.min(Math.max(alike, 0), 0.8), runs: told.length };
}

export type StopReason = "severe-pain" | "worse-with-change" | "worse-without-change";

const severe = 7;
const clearlyWorse = 2;

/** Whether to end early for the runner's sake: pain of 7 or more, or the last two blocks of one arm worse than the other's by 2 points, the change people call important. */
export function stopEarly({ withChange }: ExperimentPlan, runs: readonly ExperimentRun[]): StopReason | null {
  if (runs.some(({ worst }) => worst >= severe)) return "severe-pain";
  const blockMean = (block: number): number => mean(runs.filter((run) => run.block === block && !Number.isNaN(run.after)).map(({ after }) => after));
  const done = [...new Set(runs.map(({ block }) => block))].filter((block) => runs.some((run) => run.block > block) && !Number.isNaN(blockMean(block)));
  const lastOf = (arm: boolean): number => {
    const blocks = done.filter((block) => withChange[block] === arm).slice(-2);
    return blocks.length < 2 ? NaN : mean(blocks.map(blockMean));
  };
  const difference = lastOf(true) - lastOf(false);
  return difference >= clearlyWorse ? "worse-with-change" : difference <= -clearlyWorse ? "worse-without-change" : null;
}

export interface ExperimentResult {
  /** Points of pain with the change more than without; null while too few pairs are whole. */
  readonly effect: ClusteredEffect | null;
  /** Share of all ways the lot could have fallen whose difference is as large. */
  readonly chance: number;
  readonly verdict: Extract<Verdict["kind"], "linked" | "not-linked" | "not-enough">;
}

const level = 0.05;
const lotsDrawn = 4095;

/** The finished or broken-off experiment, by the engine of the diary: pairs and earlier pain held constant, errors together within a pair; the lot itself as the guard. */
export function analyseExperiment({ washoutRuns, withChange, seed, difference }: ExperimentPlan, runs: readonly ExperimentRun[]): ExperimentResult {
  const told = runs.filter(({ place, before, after }) => place >= washoutRuns && !Number.isNaN(before) && !Number.isNaN(after));
  const blocks = new Set(told.map(({ block }) => block));
  const whole = told.filter(({ block }) => blocks.has(block ^ 1));
  const pairNumbers = [...new Set(whole.map(({ block }) => block >> 1))];
  if (pairNumbers.length < fewestPairs) return { effect: null, chance: 1, verdict: "not-enough" };
  const pairs = Int32Array.from(whole, ({ block }) => pairNumbers.indexOf(block >> 1));
  const controls = holdConstant([...pairNumbers.map((_, pair) => Float64Array.from(pairs, (own) => (own === pair ? 1 : 0))), Float64Array.from(whole, ({ before }) => before)], whole.length);
  const outcome = residual(controls, Float64Array.from(whole, ({ after }) => after));
  const arm = Float64Array.from(whole, ({ block }) => (withChange[block] === true ? 1 : 0));
  const effect = clusteredEffect(outcome, residual(controls, arm), pairs, controls.basis.length);
  const chance = chanceOfLot(outcome, arm, pairs, pairNumbers.length, seed);
  const isLinked = effect !== null && effect.pValue <= level && chance <= level;
  const isBounded = effect !== null && Math.max(Math.abs(effect.low), Math.abs(effect.high)) < difference;
  return { effect, chance, verdict: isLinked ? "linked" : isBounded ? "not-linked" : "not-enough" };
}

/** Arms change places within pairs, as the lot might have had it. */
function chanceOfLot(outcome: Float64Array, arm: Float64Array, pairs: Int32Array, count: number, seed: number): number {
  const gain = new Float64Array(count);
  for (const [run, pair] of pairs.entries()) gain[pair]! += outcome[run]! * (2 * arm[run]! - 1);
  const seen = Math.abs(gain.reduce((sum, value) => sum + value, 0));
  const random = seededRandom(seed + 1);
  let asFar = 1;
  for (let lot = 0; lot < lotsDrawn; lot++) {
    let sum = 0;
    for (let pair = 0; pair < count; pair++) sum += random() < 0.5 ? gain[pair]! : -gain[pair]!;
    if (Math.abs(sum) >= seen * (1 - 1e-12)) asFar += 1;
  }
  return asFar / (lotsDrawn + 1);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
