import { conditionalLogistic, profiledEffect, type MatchedSet } from "../numerics/index.ts";

/** A stretch of exposure [s since 1970], for example one run. */
export interface ExposedTime {
  readonly start: number;
  readonly end: number;
}

/** Odds ratio with its 95 % interval, an end 0 or infinite where the diary does not bound it; NaN where no comparison differs in exposure. */
export interface OddsRatio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Cases whose comparison says anything: exposed in one of case and controls and not in all. */
  readonly informative: number;
  readonly cases: number;
}

const hour = 3600;

/** The windows of Steffens 2015: the 2 h before pain began, against the same hours one and two days earlier. */
export const triggerDesign = { window: 2 * hour, controlsBefore: [24 * hour, 48 * hour] } as const;

/**
 * Case-crossover (Maclure 1991): was the runner exposed just before pain began more often than at the same hours of days before?
 * Each runner is their own control, so nothing that stays the same can mislead. Controls lie before the pain: what pain does to later running
 * cannot bend it. It assumes that exposure was as likely on the days before; a habit of alternate days makes the interval too cautious or too bold by a little.
 */
export function caseCrossover(onsets: readonly number[], exposures: readonly ExposedTime[], { window, controlsBefore }: { readonly window: number; readonly controlsBefore: readonly number[] } = triggerDesign): OddsRatio {
  const sorted = exposures.toSorted((one, other) => one.start - other.start);
  const isExposed = (at: number): number => (touches(sorted, at - window, at) ? 1 : 0);
  return oddsRatioOf(onsets.map((onset) => ({ rows: Float64Array.of(isExposed(onset), ...controlsBefore.map((before) => isExposed(onset - before))), cases: 1 })));
}

/**
 * One day of the diary seen from one lag: was it exposed then, and did pain begin? A day counts only when an entry says "no pain" both the day before it,
 * else pain could not begin, and the day before the exposure, else pain had a say in it: those who hurt skip runs.
 */
export interface DayAtRisk {
  readonly day: number;
  readonly isExposed: boolean;
  readonly isOnset: boolean;
}

/** Days compared with one another lie within this many [days]: seasons and slow changes fall out. */
const stratumLength = 28;

/**
 * The same with days for windows: days on which pain began against the other days at risk of the same four weeks, each day's exposure taken at a lag.
 * Controls lie on both sides, so a trend falls out; exact conditional likelihood for several onsets in a stratum.
 */
export function dailyLag(days: readonly DayAtRisk[]): OddsRatio {
  const strata = new Map<number, DayAtRisk[]>();
  for (const day of days) {
    const place = Math.floor(day.day / stratumLength);
    strata.set(place, [...(strata.get(place) ?? []), day]);
  }
  return oddsRatioOf([...strata.values()].map((stratum) => {
    const inOrder = [...stratum.filter(({ isOnset }) => isOnset), ...stratum.filter(({ isOnset }) => !isOnset)];
    return { rows: Float64Array.from(inOrder, ({ isExposed }) => (isExposed ? 1 : 0)), cases: inOrder.filter(({ isOnset }) => isOnset).length };
  }));
}

function oddsRatioOf(sets: readonly MatchedSet[]): OddsRatio {
  const telling = sets.filter(({ rows, cases }) => cases > 0 && cases < rows.length && rows.some((row) => row !== rows[0]));
  const { value, low, high } = profiledEffect(telling, 1, 0, conditionalLogistic(telling, 1));
  const count = (of: readonly MatchedSet[]): number => of.reduce((sum, { cases }) => sum + cases, 0);
  return { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), informative: count(telling), cases: count(sets) };
}

/** Whether any stretch overlaps the time from `from` to `to`; stretches sorted by start, none inside another. */
function touches(sorted: readonly ExposedTime[], from: number, to: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= from) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next.start < to;
}
