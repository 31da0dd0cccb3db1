import type { Figure } from "./figure.ts";

/** What may be wrong with the size of an effect the model gives, as the standard deviation of a factor's logarithm [1]. */
export const effectSizeSpread = {
  value: 0.3, low: 0.2, high: 0.5, unit: "1", source: null, where: "± 60 % of the effect: forced changes were seldom measured, and then in a few runners", population: "-", evidence: "A",
} as const satisfies Figure;

/** Share of a lean's static effect on the back's load that holds in running [1]: never measured, so that nothing of it is possible too. */
export const leanShareInRunning = {
  value: 1, low: -0.1, high: 1.2, unit: "1", source: null, where: "the lever is known from people standing bent; no load was ever measured in a leaning runner: nothing of it, or a little the other way, is possible", population: "-", evidence: "A",
} as const satisfies Figure;

const shift = (value: number, unit: string, where: string): Figure => ({ value, low: value / 2, high: 2 * value, unit, source: null, where, population: "-", evidence: "A" });

/** How far a runner can plausibly change something, to either side of what it is now. */
export const plausibleChange = {
  speed: shift(0.1, "1", "a pace up or down: a tenth"),
  stepRate: shift(0.05, "1", "cues of 5 % are learnt; 10 % feel awkward"),
  trunkLeanDegrees: shift(5, "degree", "between the groups of low and high flexion in a trial lie 7°"),
  slope: shift(0.05, "1", "an easy hill"),
  mass: shift(3, "kg", "some months' change"),
} as const satisfies Readonly<Record<string, Figure>>;
