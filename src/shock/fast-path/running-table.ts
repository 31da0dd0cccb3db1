import { simplexGrid, type SimplexGrid } from "../../numerics/index.ts";
import { followFootfall, type FootfallSetting } from "../direct-footfall.ts";
import { pathFigures } from "../load-path.ts";
import { activePeakRatio } from "../peak-force.ts";
import { nearEnough } from "./near-enough.ts";
import { runningAxes, timingAt, writePlace } from "./running-axes.ts";

/** Running footfalls of one setting. */
export interface RunningTable {
  readonly grid: SimplexGrid;
  follow(speed: number, slope: number, groundContactTime: number, stepTime: number, into: Float64Array): void;
}

/**
 * A table of running footfalls that fills itself from the direct path where it is asked.
 *
 * Forces are kept over the contact's mean force, and over the peak ratio of many runners where the foot strike is unknown and that ratio sets the peak: its edges
 * at the ends of the measured speeds are known, and the grid need not look for them. What is left changes little.
 */
export function runningTable(setting: FootfallSetting): RunningTable {
  const { legLength, footStrike, mass } = setting;
  const ratios = Float64Array.from({ length: ratioNodes }, (_, node) => (footStrike === "unknown" ? activePeakRatio(node / ratioNodesPerSpeed, mass) : 1));
  const scaleOf = (speed: number, groundContactTime: number, stepTime: number): number => {
    const position = Math.min(ratioNodes - 1.000001, speed * ratioNodesPerSpeed);
    const node = position | 0;
    return (stepTime / groundContactTime) * (ratios[node]! + (position - node) * (ratios[node + 1]! - ratios[node]!));
  };
  const grid = simplexGrid(runningAxes, {
    width: pathFigures.count,
    work(place, values) {
      const timing = timingAt(place, legLength);
      const { carried, activePeak } = followFootfall(setting, timing);
      const perScale = 1 / scaleOf(timing.speed, timing.groundContactTime, timing.stepTime);
      for (const [level, peak] of carried.peaks.entries()) values[pathFigures.carried + level] = perScale * peak;
      values[pathFigures.activePeak] = perScale * activePeak;
    },
    isNear: (between, workedOut) => nearEnough(between, workedOut, 0.0015),
  });
  const place = new Float64Array(runningAxes.length);
  return {
    grid,
    follow(speed, slope, groundContactTime, stepTime, into) {
      writePlace(speed, slope, groundContactTime, stepTime, legLength, place);
      grid.at(place, into);
      const scale = scaleOf(speed, groundContactTime, stepTime);
      for (let figure = 0; figure < pathFigures.count; figure++) into[figure]! *= scale;
    },
  };
}

/** The ratio is read off lines between nodes, for a power costs as much as the rest. */
const ratioNodesPerSpeed = 50;
const ratioNodes = 601;
