import { completeBody } from "./complete-body.ts";
import { gaits, type Runner, type Surface } from "./domain/index.ts";
import { contactTimeSpreadAt, predictContactTime, predictStepRate } from "./footfalls/index.ts";
import { stepRateSpread } from "./literature/index.ts";
import type { RunAnalysis } from "./run-analysis.ts";

/** Footfalls of a run that are much alike, taken together: what they were like on average, and how many they are. */
export interface FootfallCell {
  readonly isWalking: boolean;
  readonly footfalls: number;
  /** [m/s] */
  readonly speed: number;
  /** [Hz] */
  readonly stepRate: number;
  /** [s] */
  readonly groundContactTime: number;
  /** Rise over run [1]. */
  readonly slope: number;
  /** Standard deviations of the logarithms of step rate and contact time [1]. */
  readonly stepRateSpread: number;
  readonly groundContactTimeSpread: number;
  readonly surface: Surface;
  readonly shoeStiffnessNewtonsPerMillimetre: number | null;
  /** Distance the shoe's foam had been worn by [m]. */
  readonly shoeDistance: number;
}

/** Cells a run is cut into at least; some more where it had several slopes or grounds. */
const cellsPerRun = 24;

/** Edges between downhill, level and uphill [1]: within each, footfalls are told apart by their load alone. */
const slopeEdges = [-0.04, -0.015, 0.015, 0.04] as const;

/** Place of a slope among the classes between those edges. */
export function slopeClass(slope: number): number {
  return slopeEdges.filter((edge) => slope > edge).length;
}

const walk = gaits.indexOf("walk");

/**
 * A run as some thirty cells, so that four weeks can be asked "what if" while a finger moves: footfalls of one gait, slope and ground, in order of their load, cut
 * where the counts are equal, the upper end finer because high exponents live there. Doses from the cells are within half a per cent of the footfalls' own (a test); a recording with
 * glitches of speed comes within some per cent, and differences feel nothing of it.
 */
export function footfallCells({ footfalls, loads, underfoot }: RunAnalysis): readonly FootfallCell[] {
  const force = loads.trunkForceBodyWeights["L5-S1"];
  const groups = new Map<string, { readonly rows: number[]; readonly isWalking: boolean; readonly stretch: number }>();
  const grounds = new Map<number, string>();
  for (let row = 0; row < footfalls.length; row++) {
    if (!(force[row]! > 0 && footfalls.speed.value[row]! > 0 && footfalls.groundContactTime.value[row]! > 0)) continue;
    const stretch = underfoot?.stretch[row] ?? -1;
    const isWalking = footfalls.gait[row] === walk;
    let ground = grounds.get(stretch);
    if (ground === undefined) {
      const told = underfoot?.stretches[stretch];
      grounds.set(stretch, (ground = told ? `${told.surface} ${told.shoeStiffnessNewtonsPerMillimetre} ${told.shoeDistance}` : ""));
    }
    const key = `${isWalking} ${slopeClass(footfalls.slope.value[row]!)} ${ground}`;
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { rows: [row], isWalking, stretch });
  }
  const all = [...groups.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  return [...groups.values()].flatMap(({ rows, isWalking, stretch }) => {
    const sorted = rows.toSorted((one, other) => force[one]! - force[other]!);
    const told = underfoot?.stretches[stretch];
    const ground = { surface: told?.surface ?? ("unknown" as const), shoeStiffnessNewtonsPerMillimetre: told?.shoeStiffnessNewtonsPerMillimetre ?? null, shoeDistance: told?.shoeDistance ?? 0 };
    return cut(sorted, () => 1, Math.ceil((cellsPerRun * rows.length) / all)).map((part): FootfallCell => {
      const mean = (values: Float64Array): number => meanOf(part, (row) => values[row]!, () => 1);
      return {
        isWalking, footfalls: part.length, ...ground,
        speed: mean(footfalls.speed.value), stepRate: mean(footfalls.stepRate.value), groundContactTime: mean(footfalls.groundContactTime.value), slope: mean(footfalls.slope.value),
        stepRateSpread: mean(footfalls.stepRate.spread), groundContactTimeSpread: mean(footfalls.groundContactTime.spread),
      };
    });
  });
}

/** Cells of several runs in common are cut into these at least. */
const cellsInCommon = 60;

/** Cells of several runs as fewer: those of one gait, slope, ground and shoe taken together, in order of their duty, which sets the load. */
export function mergeCells(cells: readonly FootfallCell[]): readonly FootfallCell[] {
  const weight = ({ footfalls }: FootfallCell): number => footfalls;
  const all = cells.reduce((sum, { footfalls }) => sum + footfalls, 0);
  const alike = new Map<string, FootfallCell[]>();
  for (const cell of cells) {
    const key = `${cell.isWalking} ${slopeClass(cell.slope)} ${cell.surface} ${cell.shoeStiffnessNewtonsPerMillimetre}`;
    const group = alike.get(key);
    if (group) group.push(cell);
    else alike.set(key, [cell]);
  }
  return [...alike.values()].flatMap((group) => {
    const sorted = group.toSorted((one, other) => other.groundContactTime * other.stepRate - one.groundContactTime * one.stepRate);
    const footfalls = sorted.reduce((sum, cell) => sum + cell.footfalls, 0);
    return cut(sorted, weight, Math.ceil((cellsInCommon * footfalls) / all)).map((part) => meanCell(part, part[0]!));
  });
}

/** Cells as one, with the gait, shoe and ground of `like`. */
function meanCell(cells: readonly FootfallCell[], like: FootfallCell): FootfallCell {
  const mean = (of: (cell: FootfallCell) => number): number => meanOf(cells, of, ({ footfalls }) => footfalls);
  return {
    ...like, footfalls: cells.reduce((sum, { footfalls }) => sum + footfalls, 0), shoeDistance: mean(({ shoeDistance }) => shoeDistance),
    speed: mean(({ speed }) => speed), stepRate: mean(({ stepRate }) => stepRate), groundContactTime: mean(({ groundContactTime }) => groundContactTime), slope: mean(({ slope }) => slope),
    stepRateSpread: mean(({ stepRateSpread }) => stepRateSpread), groundContactTimeSpread: mean(({ groundContactTimeSpread }) => groundContactTimeSpread),
  };
}

/** Parts of a sorted list of equal weight; of the last, where the largest loads are, the upper sixteenth stands alone, and of that again. */
function cut<Item>(sorted: readonly Item[], weightOf: (item: Item) => number, parts: number): readonly (readonly Item[])[] {
  const all = sorted.reduce((sum, item) => sum + weightOf(item), 0);
  const edges = [...Array.from({ length: parts - 1 }, (_, part) => (part + 1) / parts), 1 - 1 / (16 * parts), 1 - 1 / (256 * parts)].map((share) => share * all);
  const found: Item[][] = [];
  let passed = 0;
  let last = -1;
  for (const item of sorted) {
    const middle = passed + weightOf(item) / 2;
    passed += weightOf(item);
    let place = Math.max(0, last);
    while (place < edges.length && middle > edges[place]!) place++;
    if (place === last) found.at(-1)?.push(item);
    else found.push([item]);
    last = place;
  }
  return found;
}

/** Weighted mean, gaps left out; 0 where nothing is known. */
function meanOf<Item>(items: readonly Item[], of: (item: Item) => number, weightOf: (item: Item) => number): number {
  let [sum, weights] = [0, 0];
  for (const item of items) {
    const value = of(item);
    if (value !== value) continue;
    sum += weightOf(item) * value;
    weights += weightOf(item);
  }
  return weights === 0 ? 0 : sum / weights;
}

/** A typical running footfall of some cells, their mean; of a walk the walking one; null where there is none. Shoe and ground are those of most footfalls. */
export function typicalCell(cells: readonly FootfallCell[]): FootfallCell | null {
  const running = cells.filter(({ isWalking }) => !isWalking);
  const taken = running.length > 0 ? running : cells;
  const [most] = taken.toSorted((one, other) => other.footfalls - one.footfalls);
  return most ? { ...meanCell(taken, most), footfalls: 1 } : null;
}

/** Speed of the footfall taken where nothing was run [m/s], the same as everywhere a speed was not told. */
const untoldSpeed = 3;

/** A usual footfall of this body, for who has run nothing yet. */
export function usualCell(runner: Runner): FootfallCell {
  const body = completeBody(runner);
  const stepRate = predictStepRate(untoldSpeed, 0, body);
  return {
    isWalking: false, footfalls: 1, speed: untoldSpeed, stepRate, groundContactTime: predictContactTime(untoldSpeed, stepRate, 0, body), slope: 0,
    stepRateSpread: stepRateSpread.value, groundContactTimeSpread: contactTimeSpreadAt(untoldSpeed), surface: "unknown", shoeStiffnessNewtonsPerMillimetre: null, shoeDistance: 0,
  };
}
