import { factorCholesky, solveCholesky } from "./cholesky.ts";
import { dot } from "./clustered-regression.ts";

export interface OrdinalFit {
  /** Boundaries between neighbouring categories that occur, rising [log odds]. */
  readonly thresholds: Float64Array;
  /** Log odds ratio of a higher category per unit of each column. */
  readonly effects: Float64Array;
  readonly standardErrors: Float64Array;
  readonly logLikelihood: number;
}

/**
 * Proportional odds (McCullagh 1980): logit P(y ≤ category j) = θⱼ − Σ β·x, by Newton's steps, halved where they overshoot; the likelihood has one top.
 * Categories that do not occur are left out. Null where the data do not bound it: one category, or columns that separate them.
 */
export function ordinalLogistic(categories: readonly number[], columns: readonly Float64Array[]): OrdinalFit | null {
  const levels = [...new Set(categories)].sort((one, other) => one - other);
  const cuts = levels.length - 1;
  if (cuts < 1) return null;
  const ranks = Int32Array.from(categories, (category) => levels.indexOf(category));
  const size = cuts + columns.length;
  let at: Float64Array = new Float64Array(size);
  for (let cut = 0; cut < cuts; cut++) {
    const below = ranks.reduce((count, rank) => count + (rank <= cut ? 1 : 0), 0);
    at[cut] = Math.log(below / (ranks.length - below));
  }
  let here = slopeAt(at, ranks, columns, cuts);
  for (let round = 0; round < 50; round++) {
    const factor = here.information.slice();
    if (!factorCholesky(factor, size)) return null;
    const step = solveCholesky(factor, size, here.gradient.slice());
    // So near the top the likelihood is all rounding; the last step is taken unasked.
    if (dot(here.gradient, step) < 1e-12) {
      at = at.map((value, index) => value + step[index]!);
      here = slopeAt(at, ranks, columns, cuts);
      break;
    }
    let share = 1;
    let next = at;
    let there = here;
    do {
      next = at.map((value, index) => value + share * step[index]!);
      there = slopeAt(next, ranks, columns, cuts);
      share /= 2;
    } while (!(there.logLikelihood >= here.logLikelihood) && share > 1e-6);
    if (!(there.logLikelihood >= here.logLikelihood)) break;
    [at, here] = [next, there];
  }
  const factor = here.information.slice();
  if (!factorCholesky(factor, size)) return null;
  const standardErrors = Float64Array.from(columns, (_, column) => {
    const unit = new Float64Array(size);
    unit[cuts + column] = 1;
    return Math.sqrt(solveCholesky(factor, size, unit)[cuts + column]!);
  });
  return { thresholds: at.slice(0, cuts), effects: at.slice(cuts), standardErrors, logLikelihood: here.logLikelihood };
}

interface Slope {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

function slopeAt(at: Float64Array, ranks: Int32Array, columns: readonly Float64Array[], cuts: number): Slope {
  const size = at.length;
  const rows = ranks.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const tilt = new Float64Array(rows);
  for (const [column, x] of columns.entries()) for (let row = 0; row < rows; row++) tilt[row]! += at[cuts + column]! * x[row]!;
  let logLikelihood = 0;
  // Per row, first and second slopes of its log chance by its upper boundary, its lower one, and both moved together, which is what a column does.
  const together = new Float64Array(rows);
  const weight = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const rank = ranks[row]!;
    const above = rank < cuts ? 1 / (1 + Math.exp(tilt[row]! - at[rank]!)) : 1;
    const below = rank > 0 ? 1 / (1 + Math.exp(tilt[row]! - at[rank - 1]!)) : 0;
    const chance = above - below;
    if (!(chance > 0)) return { logLikelihood: -Infinity, gradient, information };
    logLikelihood += Math.log(chance);
    const byUpper = (above * (1 - above)) / chance;
    const byLower = (-below * (1 - below)) / chance;
    const upperTwice = byUpper * (1 - 2 * above) - byUpper ** 2;
    const lowerTwice = byLower * (1 - 2 * below) - byLower ** 2;
    const both = -byUpper * byLower;
    together[row] = byUpper + byLower;
    weight[row] = -(upperTwice + lowerTwice + 2 * both);
    for (let cut = Math.max(rank - 1, 0); cut <= Math.min(rank, cuts - 1); cut++) {
      const slope = cut === rank ? byUpper : byLower;
      const twice = cut === rank ? upperTwice : lowerTwice;
      gradient[cut]! += slope;
      information[cut * size + cut]! -= twice;
      for (let column = 0; column < columns.length; column++) information[(cuts + column) * size + cut]! += (twice + both) * columns[column]![row]!;
    }
    if (rank > 0 && rank < cuts) information[rank * size + rank - 1]! -= both;
  }
  const weighted = new Float64Array(rows);
  for (const [column, x] of columns.entries()) {
    gradient[cuts + column] = -dot(together, x);
    for (let row = 0; row < rows; row++) weighted[row] = weight[row]! * x[row]!;
    for (let other = 0; other <= column; other++) information[(cuts + column) * size + cuts + other] = dot(weighted, columns[other]!);
  }
  return { logLikelihood, gradient, information };
}
