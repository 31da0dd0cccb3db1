import type { Body } from "../domain/index.ts";
import { gravity, stepRatePerSlope, stepRateRelation } from "../literature/index.ts";

/**
 * Usual step rate of a runner at a speed [Hz].
 *
 * stepRate = √(g/L)·(a + b·speed/√(gL))·(1 + s·slope), L leg length: dynamic similarity makes runners of all sizes one.
 * a, b are fitted on twelve published groups, 2.5–6.0 m/s; between runners of one size and speed the spread is 5 %.
 * Leaves out: experience and fatigue (no or mixed effect in the literature); within one runner the rise with speed differs between papers by a factor of two.
 */
export function predictStepRate(speed: number, slope: number, body: Body): number {
  const { legLength } = body;
  const froude = speed / Math.sqrt(gravity * legLength);
  return Math.sqrt(gravity / legLength) * (stepRateRelation.intercept + stepRateRelation.slope * froude) * (1 + stepRatePerSlope.value * slope);
}

/** Speed at which this step rate would be usual on the level [m/s], kept between 1.8 and 5 m/s: a rough guess for recordings without any speed. */
export function speedFromStepRate(stepRate: number, body: Body): number {
  const { legLength } = body;
  const froude = (stepRate / Math.sqrt(gravity / legLength) - stepRateRelation.intercept) / stepRateRelation.slope;
  return Math.min(5, Math.max(1.8, froude * Math.sqrt(gravity * legLength)));
}
