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

/** The same for an array without NaN that may be reordered, in linear time. */
export function quantileInPlace(values: Float64Array, share: number): number {
  const last = values.length - 1;
  if (last < 0) return NaN;
  const position = share * last;
  const below = Math.floor(position);
  const { near, before } = values.length > few ? nearRank(values, below) : { near: values, before: 0 };
  const low = select(near, below - before);
  if (position === below) return low;
  let next = Infinity;
  for (let index = below - before + 1; index < near.length; index++) if (near[index]! < next) next = near[index]!;
  return low + (position - below) * (next - low);
}

/** Below it, selection alone is quicker. */
const few = 400;
const bins = 512;
const counts = new Uint32Array(bins);

/** The values in the bins that hold one rank and the next, and how many are smaller: counting needs no branch that a processor could guess wrong, selection one a value. */
function nearRank(values: Float64Array, rank: number): { readonly near: Float64Array; readonly before: number } {
  let least = Infinity;
  let most = -Infinity;
  for (let index = 0; index < values.length; index++) {
    least = Math.min(least, values[index]!);
    most = Math.max(most, values[index]!);
  }
  const perBin = (bins - 1) / (most - least);
  if (!(perBin > 0 && perBin < Infinity)) return { near: values, before: 0 };
  counts.fill(0);
  for (let index = 0; index < values.length; index++) counts[((values[index]! - least) * perBin) | 0]! += 1;
  let first = 0;
  let before = 0;
  while (before + counts[first]! <= rank) before += counts[first++]!;
  let end = first;
  let through = before;
  while (end < bins && through < rank + 2) through += counts[end++]!;
  const near = new Float64Array(through - before);
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const bin = ((values[index]! - least) * perBin) | 0;
    if (bin >= first && bin < end) near[count++] = values[index]!;
  }
  return { near, before };
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
