import { discLevels, type Body, type DiscLevel, type PerDisc } from "./domain/index.ts";
import { contestedFactor, contestedPlace, leanIn, unknowns, type ContestedPlace, type Unknowns } from "./drawn-unknowns.ts";
import type { FootfallCell } from "./footfall-cells.ts";
import { effectSizeSpread, gravity, slopeContrast, slopeDisagreement, referenceShoeStiffness, toldStiffnessError } from "./literature/index.ts";
import { ninetyPercent, remembered } from "./numerics/index.ts";
import { byLevel, directPath, discLine, dose, drawnDiscLine, footfallSetting, pathFigures, peakForceSpread, usualUnderfoot, type Dose, type TrunkLean } from "./shock/index.ts";
import { stiffnessSpread } from "./shoe-stiffness.ts";

/** Cells of one runner in one state. */
export interface LoadedState {
  readonly cells: readonly FootfallCell[];
  readonly body: Body;
  readonly lean: TrunkLean;
  /** Angle L1–S1; null where it is not known. */
  readonly lordosisDegrees: number | null;
  /** Standard deviation of the logarithm of the stiffness of the shoe that all of it is in instead [1]; null where shoes stay. */
  readonly otherShoeSpread: number | null;
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

/** Force the trunk is carried with, by level and cell [body weights]. */
type Carried = PerDisc<Float64Array>;

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
  const [placesBefore, placesAfter] = [placesOf(first.cells, first), placesOf(last.cells, first, last.otherShoeSpread)];
  const peaks = new Float64Array(first.cells.length);
  const weightOf = ({ body }: LoadedState): number => body.mass * gravity;
  /** Standard deviation of this runner's force against the model's, by cell, as a logarithm. */
  const ownSpread = Float64Array.from(first.cells, ({ isWalking, speed, groundContactTimeSpread, stepRateSpread }) => peakForceSpread(isWalking, speed, groundContactTimeSpread, stepRateSpread));
  /** What each step does to the force by level and cell, as a logarithm. */
  const moves = steps.map(({ by, slopeAdded }, index) => ({
    by, slopeAdded, growth: byLevel((_, level) => carried[index + 1]![level].map((force, cell) => Math.log(force / carried[index]![level][cell]!))),
  }));

  const loadsOf = (counts: Float64Array, weight: number, lines: (level: DiscLevel) => { readonly gain: number; readonly offset: number }, forces: Carried, factors: Float64Array): Loads => {
    // Shoe and ground of the middle cell are only one place's: what studies disagree by is that of all footfalls together.
    let [footfalls, factored] = [0, 0];
    for (let cell = 0; cell < counts.length; cell++) {
      footfalls += counts[cell]!;
      factored += counts[cell]! * factors[cell]!;
    }
    const onAverage = factored / footfalls / factors[middle]!;
    const levels = byLevel((_, level) => {
      const { gain, offset } = lines(level);
      const force = forces[level];
      for (let cell = 0; cell < peaks.length; cell++) peaks[cell] = weight * (gain * force[cell]! + offset) * factors[cell]!;
      return { typical: peaks[middle]! * onAverage, perKilometre: doses(peaks, counts) };
    });
    return { typical: byLevel((_, level) => levels[level].typical), perKilometre: byLevel((_, level) => levels[level].perKilometre) };
  };
  const undoubted = new Float64Array(peaks.length).fill(1);
  const centralOf = (state: LoadedState, counts: Float64Array, forces: Carried): Loads => loadsOf(counts, weightOf(state), (level) => discLine(level, state.lean.degrees, state.body.height), forces, undoubted);

  const forcesBefore = byLevel(() => new Float64Array(peaks.length));
  const forcesAfter = byLevel(() => new Float64Array(peaks.length));
  const drawnIn = (unknown: Unknowns): readonly [Loads, Loads] => {
    const lineAt = ({ lean, body }: LoadedState) => (level: DiscLevel) => drawnDiscLine(level, unknown.index, leanIn(unknown, lean.degrees) + lean.spread * unknown.lean, body.height);
    const loadFactors = ({ distinct, of }: PlacesOfCells): Float64Array => {
      const factors = distinct.map((place) => contestedFactor("load", unknown, place));
      return Float64Array.from(of, (place) => factors[place]!);
    };
    const powers = moves.map(({ by }) => (by === "rest" ? 1 : Math.exp(effectSizeSpread.value * unknown.effect[by])));
    // Slope rests on one runner: what it does beside the model grows with it, by the contrast the spread is of.
    const beside = moves.reduce((sum, { slopeAdded }) => sum + (slopeDisagreement.value * unknown.slope * slopeAdded) / slopeContrast, 0);
    const own = ownSpread.map((spread) => Math.exp(unknown.force * spread));
    for (const level of discLevels) {
      const [forces, lower, upper] = [carried[0]![level], forcesBefore[level], forcesAfter[level]];
      upper.fill(beside);
      for (const [move, { growth }] of moves.entries()) {
        const [power, grown] = [powers[move]!, growth[level]];
        for (let cell = 0; cell < upper.length; cell++) upper[cell]! += power * grown[cell]!;
      }
      for (let cell = 0; cell < upper.length; cell++) {
        lower[cell] = forces[cell]! * own[cell]!;
        upper[cell] = lower[cell]! * Math.exp(upper[cell]!);
      }
    }
    return [loadsOf(before, weightOf(first), lineAt(first), forcesBefore, loadFactors(placesBefore)), loadsOf(after, weightOf(last), lineAt(last), forcesAfter, loadFactors(placesAfter))];
  };
  return { central: [centralOf(first, before, carried[0]!), centralOf(last, after, carried.at(-1)!)], drawn: unknowns().map(drawnIn) };
}

/** States kept: those of a slider's last moves, of which most differ in one step alone. */
const mostKept = 24;

const carriedIn = remembered(mostKept, stateKey, ({ cells, body, lean, lordosisDegrees }: LoadedState): Carried => {
  // A few dozen cells are soon followed directly; a table for every place of a slider would cost more.
  const path = directPath(footfallSetting(body, lean.degrees, lordosisDegrees, "unknown", usualUnderfoot));
  const carried = byLevel(() => new Float64Array(cells.length));
  const figures = new Float64Array(pathFigures.count);
  for (const [index, { isWalking, speed, slope, groundContactTime, stepRate }] of cells.entries()) {
    path.follow(isWalking, speed, slope, groundContactTime, 1 / stepRate, figures);
    for (const [place, level] of discLevels.entries()) carried[level][index] = figures[pathFigures.carried + place]!;
  }
  return carried;
});

/** All that the forces carried depend on: shoe and ground do not enter. */
function stateKey({ cells, body: { mass, height, legLength }, lean, lordosisDegrees }: LoadedState): string {
  return JSON.stringify([mass, height, legLength, lean.degrees, lordosisDegrees, cells.map(({ isWalking, speed, slope, groundContactTime, stepRate }) => [isWalking, speed, slope, groundContactTime, stepRate])]);
}

/** What is under the feet of some cells: each place once, and which of them each cell's is. */
interface PlacesOfCells {
  readonly distinct: readonly ContestedPlace[];
  readonly of: Uint16Array;
}

function placesOf(cells: readonly FootfallCell[], { cells: before }: LoadedState, otherSpread: number | null = null): PlacesOfCells {
  // A pair that is as stiff as the one worn is taken as that one.
  const isOther = (index: number): boolean => otherSpread !== null && cells[index]?.shoeStiffnessNewtonsPerMillimetre !== before[index]?.shoeStiffnessNewtonsPerMillimetre;
  const keys = cells.map(({ shoeStiffnessNewtonsPerMillimetre, shoeDistance, surface }, index) => `${shoeStiffnessNewtonsPerMillimetre} ${shoeDistance} ${surface} ${isOther(index)}`);
  const distinct = [...new Set(keys)];
  const placeOf = (index: number): ContestedPlace => {
    const cell = cells[index]!;
    return isOther(index) ? contestedPlace(cell, otherSpread ?? 0, "other") : contestedPlace(cell, cell.shoeStiffnessNewtonsPerMillimetre === null ? untoldSpread : toldSpread);
  };
  return { distinct: distinct.map((key) => placeOf(keys.indexOf(key))), of: Uint16Array.from(keys, (key) => distinct.indexOf(key)) };
}

/** Standard deviations of the logarithm of a shoe's stiffness, told and not told [1]. */
export const toldSpread = toldStiffnessError.value / ninetyPercent;
const untoldSpread = stiffnessSpread(referenceShoeStiffness);

/** The running cell in the middle of the footfalls, by load; of a walk the walking one. */
function middleCell(cells: readonly FootfallCell[], force: Carried): number {
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
