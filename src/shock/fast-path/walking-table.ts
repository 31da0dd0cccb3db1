import { simplexGrid, type GridAxis, type SimplexGrid } from "../../numerics/index.ts";
import { directFootfall, type FootfallSetting } from "../direct-footfall.ts";
import { pathFigures } from "../load-path.ts";
import { nearEnough } from "./near-enough.ts";

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

/** A table of walking footfalls that fills itself from the direct path where it is asked. */
export function walkingTable(setting: FootfallSetting): WalkingTable {
  const grid = simplexGrid(axes, {
    width: pathFigures.count,
    work([stepLog = 0, ratioLog = 0, speed = 0], values) {
      const stepTime = Math.exp(stepLog);
      const { carried, activePeak } = directFootfall(setting, { gait: "walk", speed, slope: 0, groundContactTime: stepTime * Math.exp(ratioLog), stepTime });
      values.set(carried.peaks, pathFigures.carried);
      values[pathFigures.activePeak] = activePeak;
    },
    isNear: (between, workedOut) => nearEnough(between, workedOut, 0.001),
  });
  const place = new Float64Array(axes.length);
  return {
    grid,
    follow(speed, groundContactTime, stepTime, into) {
      place[0] = Math.log(stepTime);
      place[1] = Math.log(groundContactTime / stepTime);
      place[2] = speed;
      grid.at(place, into);
    },
  };
}
