/** Quantile by linear interpolation between order statistics (type 7), NaN ignored; NaN where nothing is left. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = finiteSorted(values);
  if (sorted.length === 0) return NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

/** Middle value, NaN ignored. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

function finiteSorted(values: ArrayLike<number>): Float64Array {
  const finite = new Float64Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === value) finite[count++] = value;
  }
  return finite.subarray(0, count).sort();
}
