import type { DayCovariates, PainEntry } from "../domain/index.ts";

/** One run as the link analysis sees it. */
export interface DiaryRun {
  /** [s since 1970-01-01T00:00:00Z] */
  readonly start: number;
  readonly end: number;
  /** Local time minus UTC [s]. */
  readonly utcOffset: number;
  /** What was special about it, by a factor's id; what is not known is absent. */
  readonly factors: Readonly<Partial<Record<string, number>>>;
}

/** Everything the analysis looks at, of one runner. */
export interface Diary {
  readonly entries: readonly PainEntry[];
  readonly days: readonly DayCovariates[];
  readonly runs: readonly DiaryRun[];
}
