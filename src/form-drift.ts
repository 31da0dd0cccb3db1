import { bases, gaits, type Body, type Footfalls, type Quantity, type Recording, type SpreadColumn } from "./domain/index.ts";
import { leftShareOf, predictContactTime, predictStepRate, runningOscillation } from "./footfalls/index.ts";
import { runForm } from "./literature/index.ts";
import { meanEstimate, ninetyPercent, normalQuantile, serialDifferenceEstimate, spanMedians, type Estimate } from "./numerics/index.ts";

/** What of a runner's form may drift over a run. */
export const formMeasures = ["groundContactTime", "stepRate", "verticalOscillation", "leftContactShare"] as const;

export type FormMeasure = (typeof formMeasures)[number];

/** Why something about form cannot be told. */
export const formReasons = {
  "not-measured": "no device measured it",
  "too-short": "the run is too short for it",
  "too-sparse": "it was recorded too seldom, less than twenty times a minute",
  "speeds-differ": "the first and the last quarter were run at speeds too different to compare",
  "too-even": "it changed less from second to second than the watch can show",
  "positions-scatter": "the fixes scatter more about a straight line than a runner does",
  "no-straight": "the track has no straight stretches with a fix every second or two",
} as const;

export type FormReason = keyof typeof formReasons;

/** How a measure changed from the first to the last quarter of a run. */
export interface FormChange {
  readonly measure: FormMeasure;
  /** Mean of the first and of the last quarter. */
  readonly first: number;
  readonly last: number;
  /** Last less first, as it was. */
  readonly observed: Quantity;
  /** What is left of it when what goes with speed and slope is taken off. */
  readonly atSameSpeed: Quantity;
  /** Whether it is clearly not zero, given that several measures were looked at: else a change cannot be told from chance. */
  readonly isTold: boolean;
}

/** First against last quarter of a run. */
export interface FormDrift {
  /** Null where the quarters could be compared. */
  readonly reason: FormReason | null;
  /** Last quarter less first; null where there is none. */
  readonly speed: Quantity | null;
  readonly slope: Quantity | null;
  readonly changes: readonly FormChange[];
  /** Measures that no device took. */
  readonly notMeasured: readonly FormMeasure[];
}

const walk = gaits.indexOf("walk");
const measured = bases.indexOf("measured");
/** Neighbouring seconds go together, and minutes still a little [s]. */
const span = 120;
const fewestSpans = 3;
const fewestValues = 20;

/** A measure along the run, and what speed and slope alone would make of it: natural logarithms, one per row. */
interface Signal {
  readonly measure: FormMeasure;
  readonly unit: string;
  readonly time: ArrayLike<number>;
  readonly value: Float64Array;
  readonly expected: Float64Array;
}

/**
 * How form drifted: quarters of the running footfalls, each as the mean of its medians over two minutes. A device's own constant error drops out of a difference.
 * What goes with speed and slope is taken off by the published relations, whose hold on one runner is doubted by half.
 */
export function formDrift(recording: Recording, footfalls: Footfalls, body: Body, measures: readonly FormMeasure[] = formMeasures): FormDrift {
  // Watches record once a second: three steps say no more than one.
  const rows = runningRows(footfalls).filter((_, place) => place % 3 === 0);
  const at = (share: number): number => footfalls.time[rows[Math.min(rows.length - 1, Math.floor(share * rows.length))] ?? 0] ?? 0;
  const quarters = { first: [at(0), at(0.25)], last: [at(0.75), at(1)] } as const;
  const spans = (time: ArrayLike<number>, values: Float64Array, [from, to]: readonly [number, number]): number[] => spanMedians(time, values, from, to, span, fewestValues);
  const change = (time: ArrayLike<number>, values: Float64Array): { readonly first: number[]; readonly last: number[]; readonly difference: Estimate } => {
    const [first, last] = [spans(time, values, quarters.first), spans(time, values, quarters.last)];
    return { first, last, difference: serialDifferenceEstimate(last, first) };
  };
  const time = picked(footfalls.time, rows);
  const speed = change(time, picked(footfalls.speed.value, rows));
  if (rows.length === 0 || Math.min(speed.first.length, speed.last.length) < fewestSpans) return { reason: "too-short", speed: null, slope: null, changes: [], notMeasured: [] };
  const slope = change(time, picked(footfalls.slope.value, rows));
  const told = { speed: quantity(speed.difference, "m/s"), slope: quantity(slope.difference, "1") };
  const ratio = meanEstimate(speed.last).value / meanEstimate(speed.first).value;
  if (Math.abs(Math.log(ratio)) > Math.log(runForm.largestSpeedRatio.value)) return { reason: "speeds-differ", ...told, changes: [], notMeasured: [] };
  // What lies between the quarters is not asked.
  const outer = rows.filter((row) => !(footfalls.time[row]! > quarters.first[1] && footfalls.time[row]! < quarters.last[0]));
  const changes = measures.flatMap((measure) => {
    const signal = signalOf(measure, recording, footfalls, outer, body);
    if (!signal) return [];
    const observed = change(signal.time, signal.value);
    if (Math.min(observed.first.length, observed.last.length) < fewestSpans) return [];
    return [changeOf(signal, observed, change(signal.time, signal.expected).difference.value, change(signal.time, signal.value.map((value, row) => value - signal.expected[row]!)).difference)];
  });
  return { reason: null, ...told, changes, notMeasured: measures.filter((measure) => !changes.some((found) => found.measure === measure)) };
}

/** Several measures are looked at: for one change in ten to come by chance among all of them, each must be that much surer. */
const strictness = normalQuantile(1 - 0.05 / formMeasures.length) / ninetyPercent;

function changeOf({ measure, unit }: Signal, observed: { readonly first: number[]; readonly last: number[]; readonly difference: Estimate }, expected: number, left: Estimate): FormChange {
  const [first, last] = [Math.exp(meanEstimate(observed.first).value), Math.exp(meanEstimate(observed.last).value)];
  const scale = Math.sqrt(first * last);
  const doubt = ninetyPercent * runForm.relationDoubt.value * Math.abs(expected);
  const halfWidth = Math.hypot(left.halfWidth, doubt);
  return {
    measure, first, last,
    observed: quantity(scaled(observed.difference, scale), unit),
    atSameSpeed: quantity(scaled({ value: left.value, halfWidth }, scale), unit),
    isTold: Math.abs(left.value) > strictness * halfWidth,
  };
}

function scaled({ value, halfWidth }: Estimate, scale: number): Estimate {
  return { value: value * scale, halfWidth: halfWidth * scale };
}

/** A difference as a quantity: measured, as both its ends are. */
export function quantity({ value, halfWidth }: Estimate, unit: string): Quantity {
  return { value, low: value - halfWidth, high: value + halfWidth, unit, basis: "measured" };
}

/** Rows of running footfalls, in order. */
export function runningRows({ gait, length }: Footfalls): Uint32Array {
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (gait[row] !== walk) rows[count++] = row;
  return rows.subarray(0, count);
}

function picked(column: Float64Array, rows: Uint32Array): Float64Array {
  return ofRows(rows, (row) => column[row]!);
}

function ofRows(rows: Uint32Array, value: (row: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) values[place] = value(rows[place]!);
  return values;
}

/** A measure's rows; null where nothing measured it. */
function signalOf(measure: FormMeasure, recording: Recording, footfalls: Footfalls, rows: Uint32Array, body: Body): Signal | null {
  if (measure === "leftContactShare") {
    const { time } = recording.samples;
    const share = leftShareOf(recording.samples, time);
    return share.some((value) => value > 0) ? { measure, unit: "1", time, value: share.map(Math.log), expected: new Float64Array(share.length) } : null;
  }
  const column: SpreadColumn = footfalls[measure];
  const kept = rows.filter((row) => column.basis[row] === measured);
  if (kept.length === 0) return null;
  const expected = (row: number): number => {
    const [speed, slope] = [footfalls.speed.value[row]!, footfalls.slope.value[row]!];
    const stepRate = predictStepRate(speed, slope, body);
    const contact = predictContactTime(speed, stepRate, slope, body);
    return measure === "stepRate" ? stepRate : measure === "groundContactTime" ? contact : runningOscillation(contact, 1 / stepRate);
  };
  const unit = { stepRate: "Hz", groundContactTime: "s", verticalOscillation: "m" }[measure];
  return { measure, unit, time: picked(footfalls.time, kept), value: picked(column.value, kept).map(Math.log), expected: ofRows(kept, (row) => Math.log(expected(row))) };
}
