import type { Figure } from "./figure.ts";
import type { SourceId } from "./sources.ts";

/** Mean of a group of runners at one speed. */
export interface ContactTimeRow {
  readonly speed: number;
  readonly groundContactTime: number;
  readonly stepsPerMinute: number;
  readonly height: number;
  readonly runners: number;
  readonly source: SourceId;
}

/** Group means that the contact-time relation is fitted on, beside the single trials of the open half of alcantara-2021. */
export const contactTimeTable: readonly ContactTimeRow[] = [
  { speed: 2.7, groundContactTime: 0.271, stepsPerMinute: 157, height: 1.75, runners: 9, source: "karamanidis-arampatzis-2005" },
  { speed: 2.7, groundContactTime: 0.282, stepsPerMinute: 154, height: 1.75, runners: 10, source: "karamanidis-arampatzis-2005" },
  { speed: 2.7, groundContactTime: 0.276, stepsPerMinute: 169, height: 1.75, runners: 20, source: "karamanidis-arampatzis-2005" },
  { speed: 2.7, groundContactTime: 0.284, stepsPerMinute: 166, height: 1.75, runners: 10, source: "karamanidis-arampatzis-2005" },
  { speed: 2.5, groundContactTime: 0.274, stepsPerMinute: 161, height: 1.7596, runners: 28, source: "fukuchi-2017" },
  { speed: 3.5, groundContactTime: 0.224, stepsPerMinute: 173, height: 1.7596, runners: 28, source: "fukuchi-2017" },
  { speed: 4.5, groundContactTime: 0.196, stepsPerMinute: 185, height: 1.7596, runners: 28, source: "fukuchi-2017" },
  { speed: 3.0, groundContactTime: 0.28, stepsPerMinute: 159, height: 1.75, runners: 10, source: "vitale" },
  { speed: 4.5, groundContactTime: 0.209, stepsPerMinute: 170, height: 1.75, runners: 10, source: "vitale" },
  { speed: 6.0, groundContactTime: 0.168, stepsPerMinute: 195, height: 1.75, runners: 10, source: "vitale" },
  { speed: 4.16, groundContactTime: 0.231, stepsPerMinute: 174, height: 1.75, runners: 2, source: "balsalobre-fernandez-2016" },
];

/**
 * Contact length relation: groundContactTime·speed/L = (intercept + slope·speed/√(gL))·(stepRate/usual step rate)^stepRateExponent.
 * Weighted least squares on the table and on 43 trials of 18 runners (open half of alcantara-2021, single rows not kept here), with an offset per source:
 * laboratories differ by 10–35 ms at one speed. Offset zero is the mean of the two sources that read an instrumented treadmill
 * (fukuchi-2017, alcantara-2021), weighted by their runners. A test fits it anew where the open half is at hand.
 */
export const contactTimeRelation = {
  intercept: 0.522677, slope: 0.267611, stepRateExponent: -0.160704,
  /** Natural logarithm of a source's contact time over the relation's. */
  offsets: { "karamanidis-arampatzis-2005": 0.060026, vitale: 0.082213, "balsalobre-fernandez-2016": 0.147198, "fukuchi-2017": 0.010804, "alcantara-2021": -0.016807 },
  /** Speeds the fit rests on [m/s]; beyond them the band widens. */
  measuredSpeed: { low: 2.5, high: 6.0 },
} as const;

/** Spread of contact time between runners at one speed and step rate, laboratories included: standard deviation of its logarithm [1]. */
export const contactTimeSpread = {
  value: 0.052, low: 0.043, high: 0.06, unit: "1", source: "alcantara-2021", where: "residual 0.043 of the open half with 0.03 for the laboratory, whose offsets above lie between −0.02 and 0.15", population: "18 college runners, 3.8–5.4 m/s", evidence: "D",
} as const satisfies Figure;

/** Relative change of contact time with slope at one speed and step rate [1 per unit rise over run]. */
export const contactTimePerSlope = {
  value: 0.2, low: -0.1, high: 0.5, unit: "1", source: "alcantara-2022", where: "our contact detection, level and ±5°, ±10°", population: "one runner, 16 trials: taken as an assumption", evidence: "A",
} as const satisfies Figure;
