import { factorCholesky, solveCholesky } from "./cholesky.ts";

/** A linear mixed model with one random intercept: y = X·β + b of its group + error. */
export interface RandomIntercept {
  readonly effects: Float64Array;
  readonly standardErrors: Float64Array;
  /** Variance between groups, and within them. */
  readonly between: number;
  readonly within: number;
  /** What each row differs by from its fitted value, its group's own part taken out. */
  readonly errors: Float64Array;
  readonly logLikelihood: number;
}

/**
 * Restricted maximum likelihood, the ratio λ of the two variances sought alone: for given λ, V = I + λ·J within each group of n has V⁻¹ = I − λ ÷ (1 + n·λ) · J,
 * and β and the error's variance follow. Groups numbered from 0. Null where the columns depend on one another or leave no row to spare.
 */
export function randomIntercept(outcome: Float64Array, columns: readonly Float64Array[], groups: Int32Array): RandomIntercept | null {
  const sums = groupSums(outcome, columns, groups);
  const unfit = (root: number): number => -(solveFor(root ** 2, sums)?.logLikelihood ?? -Infinity);
  // Coarse steps over the root of λ first: a likelihood that is flat at nothing has its top there.
  let best = 0;
  for (let step = 1; step <= 60; step++) if (unfit(step * coarse) < unfit(best)) best = step * coarse;
  let [low, high] = [Math.max(0, best - coarse), best + coarse];
  for (let round = 0; round < 60; round++) {
    const third = (high - low) / 3;
    if (unfit(low + third) <= unfit(high - third)) high -= third;
    else low += third;
  }
  const ratio = (unfit(0) <= unfit((low + high) / 2) ? 0 : (low + high) / 2) ** 2;
  const found = solveFor(ratio, sums);
  if (found === null) return null;
  const { effects, standardErrors, within, logLikelihood } = found;
  const rest = outcome.map((value, row) => value - columns.reduce((sum, column, index) => sum + effects[index]! * column[row]!, 0));
  const ofGroup = new Float64Array(sums.counts.length);
  for (let row = 0; row < rest.length; row++) ofGroup[groups[row]!]! += rest[row]!;
  const shrunk = ofGroup.map((sum, group) => (ratio * sum) / (1 + ratio * sums.counts[group]!));
  return { effects, standardErrors, between: ratio * within, within, errors: rest.map((value, row) => value - shrunk[groups[row]!]!), logLikelihood };
}

const coarse = 0.1;

/** Products of outcome and columns with one another over all rows, and their sums within each group; the outcome stands last. */
interface GroupSums {
  readonly rows: number;
  readonly size: number;
  readonly products: Float64Array;
  readonly counts: Float64Array;
  readonly sums: readonly Float64Array[];
}

function groupSums(outcome: Float64Array, columns: readonly Float64Array[], groups: Int32Array): GroupSums {
  const all = [...columns, outcome];
  const size = all.length;
  const products = new Float64Array(size * size);
  const groupCount = groups.reduce((most, group) => Math.max(most, group), -1) + 1;
  const counts = new Float64Array(groupCount);
  const sums = Array.from({ length: groupCount }, () => new Float64Array(size));
  for (let row = 0; row < outcome.length; row++) {
    counts[groups[row]!]! += 1;
    for (let j = 0; j < size; j++) {
      sums[groups[row]!]![j]! += all[j]![row]!;
      for (let k = 0; k < size; k++) products[j * size + k]! += all[j]![row]! * all[k]![row]!;
    }
  }
  return { rows: outcome.length, size, products, counts, sums };
}

function solveFor(ratio: number, { rows, size, products, counts, sums }: GroupSums) {
  const columns = size - 1;
  const spare = rows - columns;
  const weighted = products.slice();
  let logDeterminant = 0;
  for (const [group, ofGroup] of sums.entries()) {
    const share = ratio / (1 + counts[group]! * ratio);
    logDeterminant += Math.log1p(counts[group]! * ratio);
    for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) weighted[j * size + k]! -= share * ofGroup[j]! * ofGroup[k]!;
  }
  const matrix = new Float64Array(columns * columns);
  const right = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    right[j] = weighted[j * size + columns]!;
    for (let k = 0; k < columns; k++) matrix[j * columns + k] = weighted[j * size + k]!;
  }
  if (spare < 1 || !factorCholesky(matrix, columns)) return null;
  for (let j = 0; j < columns; j++) logDeterminant += 2 * Math.log(matrix[j * columns + j]!);
  const effects = solveCholesky(matrix, columns, right.slice());
  const squares = weighted[size * size - 1]! - effects.reduce((sum, effect, index) => sum + effect * right[index]!, 0);
  const within = Math.max(squares, 0) / spare;
  const standardErrors = effects.map((_, index) => {
    const unit = new Float64Array(columns);
    unit[index] = 1;
    return Math.sqrt(within * solveCholesky(matrix, columns, unit)[index]!);
  });
  return { effects, standardErrors, within, logLikelihood: -(spare * (1 + Math.log(2 * Math.PI * within)) + logDeterminant) / 2 };
}
