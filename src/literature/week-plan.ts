import type { Figure } from "./figure.ts";

const frandsen = { unit: "1", source: "frandsen-2025", population: "5205 runners, 588 071 runs, 1820 injured; any overuse injury, not the back in particular", evidence: "S" } as const;

/** A run longer than this share of the longest of the last 30 days was followed by more overuse injuries [1]; neither the week's total nor a ratio of weeks showed that. */
export const longestRunShare = { ...frandsen, value: 1.1, low: 1.1, high: 1.1, where: "abstract: from more than 10 % over the longest of 30 days" } as const satisfies Figure;

/** Days that "longest of late" looks back [d]. */
export const longestRunDays = { ...frandsen, value: 30, low: 30, high: 30, unit: "d", where: "abstract: longest run of the last 30 days" } as const satisfies Figure;

/** Hazard of an overuse injury after a run longer than that, over one that was not [1]; bands are 95 % intervals. */
export const longerRunHazards = [
  { above: 1.1, hazard: { ...frandsen, value: 1.64, low: 1.31, high: 2.05, where: "more than 10 to 30 % over" } },
  { above: 1.3, hazard: { ...frandsen, value: 1.52, low: 1.16, high: 2, where: "more than 30 to 100 % over" } },
  { above: 2, hazard: { ...frandsen, value: 2.28, low: 1.5, high: 3.48, where: "more than 100 % over" } },
] as const satisfies readonly { readonly above: number; readonly hazard: Figure }[];

/** Days without a run after which one comes back by run-walk [d]. */
export const layoffDays = {
  value: 21, low: 14, high: 30, unit: "d", source: null, where: "fitness begins to fall after two weeks, and past 30 days no longest run is left to go by; no study sets the day", population: "-", evidence: "A",
} as const satisfies Figure;

/** Pain ratings of the pain-monitoring rule [points of 10]: up to the first nothing is held back, up to the second it is tolerated if it settles by the next morning. */
export const painMonitoring = {
  comfortable: { value: 2, low: 2, high: 3, unit: "1", source: "silbernagel-2007", where: "up to 2, in some versions 3, of 10", population: "38 people with a sore Achilles tendon; later also sore kneecaps; never tried on backs", evidence: "S2" },
  tolerable: { value: 5, low: 5, high: 5, unit: "1", source: "silbernagel-2007", where: "up to 5 of 10, settled by the next morning, no rise from week to week", population: "38 people with a sore Achilles tendon; later also sore kneecaps; never tried on backs", evidence: "S2" },
} as const satisfies Readonly<Record<string, Figure>>;

/** A week's mean pain above the one before by this counts as a rise [points of 10]. */
export const weeklyPainRise = { value: 1, low: 0.5, high: 2, unit: "1", source: null, where: "the rule says no rise and no size; half of what people call an important change", population: "-", evidence: "A" } as const satisfies Figure;

const asteroid = { source: "asteroid-2024", population: "40 adults of 18 to 45 years with chronic low back pain, 20 of them in the programme", evidence: "S" } as const;

/** What a run-walk programme of twelve weeks did to back pain [points of 100]; below what is usually called important. */
export const runWalkPain = { ...asteroid, value: -15.3, low: -25.33, high: -5.27, unit: "1/100", where: "abstract, average pain against waiting; 95 % interval" } as const satisfies Figure;

/** Length of its sessions [min] and how many a week [1]. */
export const runWalkSession = {
  minutes: { ...asteroid, value: 30, low: 30, high: 30, unit: "min", where: "abstract" },
  perWeek: { ...asteroid, value: 3, low: 2.1, high: 3, unit: "1", where: "abstract: 3 offered, 2.1 done" },
} as const satisfies Readonly<Record<string, Figure>>;

const who = { source: "who-2020", population: "guideline for adults, with long-standing conditions too", evidence: "S" } as const;

/** Activity advised for a week [min], of vigorous intensity or of moderate, and days with strength work [1]. */
export const weeklyActivity = {
  vigorous: { ...who, value: 112.5, low: 75, high: 150, unit: "min", where: "abstract: 75–150 min" },
  moderate: { ...who, value: 225, low: 150, high: 300, unit: "min", where: "abstract: 150–300 min" },
  strengthDays: { ...who, value: 2, low: 2, high: 7, unit: "1", where: "two or more days, major muscle groups" },
} as const satisfies Readonly<Record<string, Figure>>;

/** What exercise programmes did to long-standing low back pain [standard deviations]. */
export const exerciseForBackPain = {
  value: -0.33, low: -0.58, high: -0.08, unit: "SD", source: "verville-2023", where: "abstract: exercise against none, 8 trials, moderate certainty; no kind of exercise surely better than another", population: "adults with chronic low back pain", evidence: "S",
} as const satisfies Figure;

/** Hazard of a running injury with two or more pairs in turn, over one pair [1]. */
export const severalPairsHazard = {
  value: 0.614, low: 0.389, high: 0.969, unit: "1", source: "malisoux-2015", where: "abstract, adjusted; 95 % interval", population: "264 recreational runners over 22 weeks, legs and lower back; who owned more pairs chose so", evidence: "S",
} as const satisfies Figure;

/** Energy of running a metre on the level [J/kg/m], standing's own taken off. */
export const levelRunningCost = {
  value: 3.6, low: 3.1, high: 4.2, unit: "J/kg/m", source: "minetti-2002", where: "the polynomial's 3.6; 3.40 ± 0.24 measured in mountain runners, 3.4 to 4.2 between groups of people", population: "ten mountain runners, and other studies", evidence: "D",
} as const satisfies Figure;

/** Energy of walking a metre briskly on the level [J/kg/m]. */
export const levelWalkingCost = {
  value: 2.1, low: 1.6, high: 2.7, unit: "J/kg/m", source: "minetti-2002", where: "1.64 ± 0.50 at 1 m/s, the least; brisk walking costs more, taken by us", population: "ten mountain runners", evidence: "A",
} as const satisfies Figure;

/** A brisk walk between runs [m/s]. */
export const briskWalkingSpeed = { value: 1.5, low: 1.2, high: 1.8, unit: "m/s", source: null, where: "usual", population: "-", evidence: "A" } as const satisfies Figure;
