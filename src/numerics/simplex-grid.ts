import { integerTable, type IntegerTable } from "./integer-table.ts";

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
  const starts = Float64Array.from(axes, ({ start }) => start);
  const perStep = Float64Array.from(axes, ({ step }) => 1 / step);
  const ends = Float64Array.from(axes, ({ count }) => count - 1 - 1e-9);
  const strides = axes.map((_, axis) => axes.slice(axis + 1).reduce((product, { count }) => product * count, 1));
  const nodes: IntegerTable = integerTable();
  const cells: IntegerTable = integerTable();
  const states: number[] = [];
  const toLast = strides.reduce((sum, stride) => sum + stride, 0);
  let store = new Float64Array(32 * width);
  let checks = 0;
  let finer: SimplexGrid | undefined;
  const fractions = new Float64Array(dimensions);
  const order = new Int32Array(dimensions);
  const carriers = new Int32Array(dimensions + 1);
  const weights = new Float64Array(dimensions + 1);

  /** Where a node's values lie in the store. */
  function node(index: number): number {
    const found = nodes.find(index);
    return (found >= 0 ? found : addNode(index)) * width;
  }

  function addNode(index: number): number {
    const values = workAt(index, () => 0);
    const number = nodes.add(index);
    if ((number + 1) * width > store.length) {
      const larger = new Float64Array(2 * store.length);
      larger.set(store);
      store = larger;
    }
    store.set(values, number * width);
    return number;
  }

  /** Values worked out at a node moved by shares of a step. */
  function workAt(index: number, beyond: (axis: number) => number): Float64Array {
    const values = new Float64Array(width);
    source.work(Float64Array.from(axes, ({ start, step, count }, axis) => start + step * ((Math.floor(index / strides[axis]!) % count) + beyond(axis))), values);
    return values;
  }

  /** The mean of nodes against what is worked out in their midst. */
  function isProved(corner: number, among: readonly number[], beyond: (axis: number) => number): boolean {
    checks++;
    const mean = Float64Array.from({ length: width }, (_, column) => among.reduce((sum, one) => sum + store[one + column]!, 0) / among.length);
    return source.isNear(mean, workAt(corner, beyond));
  }

  /** Proves the simplex that `order` names within a cell, and the cell itself when it is new: its middle lies between its first corner and its last. */
  function prove(corner: number, simplex: number): boolean {
    const known = cells.find(corner);
    const cell = known >= 0 ? known : cells.add(corner);
    const middle = known >= 0 || isProved(corner, [corner, corner + toLast].map(node), () => 0.5);
    let along = corner;
    const nodesOf = [node(corner), ...Array.from(order, (axis) => node((along += strides[axis]!)))];
    const isSound = middle && isProved(corner, nodesOf, (axis) => (dimensions - order.indexOf(axis)) / (dimensions + 1));
    states[cell] = isSound ? (states[cell] ?? 0) | (1 << simplex) : unsound;
    return isSound;
  }

  function isSound(corner: number, simplex: number): boolean {
    const cell = cells.find(corner);
    const state = cell >= 0 ? states[cell]! : 0;
    return state !== unsound && (((state >> simplex) & 1) === 1 || prove(corner, simplex));
  }

  return {
    at(place, into) {
      let corner = 0;
      // Which of the orders this is: each axis counts how many before it have smaller fractions.
      let simplex = 0;
      let orders = 1;
      for (let axis = 0; axis < dimensions; axis++) {
        const position = Math.min(ends[axis]!, Math.max(0, (place[axis]! - starts[axis]!) * perStep[axis]!));
        const whole = Math.floor(position);
        const fraction = position - whole;
        corner += whole * strides[axis]!;
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
      if (depth > 0 && !isSound(corner, simplex)) {
        finer ??= simplexGrid(axes.map(({ start, step, count }) => ({ start, step: step / 2, count: 2 * count - 1 })), source, depth - 1);
        finer.at(place, into);
        return;
      }
      let before = 1;
      for (let rank = 0; rank <= dimensions; rank++) {
        const fraction = rank < dimensions ? fractions[order[rank]!]! : 0;
        carriers[rank] = node(corner);
        weights[rank] = before - fraction;
        before = fraction;
        if (rank < dimensions) corner += strides[order[rank]!]!;
      }
      into.fill(0);
      for (let rank = 0; rank <= dimensions; rank++) {
        const [weight, at] = [weights[rank]!, carriers[rank]!];
        for (let column = 0; column < width; column++) into[column]! += weight * store[at + column]!;
      }
    },
    get worked() {
      return nodes.count() + checks + (finer?.worked ?? 0);
    },
  };
}
