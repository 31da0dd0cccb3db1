import { simplexGrid, type SimplexGrid } from "../../numerics/index.ts";
import { footfallWave, type FootfallSetting } from "../direct-footfall.ts";
import { nearEnough } from "./near-enough.ts";
import { runningAxes, timingAt, writePlace } from "./running-axes.ts";

/** What a node holds: the first peak over the contact's mean force, and how steeply the force falls after it. */
const [peak, fall, width] = [0, 1, 2] as const;

/** A wave alone is soon worked out, and its first peak changes sharply where it merges: half the steps. */
const axes = runningAxes.map(({ start, step, count }) => ({ start, step: step / 2, count: 2 * count - 1 }));

/** First peaks of running footfalls of one setting. */
export interface ImpactTable {
  readonly grid: SimplexGrid;
  peakOf(speed: number, slope: number, groundContactTime: number, stepTime: number): number;
}

/** A table of first peaks. Where none stands out a node holds the force where one would merge, so that what lies between two nodes has a peak or has none. */
export function impactTable(setting: FootfallSetting): ImpactTable {
  const { legLength } = setting;
  const grid = simplexGrid(axes, {
    width,
    work(place, values) {
      const timing = timingAt(place, legLength);
      const wave = footfallWave(setting, timing);
      const shoulder = shoulderOf(wave.forceAt, wave.arrival?.halfWidth ?? 0);
      values[peak] = ((wave.impactPeak?.force ?? shoulder.force) * timing.groundContactTime) / timing.stepTime;
      values[fall] = shoulder.fall;
    },
    isNear: (between, workedOut) => !(between[fall]! > 0 && workedOut[fall]! > 0) || nearEnough(between.subarray(peak, fall), workedOut, 0.001),
  });
  const place = new Float64Array(axes.length);
  const node = new Float64Array(width);
  return {
    grid,
    peakOf(speed, slope, groundContactTime, stepTime) {
      writePlace(speed, slope, groundContactTime, stepTime, legLength, place);
      grid.at(place, node);
      return node[fall]! > 0 ? (node[peak]! * stepTime) / groundContactTime : NaN;
    },
  };
}

const shoulderPoints = 64;

/** Where the force rises least, or falls most, while the impact dies away: there the first maximum, if there is one, merges into the rise. */
function shoulderOf(forceAt: (time: number) => number, halfWidth: number): { readonly force: number; readonly fall: number } {
  const step = (2 * halfWidth) / shoulderPoints;
  let [force, fallen] = [0, -Infinity];
  let before = forceAt(halfWidth / 2);
  for (let point = shoulderPoints / 4 + 1; point <= shoulderPoints; point++) {
    const here = forceAt(point * step);
    if (before - here > fallen) [force, fallen] = [(before + here) / 2, before - here];
    before = here;
  }
  return { force, fall: fallen };
}
