/** Quantile by linear interpolation between order statistics (type 7), NaN ignored; NaN where nothing is left. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const finite = new Float64Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === value) finite[count++] = value;
  }
  return quantileInPlace(finite.subarray(0, count), share);
}

/** Middle value, NaN ignored. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** The same for an array without NaN that may be reordered: selection in linear time. */
export function quantileInPlace(values: Float64Array, share: number): number {
  const last = values.length - 1;
  if (last < 0) return NaN;
  const position = share * last;
  const below = Math.floor(position);
  const low = select(values, below);
  if (position === below) return low;
  let next = Infinity;
  for (let index = below + 1; index <= last; index++) if (values[index]! < next) next = values[index]!;
  return low + (position - below) * (next - low);
}

/** Puts the value of rank `rank` in its sorted place, smaller ones before it, and returns it (Hoare's selection, middle pivot). */
function select(values: Float64Array, rank: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1]!;
    let up = left;
    let down = right;
    while (up <= down) {
      while (values[up]! < pivot) up++;
      while (values[down]! > pivot) down--;
      if (up > down) break;
      const swap = values[up]!;
      values[up++] = values[down]!;
      values[down--] = swap;
    }
    if (rank <= down) right = down;
    else if (rank >= up) left = up;
    else break;
  }
  return values[rank]!;
}
