import { weekdays, type Weekday } from "./calendar-day.ts";

/** Taken where neither the runner nor their runs tell days. Assumed. */
export const assumedDays: readonly Weekday[] = ["tue", "thu", "sun"];

/** So many of the days on offer, with as much rest between them as can be had; of those alike, the most usual ones. */
export function chooseDays(offered: readonly Weekday[], count: number, usual: readonly Weekday[]): readonly Weekday[] {
  const sets = subsets(weekdays.filter((weekday) => offered.includes(weekday)), Math.min(count, new Set(offered).size));
  const rank = (days: readonly Weekday[]): number => days.reduce((sum, weekday) => sum + (usual.includes(weekday) ? usual.indexOf(weekday) : weekdays.length), 0);
  return sets.toSorted((one, other) => shortestGap(other) - shortestGap(one) || daysInARow(one) - daysInARow(other) || rank(one) - rank(other))[0] ?? [];
}

/** Of the chosen days the one for the long run: the usual one, else the last of the weekend, else the last. */
export function longRunDay(chosen: readonly Weekday[], usual: Weekday | null): Weekday | null {
  if (usual !== null && chosen.includes(usual)) return usual;
  return (["sun", "sat"] as const).find((weekday) => chosen.includes(weekday)) ?? chosen.at(-1) ?? null;
}

/** Of the chosen days the one for the brisk run: furthest from the long one, with a day between; null where there is none. */
export function briskRunDay(chosen: readonly Weekday[], long: Weekday | null): Weekday | null {
  if (long === null) return null;
  const [furthest] = chosen.toSorted((one, other) => apart(other, long) - apart(one, long));
  return furthest !== undefined && apart(furthest, long) >= 2 ? furthest : null;
}

/** Days between two weekdays, the shorter way round the week. */
function apart(one: Weekday, other: Weekday): number {
  const gap = Math.abs(weekdays.indexOf(one) - weekdays.indexOf(other));
  return Math.min(gap, 7 - gap);
}

function gapsOf(days: readonly Weekday[]): readonly number[] {
  const places = days.map((weekday) => weekdays.indexOf(weekday));
  return places.map((place, index) => (index + 1 < places.length ? (places[index + 1] ?? 0) - place : (places[0] ?? 0) + 7 - place));
}

const shortestGap = (days: readonly Weekday[]): number => Math.min(...gapsOf(days));
const daysInARow = (days: readonly Weekday[]): number => gapsOf(days).filter((gap) => gap === 1).length;

function subsets(days: readonly Weekday[], count: number): readonly (readonly Weekday[])[] {
  if (count === 0) return [[]];
  return days.flatMap((weekday, index) => subsets(days.slice(index + 1), count - 1).map((rest) => [weekday, ...rest]));
}
