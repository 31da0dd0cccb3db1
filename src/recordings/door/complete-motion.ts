import type { Notice, Pause } from "../../domain/index.ts";
import { distanceFromPositions } from "./distance-from-positions.ts";
import { stretchNumbers, typicalStep } from "./settle-pauses.ts";

/** What is known of a run's movement, one value per sample, and what was added. */
export interface Motion {
  readonly distance: Float64Array | undefined;
  readonly speed: Float64Array | undefined;
  readonly notices: readonly Notice[];
}

/** Columns that tell of movement. */
export interface MotionColumns {
  readonly distance: Float64Array | undefined;
  readonly speed: Float64Array | undefined;
  readonly latitudeDegrees: Float64Array | undefined;
  readonly longitudeDegrees: Float64Array | undefined;
}

/** Completes distance from positions or speed, and speed from distance, where the device stored only one of them; says so. */
export function completeMotion(time: Float64Array, columns: MotionColumns, pauses: readonly Pause[]): Motion {
  const { latitudeDegrees, longitudeDegrees } = columns;
  const notices: Notice[] = [];
  let distance = hasValues(columns.distance) ? columns.distance : undefined;
  let speed = hasValues(columns.speed) ? columns.speed : undefined;
  if (!distance && latitudeDegrees && longitudeDegrees) {
    distance = distanceFromPositions(time, latitudeDegrees, longitudeDegrees, pauses);
    if (distance) notices.push({ code: "distance-from-positions", message: "the file has no distance; it was computed from smoothed positions" });
  }
  if (!distance && speed) {
    distance = integrate(time, speed, pauses);
    notices.push({ code: "distance-from-speed", message: "the file has no distance; it was summed up from speed" });
  }
  if (!speed && distance) {
    speed = differentiate(time, distance, pauses);
    notices.push({ code: "speed-from-distance", message: "the file has no speed; it was computed from distance over five seconds" });
  }
  return { distance, speed, notices };
}

/** Half of the time over which a speed is taken [s]: short enough for a stop, long enough for distances rounded to a metre. */
const halfWindow = 2.5;
/** Samples further apart tell no speed between them [s], unless all of them lie so far apart. */
const longestStep = 60;
/** Samples come no faster than this many within half a window, however a file repeats its times. */
const mostSamples = 25;
/** Faster is a misread position [m/s]. */
const fastest = 60;

function hasValues(column: Float64Array | undefined): column is Float64Array {
  return column?.some((value) => !Number.isNaN(value)) ?? false;
}

function differentiate(time: Float64Array, distance: Float64Array, pauses: readonly Pause[]): Float64Array {
  const speed = new Float64Array(time.length).fill(NaN);
  const stretch = stretchNumbers(time, pauses);
  const longest = Math.min(600, Math.max(longestStep, 2 * typicalStep(time)));
  let from = 0;
  let to = 0;
  for (let index = 0; index < time.length; index++) {
    if (Number.isNaN(distance[index]!)) continue;
    while (time[from]! < time[index]! - halfWindow && from < index) from++;
    while (to + 1 < time.length && time[to + 1]! <= time[index]! + halfWindow) to++;
    // Sparse samples: at least the neighbours.
    let first = Math.max(index - mostSamples, Math.min(from, Math.max(index - 1, 0)));
    let last = Math.min(index + mostSamples, Math.max(to, Math.min(index + 1, time.length - 1)));
    while (first < index && (Number.isNaN(distance[first]!) || stretch[first] !== stretch[index] || time[index]! - time[first]! > longest)) first++;
    while (last > index && (Number.isNaN(distance[last]!) || stretch[last] !== stretch[index] || time[last]! - time[index]! > longest)) last--;
    const span = time[last]! - time[first]!;
    const found = (distance[last]! - distance[first]!) / span;
    if (span > 0 && found <= fastest) speed[index] = Math.max(0, found);
  }
  return speed;
}

function integrate(time: Float64Array, speed: Float64Array, pauses: readonly Pause[]): Float64Array {
  const distance = new Float64Array(time.length);
  const stretch = stretchNumbers(time, pauses);
  let sum = 0;
  let before = -1;
  for (let index = 0; index < time.length; index++) {
    if (!Number.isNaN(speed[index]!)) {
      const step = before < 0 ? 0 : time[index]! - time[before]!;
      if (step <= longestStep && before >= 0 && stretch[before] === stretch[index]) sum += (step * (speed[before]! + speed[index]!)) / 2;
      before = index;
    }
    distance[index] = sum;
  }
  return distance;
}
