/** Quantile by linear interpolation between order statistics (type 7), NaN ignored; NaN where nothing is left. */
export function quantile(values: ArrayLike<number>, share: number): number {
  if (finite.length < values.length) finite = new Float64Array(2 * values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === value) finite[count++] = value;
  }
  return quantileInPlace(finite.subarray(0, count), share);
}

// Asked for column after column: the room for their values stays.
let finite = new Float64Array();

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
const few = 1500;
const drawn = 128;
const sample = new Float64Array(drawn);
/** Places in the sorted sample between which a rank is looked for, either way: twice their standard deviation. */
const reach = 12;

/** The values between two of an evenly spread sample that have the rank and the next between them, and how many are smaller: one pass without a branch to guess, where selection takes several. */
function nearRank(values: Float64Array, rank: number): { readonly near: Float64Array; readonly before: number } {
  const { length } = values;
  for (let index = 0; index < drawn; index++) sample[index] = values[Math.floor((index * length) / drawn)]!;
  sample.sort();
  const place = (rank / length) * drawn;
  const low = place < reach ? -Infinity : sample[Math.floor(place) - reach]!;
  const high = place + reach + 1 >= drawn ? Infinity : sample[Math.ceil(place) + reach]!;
  let before = 0;
  let count = 0;
  for (let index = 0; index < length; index++) {
    const value = values[index]!;
    // Written every time, kept where it counts.
    between[count] = value;
    before += value < low ? 1 : 0;
    count += value >= low && value <= high ? 1 : 0;
    if (count === mostBetween) return { near: values, before: 0 };
  }
  return rank >= before && rank + 1 < before + count ? { near: between.subarray(0, count), before } : { near: values, before: 0 };
}

const mostBetween = 8192;
const between = new Float64Array(mostBetween);

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
