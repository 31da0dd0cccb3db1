import type { Figure } from "./figure.ts";

/**
 * Active peak over the half-sine's peak through the same contact and step time:
 * ratio = exp(intercept + speedExponent·ln(speed/3.5) + massExponent·ln(mass/65)).
 * Generalised least squares on the open half of alcantara-2021 (43 trials, 18 runners; runner sd 0.04, trial sd 0.02; mass exponent shrunk to 0, the value of
 * mechanical similarity, with sd 0.05). Morin 2005 reports the same sign: the half-sine is 7 % low on a treadmill, 3 % over ground. A test fits it anew.
 * That the laboratory's own impulse is 4.5 % above what the step rate demands is in it, and cannot be told from the shape.
 */
export const peakForceRatio = { intercept: 0.12745, speedExponent: -0.122575, massExponent: 0.055091, measuredSpeed: { low: 3.8, high: 5.4 } } as const;

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
