import { discLevels } from "../../domain/index.ts";
import { simplexGrid, type GridAxis, type SimplexGrid } from "../../numerics/index.ts";
import { followFootfall, type FootfallSetting } from "../direct-footfall.ts";
import { pathFigures } from "../load-path.ts";
import { humpedWave, humpsOf, leastHumps, walkingPeak } from "../walking-wave.ts";
import { nearEnough } from "./near-enough.ts";

/** Step time and contact over step time on a logarithm, speed, and how much of two humps the wave has. */
const axes: readonly GridAxis[] = [
  { start: Math.log(0.25), step: 0.1, count: 19 },
  { start: 0, step: 0.04, count: 20 },
  { start: 0.1, step: 0.2, count: 19 },
  { start: leastHumps, step: 0.1, count: 9 },
];

/** Walking footfalls of one setting. */
export interface WalkingTable {
  readonly grid: SimplexGrid;
  follow(speed: number, groundContactTime: number, stepTime: number, into: Float64Array): void;
}

const levels = discLevels.length;
/** Places in a step at which a node holds the force carried: a parabola through three of them finds a top to within a few ten-thousandths. */
const points = 48;

/**
 * A table of walking footfalls that fills itself from the direct path where it is asked.
 *
 * Which of the feet, or both, press hardest changes from step to step, with an edge in the peak wherever it does. The force carried has no such edges: the table holds
 * its course through the step at every disc, and the largest is looked for in what lies between the nodes. How much of two humps a wave has rises from nothing
 * at the lowest peak that can be had, as steeply as a root: that is worked out for each footfall.
 */
export function walkingTable(setting: FootfallSetting): WalkingTable {
  const [between, direct] = [new Float64Array(levels), new Float64Array(levels)];
  const grid = simplexGrid(axes, {
    width: levels * points,
    work([stepLog = 0, ratioLog = 0, speed = 0, humps = 0], values) {
      const stepTime = Math.exp(stepLog);
      const groundContactTime = stepTime * Math.exp(ratioLog);
      const wave = { ...humpedWave(groundContactTime, stepTime, humps), impactPeak: null, activePeak: null };
      const { carried } = followFootfall(setting, { gait: "walk", speed, slope: 0, groundContactTime, stepTime }, undefined, undefined, wave);
      for (let level = 0; level < levels; level++) for (let point = 0; point < points; point++) values[level * points + point] = carried.at(level, point / points);
    },
    isNear(curves, workedOut) {
      writeTops(curves, between);
      writeTops(workedOut, direct);
      return nearEnough(between, direct, 0.0015);
    },
  });
  const place = new Float64Array(axes.length);
  const node = new Float64Array(levels * points);
  return {
    grid,
    follow(speed, groundContactTime, stepTime, into) {
      place[0] = Math.log(stepTime);
      place[1] = Math.log(groundContactTime / stepTime);
      place[2] = speed;
      place[3] = humpsOf(groundContactTime, stepTime, walkingPeak(speed));
      grid.at(place, node);
      writeTops(node, into);
      into[pathFigures.activePeak] = humpedWave(groundContactTime, stepTime, place[3]).peak;
    },
  };
}

/** The top of each disc's course: that of the parabola through the largest place and its neighbours. */
function writeTops(courses: Float64Array, tops: Float64Array): void {
  for (let level = 0; level < levels; level++) {
    const from = level * points;
    let largest = 0;
    for (let point = 1; point < points; point++) if (courses[from + point]! > courses[from + largest]!) largest = point;
    const before = courses[from + ((largest + points - 1) % points)]!;
    const here = courses[from + largest]!;
    const after = courses[from + ((largest + 1) % points)]!;
    const curvature = before - 2 * here + after;
    tops[pathFigures.carried + level] = curvature < 0 ? here - (before - after) ** 2 / (8 * curvature) : here;
  }
}
