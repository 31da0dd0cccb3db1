import { ninetyPercent } from "./normal.ts";
import { median } from "./quantile.ts";

/** Medians of a series over spans of equal length from one time up to another: values that go together count once. A span with fewer than `fewest` values is left out. */
export function spanMedians(time: ArrayLike<number>, values: ArrayLike<number>, from: number, to: number, seconds: number, fewest: number): number[] {
  const medians: number[] = [];
  let index = 0;
  while (index < time.length && time[index]! < from) index++;
  // The last span is whole, so that none is made of a few values.
  for (let start = from; start + seconds <= to; start += seconds) {
    const inSpan: number[] = [];
    for (; index < time.length && time[index]! < start + seconds; index++) if (values[index] === values[index]) inSpan.push(values[index]!);
    if (inSpan.length >= fewest) medians.push(median(inSpan));
  }
  return medians;
}

/** A mean, or a difference of means, with half the width of its central 90 % band (Student); both NaN for fewer than two values. */
export interface Estimate {
  readonly value: number;
  readonly halfWidth: number;
}

/** Mean of a sample. */
export function meanEstimate(sample: readonly number[]): Estimate {
  const { mean, squaredError, count } = momentsOf(sample);
  return { value: mean, halfWidth: studentNinety(count - 1) * Math.sqrt(squaredError) };
}

/** Mean of one sample less that of another, their scatter unlike (Welch). */
export function differenceEstimate(later: readonly number[], earlier: readonly number[]): Estimate {
  const [one, other] = [momentsOf(later), momentsOf(earlier)];
  const squaredError = one.squaredError + other.squaredError;
  const freedom = squaredError ** 2 / (one.squaredError ** 2 / (one.count - 1) + other.squaredError ** 2 / (other.count - 1));
  return { value: one.mean - other.mean, halfWidth: squaredError === 0 ? 0 : studentNinety(freedom) * Math.sqrt(squaredError) };
}

/**
 * The same for two series in order whose neighbours may be alike: the band is widened by √((1 + ρ) / (1 − ρ)), as a mean of a first-order autoregression asks, ρ its neighbours'
 * correlation from both series together, the small sample's bias of −1 / n taken off.
 */
export function serialDifferenceEstimate(later: readonly number[], earlier: readonly number[]): Estimate {
  const { value, halfWidth } = differenceEstimate(later, earlier);
  const [one, other] = [neighboursOf(later), neighboursOf(earlier)];
  const correlation = one.sum + other.sum === 0 ? 0 : (one.products + other.products) / (one.sum + other.sum) + 2 / (later.length + earlier.length);
  const likeness = Math.min(strongestLikeness, Math.max(0, correlation));
  return { value, halfWidth: halfWidth * Math.sqrt((1 + likeness) / (1 - likeness)) };
}

/** More than this a short series cannot tell from a trend [1]. */
const strongestLikeness = 0.8;

function neighboursOf(series: readonly number[]): { readonly products: number; readonly sum: number } {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const off = series.map((value) => value - mean);
  return { products: off.slice(1).reduce((sum, value, index) => sum + value * (off[index] ?? 0), 0), sum: off.reduce((sum, value) => sum + value * value, 0) };
}

function momentsOf(sample: readonly number[]): { readonly mean: number; readonly squaredError: number; readonly count: number } {
  const count = sample.length;
  if (count < 2) return { mean: Number.NaN, squaredError: Number.NaN, count };
  const mean = sample.reduce((sum, value) => sum + value, 0) / count;
  return { mean, squaredError: sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1) / count, count };
}

/** 95th percentile of Student's t: the normal's by the Cornish–Fisher expansion in 1 / degrees of freedom; within 1 % from three on, too small below. */
function studentNinety(freedom: number): number {
  const z = ninetyPercent;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) + (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3);
}
