import { dot, seededRandom } from "../numerics/index.ts";
import type { DayRow } from "./day-rows.ts";
import type { LagModel } from "./link-model.ts";

/** What the guard found: the null is named, so that its p-value can be read. */
export interface PermutationGuard {
  /** Share of shuffled calendars that go with pain at least as strongly, the true one counted. */
  readonly pValue: number;
  readonly permutations: number;
  /** Whole weeks that were shuffled. */
  readonly weeks: number;
}

export const permutationNull = "the weeks of running shuffled as wholes against what of the pain everything else held constant does not tell: each week keeps its days, pain keeps its calendar";

/**
 * Could the running calendar be any other? Whole weeks of it change places, so a habit of Sundays stays one and pain keeps its own rhythm; the strongest of all lags is
 * compared with the strongest of each shuffled calendar, which allows for having looked at several. Incomplete weeks at the ends stay where they are.
 */
export function permuteWeeks(rows: readonly DayRow[], models: readonly LagModel[], permutations: number, seed: number): PermutationGuard {
  const weeks = Math.floor(rows.length / 7);
  // Days of each week with a run, from its start; what is left at the end is a week that never moves.
  const runDays = Array.from({ length: weeks + 1 }, (_, week) => [0, 1, 2, 3, 4, 5, 6].filter((day) => (rows[7 * week + day]?.runs.length ?? 0) > 0));
  // Per lag, what each week of running would weigh in the place of each week of pain: a shuffled calendar is then a sum of one number per week.
  const told = models.map(({ places, unexplained }) => {
    const weights = new Float64Array(7 * (weeks + 1));
    const scale = Math.sqrt(dot(unexplained, unexplained));
    for (const [index, place] of places.entries()) weights[place] = unexplained[index]! / (scale || 1);
    const inPlace = new Float64Array((weeks + 1) ** 2);
    for (let place = 0; place <= weeks; place++) for (let week = 0; week <= weeks; week++) for (const day of runDays[week]!) inPlace[place * (weeks + 1) + week]! += weights[7 * place + day]!;
    return inPlace;
  });
  const random = seededRandom(seed);
  const order = Array.from({ length: weeks + 1 }, (_, week) => week);
  const strongest = (): number => {
    let most = 0;
    for (const inPlace of told) {
      let sum = 0;
      for (let place = 0; place <= weeks; place++) sum += inPlace[place * (weeks + 1) + order[place]!]!;
      most = Math.max(most, Math.abs(sum));
    }
    return most;
  };
  const seen = strongest();
  let asStrong = 1;
  for (let permutation = 0; permutation < permutations; permutation++) {
    for (let last = weeks - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    if (strongest() >= seen * (1 - 1e-12)) asStrong += 1;
  }
  return { pValue: asStrong / (permutations + 1), permutations, weeks };
}
