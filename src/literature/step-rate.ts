import type { Figure } from "./figure.ts";
import type { SourceId } from "./sources.ts";

/** Mean of a group of runners at one speed. */
export interface StepRateRow {
  readonly speed: number;
  readonly stepsPerMinute: number;
  /** Mean standing height [m]; 1.75 where the paper's text was not seen to tell. */
  readonly height: number;
  readonly runners: number;
  readonly source: SourceId;
}

/** Group means that the step-rate relation is fitted on; the seven groups of target B32 are left out, so that it can be a test. */
export const stepRateTable: readonly StepRateRow[] = [
  { speed: 2.7, stepsPerMinute: 157, height: 1.75, runners: 9, source: "karamanidis-arampatzis-2005" },
  { speed: 2.7, stepsPerMinute: 154, height: 1.75, runners: 10, source: "karamanidis-arampatzis-2005" },
  { speed: 2.7, stepsPerMinute: 169, height: 1.75, runners: 20, source: "karamanidis-arampatzis-2005" },
  { speed: 2.7, stepsPerMinute: 166, height: 1.75, runners: 10, source: "karamanidis-arampatzis-2005" },
  { speed: 2.5, stepsPerMinute: 161, height: 1.7596, runners: 28, source: "fukuchi-2017" },
  { speed: 3.5, stepsPerMinute: 173, height: 1.7596, runners: 28, source: "fukuchi-2017" },
  { speed: 4.5, stepsPerMinute: 185, height: 1.7596, runners: 28, source: "fukuchi-2017" },
  { speed: 3.0, stepsPerMinute: 159, height: 1.75, runners: 10, source: "vitale" },
  { speed: 4.5, stepsPerMinute: 170, height: 1.75, runners: 10, source: "vitale" },
  { speed: 6.0, stepsPerMinute: 195, height: 1.75, runners: 10, source: "vitale" },
  { speed: 4.16, stepsPerMinute: 174, height: 1.75, runners: 2, source: "balsalobre-fernandez-2016" },
  { speed: 3.53, stepsPerMinute: 160, height: 1.75, runners: 10, source: "moore-2019" },
];

/**
 * Least-squares line through the table in dimensionless form, each group weighted by its runners:
 * stepRate·√(L/g) = intercept + slope·speed/√(gL), L leg length.
 * A test fits it anew and compares.
 */
export const stepRateRelation = { intercept: 0.694832, slope: 0.154186 } as const;

/** Between-runner standard deviation of step rate at one speed, relative [1]. */
export const stepRateSpread = {
  value: 0.05, low: 0.045, high: 0.055, unit: "1", source: "fukuchi-2017", where: "between-person sd 8–9 steps/min at about 170", population: "groups of the table", evidence: "D",
} as const satisfies Figure;

/** Relative change of step rate with slope at one speed [1 per unit rise over run]. */
export const stepRatePerSlope = {
  value: 0.3, low: 0, high: 0.6, unit: "1", source: "alcantara-2022", where: "our count of contacts, level and ±5°, ±10° at one speed", population: "one runner, 16 trials: taken as an assumption", evidence: "A",
} as const satisfies Figure;

const atTheKnee = { unit: "1", source: "willson-2014", population: "women running at 3.7 m/s with steps made shorter or longer", evidence: "S" } as const;
const published = (value: number, where: string): Figure => ({ value, low: value, high: value, where: `${where}; its spread was not seen`, ...atTheKnee });

/** Shorter steps load each footfall less and a mile has more of them: measured as the stress behind the kneecap, a proxy and not the back. */
export const stepLengthTradeOff = {
  shorter: { perStep: published(-0.222, "stress per step at steps 10 % shorter"), perMile: published(-0.075, "the same per mile") },
  longer: { perStep: published(0.31, "stress per step at steps 10 % longer"), perMile: published(0.14, "the same per mile") },
} as const;
