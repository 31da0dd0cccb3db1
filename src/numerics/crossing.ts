/**
 * Where a rising function crosses zero between two places, to within `tolerance` of its value; the nearer end where it does not cross.
 *
 * False position with Illinois' halving: an end that stays twice counts half, so that both close in. Each round costs one call; some seven do.
 */
export function crossing(of: (place: number) => number, start: number, end: number, tolerance: number): number {
  let [low, high] = [start, end];
  let [below, above] = [of(low), of(high)];
  if (below >= 0) return low;
  if (above <= 0) return high;
  let moved = 0;
  for (let round = 0; round < mostRounds; round++) {
    const place = (low * above - high * below) / (above - below);
    const here = of(place);
    if (Math.abs(here) <= tolerance) return place;
    if (here < 0) {
      [low, below] = [place, here];
      if (moved < 0) above /= 2;
      moved = -1;
    } else {
      [high, above] = [place, here];
      if (moved > 0) below /= 2;
      moved = 1;
    }
  }
  return (low + high) / 2;
}

const mostRounds = 60;
