import { discLevels, type Body, type DiscLevel, type PerDisc } from "./domain/index.ts";
import { contestedFactors, contestedPlace, leanIn, unknowns, type Unknowns } from "./drawn-unknowns.ts";
import { cellsAsFootfalls, type FootfallCell } from "./footfall-cells.ts";
import { effectSizeSpread, gravity, slopeContrast, slopeDisagreement } from "./literature/index.ts";
import { byLevel, directPath, discLine, dose, drawnDiscLine, footfallLoads, footfallSetting, usualUnderfoot, type Dose, type TrunkLean } from "./shock/index.ts";

/** Cells of one runner in one state. */
export interface LoadedState {
  readonly cells: readonly FootfallCell[];
  readonly body: Body;
  readonly lean: TrunkLean;
}

/** From the first state to the last, one thing of these at a time, so that each effect can be doubted by itself; the last may differ in lean and in what is underfoot too. */
export interface Step {
  readonly by: keyof Unknowns["effect"] | "rest";
  readonly state: LoadedState;
  /** Slope this step added [1]. */
  readonly slopeAdded: number;
}

/** What cumulative loads are told by: the plain sum of peaks, and the three contested exponents. */
export const doseLaws = ["sum", "exponent2", "exponent6", "exponent9"] as const;

export type DoseLaw = (typeof doseLaws)[number];

/** Loads of some cells, in newtons. */
export interface Loads {
  /** Largest compression in a typical footfall. */
  readonly typical: PerDisc<number>;
  /** Of one kilometre. */
  readonly perKilometre: PerDisc<Readonly<Record<DoseLaw, number>>>;
}

/** Loads before and after, at the centre and in each state of what is not known. */
export interface PairedLoads {
  readonly central: readonly [Loads, Loads];
  readonly drawn: readonly (readonly [Loads, Loads])[];
}

/** Force the trunk is carried with, by level and cell [body weights], and how surely [standard deviation of its logarithm]. */
interface Carried {
  readonly force: PerDisc<Float64Array>;
  readonly spread: Float64Array;
}

/**
 * Loads before and after a change, paired: row i of the draws is the same runner in the same world on both sides, so that what is not known of both drops out.
 *
 * Drawn: this runner's force against the model's; the lever; the lean, and how much of a standing person's lean holds in running; the size of each effect of speed, step
 * rate, slope and mass (force ratio to a power about 1); what studies of shoes, wear, ground and slope disagree by.
 */
export function pairedLoads(first: LoadedState, steps: readonly Step[]): PairedLoads {
  const last = steps.at(-1)?.state ?? first;
  const carried = [first, ...steps.map(({ state }) => state)].map(carriedIn);
  const middle = middleCell(first.cells, carried[0]!);
  const [before, after] = [countsPerKilometre(first.cells), countsPerKilometre(last.cells)];
  const [placesBefore, placesAfter] = [first, last].map(({ cells }) => cells.map(contestedPlace));
  const peaks = new Float64Array(first.cells.length);
  const weightOf = ({ body }: LoadedState): number => body.mass * gravity;
  /** What each step does, as logarithms: of the force by level and cell, and of the weight. */
  const moves = steps.map(({ by, state, slopeAdded }, index) => ({
    by, slopeAdded, heavier: Math.log(weightOf(state) / weightOf(steps[index - 1]?.state ?? first)),
    growth: byLevel((_, level) => carried[index + 1]!.force[level].map((force, cell) => Math.log(force / carried[index]!.force[level][cell]!))),
  }));

  const loadsOf = (counts: Float64Array, weight: number, lines: (level: DiscLevel) => { readonly gain: number; readonly offset: number }, force: (cell: number, level: DiscLevel) => number, factor: (cell: number) => number): Loads => {
    // Shoe and ground of the middle cell are only one place's: what studies disagree by is that of all footfalls together.
    const [footfalls, factors] = counts.reduce(([all, sum], count, cell) => [all! + count, sum! + count * factor(cell)], [0, 0]);
    const onAverage = factors! / footfalls! / factor(middle);
    const levels = byLevel((_, level) => {
      const { gain, offset } = lines(level);
      for (let cell = 0; cell < peaks.length; cell++) peaks[cell] = weight * (gain * force(cell, level) + offset) * factor(cell);
      return { typical: peaks[middle]! * onAverage, perKilometre: doses(peaks, counts) };
    });
    return { typical: byLevel((_, level) => levels[level].typical), perKilometre: byLevel((_, level) => levels[level].perKilometre) };
  };
  const centralOf = (state: LoadedState, counts: Float64Array, { force }: Carried): Loads =>
    loadsOf(counts, weightOf(state), (level) => discLine(level, state.lean.degrees, state.body.height), (cell, level) => force[level][cell]!, () => 1);

  const drawnIn = (unknown: Unknowns): readonly [Loads, Loads] => {
    const own = Float64Array.from(carried[0]!.spread, (spread) => Math.exp(unknown.force * spread));
    const forces = byLevel((_, level) => Float64Array.from(carried[0]!.force[level], (force, cell) => force * own[cell]!));
    const lineAt = ({ lean, body }: LoadedState) => (level: DiscLevel) => drawnDiscLine(level, unknown.index, leanIn(unknown, lean.degrees) + lean.spread * unknown.lean, body.height);
    const loadFactors = (places: typeof placesBefore): Float64Array => Float64Array.from(places ?? [], (place) => contestedFactors(unknown, place).load);
    const [factorBefore, factorAfter] = [loadFactors(placesBefore), loadFactors(placesAfter)];
    const lower = loadsOf(before, weightOf(first), lineAt(first), (cell, level) => forces[level][cell]!, (cell) => factorBefore[cell]!);
    let weight = weightOf(first);
    for (const { by, slopeAdded, growth, heavier } of moves) {
      const power = by === "rest" ? 1 : Math.exp(effectSizeSpread.value * unknown.effect[by]);
      // Slope rests on one runner: what it does beside the model grows with it, by the contrast the spread is of.
      const beside = (slopeDisagreement.value * unknown.slope * slopeAdded) / slopeContrast;
      for (const level of discLevels) for (let cell = 0; cell < peaks.length; cell++) forces[level][cell]! *= Math.exp(power * growth[level][cell]! + beside);
      weight *= Math.exp(heavier);
    }
    return [lower, loadsOf(after, weight, lineAt(last), (cell, level) => forces[level][cell]!, (cell) => factorAfter[cell]!)];
  };
  return { central: [centralOf(first, before, carried[0]!), centralOf(last, after, carried.at(-1)!)], drawn: unknowns.map(drawnIn) };
}

function carriedIn({ cells, body, lean }: LoadedState): Carried {
  // A few dozen cells are soon followed directly; a table for every place of a slider would cost more.
  const path = directPath(footfallSetting(body, lean.degrees, null, "unknown", usualUnderfoot));
  const loads = footfallLoads(cellsAsFootfalls(cells), body, lean, () => path);
  return {
    force: byLevel((_, level) => {
      const { gain, offset } = discLine(level, lean.degrees, body.height);
      return loads.peakCompressionBodyWeights[level].value.map((value) => (value - offset) / gain);
    }),
    spread: loads.peakVerticalForceBodyWeights.spread,
  };
}

/** The running cell in the middle of the footfalls, by load; of a walk the walking one. */
function middleCell(cells: readonly FootfallCell[], { force }: Carried): number {
  const running = cells.flatMap((cell, index) => (cell.isWalking ? [] : [index]));
  const order = (running.length > 0 ? running : cells.map((_, index) => index)).toSorted((one, other) => force["L5-S1"][one]! - force["L5-S1"][other]!);
  const half = order.reduce((sum, index) => sum + cells[index]!.footfalls, 0) / 2;
  let passed = 0;
  return order.find((index) => (passed += cells[index]!.footfalls) >= half) ?? 0;
}

/** How many footfalls of each cell a kilometre has. */
function countsPerKilometre(cells: readonly FootfallCell[]): Float64Array {
  const distance = cells.reduce((sum, { footfalls, speed, stepRate }) => sum + (footfalls * speed) / stepRate, 0);
  return Float64Array.from(cells, ({ footfalls }) => (1000 * footfalls) / distance);
}

function doses(peaks: Float64Array, counts: Float64Array): Dose & { readonly sum: number } {
  let sum = 0;
  for (let cell = 0; cell < peaks.length; cell++) sum += peaks[cell]! * counts[cell]!;
  return { sum, ...dose(peaks, counts) };
}
