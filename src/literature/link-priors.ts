import type { Figure } from "./figure.ts";

/** Effect of one factor on the next ratings, before any data: standard deviation of its slope per standard deviation of the factor, over the unexplained spread of the ratings [1]. */
export const factorEffectPrior = {
  value: 0.2, low: 0.1, high: 0.4, unit: "1", source: null, where: "one factor of many: most tell under 4 % of a day's pain, few more than 16 %", population: "-", evidence: "A",
} as const satisfies Figure;

/** Difference of a day's pain below which "not linked" may be said [points of 10]. */
export const negligiblePainDifference = {
  value: 1, low: 0.5, high: 1.5, unit: "1", source: null, where: "half of the change of 2 points that people call important, which is from memory", population: "-", evidence: "A",
} as const satisfies Figure;
