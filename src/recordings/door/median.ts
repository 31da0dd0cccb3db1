/** So many values tell a quantile as well as all do. */
const enough = 1024;

/** Values that are kept for a quantile, in one array that grows no further than the column they come from. */
export function kept(column: Float64Array | undefined, isKept: (value: number) => boolean): Float64Array {
  const values = new Float64Array(column?.length ?? 0);
  let count = 0;
  for (let index = 0; index < values.length; index++) if (isKept(column![index]!)) values[count++] = column![index]!;
  return values.subarray(0, count);
}

/** The middle value, or another quantile by its share, of evenly taken values where there are very many; NaN of none. */
export function median(values: Float64Array, share = 0.5): number {
  const stride = Math.ceil(values.length / enough) || 1;
  const sorted = new Float64Array(Math.ceil(values.length / stride));
  for (let index = 0; index < sorted.length; index++) sorted[index] = values[index * stride]!;
  sorted.sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
