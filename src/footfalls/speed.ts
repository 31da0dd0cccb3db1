import { contactTimeRelation, stepRateSpread } from "../literature/index.ts";
import { contactTimeSpreadAt, predictContactTime } from "./contact-time.ts";
import type { FootfallMethod } from "./moment.ts";
import { predictStepRate } from "./step-rate.ts";

/** Speed alone: step rate and contact time by the fitted relations. */
export const speedMethod: FootfallMethod = {
  id: "speed",
  applies: (moment, isWalking) => !isWalking && moment.speed > 0,
  estimate(moment, { body, own, stepRateLogRatio }, timing) {
    timing.stepRate = predictStepRate(moment.speed, moment.slope, body) * Math.exp(stepRateLogRatio);
    // A runner whose steps were counted elsewhere in the run is known to half the spread between runners.
    timing.stepRateSpread = stepRateSpread.value * (stepRateLogRatio === 0 ? 1 : 0.5);
    timing.stepRateIsMeasured = false;
    timing.groundContactTimeIsMeasured = false;
    timing.groundContactTime = predictContactTime(moment.speed, timing.stepRate, moment.slope, body) * Math.exp(own?.logRatio ?? 0);
    timing.groundContactTimeSpread = Math.hypot(contactTimeSpreadAt(moment.speed, own?.spread), contactTimeRelation.stepRateExponent * timing.stepRateSpread);
  },
};
