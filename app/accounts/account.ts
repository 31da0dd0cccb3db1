import type { ToldWeather } from "../../src/index.ts";

/** What an account's own tables tell of one of its activities, beyond the recording's file. */
export interface ActivityFacts {
  /** Name the runner gave it; null where none. */
  readonly name: string | null;
  readonly description: string | null;
  /** Name of the shoe, as among `AccountShoe`; null where none. */
  readonly gear: string | null;
  /** As the account tells it [m]; null where it does not. */
  readonly distance: number | null;
  readonly weather: ToldWeather | null;
}

/** A shoe as an account keeps it. */
export interface AccountShoe {
  readonly name: string;
  readonly brand: string | null;
  readonly model: string | null;
  /** Day it was first worn, `2024-03-01`; null where untold. */
  readonly since: string | null;
  readonly isRetired: boolean;
}

/** An activity the account lists without a file of its own: entered by hand, or its file was left out. */
export interface ActivityWithoutFile {
  readonly name: string;
  readonly date: string;
  readonly kind: string;
}

/** An account's tables: facts by the path of a file within the account, and by start for accounts whose files bear other names. */
export interface Account {
  readonly service: "strava" | "garmin";
  /** Path as the account writes it, in small letters. */
  readonly byPath: ReadonlyMap<string, ActivityFacts>;
  /** By start [s since 1970-01-01T00:00:00Z], in order of time. */
  readonly byStart: readonly { readonly startedAt: number; readonly facts: ActivityFacts }[];
  readonly shoes: readonly AccountShoe[];
  readonly withoutFile: readonly ActivityWithoutFile[];
  /** What could not be read in the tables, one line each. */
  readonly troubles: readonly string[];
}

/** The service rounds a start, or takes the first position's time [s]. */
const clocksDiffer = 5;

/** Whether an activity and a file began together. */
export function isSameStart(one: number, other: number): boolean {
  return Math.abs(one - other) <= clocksDiffer;
}
