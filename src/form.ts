import { bases, type Footfalls, type Quantity, type Recording, type SpreadColumn } from "./domain/index.ts";
import { formDrift, quantity, runningRows, type FormDrift, type FormReason } from "./form-drift.ts";
import { leftShareOf } from "./footfalls/index.ts";
import { lateralWander } from "./lateral-wander.ts";
import { runForm } from "./literature/index.ts";
import { meanEstimate, ninetyPercent, runningMedian, spanMedians } from "./numerics/index.ts";
import type { RunAnalysis } from "./run-analysis.ts";
import { medianQuantity } from "./summarise.ts";

/** One figure of form, or why it cannot be told. */
export interface FormFigure {
  readonly quantity: Quantity | null;
  /** Null where it is told. */
  readonly reason: FormReason | null;
}

/** Going in a line: what a run's recording tells of how evenly and how straight the body advanced. */
export interface RunForm {
  /** Rise and fall per step [m], as a device measured it. */
  readonly verticalOscillation: FormFigure;
  /** The same over the length of the step [1]. */
  readonly verticalRatio: FormFigure;
  /** Left foot's share of the two contact times [1]; 0.5 is even. */
  readonly leftContactShare: FormFigure;
  /** Scatter of contact time and step rate from one second to the next about their half minute, relative [1]; a watch averages some steps, so that single steps scatter more. */
  readonly contactTimeScatter: FormFigure;
  readonly stepRateScatter: FormFigure;
  /** How far the track strays to the sides of a straight line over half a minute [m]: an upper end. */
  readonly lateralWander: FormFigure;
  readonly drift: FormDrift;
}

const measured = bases.indexOf("measured");
const notMeasured: FormFigure = { quantity: null, reason: "not-measured" };
const told = (quantity: Quantity | null): FormFigure => (quantity === null ? notMeasured : { quantity, reason: null });

/** The form of one run. */
export function formOfRun(recording: Recording, { footfalls, body }: RunAnalysis): RunForm {
  const rows = runningRows(footfalls);
  const { samples } = recording;
  const oscillation = measuredMedian(footfalls.verticalOscillation, rows);
  const stepLength = measuredMedian({ ...footfalls.stepLength, basis: footfalls.stepRate.basis }, rows);
  return {
    verticalOscillation: told(oscillation),
    verticalRatio: told(oscillation && stepLength && ratioOf(oscillation, stepLength)),
    leftContactShare: leftShare(recording, footfalls),
    contactTimeScatter: samples.groundContactTime ? scatter(samples.time, samples.groundContactTime, footfalls) : notMeasured,
    stepRateScatter: samples.stepRate ? scatter(samples.time, samples.stepRate, footfalls) : notMeasured,
    lateralWander: lateralWander(recording),
    drift: formDrift(recording, footfalls, body),
  };
}

function measuredMedian(column: SpreadColumn, rows: Uint32Array): Quantity | null {
  const kept = rows.filter((row) => column.basis[row] === measured);
  return kept.length === 0 ? null : medianQuantity(column, kept, "m");
}

/** A ratio of two quantities whose relative errors are independent. */
function ratioOf(over: Quantity, under: Quantity): Quantity {
  const relative = ({ value, low, high }: Quantity): number => (high - low) / (2 * value);
  const value = over.value / under.value;
  const halfWidth = value * Math.hypot(relative(over), relative(under));
  return { value, low: value - halfWidth, high: value + halfWidth, unit: "1", basis: "measured" };
}

/** Spans over which evenness is judged [s], and how many it takes. */
const span = 60;
const fewestSpans = 3;
const fewestValues = 20;

function leftShare(recording: Recording, footfalls: Footfalls): FormFigure {
  const { time } = recording.samples;
  const share = leftShareOf(recording.samples, time);
  const minutes = spanMedians(time, share, startOf(footfalls), endOf(footfalls), span, fewestValues);
  if (minutes.length < fewestSpans) return share.some((value) => value > 0) ? { quantity: null, reason: tooFew(footfalls) } : notMeasured;
  const { value, halfWidth } = meanEstimate(minutes);
  return told(quantity({ value, halfWidth: Math.hypot(halfWidth, ninetyPercent * runForm.balanceError.value) }, "1"));
}

/** Samples about which the half minute's middle is taken. */
const halfMinute = 31;
/** Standard deviation of a normal scatter over its median size [1]. */
const deviationOverMedian = 1.4826;

function scatter(time: Float64Array, values: Float64Array, footfalls: Footfalls): FormFigure {
  const middle = runningMedian(values, halfMinute);
  const sizes = values.map((value, index) => Math.abs(value / middle[index]! - 1));
  const minutes = spanMedians(time, sizes, startOf(footfalls), endOf(footfalls), span, fewestValues).map((size) => deviationOverMedian * size);
  if (minutes.length < fewestSpans) return { quantity: null, reason: tooFew(footfalls) };
  const { value, halfWidth } = meanEstimate(minutes);
  if (value === 0) return { quantity: null, reason: "too-even" };
  return told({ value, low: Math.max(0, value - halfWidth), high: value + halfWidth, unit: "1", basis: "measured" });
}

function tooFew(footfalls: Footfalls): FormReason {
  return endOf(footfalls) - startOf(footfalls) < fewestSpans * span ? "too-short" : "too-sparse";
}

function startOf({ time }: Footfalls): number {
  return time[0] ?? 0;
}

function endOf({ time }: Footfalls): number {
  return time.at(-1) ?? 0;
}
