import { pathFigures } from "../load-path.ts";

/** Largest relative miss at a place of proof for which what lies between nodes is taken; elsewhere between them it may be missed by more. */
const tolerance = 0.0015;

/** Whether figures read off between nodes are near enough to those worked out there. */
export function nearEnough(between: Float64Array, workedOut: Float64Array): boolean {
  for (let figure = 0; figure < pathFigures.count; figure++) {
    // A gap on either side makes the comparison false, and is no miss.
    if (Math.abs(between[figure]! - workedOut[figure]!) > tolerance * Math.abs(workedOut[figure]!)) return false;
  }
  return true;
}
