import { deviceContactTimeError } from "../literature/index.ts";
import { countedStepRateSpread, type FootfallMethod } from "./moment.ts";
import { speedMethod } from "./speed.ts";

/** Contact time as watch, strap or pod measured it; step rate counted, or the usual one where the counter failed. */
export const runningDynamics: FootfallMethod = {
  id: "running-dynamics",
  applies: (moment, isWalking) => !isWalking && moment.groundContactTime > 0,
  estimate(moment, context, timing) {
    if (moment.stepRate > 0) {
      timing.stepRate = moment.stepRate;
      timing.stepRateSpread = countedStepRateSpread;
      timing.stepRateIsMeasured = true;
    } else speedMethod.estimate(moment, context, timing);
    timing.groundContactTimeIsMeasured = true;
    timing.groundContactTime = moment.groundContactTime;
    timing.groundContactTimeSpread = deviceContactTimeError.value / moment.groundContactTime;
  },
};
