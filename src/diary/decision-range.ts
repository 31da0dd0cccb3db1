import { clusteredEffect, dot, residual, type ClusteredEffect } from "../numerics/index.ts";
import type { DayRow } from "./day-rows.ts";
import { besidePain, takeAt, type LagModel } from "./link-model.ts";

/** Ends between which an effect lies, where the diary does not hold the order of events that would tell it closer [points]. */
export interface EffectRange {
  readonly low: number;
  readonly high: number;
}

/** Below this likeness from one look to the next the exponent of the formula has nothing to stand on [1]. */
const leastLikeness = 0.05;

/**
 * What running does where nobody looked at the back between last evening and the run. Pain M decided on the run somewhere in between, and nobody noted it. With P the look before, Y the one after and
 * R the run, all freed of what else is held constant, the slope of Y − k·P on R is free of what M did to the decision where k = cov(Y, M) ÷ cov(P, M). Only the hour of M is unknown:
 *  - decided by the look before itself, k = cov(Y, P) ÷ var(P): the lagged-dependent-variable regression, `known`;
 *  - decided midway, M is as like the one as the other, k = 1: the difference in differences;
 *  - decided as the run began, h₁ after P and h₂ before Y, k = r^((h₂ − h₁) ÷ (h₂ + h₁)), where r is the likeness of Y and P and falls by the same share each hour.
 * The range reaches from the first to the largest of the others: the bracket of Angrist & Pischke (2009, ch. 5.4) and Ding & Li (2019), carried on to the start of the run. Its ends are those of the 95 % intervals there,
 * so whatever the hour was the truth lies within at least 95 times in 100 (Horowitz & Manski 2000). Assumed: likeness falls with time, and nothing but M speaks to both.
 */
export function rangeOverDecision(rows: readonly DayRow[], model: LagModel, lag: number, ran: Float64Array, known: ClusteredEffect): EffectRange | null {
  const { places, weeks, outcome } = model;
  const beside = besidePain(model);
  const runs = residual(beside, takeAt(ran, places));
  const freeOfRuns = (values: Float64Array): Float64Array => {
    const slope = dot(values, runs) / dot(runs, runs);
    return values.map((value, row) => value - slope * runs[row]!);
  };
  const before = residual(beside, Float64Array.from(places, (place) => rows[place]!.before));
  const after = residual(beside, outcome);
  const [restBefore, restAfter] = [freeOfRuns(before), freeOfRuns(after)];
  const likeness = Math.max(leastLikeness, dot(restAfter, restBefore) / dot(restBefore, restBefore));
  const [sinceBefore, untilAfter] = [meanOver(places, (place) => rows[place]!.beforeAge), meanOver(places, (place) => rows[place]!.afterAge[lag]!)];
  const atStart = likeness ** ((untilAfter - sinceBefore) / (untilAfter + sinceBefore));
  const decidedLate = clusteredEffect(after.map((value, row) => value - Math.max(1, atStart) * before[row]!), runs, weeks, beside.basis.length + 1);
  return decidedLate && { low: Math.min(known.low, decidedLate.low), high: Math.max(known.high, decidedLate.high) };
}

function meanOver(places: Int32Array, value: (place: number) => number): number {
  return places.reduce((sum, place) => sum + value(place), 0) / places.length;
}
