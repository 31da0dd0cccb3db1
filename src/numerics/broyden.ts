/** Unknowns at which the residuals vanish, or the nearest that was found. */
export interface Root {
  readonly unknowns: readonly number[];
  readonly residuals: readonly number[];
  /** Whether every residual is within the tolerance. */
  readonly isFound: boolean;
  /** Slope of each residual (row) over each unknown (column), as last known: a start for a search close by. */
  readonly slopes: Matrix;
}

type Matrix = readonly (readonly number[])[];

/** How a root is looked for. */
export interface RootSearch {
  readonly tolerance: number;
  readonly mostEvaluations: number;
  /** Change of each unknown that the first slopes are taken over. */
  readonly probes: readonly number[];
  /** Largest change of each unknown in one step. */
  readonly longestSteps: readonly number[];
  /** Slopes to begin with; taken by differences where absent. */
  readonly slopes?: Matrix;
}

/**
 * Root of as many smooth equations as unknowns: Newton's method with slopes taken once by differences and then kept up by Broyden's rule, so that a step costs one
 * evaluation. A step is shortened to the longest allowed, halved while it leads away, and the slopes are taken anew once where even that does not help.
 */
export function findRoot(residualsAt: (unknowns: readonly number[]) => readonly number[], start: readonly number[], search: RootSearch): Root {
  let evaluations = 0;
  const evaluate = (unknowns: readonly number[]): readonly number[] => {
    evaluations++;
    return residualsAt(unknowns);
  };
  let here = { unknowns: start, residuals: evaluate(start) };
  let slopes = search.slopes ?? slopesBy(evaluate, here, search.probes);
  let isFresh = search.slopes === undefined;
  while (sizeOf(here.residuals) > search.tolerance && evaluations < search.mostEvaluations) {
    const full = solveLinear(slopes, here.residuals.map((value) => -value));
    const longest = full.reduce((most, change, index) => Math.max(most, Math.abs(change) / search.longestSteps[index]!), 0);
    if (!Number.isFinite(longest)) break;
    let share = 1 / Math.max(1, longest);
    let next = here;
    for (let halving = 0; halving < 4; halving++, share /= 3) {
      const unknowns = here.unknowns.map((value, index) => value + share * full[index]!);
      next = { unknowns, residuals: evaluate(unknowns) };
      if (sizeOf(next.residuals) < sizeOf(here.residuals) || evaluations >= search.mostEvaluations) break;
    }
    if (sizeOf(next.residuals) < sizeOf(here.residuals)) {
      slopes = updated(slopes, here, next);
      here = next;
      isFresh = false;
    } else if (isFresh) {
      break;
    } else {
      slopes = slopesBy(evaluate, here, search.probes);
      isFresh = true;
    }
  }
  return { ...here, isFound: sizeOf(here.residuals) <= search.tolerance, slopes };
}

interface Point {
  readonly unknowns: readonly number[];
  readonly residuals: readonly number[];
}

/** Slope of each residual (row) over each unknown (column). */
function slopesBy(evaluate: (unknowns: readonly number[]) => readonly number[], { unknowns, residuals }: Point, probes: readonly number[]): Matrix {
  const columns = probes.map((probe, moved) => evaluate(unknowns.map((value, index) => (index === moved ? value + probe : value))).map((value, row) => (value - residuals[row]!) / probe));
  return residuals.map((_, row) => columns.map((column) => column[row]!));
}

/** Broyden's rank-one update: J + (Δr − J·Δx)·Δxᵀ/|Δx|². */
function updated(slopes: Matrix, before: Point, after: Point): Matrix {
  const moved = after.unknowns.map((value, index) => value - before.unknowns[index]!);
  const square = moved.reduce((sum, value) => sum + value * value, 0);
  return slopes.map((row, index) => {
    const missed = after.residuals[index]! - before.residuals[index]! - row.reduce((sum, slope, column) => sum + slope * moved[column]!, 0);
    return row.map((slope, column) => slope + (missed * moved[column]!) / square);
  });
}

/** Gauss elimination with row pivots. */
function solveLinear(matrix: Matrix, right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const best = rows.reduce((most, row, index) => (index > pivot && Math.abs(row[pivot]!) > Math.abs(rows[most]![pivot]!) ? index : most), pivot);
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, column) => (column > row ? sum + rows[row]![column]! * value : sum), 0);
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!;
  }
  return solution;
}

/** Largest residual; endless where one is no number. */
function sizeOf(residuals: readonly number[]): number {
  return residuals.reduce((most, value) => (Number.isNaN(value) ? Infinity : Math.max(most, Math.abs(value))), 0);
}
