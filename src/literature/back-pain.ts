import type { Figure } from "./figure.ts";

/** How common low back pain is among runners [1]: starting points, to be overruled by the runner's own diary. */
export const backPainRates = {
  prevalence: { value: 0.041, low: 0.007, high: 0.202, unit: "1", source: "maselli-2020", where: "0.7–20.2 % of the studies; the value is their middle on the scale of log odds", population: "runners of 19 studies", evidence: "S" },
  incidence: { value: 0.028, low: 0.003, high: 0.22, unit: "1", source: "maselli-2020", where: "0.3–22 % of the studies; the value is their middle on the scale of log odds", population: "runners of 19 studies", evidence: "S" },
  atMarathon: { value: 0.045, low: 0.033, high: 0.057, unit: "1", source: "wu-2021", where: "36 of 800; 90 % band by the binomial", population: "800 half and full marathon runners", evidence: "S" },
} as const satisfies Readonly<Record<string, Figure>>;

const marathon = { unit: "1", source: "wu-2021", population: "800 half and full marathon runners, 36 with low back pain, by recall", evidence: "S" } as const;
const onset = { unit: "1", source: "steffens-2015", population: "999 people with a new episode of low back pain, by recall", evidence: "S" } as const;

/** Odds ratios of low back pain with what is not running's mechanics [1]: associations after the event, no proof of cause. */
export const backPainOddsRatios = {
  fatigue: { ...marathon, value: 2.68, low: 1.45, high: 4.94, where: "final model, p = 0.008; the 90 % band from that p" },
  warmUp: { ...marathon, value: 2.62, low: 1.39, high: 4.91, where: "not enough warm-up, final model, p = 0.012; the 90 % band from that p" },
  temperature: { ...marathon, value: 6.58, low: 1.74, high: 25, where: "uncomfortable temperature, 9 runners, final model, p = 0.020; the 90 % band from that p" },
  gaitPosture: { ...marathon, value: 2.27, low: 1.17, high: 4.4, where: "posture rated bad by the runner, final model, p = 0.041; the 90 % band from that p" },
  activity: { ...onset, value: 2.7, low: 1.6, high: 4.6, where: "moderate or vigorous activity in the 2 h before; interval not seen, the band is assumed" },
  distraction: { ...onset, value: 25, low: 3.4, high: 185, where: "distracted during a task in the 2 h before; the band is its 95 % interval, from memory" },
  heavyLoad: { ...onset, value: 6, low: 2.7, high: 13.6, where: "heavy load at 40 years; 13.6 at 20 and 2.7 at 60 taken as the band" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Chance that a difference as large arose with no association at all [1], of what was looked for and not found. */
export const notAssociatedWithBackPain = {
  shoeType: { ...marathon, value: 0.664, low: 0.05, high: 1, where: "table 2, p of the kind of shoe" },
  footStrike: { ...marathon, value: 0.139, low: 0.05, high: 1, where: "table 2, p of the foot strike" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Hours of the day when most episodes of low back pain began [h], local time. */
export const backPainOnsetHours = {
  ...onset, value: 9.5, low: 7, high: 12, unit: "h", where: "abstract: risk greatest between 7 a.m. and noon",
} as const satisfies Figure;

/** Smallest change of a 0–10 pain rating that people with back pain call important [1]. */
export const importantPainChange = {
  value: 2, low: 1, high: 3, unit: "1", source: "salaffi-2004", where: "abstract: 2 points, or 33 %, went with “much better”; the band is assumed", population: "825 people with lasting joint pain", evidence: "S",
} as const satisfies Figure;
