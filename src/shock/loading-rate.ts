/**
 * Vertical loading rate of a modelled contact [body weights/s]: the mean slope from 20 to 80 % of the rise to the first maximum of vertical force.
 *
 * The first maximum is the impact peak where there is one, else the active peak: where the impact merges into the rise the rate falls by half, as it does in
 * people. Other papers take other windows (8 to 30 body weights/s where it is peak over time to it, 60 to 110 here), so only rates of one definition compare.
 * A model's output: no single wearable tells it (limits of agreement beyond ± 65 %).
 */
export function loadingRate(forceAt: (time: number) => number, firstMaximum: { readonly force: number; readonly time: number }): number {
  const reaches = (share: number): number => {
    let low = 0;
    let high = firstMaximum.time;
    for (let halving = 0; halving < 40; halving++) {
      const middle = (low + high) / 2;
      if (forceAt(middle) < share * firstMaximum.force) low = middle;
      else high = middle;
    }
    return high;
  };
  return (0.6 * firstMaximum.force) / (reaches(0.8) - reaches(0.2));
}
