import { factorEffectPrior, leastNoticedPainChange } from "../literature/index.ts";
import { benjaminiYekutieli, clusteredEffect, clusteredGroup, dot, holdConstant, quantile, residual, uniquePart, type ClusteredEffect, type ClusteredGroup } from "../numerics/index.ts";
import { lags, ratingAges, type DayRow, type LagId } from "./day-rows.ts";
import type { FactorShape, ToldPair } from "./factor-shape.ts";
import { factorsOf, meanOf, type Factor } from "./factors.ts";
import { columnOf, filledIn, holdingAlso, isDecisionUnseen, takeAt, withoutPain, type LagModel } from "./link-model.ts";
import { fewestWeeks, linkLevel, more } from "./running-question.ts";
import { boundOf, timesAsLong, type Verdict } from "./verdict.ts";

/** What one factor does at one lag: points of pain at `to` over `from`, other things held constant. */
export interface FactorEffect {
  readonly lag: LagId;
  readonly effect: ClusteredEffect;
  /** The same drawn towards nothing by the prior, for one factor among many: with its 95 % interval. */
  readonly shrunk: { readonly value: number; readonly low: number; readonly high: number };
  /** p-value adjusted for every factor and lag looked at. */
  readonly adjusted: number;
  /** Days on which the factor was told. */
  readonly days: number;
  /** How many slopes were tested together; of several, the interval allows for the two values having been chosen after looking. */
  readonly slopes: number;
}

/** "With which part of it?" */
export interface FactorAnswer {
  readonly id: string;
  readonly verdict: Verdict;
  readonly effects: readonly FactorEffect[];
  /** Two usual values of this runner's that its effects are told between. */
  readonly from: number;
  readonly to: number;
}

/** A factor at one lag: its slopes, and each column's own part beside everything else. */
interface Asked {
  readonly group: ClusteredGroup;
  readonly parts: readonly Float64Array[];
  readonly lag: LagId;
  readonly place: number;
  readonly days: number;
}

interface Candidate {
  readonly factor: Factor;
  /** Every lag's days with what is held constant for this factor. */
  readonly models: readonly LagModel[];
  readonly asked: readonly Asked[];
  /** What its effect is told between: the clearest of its pairs at its clearest lag. */
  readonly pair: ToldPair;
  /** Per lag, the days as the pair's difference has them: the slope on it is the effect told; null where next to nothing of the factor is left. */
  readonly parts: readonly (Float64Array | null)[];
  readonly effects: readonly (Omit<FactorEffect, "shrunk" | "adjusted"> & { readonly place: number })[];
  /** The factor it always came together with; null where it moves on its own. */
  readonly twin: string | null;
}

/** Share of a factor's variation below which it cannot be told from the rest. */
const leastFree = 0.1;
/** Correlation from which two factors are asked beside one another; from which one is asked beside a clearer one. */
const related = 0.5;
const slightlyRelated = 0.15;
const fewestValues = 10;

export function askOfFactors(rows: readonly DayRow[], withoutRuns: readonly LagModel[]): readonly FactorAnswer[] {
  const ran = { id: "ran", values: columnOf(rows, ({ runs }) => (runs.length > 0 ? 1 : 0)) };
  const withPain = withoutRuns.map((model) => holdingAlso(model, ran));
  const withoutAny = withoutRuns.map((model) => holdingAlso(withoutPain(model), ran));
  const factors = factorsOf(rows);
  const candidates = factors.map((factor) => candidateOf(factor, factors, factor.mayFollowPain ? withPain : withoutAny));
  const tests = candidates.flatMap(({ effects }) => effects.map(({ effect }) => effect.pValue));
  const adjusted = benjaminiYekutieli(tests);
  let test = 0;
  const judged = candidates.map((candidate) => ({ candidate, adjusted: candidate.effects.map(() => adjusted[test++] ?? NaN) }));
  // The clearest first: each that is called must stand beside those before it.
  const passing = judged.filter(({ adjusted: ofIt }) => ofIt.some((p) => p <= linkLevel)).toSorted((one, other) => leastOf(one.adjusted) - leastOf(other.adjusted)).map(({ candidate }) => candidate);
  return judged.map(({ candidate, adjusted: ofIt }) => ({
    id: candidate.factor.id, ...candidate.pair,
    verdict: judge(rows, candidate, ofIt, candidates, passing),
    effects: candidate.effects.map(({ place, ...effect }, index) => ({ ...effect, adjusted: ofIt[index] ?? NaN, shrunk: shrink(effect.effect, candidate.parts[place], candidate.models[place]) })),
  }));
}

function candidateOf(factor: Factor, factors: readonly Factor[], models: readonly LagModel[]): Candidate {
  const { values, shape: { at, pairs, isRound } } = factor;
  const free = models.map((model) => freeParts(factor, model));
  const asked = models.flatMap((model, place) => {
    const days = countTold(values, model.places);
    const found = free[place];
    if (!found || days < fewestValues) return [];
    const group = clusteredGroup(model.outcome, found.rest, found.parts, model.weeks, found.held);
    return group === null ? [] : [{ group, parts: found.parts, lag: lags[place]?.id ?? "day", days, place }];
  });
  const between = (pair: ToldPair): readonly number[] => differenceOf(at, pair);
  const clearest = asked.toSorted((one, other) => one.group.pValue - other.group.pValue)[0];
  const clearness = (pair: ToldPair): number => {
    const { value, standardError } = clearest?.group.contrast(between(pair)) ?? { value: 0, standardError: 1 };
    return (isRound ? value : Math.abs(value)) / standardError;
  };
  const told = pairs.toSorted((one, other) => clearness(other) - clearness(one))[0];
  const pair = told ?? { from: quantile(values, 0.25), to: quantile(values, 0.75) };
  const parts = models.map((_, place) => {
    const found = asked.find((each) => each.place === place);
    return found ? partOf(found.parts, between(pair)) : null;
  });
  const effects = asked.map(({ group, lag, days, place }) => ({ lag, days, place, slopes: group.slopes.length, effect: group.contrast(between(pair)) }));
  const isTold = countTold(values) >= fewestValues && told !== undefined;
  const twin = isTold && free.every((part) => part === null) ? twinOf(factor, factors) : null;
  return { factor, models, asked, pair, parts, effects, twin };
}

/** Each column's own part beside all else that is held constant and beside its fellows, what of the pain all else leaves untold, and how much is held. */
function freeParts({ id, values, shape: { columns } }: Factor, model: LagModel): { readonly parts: readonly Float64Array[]; readonly rest: Float64Array; readonly held: number } | null {
  const { places, names, unexplained } = model;
  const taken = columns.map((column) => takeAt(column, places));
  const own = names.flatMap((name, index) => (name === id ? [index] : []));
  const filled = own.length > 0 ? [] : filledIn(id, taken);
  const [only, ...others] = filled;
  // A single column told on every day needs nothing built for it.
  const controls = others.length > 0 ? holdConstant(filled.map((column) => column.values), places.length, model.controls) : model.controls;
  const ownParts = (others.length > 0 ? columns.map((_, column) => names.length + column) : own).flatMap((index) => uniquePart(controls, index) ?? []);
  const parts = only !== undefined && others.length === 0 ? [residual(controls, only.values)] : ownParts;
  if (parts.length < columns.length || parts.length === 0 || !parts.every((part, column) => isFreeOf(part, taken[column] ?? values))) return null;
  const added = { ...controls, basis: controls.basis.slice(model.controls.basis.length) };
  return { parts, rest: added.basis.length > 0 ? residual(added, unexplained) : unexplained, held: controls.basis.length - (only !== undefined && others.length === 0 ? 0 : parts.length) };
}

/** Whether enough of a column's variation is its own. */
function isFreeOf(part: Float64Array, column: Float64Array): boolean {
  let [known, sum, squares] = [0, 0, 0];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    known += 1;
    sum += value;
    squares += value * value;
  }
  const whole = squares - sum ** 2 / Math.max(known, 1);
  return whole > 0 && dot(part, part) > leastFree * whole;
}

/** The days seen as one difference has them, from the parts of all columns: the slope of pain on it is that difference's effect. */
function partOf(parts: readonly Float64Array[], difference: readonly number[]): Float64Array {
  const sum = new Float64Array(parts[0]?.length ?? 0);
  for (const [column, part] of parts.entries()) {
    const weight = (difference[column] ?? 0) / dot(part, part);
    for (let row = 0; row < sum.length; row++) sum[row]! += weight * part[row]!;
  }
  const square = dot(sum, sum);
  return sum.map((value) => value / square);
}

/** The outcome for a part: where the factor is itself held constant, its share must be given back. */
function residualOf({ outcome, unexplained }: LagModel, part: Float64Array): Float64Array {
  const given = (dot(outcome, part) - dot(unexplained, part)) / dot(part, part);
  const back = unexplained.slice();
  for (let row = 0; row < back.length; row++) back[row]! += given * part[row]!;
  return back;
}

function judge(rows: readonly DayRow[], candidate: Candidate, adjusted: readonly number[], candidates: readonly Candidate[], passing: readonly Candidate[]): Verdict {
  const { factor, models, effects, twin } = candidate;
  if (twin !== null) return { kind: "cannot-be-told-apart", from: [twin] };
  const strongest = effects.map((effect, index) => ({ ...effect, adjusted: adjusted[index] ?? 1 })).toSorted((one, other) => one.adjusted - other.adjusted || one.effect.pValue - other.effect.pValue)[0];
  if (strongest === undefined || rows.length < 7 * fewestWeeks) return more(rows, Math.max(2, (3 * fewestValues) / countTold(factor.values)));
  if (strongest.adjusted <= linkLevel) {
    const model = models[strongest.place];
    const others = model === undefined ? [] : rivals(candidate, candidates, passing, strongest.place, model);
    if (others.length > 0) return { kind: "cannot-be-told-apart", from: others };
    // A run is cut short for pain that nobody noted: then less pain after long ones says nothing of them.
    if (factor.isOfRun && strongest.effect.value < 0 && isDecisionUnseen(rows, ratingAges.just)) return { kind: "cannot-be-told-apart", from: ["painBefore"] };
    return { kind: "linked", direction: strongest.effect.value > 0 ? "more" : "less", lag: strongest.lag };
  }
  const bound = boundOf(everyDifference(candidate));
  if (bound !== null) return { kind: "not-linked", atMost: bound };
  const widest = effects.filter(({ lag }) => lag !== "during").toSorted((one, other) => other.effect.standardError - one.effect.standardError)[0] ?? strongest;
  return more(rows, timesAsLong(widest.effect, leastNoticedPainChange.value));
}

/** Whatever the factor may be told between, at every lag that decides: all must be small before it is called not linked. */
function everyDifference({ factor: { shape: { at, pairs } }, asked }: Candidate): readonly ClusteredEffect[] {
  return asked.filter(({ lag }) => lag !== "during").flatMap(({ group }) => pairs.map((pair) => group.contrast(differenceOf(at, pair))));
}

/** What lies between a pair's two values, as the factor's columns have them. */
function differenceOf(at: FactorShape["at"], { from, to }: ToldPair): readonly number[] {
  const first = at(from);
  return at(to).map((value, column) => value - (first[column] ?? 0));
}

/** Related factors beside which this one no longer stands: what it seems to do may be theirs. Beside a clearer one it must stand in spite of all that were tried: chance has picked it among them. */
function rivals(candidate: Candidate, candidates: readonly Candidate[], passing: readonly Candidate[], place: number, model: LagModel): readonly string[] {
  const { factor, parts } = candidate;
  const own = parts[place];
  if (!own) return [];
  const clearer = passing.slice(0, passing.indexOf(candidate));
  return candidates.flatMap((other) => {
    const theirs = other.parts[place];
    const isClearer = clearer.includes(other);
    const likeness = theirs ? Math.abs(dot(own, theirs)) / Math.sqrt(dot(own, own) * dot(theirs, theirs)) : 0;
    if (other.factor.id === factor.id || !theirs || likeness < (isClearer ? slightlyRelated : related)) return [];
    const beside = holdConstant([theirs], own.length);
    const alone = clusteredEffect(residual(beside, residualOf(model, own)), residual(beside, own), model.weeks, model.controls.basis.length + 1);
    return alone === null || alone.pValue * (isClearer ? candidates.length : 1) > linkLevel ? [other.factor.id] : [];
  });
}

/** The other factor that follows this one most closely over the days both were told. */
function twinOf(factor: Factor, factors: readonly Factor[]): string | null {
  const likeness = factors.filter(({ id }) => id !== factor.id).map(({ id, values }) => ({ id, with: Math.abs(correlation(factor.values, values)) })).filter((pair) => pair.with > 0);
  return likeness.toSorted((one, other) => other.with - one.with)[0]?.id ?? "weekday";
}

/** Normal prior about nothing, normal estimate: their product. */
function shrink({ value, standardError }: ClusteredEffect, part: Float64Array | null | undefined, model: LagModel | undefined): FactorEffect["shrunk"] {
  const rows = Math.max(1, part?.length ?? 1);
  const spreadOfFactor = part ? Math.sqrt(dot(part, part) / rows) : 1;
  const spreadOfPain = model ? Math.sqrt(dot(model.unexplained, model.unexplained) / rows) : 1;
  const prior = (factorEffectPrior.value * spreadOfPain) / spreadOfFactor;
  const kept = prior ** 2 / (prior ** 2 + standardError ** 2);
  const reach = 1.959963985 * Math.sqrt(kept) * standardError;
  return { value: kept * value, low: kept * value - reach, high: kept * value + reach };
}

function countTold(values: Float64Array, places?: Int32Array): number {
  let count = 0;
  const days = places?.length ?? values.length;
  for (let index = 0; index < days; index++) if (!Number.isNaN(values[places?.[index] ?? index]!)) count += 1;
  return count;
}

const leastOf = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value), Infinity);

function correlation(one: Float64Array, other: Float64Array): number {
  const both = [...one.keys()].filter((index) => !Number.isNaN(one[index]) && !Number.isNaN(other[index]));
  const [x, y] = [one, other].map((values) => {
    const taken = Float64Array.from(both, (index) => values[index]!);
    const mean = meanOf(taken);
    return taken.map((value) => value - mean);
  });
  const scale = x && y ? Math.sqrt(dot(x, x) * dot(y, y)) : 0;
  return x && y && scale > 0 ? dot(x, y) / scale : 0;
}
