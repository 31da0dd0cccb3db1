import { contactTimeSpreadAt, predictContactTime } from "./contact-time.ts";
import { countedStepRateSpread, type FootfallMethod } from "./moment.ts";

/** Step rate counted, contact time by the fitted relation, shifted to the runner's own where other runs measured it. */
export const stepRateAndSpeed: FootfallMethod = {
  id: "step-rate-and-speed",
  applies: (moment, isWalking) => !isWalking && moment.stepRate > 0 && moment.speed > 0,
  estimate(moment, { body, own }, timing) {
    timing.stepRate = moment.stepRate;
    timing.stepRateSpread = countedStepRateSpread;
    timing.stepRateIsMeasured = true;
    timing.groundContactTimeIsMeasured = false;
    timing.groundContactTime = predictContactTime(moment.speed, moment.stepRate, moment.slope, body) * (own === null ? 1 : Math.exp(own.logRatio));
    timing.groundContactTimeSpread = contactTimeSpreadAt(moment.speed, own?.spread);
  },
};
