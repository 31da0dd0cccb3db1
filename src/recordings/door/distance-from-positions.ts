import type { Pause } from "../../domain/index.ts";
import { stretchNumbers } from "./settle-pauses.ts";

/**
 * Distance since the start [m] from positions. A position to which nobody could have run is left out; the others are averaged over five
 * seconds about each sample before their steps are summed, since the jitter of single fixes would lengthen the way by a tenth and more.
 * What it leaves out: bends tighter than about ten metres are cut, and standing still counts up to 0.3 m/s of jitter as rest.
 * Undefined where fewer than two positions are usable.
 */
export function distanceFromPositions(time: Float64Array, latitudeDegrees: Float64Array, longitudeDegrees: Float64Array, pauses: readonly Pause[]): Float64Array | undefined {
  const fixes = usableFixes(time, latitudeDegrees, longitudeDegrees);
  if (fixes.index.length < 2) return undefined;
  const stretch = stretchNumbers(time, pauses);
  const east = smooth(fixes, fixes.east, stretch);
  const north = smooth(fixes, fixes.north, stretch);
  const distance = new Float64Array(time.length).fill(NaN);
  let sum = 0;
  for (let fix = 0; fix < fixes.index.length; fix++) {
    const at = fixes.index[fix]!;
    const before = fixes.index[fix - 1];
    if (before !== undefined && stretch[before] === stretch[at]) {
      const step = Math.hypot(east[fix]! - east[fix - 1]!, north[fix]! - north[fix - 1]!);
      const seconds = time[at]! - time[before]!;
      if (step > slowestMove * seconds) sum += step;
    }
    distance[at] = sum;
  }
  return distance;
}

/** Mean radius of the earth [m]. */
const earthRadius = 6_371_008.8;
/** No one runs this fast [m/s]; a fix that needs it is noise, unless it stays there. */
const fastest = 12.5;
const slowestMove = 0.3;
const halfWindow = 2.5;
/** So many fixes left out in a row were no noise: the runner went on from there. */
const mostLeftOut = 5;

/** Usable positions on a plane that follows the runner [m], with the sample and time of each. */
interface Fixes {
  readonly index: number[];
  readonly time: number[];
  readonly east: number[];
  readonly north: number[];
}

function usableFixes(time: Float64Array, latitudeDegrees: Float64Array, longitudeDegrees: Float64Array): Fixes {
  const fixes: Fixes = { index: [], time: [], east: [], north: [] };
  let latitude = NaN;
  let longitude = NaN;
  let leftOut = 0;
  for (let index = 0; index < time.length; index++) {
    const hereLatitude = latitudeDegrees[index]!;
    const hereLongitude = longitudeDegrees[index]!;
    if (Number.isNaN(hereLatitude) || Number.isNaN(hereLongitude)) continue;
    const last = fixes.index.length - 1;
    let east = 0;
    let north = 0;
    if (last >= 0) {
      east = toRadians(wrapped(hereLongitude - longitude)) * earthRadius * Math.cos(toRadians((hereLatitude + latitude) / 2));
      north = toRadians(hereLatitude - latitude) * earthRadius;
      const seconds = Math.max(1, time[index]! - fixes.time[last]!);
      if (Math.hypot(east, north) > fastest * seconds && leftOut < mostLeftOut) {
        leftOut++;
        continue;
      }
    }
    leftOut = 0;
    fixes.index.push(index);
    fixes.time.push(time[index]!);
    fixes.east.push((fixes.east[last] ?? 0) + east);
    fixes.north.push((fixes.north[last] ?? 0) + north);
    latitude = hereLatitude;
    longitude = hereLongitude;
  }
  return fixes;
}

/** Mean over the fixes within the window about each, the same number on both sides so that steady motion is not bent. */
function smooth(fixes: Fixes, values: readonly number[], stretch: Uint32Array): Float64Array {
  const smoothed = new Float64Array(values.length);
  for (let fix = 0; fix < values.length; fix++) {
    let reach = 0;
    while (canReach(fixes, stretch, fix, reach + 1)) reach++;
    let sum = 0;
    for (let other = fix - reach; other <= fix + reach; other++) sum += values[other]!;
    smoothed[fix] = sum / (2 * reach + 1);
  }
  return smoothed;
}

/** Samples come no faster than this many within half a window, however a file repeats its times. */
const mostReach = 25;

function canReach(fixes: Fixes, stretch: Uint32Array, fix: number, reach: number): boolean {
  const first = fix - reach;
  const last = fix + reach;
  if (reach > mostReach || first < 0 || last >= fixes.time.length) return false;
  if (fixes.time[fix]! - fixes.time[first]! > halfWindow || fixes.time[last]! - fixes.time[fix]! > halfWindow) return false;
  return stretch[fixes.index[first]!] === stretch[fixes.index[last]!];
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function wrapped(degrees: number): number {
  return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
}
