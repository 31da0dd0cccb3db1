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
  /** Usual start after midnight [s]. */
  readonly timeOfDay: number;
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
    days: mostUsual(recent), longDay: mostUsual(inWeeks.filter((inWeek) => inWeek.length > 1).map(longestOf))[0] ?? null, timeOfDay: medianOf(recent.map(timeOfDay)),
  };
}

function mostUsual(runs: readonly PastRun[]): readonly Weekday[] {
  const count = (weekday: Weekday): number => runs.filter((run) => weekdayOf(dayOfRun(run)) === weekday).length;
  return weekdays.filter((weekday) => count(weekday) > 0).toSorted((one, other) => count(other) - count(one));
}

const medianOf = (values: readonly number[]): number => median(Float64Array.from(values));
