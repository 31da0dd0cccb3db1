/** Values that are kept for a quantile, in one array that grows no further than the column they come from. */
export function kept(column: Float64Array | undefined, isKept: (value: number) => boolean): Float64Array {
  const values = new Float64Array(column?.length ?? 0);
  let count = 0;
  for (let index = 0; index < values.length; index++) if (isKept(column![index]!)) values[count++] = column![index]!;
  return values.subarray(0, count);
}
