/** A run of the weeks before, as the plan sees it. */
export interface PastRun {
  /** [s since 1970-01-01T00:00:00Z] */
  readonly startedAt: number;
  /** Pauses included [s]. */
  readonly duration: number;
  /** Local time minus UTC [s]. */
  readonly utcOffset: number;
  /** [m] */
  readonly distance: number;
  /** [s] */
  readonly movingTime: number;
  /** Energy over the way by its slopes [J/kg/m]; null where heights are not known. */
  readonly costPerMetre: number | null;
  /** Where most of it was run; null where that is not known. */
  readonly ground: "hard" | "soft" | null;
  readonly shoe: string | null;
}

/** Recordings shorter than this are no run to plan from [m]. */
const shortestRun = 500;

/** The day of the runner's own calendar [days since 1970-01-01]. */
export const dayOfRun = ({ startedAt, utcOffset }: PastRun): number => Math.floor((startedAt + utcOffset) / 86_400);

/** Seconds since the day's midnight. */
export const timeOfDay = ({ startedAt, utcOffset }: PastRun): number => (((startedAt + utcOffset) % 86_400) + 86_400) % 86_400;

export const speedOf = ({ distance, movingTime }: PastRun): number => distance / movingTime;

/** What counts as a run before a day, oldest first. */
export function runsBefore(runs: readonly PastRun[], day: number): readonly PastRun[] {
  return runs.filter((run) => dayOfRun(run) < day && run.distance >= shortestRun && run.movingTime > 0).toSorted((one, other) => one.startedAt - other.startedAt);
}
