import type { Body, Footfalls, Recording } from "../domain/index.ts";
import { median } from "../numerics/index.ts";
import { FootfallRows } from "./footfall-rows.ts";
import { footfallMethodRegistry } from "./methods.ts";
import { newTiming, type MethodContext, type Moment, type OwnContactTime, type Timing } from "./moment.ts";
import { longestBridge, prepareMotion, type Motion } from "./motion.ts";
import { predictStepRate } from "./step-rate.ts";

/**
 * Every footfall of a recording.
 *
 * Step rate is integrated over time; each whole step is a footfall, with speed, slope and measured form interpolated to its instant.
 * No footfall is made while the runner stands, pauses the watch, or where more than 30 s hold no record.
 * Which foot came first is not recorded: where left and right differ, the alternation starts with the left by convention.
 */
export function reconstructFootfalls(recording: Recording, body: Body, own: OwnContactTime | null): Footfalls {
  const motion = prepareMotion(recording, body);
  let logRatio: number | undefined;
  const context: MethodContext = {
    body, own,
    // Where every step was counted nobody asks.
    get stepRateLogRatio() {
      return (logRatio ??= ownStepRate(motion, body));
    },
  };
  const rows = new FootfallRows(capacityFor(motion));
  let isLeft = true;
  // Steps still to go until the next contact; the first contact of a stretch stands at its start.
  let untilNext = 0;
  for (let index = 0; index + 1 < motion.time.length; index++) {
    const span = motion.time[index + 1]! - motion.time[index]!;
    if (span <= 0) continue;
    const stepRate = motion.isMoving[index] === 1 && motion.isMoving[index + 1] === 1 && span <= longestBridge ? localStepRate(motion, index, context) : NaN;
    if (!(stepRate > 0)) {
      untilNext = 0;
      continue;
    }
    const steps = span * stepRate;
    for (; untilNext < steps; untilNext += 1) {
      rows.add(motion, index, untilNext / steps, context, isLeft);
      isLeft = !isLeft;
    }
    untilNext -= steps;
  }
  return rows.finish();
}

/** The runner's own step rate over the usual one at the same speeds [logarithm]; 0 where it was never counted. */
function ownStepRate(motion: Motion, body: Body): number {
  if (motion.speedIsGuessed) return 0;
  const ratios = motion.stepRate.map((rate, index) => {
    const speed = motion.speed[index]!;
    return motion.isWalking[index] === 0 && speed > 1.5 ? Math.log(rate / predictStepRate(speed, motion.slope[index]!, body)) : NaN;
  });
  const own = median(ratios);
  return Number.isNaN(own) ? 0 : own;
}

const scratchTiming: Timing = newTiming();

function localStepRate(motion: Motion, index: number, context: MethodContext): number {
  const counted = (motion.stepRate[index]! + motion.stepRate[index + 1]!) / 2;
  if (counted > 0) return counted;
  const speed = (motion.speed[index]! + motion.speed[index + 1]!) / 2;
  const moment: Moment = { speed, slope: motion.slope[index]!, stepRate: NaN, groundContactTime: NaN };
  const isWalking = motion.isWalking[index] === 1;
  const method = footfallMethodRegistry.find((candidate) => candidate.applies(moment, isWalking));
  if (!method) return NaN;
  method.estimate(moment, context, scratchTiming);
  return scratchTiming.stepRate;
}

/** Room for every footfall that may come: the counted step rate, or one no runner exceeds where it was not counted. */
function capacityFor(motion: Motion): number {
  let steps = 0;
  for (let index = 0; index + 1 < motion.time.length; index++) {
    const span = motion.time[index + 1]! - motion.time[index]!;
    if (motion.isMoving[index] === 0 || !(span <= longestBridge)) continue;
    const rate = (motion.stepRate[index]! + motion.stepRate[index + 1]!) / 2;
    steps += span * (rate > 0 ? rate : 5);
  }
  return Math.ceil(steps) + 16;
}
