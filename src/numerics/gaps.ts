/** Running median over `width` samples (odd), shorter at the ends; NaN samples do not count and stay NaN. */
export function runningMedian(values: Float64Array, width: number): Float64Array {
  const half = (width - 1) >> 1;
  const smoothed = new Float64Array(values.length);
  const window = new Float64Array(width);
  for (let centre = 0; centre < values.length; centre++) {
    if (Number.isNaN(values[centre]!)) {
      smoothed[centre] = NaN;
      continue;
    }
    let count = 0;
    const last = Math.min(values.length - 1, centre + half);
    // Insertion into a sorted window: the fastest way for the few samples it holds.
    for (let index = Math.max(0, centre - half); index <= last; index++) {
      const value = values[index]!;
      if (value !== value) continue;
      let place = count++;
      while (place > 0 && window[place - 1]! > value) {
        window[place] = window[place - 1]!;
        place--;
      }
      window[place] = value;
    }
    smoothed[centre] = count % 2 === 1 ? window[count >> 1]! : (window[(count >> 1) - 1]! + window[count >> 1]!) / 2;
  }
  return smoothed;
}

/** Fills NaN by linear interpolation over `time` where the gap is at most `longest` seconds wide; ends are held for the same span. Values without a gap are given back as they are. */
export function fillGaps(values: Float64Array, time: Float64Array, longest: number): Float64Array {
  let filled = values;
  let known = -1;
  for (let index = 0; index <= values.length; index++) {
    if (index < values.length && Number.isNaN(values[index]!)) continue;
    if (index > known + 1 && filled === values) filled = values.slice();
    for (let gap = known + 1; gap < index; gap++) filled[gap] = bridged(values, time, known, index, gap, longest);
    known = index;
  }
  return filled;
}

function bridged(values: Float64Array, time: Float64Array, before: number, after: number, at: number, longest: number): number {
  const hasBefore = before >= 0;
  const hasAfter = after < values.length;
  if (hasBefore && hasAfter) {
    const span = time[after]! - time[before]!;
    if (!(span <= longest)) return NaN;
    const share = span > 0 ? (time[at]! - time[before]!) / span : 0;
    return values[before]! + share * (values[after]! - values[before]!);
  }
  if (hasBefore) return time[at]! - time[before]! <= longest ? values[before]! : NaN;
  if (hasAfter) return time[after]! - time[at]! <= longest ? values[after]! : NaN;
  return NaN;
}
