import { factorCholesky, solveLower } from "./cholesky.ts";
import { dot, type ClusteredEffect } from "./clustered-regression.ts";
import { fisherBound, fisherTail, studentBound } from "./student.ts";

/** Several columns that belong together, asked as one: the slope of each, the others and everything else held constant. */
export interface ClusteredGroup {
  readonly slopes: Float64Array;
  /** Chance of slopes as far from nothing, all together, without any effect. */
  readonly pValue: number;
  /**
   * The sum of the slopes times `weights`, with an interval that holds however the weights were chosen after looking (Scheffé 1953): all such sums are held by theirs at once in 95 of 100.
   * Of a single column it is the usual interval.
   */
  readonly contrast: (weights: readonly number[]) => ClusteredEffect;
}

/**
 * Errors together within a cluster, as in `clusteredEffect`: each cluster's sums count once, enlarged by its leverage; the slopes are tested by Hotelling's T² with as many degrees
 * of freedom as there are clusters that matter (Tipton & Pustejovsky 2015, with the leverages' own degrees of freedom). `parts` are each column's own (`uniquePart`), `rest` what of the outcome the columns held beside
 * them leave untold, with their own share or without. Null where the columns rest on fewer than `fewest` clusters.
 */
export function clusteredGroup(outcome: Float64Array, rest: Float64Array, parts: readonly Float64Array[], clusters: Int32Array, held: number, fewest = 5): ClusteredGroup | null {
  const size = parts.length;
  const rows = outcome.length;
  const spare = rows - held - size;
  const squares = parts.map((part) => dot(part, part));
  if (spare < 1 || size === 0 || squares.some((square) => !(square > 0))) return null;
  const slopes = Float64Array.from(parts, (part, column) => dot(part, outcome) / squares[column]!);
  // What each column's slope weighs the days with: the products of these are the inverse of those of the columns, and their root makes the columns stand square to one another.
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) root[row * size + column] = dot(parts[row]!, parts[column]!) / (squares[row]! * squares[column]!);
  if (!factorCholesky(root, size)) return null;
  const square = parts.map((part, column) => part.map((value) => value / squares[column]!));
  for (let column = 0; column < size; column++) {
    const own = square[column]!;
    for (let k = 0; k < column; k++) for (let row = 0; row < rows; row++) own[row]! -= root[column * size + k]! * square[k]![row]!;
    for (let row = 0; row < rows; row++) own[row]! /= root[column * size + column]!;
  }
  const shares = square.map((column) => dot(column, rest));
  let count = 0;
  for (let row = 0; row < rows; row++) count = Math.max(count, clusters[row]! + 1);
  const sums = new Float64Array(count * size);
  const leverages = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    const cluster = clusters[row]!;
    let error = rest[row]!;
    for (let column = 0; column < size; column++) error -= shares[column]! * square[column]![row]!;
    for (let column = 0; column < size; column++) {
      const value = square[column]![row]!;
      sums[cluster * size + column]! += value * error;
      leverages[cluster]! += value * value;
    }
  }
  const between = new Float64Array(size * size);
  let concentration = 0;
  for (let cluster = 0; cluster < count; cluster++) {
    const scale = rows / spare / Math.max(1 - leverages[cluster]!, 1e-3);
    for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) between[row * size + column]! += scale * sums[cluster * size + row]! * sums[cluster * size + column]!;
    concentration += (leverages[cluster]! / size) ** 2;
  }
  const degreesOfFreedom = Math.min(1 / concentration - 1, spare);
  if (!(degreesOfFreedom >= fewest - 2 + size)) return null;
  const below = degreesOfFreedom - size + 1;
  const spread = between.slice();
  if (!factorCholesky(spread, size)) return null;
  const pValue = fisherTail((lengthIn(spread, root, slopes, size) * below) / (degreesOfFreedom * size), size, below);
  const reachOfAll = size === 1 ? studentBound(0.05, degreesOfFreedom) : Math.sqrt(((degreesOfFreedom * size) / below) * fisherBound(0.05, size, below));
  return {
    slopes, pValue,
    contrast: (chosen) => {
      const turned = chosen.map((_, column) => chosen.reduce((sum, weight, row) => (row >= column ? sum + weight * root[row * size + column]! : sum), 0));
      let variance = 0;
      for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) variance += turned[row]! * turned[column]! * between[row * size + column]!;
      const [value, standardError] = [chosen.reduce((sum, weight, column) => sum + weight * slopes[column]!, 0), Math.sqrt(variance)];
      return { value, standardError, degreesOfFreedom, pValue, low: value - reachOfAll * standardError, high: value + reachOfAll * standardError };
    },
  };
}

/** Square of the slopes' length, turned square by the root and measured in their spread. */
function lengthIn(spread: Float64Array, root: Float64Array, slopes: Float64Array, size: number): number {
  const measured = solveLower(spread, size, solveLower(root, size, slopes.slice()));
  return dot(measured, measured);
}
