/** What else a day held beside running and pain; the questions are in `diary/covariates.ts`. */
export const dayCovariateIds = [
  "fatigue", "warmUp", "temperature", "weather", "distraction", "hoursOfSleep", "sleepQuality", "stress", "stiffnessOnWaking",
  "sittingHours", "heavyLifting", "strengthWork", "otherSport", "cycleDay", "medication",
] as const;
export type DayCovariateId = (typeof dayCovariateIds)[number];

/** The answers of one calendar day; what was not answered is absent, never 0. */
export interface DayCovariates {
  /** Day of the runner's own calendar [days since 1970-01-01]. */
  readonly day: number;
  /** Each in its question's unit; yes is 1, no is 0. */
  readonly answers: Readonly<Partial<Record<DayCovariateId, number>>>;
}
