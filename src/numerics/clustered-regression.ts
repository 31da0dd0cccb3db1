import { studentBound, studentTail } from "./student.ts";

/** Columns that are held constant, as an orthonormal basis of what they span. */
export interface Controls {
  readonly rows: number;
  readonly basis: readonly Float64Array[];
  /** Coordinates of each given column in the basis; null where it is a sum of those before it. */
  readonly coordinates: readonly (Float64Array | null)[];
}

/** An effect of one column on an outcome, other things held constant. */
export interface ClusteredEffect {
  readonly value: number;
  readonly standardError: number;
  /** How many clusters the estimate really rests on, less one. */
  readonly degreesOfFreedom: number;
  /** Chance of an estimate as far from zero without any effect. */
  readonly pValue: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** Below this share of its length what is left of a column is rounding. */
const dependent = 1e-7;
/** Below this share a single pass has left too much of the others in it. */
const littleLeft = 0.3;

/** Orthonormalises columns one after the other (modified Gram–Schmidt, a second time where little is left), onto those of other controls where given. */
export function holdConstant(columns: readonly Float64Array[], rows: number, onto: Controls = { rows, basis: [], coordinates: [] }): Controls {
  const basis = [...onto.basis];
  const coordinates = columns.map((column) => {
    const rest = column.slice();
    const length = Math.sqrt(dot(rest, rest));
    const place = new Float64Array(basis.length + 1);
    let left = length;
    for (let pass = 0; pass < 2 && left > dependent * length && (pass === 0 || left < littleLeft * length); pass++) {
      for (const [index, direction] of basis.entries()) place[index]! += takeOut(rest, direction);
      left = Math.sqrt(dot(rest, rest));
    }
    if (!(left > dependent * length)) return null;
    place[basis.length] = left;
    basis.push(rest.map((value) => value / left));
    return place;
  });
  return { rows, basis, coordinates: [...onto.coordinates, ...coordinates] };
}

/** What of a vector the controls do not tell. */
export function residual({ basis }: Controls, vector: Float64Array): Float64Array {
  const rest = vector.slice();
  for (const direction of basis) takeOut(rest, direction);
  return rest;
}

/** What of a control's own column the other controls do not tell; null where they tell it whole. */
export function uniquePart({ basis, coordinates, rows }: Controls, column: number): Float64Array | null {
  const kept = coordinates.filter((place) => place !== null);
  const own = coordinates[column];
  if (!own) return null;
  // Columns are A = Q·R; A's part unique to column j is Q·z ÷ z·z with Rᵀ z = eⱼ.
  const at = kept.indexOf(own);
  const z = new Float64Array(kept.length);
  for (let row = at; row < kept.length; row++) {
    let sum = row === at ? 1 : 0;
    for (let k = at; k < row; k++) sum -= kept[row]![k]! * z[k]!;
    z[row] = sum / kept[row]![row]!;
  }
  const square = dot(z, z);
  const part = new Float64Array(rows);
  for (const [index, direction] of basis.entries()) {
    const share = z[index]! / square;
    if (share !== 0) for (let row = 0; row < rows; row++) part[row]! += share * direction[row]!;
  }
  return part;
}

/**
 * The slope of an outcome on a column, both already freed of `held` controls, with errors that may go together within a cluster (of a week, say) and
 * spread differently between them: each cluster's sum counts once, enlarged by its leverage (Bell & McCaffrey 2002), and Student's t takes as many degrees
 * of freedom as there are clusters that matter. Null where the column does not vary over at least `fewest` of them.
 */
export function clusteredEffect(outcome: Float64Array, column: Float64Array, clusters: Int32Array, held: number, fewest = 5): ClusteredEffect | null {
  const square = dot(column, column);
  const rows = outcome.length;
  const spare = rows - held - 1;
  if (!(square > 0) || spare < 1) return null;
  const value = dot(outcome, column) / square;
  let count = 0;
  for (let row = 0; row < rows; row++) count = Math.max(count, clusters[row]! + 1);
  const sums = new Float64Array(count);
  const leverages = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    const x = column[row]!;
    const error = outcome[row]! - value * x;
    sums[clusters[row]!]! += x * error;
    leverages[clusters[row]!]! += (x * x) / square;
  }
  let between = 0;
  let concentration = 0;
  for (let cluster = 0; cluster < count; cluster++) {
    between += sums[cluster]! ** 2 / Math.max(1 - leverages[cluster]!, 1e-3);
    concentration += leverages[cluster]! ** 2;
  }
  const degreesOfFreedom = Math.min(1 / concentration - 1, spare);
  if (!(degreesOfFreedom >= fewest - 1)) return null;
  const standardError = Math.sqrt((between * rows) / spare) / square;
  const reach = studentBound(0.05, degreesOfFreedom) * standardError;
  return { value, standardError, degreesOfFreedom, pValue: studentTail(value / standardError, degreesOfFreedom), low: value - reach, high: value + reach };
}

/** Sum of products; four sums at once, since one would wait for itself. */
export function dot(one: Float64Array, other: Float64Array): number {
  const even = one.length - (one.length % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let index = 0; index < even; index += 4) {
    first += one[index]! * other[index]!;
    second += one[index + 1]! * other[index + 1]!;
    third += one[index + 2]! * other[index + 2]!;
    fourth += one[index + 3]! * other[index + 3]!;
  }
  for (let index = even; index < one.length; index++) first += one[index]! * other[index]!;
  return first + second + (third + fourth);
}

function takeOut(vector: Float64Array, direction: Float64Array): number {
  const share = dot(vector, direction);
  for (let index = 0; index < vector.length; index++) vector[index]! -= share * direction[index]!;
  return share;
}
