import { integerTable } from "./integer-table.ts";

/** One direction of a grid: nodes at start, start + step, … */
export interface GridAxis {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** What a grid holds, and how well. */
export interface GridSource {
  /** Values at one place. */
  readonly width: number;
  /** Works out the values at a place. */
  work(place: Float64Array, values: Float64Array): void;
  /** Whether what lies between the nodes is near enough to what was worked out there. */
  isNear(between: Float64Array, workedOut: Float64Array): boolean;
}

/** Functions over a box, linear between nodes. */
export interface SimplexGrid {
  /** Values at a place, written to `into`; a place outside the box is moved to its edge. */
  at(place: Float64Array, into: Float64Array): void;
  /** Places worked out so far, checks included. */
  readonly worked: number;
}

/** How often a cell's steps are halved at most. */
const halvings = 3;
/** Marks a cell whose steps are halved; the lower bits mark its simplices that were proved. */
const unsound = 1 << 30;

/**
 * A grid that fills and checks itself: nodes are worked out when a place near them is first asked for.
 *
 * A cell is cut into simplices by the order of a place's fractions (Kuhn): one node more than there are directions carries a value, and nothing jumps from one
 * simplex to the next. When a simplex is first entered its centroid is worked out too, and the middle of its cell; where the line between the nodes misses one
 * of them, the cell's steps are halved, up to three times. So cells are small where a function bends or has an edge, and only there.
 * At most four directions: a cell then has 24 simplices.
 */
export function simplexGrid(axes: readonly GridAxis[], source: GridSource, depth = halvings): SimplexGrid {
  const dimensions = axes.length;
  const { width } = source;
  const corners = 1 << dimensions;
  const starts = Float64Array.from(axes, ({ start }) => start);
  const perStep = Float64Array.from(axes, ({ step }) => 1 / step);
  const ends = Float64Array.from(axes, ({ count }) => count - 1 - 1e-9);
  const strides = Int32Array.from(axes, (_, axis) => axes.slice(axis + 1).reduce((product, { count }) => product * count, 1));
  const nodes = integerTable();
  const cells = integerTable();
  let values = new Float64Array(32 * width);
  // Of each cell: which simplices are proved, and where the values of its corners lie, −1 where they were not asked for.
  let proved = new Int32Array(16);
  let cornerAt = new Int32Array(16 * corners).fill(-1);
  let checks = 0;
  let latestKey = -1;
  let latestCell = -1;
  let finer: SimplexGrid | undefined;
  const fractions = new Float64Array(dimensions);
  const order = new Int32Array(dimensions);
  const carriers = new Int32Array(5);
  const weights = new Float64Array(5);

  function cellOf(key: number): number {
    if (key !== latestKey) {
      latestKey = key;
      const found = cells.find(key);
      latestCell = found >= 0 ? found : addCell(key);
    }
    return latestCell;
  }

  function addCell(key: number): number {
    const cell = cells.add(key);
    if (cell >= proved.length) {
      proved = grown(proved, new Int32Array(2 * proved.length));
      cornerAt = grown(cornerAt, new Int32Array(2 * cornerAt.length).fill(-1));
    }
    if (depth > 0 && !isNearMean(key, [cornerValues(cell, key, 0), cornerValues(cell, key, corners - 1)], () => 0.5)) proved[cell] = unsound;
    return cell;
  }

  /** Where the values of a cell's corner lie; `bits` has a one for each axis along which the corner is the farther one. */
  function cornerValues(cell: number, key: number, bits: number): number {
    const place = cell * corners + bits;
    if (cornerAt[place]! < 0) cornerAt[place] = nodeValues(axes.reduce((index, _, axis) => index + ((bits >> axis) & 1) * strides[axis]!, key));
    return cornerAt[place]!;
  }

  function nodeValues(index: number): number {
    const found = nodes.find(index);
    if (found >= 0) return found * width;
    const at = nodes.add(index) * width;
    if (at + width > values.length) values = grown(values, new Float64Array(2 * values.length));
    values.set(workAt(index, () => 0), at);
    return at;
  }

  /** Values worked out at a node moved by shares of a step. */
  function workAt(index: number, beyond: (axis: number) => number): Float64Array {
    const worked = new Float64Array(width);
    source.work(Float64Array.from(axes, ({ start, step, count }, axis) => start + step * ((Math.floor(index / strides[axis]!) % count) + beyond(axis))), worked);
    return worked;
  }

  /** Whether the mean of some corners is near what is worked out in their midst. */
  function isNearMean(key: number, among: readonly number[], beyond: (axis: number) => number): boolean {
    checks++;
    const mean = Float64Array.from({ length: width }, (_, column) => among.reduce((sum, at) => sum + values[at + column]!, 0) / among.length);
    return source.isNear(mean, workAt(key, beyond));
  }

  /** Proves at its centroid the simplex that `order` names, when it is first entered. */
  function prove(cell: number, key: number, simplex: number): void {
    let bits = 0;
    const among = [cornerValues(cell, key, 0), ...Array.from(order, (axis) => cornerValues(cell, key, (bits |= 1 << axis)))];
    if (isNearMean(key, among, (axis) => (dimensions - order.indexOf(axis)) / (dimensions + 1))) proved[cell]! |= 1 << simplex;
    else proved[cell] = unsound;
  }

  return {
    at(place, into) {
      let key = 0;
      // Which of the orders of fractions this is: each axis counts how many before it have smaller ones.
      let simplex = 0;
      let orders = 1;
      for (let axis = 0; axis < dimensions; axis++) {
        const position = Math.min(ends[axis]!, Math.max(0, (place[axis]! - starts[axis]!) * perStep[axis]!));
        const whole = position | 0;
        const fraction = position - whole;
        key += whole * strides[axis]!;
        fractions[axis] = fraction;
        let rank = axis;
        while (rank > 0 && fractions[order[rank - 1]!]! < fraction) {
          order[rank] = order[rank - 1]!;
          rank--;
        }
        order[rank] = axis;
        simplex += orders * rank;
        orders *= axis + 1;
      }
      const cell = cellOf(key);
      if (((proved[cell]! >> simplex) & 1) === 0 && depth > 0) {
        if (proved[cell] !== unsound) prove(cell, key, simplex);
        if (proved[cell] === unsound) {
          finer ??= simplexGrid(axes.map(({ start, step, count }) => ({ start, step: step / 2, count: 2 * count - 1 })), source, depth - 1);
          finer.at(place, into);
          return;
        }
      }
      let bits = 0;
      let before = 1;
      for (let rank = 0; rank <= dimensions; rank++) {
        const axis = rank < dimensions ? order[rank]! : 0;
        const fraction = rank < dimensions ? fractions[axis]! : 0;
        const known = cornerAt[cell * corners + bits]!;
        carriers[rank] = known >= 0 ? known : cornerValues(cell, key, bits);
        weights[rank] = before - fraction;
        before = fraction;
        bits |= 1 << axis;
      }
      // Places beyond the simplex's own weigh nothing.
      const a = carriers[0]!;
      const b = carriers[1]!;
      const c = carriers[2]!;
      const d = carriers[3]!;
      const e = carriers[4]!;
      const ofA = weights[0]!;
      const ofB = weights[1]!;
      const ofC = weights[2]!;
      const ofD = weights[3]!;
      const ofE = weights[4]!;
      for (let column = 0; column < width; column++) {
        into[column] = ofA * values[a + column]! + ofB * values[b + column]! + ofC * values[c + column]! + ofD * values[d + column]! + ofE * values[e + column]!;
      }
    },
    get worked() {
      return nodes.count() + checks + (finer?.worked ?? 0);
    },
  };
}

function grown<Column extends Float64Array | Int32Array>(before: Column, after: Column): Column {
  after.set(before);
  return after;
}
