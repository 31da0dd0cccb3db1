import type { Body, Recording, Samples } from "../domain/index.ts";
import { fillGaps, runningMedian } from "../numerics/index.ts";
import { slowestSprint, transitionSpeed } from "./gait.ts";
import { speedFromStepRate } from "./step-rate.ts";

/** A recording made ready for reconstruction: one row per record, doubtful values gone, short gaps bridged. */
export interface Motion {
  readonly time: Float64Array;
  /** Speed over ground [m/s]; 0 when standing; NaN where it cannot be told. */
  readonly speed: Float64Array;
  /** True where no speed was recorded at all and it was guessed from step rate. */
  readonly speedIsGuessed: boolean;
  /** Measured step rate [Hz]; NaN where it was not. */
  readonly stepRate: Float64Array;
  /** Rise over run [1]; 0 where it is not known. */
  readonly slope: Float64Array;
  readonly slopeIsMeasured: boolean;
  /** Measured contact time, mean of both feet [s]; NaN where it was not. */
  readonly groundContactTime: Float64Array;
  /** Left foot's share of both contact times [1]; NaN where it was not measured. */
  readonly leftShare: Float64Array;
  /** Measured vertical oscillation [m]; NaN where it was not. */
  readonly verticalOscillation: Float64Array;
  /** 1 where the runner moves on foot, 0 where standing or paused. */
  readonly isMoving: Uint8Array;
  /** 1 where the gait is a walk. */
  readonly isWalking: Uint8Array;
}

/** Longest hole between two known values that is bridged by a straight line [s]. */
export const longestBridge = 30;

const fastestOnFoot = 12.4;
const slowestMoving = 0.5;
const longestStep = 2.7;

/** Cleans a recording's columns: GPS spikes out, dropped-out step counts out, standing told from moving, walking from running. */
export function prepareMotion(recording: Recording, body: Body): Motion {
  const { samples } = recording;
  const time = samples.time;
  const stepRate = cleanStepRate(samples);
  const recordedSpeed = settledSpeed(samples);
  const speedIsGuessed = recordedSpeed === null;
  const speed = recordedSpeed === null ? guessSpeed(stepRate, recording, body) : cleanSpeed(recordedSpeed, stepRate, samples.groundContactTime, time);
  const isMoving = movingFlags(speed, samples.stepRate, recording);
  const groundContactTime = cleanContactTime(samples, time, speed);
  const altitude = recording.indoor === true ? undefined : samples.altitude;
  return {
    time, speed, speedIsGuessed, stepRate, groundContactTime, isMoving,
    slope: altitude ? slopeAlong(altitude, samples, speed) : new Float64Array(time.length),
    slopeIsMeasured: altitude !== undefined,
    leftShare: leftShareOf(samples, time),
    verticalOscillation: plausible(samples.verticalOscillation, time, 0.02, 0.25),
    isWalking: walkingFlags(speed, stepRate, groundContactTime, body),
  };
}

function absent(length: number): Float64Array {
  return new Float64Array(length).fill(NaN);
}

/** The channel within its plausible range, short gaps bridged; all NaN where it was never recorded. */
function plausible(channel: Float64Array | undefined, time: Float64Array, low: number, high: number): Float64Array {
  if (!channel) return absent(time.length);
  const kept = channel.slice();
  for (let index = 0; index < kept.length; index++) if (!(kept[index]! >= low && kept[index]! <= high)) kept[index] = NaN;
  return fillGaps(kept, time, longestBridge);
}

/** Step rate without zeros and half counts that a sensor gives while it loses the foot. */
function cleanStepRate(samples: Samples): Float64Array {
  const { speed } = samples;
  if (!samples.stepRate) return absent(samples.length);
  const kept = samples.stepRate.slice();
  for (let index = 0; index < kept.length; index++) {
    const rate = kept[index]!;
    const isLost = speed !== undefined && speed[index]! > 2 && rate < 1.6;
    if (!(rate >= 0.8 && rate <= 4.6) || isLost) kept[index] = NaN;
  }
  return fillGaps(kept, samples.time, longestBridge);
}

/** The speed channel, unless it adds up to another way than the distance the device counted: then speed is taken from distance. */
function settledSpeed(samples: Samples): Float64Array | null {
  const { speed, distance, time, length } = samples;
  if (!speed) return speedFromDistance(samples);
  if (!distance) return speed;
  let added = 0;
  let counted = 0;
  for (let index = 1; index < length; index++) {
    const span = time[index]! - time[index - 1]!;
    const way = distance[index]! - distance[index - 1]!;
    const pace = (speed[index]! + speed[index - 1]!) / 2;
    if (!(span > 0 && span <= longestBridge && way >= 0 && way <= span * fastestOnFoot && pace >= 0)) continue;
    added += pace * span;
    counted += way;
  }
  return counted > 200 && (added > 1.15 * counted || added < 0.87 * counted) ? speedFromDistance(samples) : speed;
}

function speedFromDistance(samples: Samples): Float64Array | null {
  const { distance, time, length } = samples;
  if (!distance) return null;
  const speed = absent(length);
  let known = -1;
  for (let index = 0; index < length; index++) {
    if (Number.isNaN(distance[index]!)) continue;
    if (known >= 0 && time[index]! > time[known]!) speed[index] = Math.max(0, distance[index]! - distance[known]!) / (time[index]! - time[known]!);
    known = index;
  }
  return known < 0 ? null : speed;
}

/** No speed at all: the run's mean speed where totals tell, else what the step rate would usually go with. */
function guessSpeed(stepRate: Float64Array, recording: Recording, body: Body): Float64Array {
  const paused = recording.pauses.reduce((sum, pause) => sum + pause.end - pause.start, 0);
  const moving = recording.duration - paused;
  const mean = recording.distance !== null && recording.distance > 0 && moving > 0 ? recording.distance / moving : NaN;
  return stepRate.map((rate) => (Number.isNaN(rate) ? NaN : mean > slowestMoving && mean < fastestOnFoot ? mean : speedFromStepRate(rate, body)));
}

/** Speed without jumps no runner can make; a sprint counts only where steps and contact bear it out. */
function cleanSpeed(recorded: Float64Array, stepRate: Float64Array, groundContactTime: Float64Array | undefined, time: Float64Array): Float64Array {
  const interval = time.length > 1 ? (time[time.length - 1]! - time[0]!) / (time.length - 1) : 1;
  const steady = runningMedian(recorded, interval < 2.5 ? 7 : 3);
  for (let index = 0; index < steady.length; index++) {
    const speed = steady[index]!;
    if (!(speed >= 0 && speed <= fastestOnFoot) || speed / stepRate[index]! > longestStep) steady[index] = NaN;
  }
  for (let start = 0; start < steady.length; start++) {
    if (!(steady[start]! > slowestSprint)) continue;
    let end = start + 1;
    while (end < steady.length && !(steady[end]! <= slowestSprint)) end++;
    if (!isSprint(start, end, stepRate, groundContactTime, time)) steady.fill(NaN, start, end);
    start = end;
  }
  return fillGaps(steady, time, longestBridge);
}

/** Whether a stretch above 7 m/s is one: short enough for legs, quick feet and short contacts in most of its records. */
function isSprint(start: number, end: number, stepRate: Float64Array, groundContactTime: Float64Array | undefined, time: Float64Array): boolean {
  let bornOut = 0;
  for (let index = start; index < end; index++) {
    const contact = groundContactTime?.[index] ?? NaN;
    if (stepRate[index]! >= 3.1 && !(contact > 0.22)) bornOut++;
  }
  return bornOut >= 0.8 * (end - start) && time[end - 1]! - time[start]! <= 90;
}

function movingFlags(speed: Float64Array, countedSteps: Float64Array | undefined, recording: Recording): Uint8Array {
  const { time } = recording.samples;
  const isMoving = new Uint8Array(time.length);
  for (let index = 0; index < time.length; index++) {
    // A step counter at rest outvotes GPS drift, but not a speed that drift cannot make.
    const isDrift = countedSteps !== undefined && countedSteps[index]! < 0.5 && speed[index]! < 1.8;
    isMoving[index] = speed[index]! >= slowestMoving && !isDrift ? 1 : 0;
  }
  for (const pause of recording.pauses) {
    for (let index = firstAfter(time, pause.start); index < time.length && time[index]! < pause.end; index++) isMoving[index] = 0;
  }
  return isMoving;
}

/** First index whose time lies after `moment`. */
function firstAfter(time: Float64Array, moment: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Measured contact time where it is one a foot can have at that speed. */
function cleanContactTime(samples: Samples, time: Float64Array, speed: Float64Array): Float64Array {
  const { groundContactTime: both, leftGroundContactTime: left, rightGroundContactTime: right } = samples;
  const kept = both?.slice() ?? (left && right ? left.map((value, index) => (value + right[index]!) / 2) : undefined);
  if (!kept) return absent(time.length);
  for (let index = 0; index < kept.length; index++) if (!(kept[index]! >= 0.1 && kept[index]! <= (speed[index]! > 2.6 ? 0.45 : 1.2))) kept[index] = NaN;
  return fillGaps(kept, time, 10);
}

/** Left foot's share of the two contact times [1], as pods or strap measured it; NaN where they did not. */
export function leftShareOf(samples: Samples, time: Float64Array): Float64Array {
  const { leftContactShare, leftGroundContactTime: left, rightGroundContactTime: right } = samples;
  const share = leftContactShare ?? (left && right ? left.map((value, index) => value / (value + right[index]!)) : undefined);
  return plausible(share, time, 0.35, 0.65);
}

/** Slope over about 60 m of way, so that a metre of altitude noise does not make hills; beyond ±45 % it is noise. */
function slopeAlong(altitude: Float64Array, samples: Samples, speed: Float64Array): Float64Array {
  const { time, length } = samples;
  const way = new Float64Array(length);
  for (let index = 1; index < length; index++) {
    const step = (speed[index]! || 0) * Math.min(time[index]! - time[index - 1]!, longestBridge);
    way[index] = way[index - 1]! + step;
  }
  const height = fillGaps(altitude, time, 120);
  const slope = new Float64Array(length);
  let behind = 0;
  let ahead = 0;
  for (let index = 0; index < length; index++) {
    while (way[index]! - way[behind]! > 30) behind++;
    while (ahead < length - 1 && way[ahead]! - way[index]! < 30) ahead++;
    const run = way[ahead]! - way[behind]!;
    const rise = height[ahead]! - height[behind]!;
    const raw = run > 15 ? rise / run : 0;
    slope[index] = raw === raw ? Math.min(0.45, Math.max(-0.45, raw)) : 0;
  }
  return slope;
}

/** Walk or run: by duty factor where contact time was measured, else by speed and step rate about the usual change from walk to run. */
function walkingFlags(speed: Float64Array, stepRate: Float64Array, groundContactTime: Float64Array, body: Body): Uint8Array {
  const transition = transitionSpeed(body);
  const raw = new Uint8Array(speed.length);
  let walked = 0;
  for (let index = 0; index < raw.length; index++) walked += raw[index] = isWalkingAt(speed[index]!, stepRate[index]!, groundContactTime[index]!, transition) ? 1 : 0;
  // Most runs have no walk in them.
  return walked === 0 ? raw : Uint8Array.from(runningMedian(Float64Array.from(raw), 7), (flag) => (flag >= 0.5 ? 1 : 0));
}

function isWalkingAt(speed: number, stepRate: number, groundContactTime: number, transition: number): boolean {
  const dutyFactor = (groundContactTime * stepRate) / 2;
  if (dutyFactor >= 0.5) return true;
  // Watches read a walker's contact some hundredths short: near one half, pace and step rate decide.
  if (dutyFactor < 0.42) return false;
  if (Number.isNaN(stepRate)) return speed < 0.9 * transition;
  // Feet quicker than 141 steps/min run from 1.3 m/s on; slower than 132 they walk up to a fast walk.
  if (stepRate >= 2.35) return speed < 1.3;
  if (stepRate < 2.2) return speed < 1.1 * transition;
  return speed < transition;
}
