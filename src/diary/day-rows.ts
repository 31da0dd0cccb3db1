import { worstBackRating, type DayCovariates } from "../domain/index.ts";
import { median } from "../numerics/index.ts";
import type { Diary, DiaryRun } from "./diary.ts";

/** After the moment of running, when pain is looked at. */
export const lags = [
  { id: "during", words: "in the 3 hours from the start of a run", from: 0, to: 3 },
  { id: "day", words: "in the 24 hours from a run", from: 0, to: 24 },
  { id: "nextMorning", words: "the morning after a run", from: null, to: null },
  { id: "later", words: "24 to 72 hours after a run", from: 24, to: 72 },
] as const;
export type LagId = (typeof lags)[number]["id"];

/** One day of the runner's calendar: was there a run, how was the back before, how was it after. */
export interface DayRow {
  /** [days since 1970-01-01], local. */
  readonly day: number;
  readonly runs: readonly DiaryRun[];
  /** Latest rating before the moment of running; NaN where none is fresh enough. */
  readonly before: number;
  /** How old that rating is at the moment [s]. */
  readonly beforeAge: number;
  /** Mean rating of the week before that moment; NaN where none. */
  readonly weekBefore: number;
  /** Mean rating of the entries of each lag, in the order of `lags`; NaN where none. */
  readonly after: Float64Array;
  /** How long after the moment those entries were, on the mean [s]. */
  readonly afterAge: Float64Array;
  readonly answers: DayCovariates["answers"];
}

const hour = 3600;
const dayLength = 24 * hour;
/**
 * How old a rating may be that stands for the back before the run [s]. Whoever usually looks within the half day before is asked of those days alone: on the others
 * a run may have been skipped for pain that no entry tells. Who looks once a day is asked of all, and told what cannot be known so.
 */
export const ratingAges = { just: 4 * hour, usual: 14 * hour, longest: 36 * hour, usualShare: 0.5 } as const;
const morning = { from: 4 * hour, to: 12 * hour };

/** Days looked back: the back of ten years ago is not this one. */
const longestDiary = 730;

/**
 * The diary as days. Each day has a moment: the start of its first run, or, without one, the hour at which this runner usually starts. Pain before the moment
 * is what the run was decided with; pain after it is the outcome, by the same clock on days with and without a run. Ratings are averaged, not their
 * worst taken: a day looked at more often is not a worse day. A day without entries stays a row without outcome.
 */
export function dayRows({ entries, days, runs }: Diary): readonly DayRow[] {
  const looks = entries.map((entry) => ({ at: entry.at + entry.utcOffset, rating: worstBackRating(entry) })).sort((one, other) => one.at - other.at);
  const [firstLook, lastLook] = [looks[0], looks.at(-1)];
  if (firstLook === undefined || lastLook === undefined) return [];
  const runsByDay = new Map<number, DiaryRun[]>();
  const localStart = (run: DiaryRun): number => run.start + run.utcOffset;
  for (const run of runs.toSorted((one, other) => one.start - other.start)) {
    const day = Math.floor(localStart(run) / dayLength);
    runsByDay.set(day, [...(runsByDay.get(day) ?? []), run]);
  }
  const answersByDay = new Map(days.map(({ day, answers }) => [day, answers]));
  const clockTimes = [...runsByDay.values()].map(([run]) => (run === undefined ? NaN : localStart(run) % dayLength));
  const usualStart = clockTimes.length > 0 ? median(clockTimes) : 18 * hour;
  const [first, last] = [firstLook, lastLook].map(({ at }) => Math.floor(at / dayLength));
  const [meanBetween, timeBetween] = [meansOf(looks, ({ rating }) => rating), meansOf(looks, ({ at }) => at)];
  const moments = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => {
    const day = (first ?? 0) + index;
    const ofDay = runsByDay.get(day) ?? [];
    return { day, ofDay, moment: ofDay[0] === undefined ? day * dayLength + usualStart : localStart(ofDay[0]) };
  });
  const usually = moments.filter(({ moment }) => !Number.isNaN(latestBefore(looks, moment, ratingAges.usual))).length >= ratingAges.usualShare * moments.length;
  return moments.slice(-longestDiary).map(({ day, ofDay, moment }) => {
    const nextDay = (day + 1) * dayLength;
    const windows = lags.map(({ from, to }) => (from === null ? [nextDay + morning.from, nextDay + morning.to] as const : [moment + from * hour, moment + to * hour] as const));
    return {
      day, runs: ofDay, answers: answersByDay.get(day) ?? {},
      before: latestBefore(looks, moment, usually ? ratingAges.usual : ratingAges.longest), beforeAge: moment - (looks[placeOf(looks, moment) - 1]?.at ?? NaN), weekBefore: meanBetween(moment - 7 * dayLength, moment),
      after: Float64Array.from(windows, ([from, to]) => meanBetween(from, to)), afterAge: Float64Array.from(windows, ([from, to]) => timeBetween(from, to) - moment),
    };
  });
}

interface Look {
  readonly at: number;
  readonly rating: number;
}

/** Means of something told by each look, over stretches of time [from, to); looks in their order. */
function meansOf(looks: readonly Look[], told: (look: Look) => number): (from: number, to: number) => number {
  const sums = new Float64Array(looks.length + 1);
  for (const [index, look] of looks.entries()) sums[index + 1] = sums[index]! + told(look);
  return (from, to) => {
    const [first, end] = [placeOf(looks, from), placeOf(looks, to)];
    return end > first ? (sums[end]! - sums[first]!) / (end - first) : NaN;
  };
}

function latestBefore(looks: readonly Look[], moment: number, oldest: number): number {
  const look = looks[placeOf(looks, moment) - 1];
  return look !== undefined && look.at > moment - oldest ? look.rating : NaN;
}

/** How many looks lie before a time. */
function placeOf(looks: readonly Look[], at: number): number {
  let [low, high] = [0, looks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (looks[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
