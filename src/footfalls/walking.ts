import { deviceContactTimeError, walkRatio, walkingDutyFactor } from "../literature/index.ts";
import { countedStepRateSpread, type FootfallMethod } from "./moment.ts";

/**
 * Walking: both feet are down for a part of each step, so contact lasts longer than the step and the flight time is negative.
 *
 * stepRate = √(60 v / walk ratio) per minute where it was not counted; dutyFactor = 0.70 − 0.06·speed, kept at 0.5 or more.
 * Leaves out: size and slope. Both relations are usual values, not a fit, and their bands say so.
 */
export const walking: FootfallMethod = {
  id: "walking",
  applies: (moment, isWalking) => isWalking && moment.speed > 0,
  estimate(moment, _context, timing) {
    const isCounted = moment.stepRate > 0;
    timing.stepRate = isCounted ? moment.stepRate : predictWalkingStepRate(moment.speed);
    timing.stepRateSpread = isCounted ? countedStepRateSpread : Math.log(walkRatio.high / walkRatio.low) / 4 / 1.645;
    timing.stepRateIsMeasured = isCounted;
    const isMeasured = (moment.groundContactTime * timing.stepRate) / 2 >= 0.5;
    timing.groundContactTimeIsMeasured = isMeasured;
    timing.groundContactTime = isMeasured ? moment.groundContactTime : (2 * walkingDutyFactorAt(moment.speed)) / timing.stepRate;
    timing.groundContactTimeSpread = isMeasured ? deviceContactTimeError.value / moment.groundContactTime : Math.hypot(0.03, timing.stepRateSpread);
  },
};

/** Step rate usual in walking at a speed [Hz]. */
export function predictWalkingStepRate(speed: number): number {
  return Math.sqrt((60 * speed) / walkRatio.value) / 60;
}

/** Duty factor usual in walking at a speed [1]. */
export function walkingDutyFactorAt(speed: number): number {
  return Math.max(0.505, walkingDutyFactor.atRest.value - walkingDutyFactor.perMetrePerSecond.value * speed);
}
