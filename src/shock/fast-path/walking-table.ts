import { simplexGrid, type GridAxis, type SimplexGrid } from "../../numerics/index.ts";
import { directFootfall, type FootfallSetting } from "../direct-footfall.ts";
import { pathFigures, writeFigures } from "../load-path.ts";
import { nearEnough } from "./near-enough.ts";

/** Step time and contact over step time on a logarithm, speed. */
const axes: readonly GridAxis[] = [
  { start: Math.log(0.25), step: 0.12, count: 16 },
  { start: 0, step: 0.06, count: 14 },
  { start: 0.1, step: 0.25, count: 15 },
];

/** Walking footfalls of one setting; two feet share the ground and no impact stands out, so that peaks change smoothly. */
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
      writeFigures(directFootfall(setting, { gait: "walk", speed, slope: 0, groundContactTime: stepTime * Math.exp(ratioLog), stepTime }), values);
    },
    isNear: nearEnough,
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
