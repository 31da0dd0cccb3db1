import type { Figure } from "./figure.ts";

/**
 * Active peak over the half-sine's peak through the same contact and step time:
 * ratio = exp(intercept + perSpeed·(speed − 3.5) + massExponent·ln(mass/65)).
 * Generalised least squares on the open half of alcantara-2021 (43 trials, 18 runners; runner sd 0.04, trial sd 0.02; mass exponent shrunk to 0, the value of
 * mechanical similarity, with sd 0.05). A line in speed fits these trials as well as a power of it (weighted squares 31.9 and 32.2). Morin 2005 reports the same
 * signs: the half-sine is 7 % low on a treadmill, 3 % over ground, and the areas under the two curves part by 11.7 % at 3.33 and by 1.7 % at 6.67 m/s: so the
 * trend is followed to there. A test fits it anew.
 * That the laboratory's own impulse is 4.5 % above what the step rate demands is in it, and cannot be told from the shape.
 */
export const peakForceRatio = { intercept: 0.125317, perSpeed: -0.027432, massExponent: 0.055462, measuredSpeed: { low: 3.8, high: 5.4 }, followedTo: 6.67 } as const;

/** Spread of that ratio between runners: standard deviation of its logarithm [1]. */
export const peakForceRatioSpread = {
  value: 0.042, low: 0.036, high: 0.05, unit: "1", source: "alcantara-2021", where: "runner left out in turn: 0.127 body weights at a mean of 2.97", population: "18 college runners", evidence: "D",
} as const satisfies Figure;

/**
 * What laboratories disagree by on that ratio where a foot strike's own shape is used: standard deviation of its logarithm [1].
 * The shapes rest on the raw force of two runners, with ratios near 1.0; groups of other laboratories have 1.03–1.12.
 */
export const laboratoryPeakSpread = {
  value: 0.06, low: 0.03, high: 0.09, unit: "1", source: "fukuchi-2017", where: "ratio of two raw recordings against the group means of the same and two other sources", population: "two runners against three groups", evidence: "D",
} as const satisfies Figure;
