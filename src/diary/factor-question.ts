import { factorEffectPrior, negligiblePainDifference } from "../literature/index.ts";
import { benjaminiYekutieli, clusteredEffect, dot, holdConstant, quantile, residual, uniquePart, type ClusteredEffect } from "../numerics/index.ts";
import { covariates } from "./covariates.ts";
import { lags, ratingAges, type DayRow, type LagId } from "./day-rows.ts";
import { columnOf, filledIn, holdingAlso, isDecisionUnseen, takeAt, type LagModel } from "./link-model.ts";
import { fewestWeeks, linkLevel, more } from "./running-question.ts";
import { boundOf, timesAsLong, type Verdict } from "./verdict.ts";

/** What one factor does at one lag: points of pain per its unit, other things held constant. */
export interface FactorEffect {
  readonly lag: LagId;
  readonly effect: ClusteredEffect;
  /** The same drawn towards nothing by the prior, for one factor among many: with its 95 % interval. */
  readonly shrunk: { readonly value: number; readonly low: number; readonly high: number };
  /** p-value adjusted for every factor and lag looked at. */
  readonly adjusted: number;
  /** Days on which the factor was told. */
  readonly days: number;
}

/** "With which part of it?" */
export interface FactorAnswer {
  readonly id: string;
  readonly verdict: Verdict;
  readonly effects: readonly FactorEffect[];
  /** Two usual values of this runner's to tell the effect between: a quarter of the days lie below the one and above the other. */
  readonly from: number;
  readonly to: number;
}

/** A factor over all days, as told and as it enters the model. */
interface Factor {
  readonly id: string;
  readonly isOfRun: boolean;
  readonly values: Float64Array;
  readonly column: Float64Array;
  readonly from: number;
  readonly to: number;
}

interface Candidate {
  readonly factor: Factor;
  /** Per lag, what of the factor nothing held constant tells; null where next to nothing is left. */
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
  const models = withoutRuns.map((model) => holdingAlso(model, ran));
  const factors = [...runFactors(rows), ...dayFactors(rows)].filter(({ values }) => values.some((value) => !Number.isNaN(value)));
  const candidates = factors.map((factor) => candidateOf(factor, factors, models));
  const tests = candidates.flatMap(({ effects }) => effects.map(({ effect }) => effect.pValue));
  const adjusted = benjaminiYekutieli(tests);
  let test = 0;
  const judged = candidates.map((candidate) => ({ candidate, adjusted: candidate.effects.map(() => adjusted[test++] ?? NaN) }));
  // The clearest first: each that is called must stand beside those before it.
  const passing = judged.filter(({ adjusted: ofIt }) => ofIt.some((p) => p <= linkLevel)).toSorted((one, other) => leastOf(one.adjusted) - leastOf(other.adjusted)).map(({ candidate }) => candidate);
  return judged.map(({ candidate, adjusted: ofIt }) => ({
    id: candidate.factor.id, from: candidate.factor.from, to: candidate.factor.to,
    verdict: judge(rows, models, candidate, ofIt, candidates, passing),
    effects: candidate.effects.map(({ place, ...effect }, index) => ({ ...effect, adjusted: ofIt[index] ?? NaN, shrunk: shrink(effect.effect, candidate.parts[place], models[place]) })),
  }));
}

/** What each run was like; on days without a run a factor is neither high nor low, it has the runs' mean. */
function runFactors(rows: readonly DayRow[]): readonly Factor[] {
  const told = new Map<string, { readonly sums: Float64Array; readonly counts: Float64Array }>();
  for (const [index, { runs }] of rows.entries()) {
    for (const { factors } of runs) {
      for (const [id, value = NaN] of Object.entries(factors)) {
        const of = told.get(id) ?? { sums: new Float64Array(rows.length), counts: new Float64Array(rows.length) };
        told.set(id, of);
        of.sums[index]! += value;
        of.counts[index]! += 1;
      }
    }
  }
  return [...told].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([id, { sums, counts }]) => {
    const values = sums.map((sum, index) => sum / counts[index]!);
    const mean = meanOf(values.filter((value) => !Number.isNaN(value)));
    return factorOf(id, true, values, values.map((value, index) => (rows[index]!.runs.length === 0 ? mean : value)));
  });
}

/** What each day was like, a response to pain left out: it comes after. A symptom is earlier pain and held constant, not asked. */
function dayFactors(rows: readonly DayRow[]): readonly Factor[] {
  return covariates.filter(({ role }) => role === "state" || role === "exposure").map(({ id }) => {
    const values = columnOf(rows, ({ answers }) => answers[id] ?? NaN);
    return factorOf(id, false, values, values);
  });
}

function factorOf(id: string, isOfRun: boolean, values: Float64Array, column: Float64Array): Factor {
  const [from, to] = [quantile(values, 0.25), quantile(values, 0.75)];
  const known = values.filter((value) => !Number.isNaN(value));
  const isSpread = to > from;
  return { id, isOfRun, values, column, from: isSpread ? from : Math.min(...known), to: isSpread ? to : Math.max(...known) };
}

function candidateOf(factor: Factor, factors: readonly Factor[], models: readonly LagModel[]): Candidate {
  const parts = models.map((model) => freePart(factor, model));
  const effects = models.flatMap((model, place) => {
    const part = parts[place];
    const days = countTold(factor.values, model.places);
    if (!part || days < fewestValues) return [];
    const effect = clusteredEffect(residualOf(model, part), part, model.weeks, model.controls.basis.length);
    return effect === null ? [] : [{ lag: lags[place]?.id ?? "day", effect, days, place }];
  });
  const known = factor.values.filter((value) => !Number.isNaN(value));
  const isTold = known.length >= fewestValues && factor.to > factor.from;
  const twin = isTold && parts.every((part) => part === null) ? twinOf(factor, factors) : null;
  return { factor, parts, effects, twin };
}

/** A factor's own part beside all that is held constant, itself left out where it is among that. */
function freePart(factor: Factor, { places, controls, names }: LagModel): Float64Array | null {
  const [column, mark] = filledIn(factor.id, takeAt(factor.column, places));
  if (column === undefined) return null;
  const own = names.indexOf(factor.id);
  const beside = mark === undefined ? [] : [residual(controls, mark.values)];
  const part = own >= 0 ? uniquePart(controls, own) : residual(holdConstant(beside, places.length), residual(controls, column.values));
  const whole = dot(column.values, column.values) - places.length * meanOf(column.values) ** 2;
  return part !== null && dot(part, part) > leastFree * whole && whole > 0 ? part : null;
}

/** The outcome for a part: where the factor is itself held constant, its share must be given back. */
function residualOf({ outcome, unexplained }: LagModel, part: Float64Array): Float64Array {
  const given = (dot(outcome, part) - dot(unexplained, part)) / dot(part, part);
  const back = unexplained.slice();
  for (let row = 0; row < back.length; row++) back[row]! += given * part[row]!;
  return back;
}

function judge(rows: readonly DayRow[], models: readonly LagModel[], candidate: Candidate, adjusted: readonly number[], candidates: readonly Candidate[], passing: readonly Candidate[]): Verdict {
  const { factor, effects, twin } = candidate;
  if (twin !== null) return { kind: "cannot-be-told-apart", from: [twin] };
  const strongest = effects.map((effect, index) => ({ ...effect, adjusted: adjusted[index] ?? 1 })).toSorted((one, other) => one.adjusted - other.adjusted || one.effect.pValue - other.effect.pValue)[0];
  if (strongest === undefined || rows.length < 7 * fewestWeeks) return more(rows, Math.max(2, (3 * fewestValues) / factor.values.filter((value) => !Number.isNaN(value)).length));
  if (strongest.adjusted <= linkLevel) {
    const model = models[strongest.place];
    const others = model === undefined ? [] : rivals(candidate, candidates, passing, strongest.place, model);
    if (others.length > 0) return { kind: "cannot-be-told-apart", from: others };
    // A run is cut short for pain that nobody noted: then less pain after long ones says nothing of them.
    if (factor.isOfRun && strongest.effect.value < 0 && isDecisionUnseen(rows, ratingAges.just)) return { kind: "cannot-be-told-apart", from: ["painBefore"] };
    return { kind: "linked", direction: strongest.effect.value > 0 ? "more" : "less", lag: strongest.lag };
  }
  const contrast = factor.to - factor.from;
  const decisive = effects.filter(({ lag }) => lag !== "during");
  const bound = boundOf(decisive.map(({ effect }) => ({ effect, contrast })));
  if (bound !== null) return { kind: "not-linked", atMost: bound };
  const widest = decisive.toSorted((one, other) => other.effect.standardError - one.effect.standardError)[0] ?? strongest;
  return more(rows, timesAsLong(widest.effect, negligiblePainDifference.value / contrast));
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

function countTold(values: Float64Array, places: Int32Array): number {
  let count = 0;
  for (let index = 0; index < places.length; index++) if (!Number.isNaN(values[places[index]!]!)) count += 1;
  return count;
}

const leastOf = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value), Infinity);

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return values.length > 0 ? sum / values.length : NaN;
}

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
