import type { Body } from "../domain/index.ts";
import { contactTimePerSlope, contactTimeRelation, contactTimeSpread, gravity } from "../literature/index.ts";
import { predictStepRate } from "./step-rate.ts";

/**
 * Ground contact time of a running footfall [s].
 *
 * groundContactTime = (L/v)·(α + β·v/√(gL))·(stepRate/usual)^γ·e^(s·slope): the body travels a nearly constant length over the planted foot,
 * a little more when fast, a little less when it steps more often than usual. α, β, γ are fitted on eleven published groups and 43 single trials,
 * 2.5–6.0 m/s, an offset for each laboratory; s rests on one runner.
 * Leaves out: foot strike, shoe, fatigue. Papers differ by 10–35 ms at one speed, mostly by force threshold; zero offset is the instrumented treadmill's.
 */
export function predictContactTime(speed: number, stepRate: number, slope: number, body: Body): number {
  const { legLength } = body;
  const contactLength = contactTimeRelation.intercept + (contactTimeRelation.slope * speed) / Math.sqrt(gravity * legLength);
  // Power and exponential in one.
  const quickness = contactTimeRelation.stepRateExponent * Math.log(stepRate / predictStepRate(speed, slope, body));
  return (legLength / speed) * contactLength * Math.exp(quickness + contactTimePerSlope.value * slope);
}

/** Standard deviation of the logarithm of a predicted contact time [1], wider outside the speeds the relation was fitted on. */
export function contactTimeSpreadAt(speed: number, spread: number = contactTimeSpread.value): number {
  const { low, high } = contactTimeRelation.measuredSpeed;
  const outside = speed < low ? Math.log(low / speed) : speed > high ? Math.log(speed / high) : 0;
  return spread + 0.15 * outside;
}
