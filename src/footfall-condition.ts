import type { Basis, Body, FootStrike, Gait, Surface } from "./domain/index.ts";
import { contactTimeSpreadAt, predictContactTime, predictStepRate, predictWalkingStepRate, runningGait, transitionSpeed, walkingDutyFactorAt } from "./footfalls/index.ts";
import { contactTimeRelation, stepRateSpread } from "./literature/index.ts";

/** One footfall to be simulated; what is absent is completed by the fitted relations and stated defaults. */
export interface FootfallCondition {
  /** Speed over ground [m/s]; 3 where absent. */
  readonly speed?: number | undefined;
  /** Steps per second [Hz]. */
  readonly stepRate?: number | undefined;
  readonly groundContactTime?: number | undefined;
  readonly flightTime?: number | undefined;
  readonly mass?: number | undefined;
  readonly height?: number | undefined;
  readonly sex?: "female" | "male" | undefined;
  /** Rise over run [1], uphill positive. */
  readonly slope?: number | undefined;
  /** Gain of speed from step to step [m/s²]; 0 where absent. */
  readonly acceleration?: number | undefined;
  /** Trunk to vertical, hip to shoulder, forward positive [degrees]. */
  readonly trunkLeanDegrees?: number | undefined;
  readonly lordosisDegrees?: number | undefined;
  readonly shoeStiffnessNewtonsPerMillimetre?: number | undefined;
  readonly shoeDistanceKilometres?: number | undefined;
  readonly surface?: Surface | undefined;
  readonly footStrike?: FootStrike | undefined;
  /** Walk or run; judged from speed and step rate where absent. */
  readonly gait?: "walk" | "run" | undefined;
}

/** What could not be simulated, in words for the person who asked. */
export class ConditionError extends Error {}

/** A predicted contact fills at most this share of a running step: the slowest jog still leaves the ground. */
const longestRunningContact = 0.97;

/** One footfall's timing, and how it was come by. */
export interface CompleteTiming {
  readonly gait: Gait;
  readonly stepRate: number;
  readonly stepRateSpread: number;
  readonly groundContactTime: number;
  readonly groundContactTimeSpread: number;
  readonly basis: { readonly stepRate: Basis; readonly groundContactTime: Basis };
}

/** Step rate and contact time: as told, the rest from what was told, the rest from the relations. */
export function completeTiming(condition: FootfallCondition, speed: number, body: Body): CompleteTiming {
  const { groundContactTime, flightTime } = condition;
  const slope = condition.slope ?? 0;
  const toldStepTime = groundContactTime !== undefined && flightTime !== undefined ? groundContactTime + flightTime : undefined;
  if (toldStepTime !== undefined && condition.stepRate !== undefined && Math.abs(toldStepTime * condition.stepRate - 1) > 0.03) {
    throw new ConditionError(`contact ${groundContactTime} s and flight ${flightTime} s make ${(1 / toldStepTime).toFixed(2)} steps/s, not ${condition.stepRate}: leave one of the three out`);
  }
  const toldRate = toldStepTime === undefined ? condition.stepRate : 1 / toldStepTime;
  const isWalking = judgeWalking(condition, speed, toldRate, body);
  const rate = toldRate ?? (isWalking ? predictWalkingStepRate(speed) : predictStepRate(speed, slope, body));
  const rateSpread = toldRate === undefined ? stepRateSpread.value : 0;
  const toldContact = groundContactTime ?? (flightTime === undefined ? undefined : 1 / rate - flightTime);
  const contact = toldContact ?? (isWalking ? (2 * walkingDutyFactorAt(speed)) / rate : Math.min(predictContactTime(speed, rate, slope, body), longestRunningContact / rate));
  if (!isWalking && !(contact > 0.05 && contact < 1 / rate)) {
    throw new ConditionError(`contact ${contact.toFixed(3)} s does not fit into a running step of ${(1 / rate).toFixed(3)} s`);
  }
  const predictedSpread = isWalking ? 0.04 : Math.hypot(contactTimeSpreadAt(speed), contactTimeRelation.stepRateExponent * rateSpread);
  return {
    gait: isWalking ? "walk" : runningGait(speed),
    stepRate: rate, stepRateSpread: rateSpread,
    groundContactTime: contact, groundContactTimeSpread: toldContact === undefined ? predictedSpread : 0,
    basis: { stepRate: toldRate === undefined ? "reconstructed" : "measured", groundContactTime: toldContact === undefined ? "reconstructed" : "measured" },
  };
}

function judgeWalking(condition: FootfallCondition, speed: number, toldRate: number | undefined, body: Body): boolean {
  if (condition.gait !== undefined) return condition.gait === "walk";
  if (condition.groundContactTime !== undefined && toldRate !== undefined) return (condition.groundContactTime * toldRate) / 2 >= 0.5;
  return speed < 0.9 * transitionSpeed(body) && (toldRate === undefined || toldRate < 2.35);
}
