import { bases, footfallMethods, type Body, type Footfalls } from "./domain/index.ts";
import { predictContactTime } from "./footfalls/index.ts";
import { contactTimeSpread, deviceContactTimeError } from "./literature/index.ts";
import { median } from "./numerics/index.ts";
import type { ContactTimeCalibration, ContactTimeEvidence } from "./run-analysis.ts";

const fewestFootfalls = 200;
/** Spread of one runner's contact time between days at one speed and step rate, assumed: individual curves are stable between days. */
export const contactTimeBetweenDays = 0.015;

/** What one run tells of the runner's own contact time: measured over predicted, median of its measured running footfalls; null below 200 of them. */
export function contactTimeEvidence(footfalls: Footfalls, body: Body): ContactTimeEvidence | null {
  const measuredMethod = footfallMethods.indexOf("running-dynamics");
  const measuredBasis = bases.indexOf("measured");
  const ratios: number[] = [];
  // Two thousand footfalls tell a median as well as twenty thousand.
  const stride = Math.max(1, Math.floor(footfalls.length / 2000));
  let counted = 0;
  for (let row = 0; row < footfalls.length; row += stride) {
    if (footfalls.method[row] !== measuredMethod || footfalls.stepRate.basis[row] !== measuredBasis) continue;
    const predicted = predictContactTime(footfalls.speed.value[row]!, footfalls.stepRate.value[row]!, footfalls.slope.value[row]!, body);
    const ratio = Math.log(footfalls.groundContactTime.value[row]! / predicted);
    if (!Number.isFinite(ratio)) continue;
    ratios.push(ratio);
    counted += stride;
  }
  return counted < fewestFootfalls ? null : { logRatio: median(ratios), footfalls: Math.min(counted, footfalls.length) };
}

/**
 * A runner's own contact time against the published relation's, pooled over measured runs; null where no run tells.
 *
 * The mean of the runs' log ratios is shrunk towards 0 by the spread between runners against that between days; what is left is the device's own constant
 * error, the days, and the pooled mean's own uncertainty.
 */
export function calibrateContactTime(evidence: readonly ContactTimeEvidence[]): ContactTimeCalibration | null {
  if (evidence.length === 0) return null;
  const runs = evidence.length;
  const mean = evidence.reduce((sum, run) => sum + run.logRatio, 0) / runs;
  const observed = runs > 1 ? evidence.reduce((sum, run) => sum + (run.logRatio - mean) ** 2, 0) / (runs - 1) : 0;
  const day = Math.max(contactTimeBetweenDays ** 2, observed);
  // The device errs alike on every run, so more runs do not average it away.
  const device = (deviceContactTimeError.value / 0.25) ** 2;
  const between = contactTimeSpread.value ** 2;
  const doubt = device + day / runs;
  const weight = between / (between + doubt);
  return { logRatio: weight * mean, spread: Math.sqrt(weight * doubt + day), runs };
}
