import { median } from "../numerics/index.ts";
import { weekdayOf, weekdays, type Weekday } from "./calendar-day.ts";
import { dayOfRun, speedOf, timeOfDay, type PastRun } from "./past-run.ts";

/** How somebody ran in the last four weeks. */
export interface RunningHabit {
  readonly runsPerWeek: number;
  /** [m] */
  readonly distancePerWeek: number;
  /** [s] */
  readonly timePerWeek: number;
  /** Longest run of a usual week [m]. */
  readonly longest: number;
  /** Usual speed, and that of the brisk runs [m/s]; null where fewer than two weeks had one. */
  readonly speed: number;
  readonly briskSpeed: number | null;
  /** [J/kg/m]; null where heights are not known. */
  readonly costPerMetre: number | null;
  /** Days of the week by how often they were run on, the most usual first. */
  readonly days: readonly Weekday[];
  /** Day of the week the longest runs were on. */
  readonly longDay: Weekday | null;
  /** When runs begin, of each day of the week that has an hour of its own, and of all days taken together; null where they begin at no usual hour. */
  readonly startsOn: Readonly<Partial<Record<Weekday, UsualStart>>>;
  readonly start: UsualStart | null;
}

/** An hour that runs usually begin at: the middle one of so many. */
export interface UsualStart {
  /** After midnight [s]. */
  readonly timeOfDay: number;
  readonly runs: number;
}

/** Faster than usual by this is a brisk run [1]. */
const brisk = 1.08;
const fourWeeks = 28;

/** The habit from the runs of the four weeks up to a day; null where there was none. */
export function runningHabit(runs: readonly PastRun[], today: number): RunningHabit | null {
  const recent = runs.filter((run) => dayOfRun(run) > today - fourWeeks && dayOfRun(run) <= today);
  if (recent.length === 0) return null;
  const weekOf = (run: PastRun): number => Math.floor((today - dayOfRun(run)) / 7);
  const weeks = Math.max(...recent.map(weekOf)) + 1;
  const inWeeks = Array.from({ length: weeks }, (_, week) => recent.filter((run) => weekOf(run) === week)).filter((inWeek) => inWeek.length > 0);
  const longestOf = (inWeek: readonly PastRun[]): PastRun => inWeek.reduce((longest, run) => (run.distance > longest.distance ? run : longest));
  const sum = (of: (run: PastRun) => number): number => recent.reduce((total, run) => total + of(run), 0);
  const speed = medianOf(recent.map(speedOf));
  const briskRuns = recent.filter((run) => speedOf(run) > brisk * speed);
  const hilly = recent.filter((run) => run.costPerMetre !== null);
  return {
    runsPerWeek: recent.length / weeks, distancePerWeek: sum(({ distance }) => distance) / weeks, timePerWeek: sum(({ movingTime }) => movingTime) / weeks,
    longest: medianOf(inWeeks.map((inWeek) => longestOf(inWeek).distance)), speed,
    briskSpeed: new Set(briskRuns.map(weekOf)).size >= 2 ? medianOf(briskRuns.map(speedOf)) : null,
    costPerMetre: hilly.length === 0 ? null : hilly.reduce((energy, run) => energy + (run.costPerMetre ?? 0) * run.distance, 0) / hilly.reduce((way, { distance }) => way + distance, 0),
    days: mostUsual(recent), longDay: mostUsual(inWeeks.filter((inWeek) => inWeek.length > 1).map(longestOf))[0] ?? null,
    startsOn: Object.fromEntries(weekdays.flatMap((weekday) => {
      const start = usualStart(recent.filter((run) => weekdayOf(dayOfRun(run)) === weekday));
      return start ? [[weekday, start]] : [];
    })),
    start: usualStart(recent),
  };
}

/** Runs this near the middle one begin at its hour [s], and this share of them has to [1]. */
const sameHour = 5400;
const most = 0.6;

/** Null where fewer than two runs tell it, or the middle of them is no usual hour. */
function usualStart(runs: readonly PastRun[]): UsualStart | null {
  const times = runs.map(timeOfDay);
  if (times.length < 2) return null;
  const middle = medianOf(times);
  return times.filter((time) => Math.abs(time - middle) <= sameHour).length < most * times.length ? null : { timeOfDay: middle, runs: times.length };
}

function mostUsual(runs: readonly PastRun[]): readonly Weekday[] {
  const count = (weekday: Weekday): number => runs.filter((run) => weekdayOf(dayOfRun(run)) === weekday).length;
  return weekdays.filter((weekday) => count(weekday) > 0).toSorted((one, other) => count(other) - count(one));
}

const medianOf = (values: readonly number[]): number => median(Float64Array.from(values));
