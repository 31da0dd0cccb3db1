import { simplexGrid, type GridAxis, type SimplexGrid } from "../../numerics/index.ts";
import { directFootfall, type DirectFootfall, type FootfallSetting } from "../direct-footfall.ts";
import { pathFigures, writeFigures } from "../load-path.ts";
import { nearEnough } from "./near-enough.ts";

/** What a node holds beside the figures: how steeply the force falls after its first peak. */
const fall = pathFigures.count;
const width = fall + 1;

/** Contacts per second of contact, step over contact time, half the contact length over the leg, rise over run. */
const axes: readonly GridAxis[] = [axis(1.6, 12.5, 0.45), axis(1, 3.5, 0.14), axis(0, 2, 0.05), axis(-0.42, 0.42, 0.06)];

function axis(start: number, end: number, step: number): GridAxis {
  return { start, step, count: Math.ceil((end - start) / step) + 1 };
}

/** Running footfalls of one setting. */
export interface RunningTable {
  readonly grid: SimplexGrid;
  follow(speed: number, slope: number, groundContactTime: number, stepTime: number, into: Float64Array): void;
}

/** A table of running footfalls that fills itself from the direct path where it is asked. */
export function runningTable(setting: FootfallSetting): RunningTable {
  const lengthScale = 1 / (2 * setting.legLength);
  // Forces are kept over the mean force of the contact: what is left of them changes little.
  const grid = simplexGrid(axes, {
    width,
    work([contactRate = 0, meanForce = 0, contactLength = 0, slope = 0], values) {
      const groundContactTime = 1 / contactRate;
      const stepTime = groundContactTime * meanForce;
      writeNode(directFootfall(setting, { gait: "run", speed: contactLength / lengthScale / groundContactTime, slope, groundContactTime, stepTime }), values);
      for (let index = 0; index < pathFigures.count; index++) values[index]! /= meanForce;
    },
    isNear: (between, workedOut) => nearEnough(withoutShoulder(between), withoutShoulder(workedOut)),
  });
  const place = new Float64Array(axes.length);
  const node = new Float64Array(width);
  return {
    grid,
    follow(speed, slope, groundContactTime, stepTime, into) {
      const meanForce = stepTime / groundContactTime;
      place[0] = 1 / groundContactTime;
      place[1] = meanForce;
      place[2] = speed * groundContactTime * lengthScale;
      place[3] = slope;
      grid.at(place, node);
      withoutShoulder(node);
      for (let figure = 0; figure < pathFigures.count; figure++) into[figure] = meanForce * node[figure]!;
    },
  };
}

/** A footfall's figures; where no first maximum stands out, the force where it would merge, so that what lies between two nodes has one or has none. */
function writeNode(direct: DirectFootfall, values: Float64Array): void {
  writeFigures(direct, values);
  const { forceAt, arrival } = direct.wave;
  const shoulder = shoulderOf(forceAt, arrival?.halfWidth ?? 0);
  values[pathFigures.impactPeak] = direct.impactPeak ?? shoulder.force;
  values[fall] = shoulder.fall;
}

/** The same node with no impact peak where the force does not fall after one. */
function withoutShoulder(node: Float64Array): Float64Array {
  if (node[fall]! <= 0) node[pathFigures.impactPeak] = NaN;
  return node;
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
