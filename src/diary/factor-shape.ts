import type { DayCovariateId } from "../domain/index.ts";
import { usualCycleLength } from "../literature/index.ts";
import { median, quantile } from "../numerics/index.ts";
import type { DayRow } from "./day-rows.ts";

/** Two values that a factor's effect may be told between. */
export interface ToldPair {
  readonly from: number;
  readonly to: number;
}

/** How a factor enters the regression: as one column or as several that are tested together. */
export interface FactorShape {
  /** One per coefficient, over all days; NaN where the factor was not told. */
  readonly columns: readonly Float64Array[];
  /** A value of the factor as those columns have it. */
  readonly at: (value: number) => readonly number[];
  /** What its effect may be told between; of several the clearest is told. Empty where the factor took one value only. */
  readonly pairs: readonly ToldPair[];
  /** Whether the pair told is turned so that `to` has more pain: of a round there is no first and last. */
  readonly isRound: boolean;
}

/** What a day's question becomes: days of a cycle go round, warmth may hurt on both sides, kinds of weather stand beside one another; the rest goes by a line. */
export function shapeOfAnswers(id: DayCovariateId, values: Float64Array, rows: readonly DayRow[]): FactorShape {
  if (id === "cycleDay") return round(values, rows);
  if (id === "temperature") return bent(values);
  return id === "weather" ? kinds(values) : line(values);
}

/** A straight line, told between two usual values: a quarter of the days lie below the one and above the other. */
export function line(values: Float64Array, columns: readonly Float64Array[] = [values]): FactorShape {
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
  const known = values.filter((value) => !Number.isNaN(value));
  const [from, to] = high > low ? [low, high] : [known.reduce((least, value) => Math.min(least, value), Infinity), known.reduce((most, value) => Math.max(most, value), -Infinity)];
  return { columns, at: (value) => [value], pairs: to > from ? [{ from, to }] : [], isRound: false };
}

/** A line on either side of the runner's own middle, each with a slope of its own: cold and heat need not do the same. Told from the middle to the cold and the warm tenth of the days, and between those. */
function bent(values: Float64Array): FactorShape {
  const [cold, middle, warm] = [0.1, 0.5, 0.9].map((share) => quantile(values, share));
  if (cold === undefined || middle === undefined || warm === undefined || !(cold < middle && middle < warm)) return line(values);
  return {
    columns: [values.map((value) => Math.min(0, value - middle)), values.map((value) => Math.max(0, value - middle))], at: (value) => [Math.min(0, value - middle), Math.max(0, value - middle)],
    pairs: [{ from: middle, to: cold }, { from: middle, to: warm }, { from: cold, to: warm }], isRound: false,
  };
}

/** Days on which a kind must have been told to be asked of. */
const fewestOfKind = 10;

/** Kinds without an order, each against the most frequent. */
function kinds(values: Float64Array): FactorShape {
  const counts = new Map<number, number>();
  for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [usual, ...others] = [...counts].filter(([, count]) => count >= fewestOfKind).toSorted(([, one], [, other]) => other - one).map(([kind]) => kind);
  if (usual === undefined) return { columns: [], at: () => [], pairs: [], isRound: false };
  const isAsked = (value: number): boolean => value === usual || others.includes(value);
  return {
    columns: others.map((kind) => values.map((value) => (isAsked(value) ? (value === kind ? 1 : 0) : NaN))), at: (value) => others.map((kind) => (value === kind ? 1 : 0)),
    pairs: others.map((to) => ({ from: usual, to })), isRound: false,
  };
}

/** One wave over the runner's own cycle (cosinor), told between a day and the one half a cycle away. */
function round(values: Float64Array, rows: readonly DayRow[]): FactorShape {
  const { length, phases } = cycles(values, rows);
  const at = (phase: number): readonly [number, number] => [Math.sin(2 * Math.PI * phase), Math.cos(2 * Math.PI * phase)];
  const days = Array.from({ length: Math.round(length) }, (_, index) => index + 1);
  const opposite = (day: number): number => ((day - 1 + Math.round(length / 2)) % days.length) + 1;
  const isSpread = values.some((value) => !Number.isNaN(value) && value !== values.find((other) => !Number.isNaN(other)));
  return {
    columns: [0, 1].map((part) => phases.map((phase) => at(phase)[part] ?? NaN)), at: (day) => at((day - 1) / length),
    pairs: isSpread ? days.map((day) => ({ from: opposite(day), to: day })) : [], isRound: true,
  };
}

/** A new cycle has begun where its first day lies this much after the last one's [days]; lengths outside are of cycles not told. */
const [shortestCycle, longestCycle] = [15, 60] as const;

/** The runner's usual length of a cycle [days], and how far each day is through its own: by that cycle's length where its end was told, else by the usual one. */
function cycles(values: Float64Array, rows: readonly DayRow[]): { readonly length: number; readonly phases: Float64Array } {
  const starts: number[] = [];
  const cycleOf = rows.map(({ day }, index) => {
    const start = day - (values[index]! - 1);
    if (Number.isNaN(start)) return NaN;
    if (starts.length === 0 || start - (starts.at(-1) ?? 0) >= shortestCycle) starts.push(start);
    return starts.length - 1;
  });
  const lengths = starts.map((start, cycle) => (starts[cycle + 1] ?? NaN) - start).map((length) => (length <= longestCycle ? length : NaN));
  const told = lengths.filter((length) => !Number.isNaN(length));
  const usual = told.length > 0 ? median(told) : usualCycleLength.value;
  const phases = values.map((value, index) => {
    const own = lengths[cycleOf[index] ?? NaN] ?? NaN;
    return (value - 1) / Math.max(Number.isNaN(own) ? usual : own, value);
  });
  return { length: usual, phases };
}
