import { discLevels } from "../../domain/index.ts";
import { simplexGrid, type GridAxis, type SimplexGrid } from "../../numerics/index.ts";
import { followFootfall, type FootfallSetting } from "../direct-footfall.ts";
import { pathFigures } from "../load-path.ts";
import { lineOfForce, pressingOn, walkingPress } from "../line-of-force.ts";
import { nearEnough } from "./near-enough.ts";
import { walkingPeak, walkingWave, type WalkingWave } from "../walking-wave.ts";

/** Step time and contact over step time on a logarithm, speed. */
const axes: readonly GridAxis[] = [
  { start: Math.log(0.25), step: 0.1, count: 19 },
  { start: 0, step: 0.04, count: 20 },
  { start: 0.1, step: 0.2, count: 19 },
];

/** Walking footfalls of one setting. */
export interface WalkingTable {
  readonly grid: SimplexGrid;
  follow(speed: number, groundContactTime: number, stepTime: number, into: Float64Array): void;
}

/**
 * A table of walking footfalls that fills itself from the direct path where it is asked.
 *
 * Which of the feet, or both, press hardest changes from step to step, with an edge wherever it does: that is worked out for each footfall, and the table holds what
 * the way up makes of it, within a few percent of one. A walker's steps differ widely and the edges remain, so it is proved less finely than in running.
 */
export function walkingTable(setting: FootfallSetting): WalkingTable {
  const { height, trunkLeanDegrees } = setting;
  const press = pressingOn(trunkLeanDegrees, height);
  const pressOf = (wave: WalkingWave, speed: number, groundContactTime: number, stepTime: number): number =>
    walkingPress(wave.forceAt, lineOfForce({ height, speed, centroidTime: groundContactTime / 2, acceleration: 0 }), stepTime, press);
  const grid = simplexGrid(axes, {
    width: levels,
    work([stepLog = 0, ratioLog = 0, speed = 0], values) {
      const stepTime = Math.exp(stepLog);
      const groundContactTime = stepTime * Math.exp(ratioLog);
      const { carried } = followFootfall(setting, { gait: "walk", speed, slope: 0, groundContactTime, stepTime });
      const pressed = pressOf(walkingWave(groundContactTime, stepTime, walkingPeak(speed)), speed, groundContactTime, stepTime);
      for (let level = 0; level < levels; level++) values[level] = carried.peaks[level]! / pressed;
    },
    isNear: (between, workedOut) => nearEnough(between, workedOut, 0.004),
  }, 2);
  const place = new Float64Array(axes.length);
  const node = new Float64Array(levels);
  return {
    grid,
    follow(speed, groundContactTime, stepTime, into) {
      place[0] = Math.log(stepTime);
      place[1] = Math.log(groundContactTime / stepTime);
      place[2] = speed;
      grid.at(place, node);
      const wave = walkingWave(groundContactTime, stepTime, walkingPeak(speed));
      const pressed = pressOf(wave, speed, groundContactTime, stepTime);
      for (let level = 0; level < levels; level++) into[pathFigures.carried + level] = pressed * node[level]!;
      into[pathFigures.activePeak] = wave.peak;
    },
  };
}

const levels = discLevels.length;
