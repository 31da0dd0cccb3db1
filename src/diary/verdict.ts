import { leastNoticedPainChange } from "../literature/index.ts";
import type { ClusteredEffect } from "../numerics/index.ts";
import type { LagId } from "./day-rows.ts";

/** What the load is confused with where the ways of counting it disagree. */
export const doseLawRival = "doseLaw";

/** What the runner's own diary says of one question. */
export type Verdict =
  | { readonly kind: "linked"; readonly direction: "more" | "less"; readonly lag: LagId }
  /** Pain is no likelier: at most this many points more [points of 10]. */
  | { readonly kind: "not-linked"; readonly atMost: number }
  | { readonly kind: "not-enough"; readonly moreDays: number; readonly moreRuns: number }
  /** It always came together with these (ids of factors, `weekday`, or `painBefore`: what was felt when the run was decided on); an experiment would tell. */
  | { readonly kind: "cannot-be-told-apart"; readonly from: readonly string[] };

/** Standard errors between no effect and one that is found four times in five at the 5 % level. */
const seenAt = 1.959963985 + 0.841621234;

/** How many times as long the diary must be until an effect of this size [points] would be seen four times in five. */
export function timesAsLong(effect: ClusteredEffect, difference: number): number {
  return ((seenAt * effect.standardError) / Math.abs(difference)) ** 2;
}

/**
 * Events until an odds ratio per standard deviation of one exposure is seen four times in five at the 5 % level, when a share of them is painful
 * (Hsieh 1989): 7.85 ÷ (p·(1−p)·ln² OR). For independent events and one exposure: a diary needs more.
 */
export function eventsNeeded(painfulShare: number, oddsRatio: number): number {
  return seenAt ** 2 / (painfulShare * (1 - painfulShare) * Math.log(oddsRatio) ** 2);
}

/** Whether effects are all bounded below what matters, and the bound [points]. */
export function boundOf(effects: readonly { readonly low: number; readonly high: number }[]): number | null {
  if (effects.length === 0) return null;
  const furthest = Math.max(...effects.map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high))));
  return furthest < leastNoticedPainChange.value ? Math.max(0, ...effects.map(({ high }) => high)) : null;
}
