import type { Figure } from "./figure.ts";

/** Effect of one factor on the next ratings, before any data: standard deviation of its slope per standard deviation of the factor, over the unexplained spread of the ratings [1]. */
export const factorEffectPrior = {
  value: 0.2, low: 0.1, high: 0.4, unit: "1", source: null, where: "one factor of many: most tell under 4 % of a day's pain, few more than 16 %", population: "-", evidence: "A",
} as const satisfies Figure;

/**
 * Smallest change of a 0–10 pain rating that people notice as one [points of 10]: below it "not linked" may be said, always with its own bound beside it, and from it on a difference is worth waiting for.
 * The larger figures found elsewhere are of changes called important, or of people in severe pain.
 */
export const leastNoticedPainChange = {
  value: 1, low: 0.8, high: 2, unit: "1", source: "salaffi-2004", where: "abstract: one point, or 15 %, went with “slightly better”; 2 with “much better”; 8 of 100 for worse backs in another study, second-hand", population: "825 people with lasting joint pain", evidence: "S",
} as const satisfies Figure;

/** Length of a menstrual cycle before the runner's own is known [days]. */
export const usualCycleLength = {
  value: 29.3, low: 24, high: 38, unit: "day", source: "bull-2019", where: "abstract: mean; the band is what clinics call usual, from memory", population: "612,613 cycles of 124,648 users of an app", evidence: "S",
} as const satisfies Figure;
