import type { Channel, Notice, Recording, Terrain, ToldWeather } from "../../domain/index.ts";
import type { NamedSport } from "./settle-sport.ts";

/** A run as a format's reader found it, before the door settles time, step rate, sport, pauses and speed. */
export interface RawRecording {
  readonly format: Recording["format"];
  readonly sport: NamedSport;
  /** Where in the file it stands, for refusals, for example `session 3`; null where it is the whole file. */
  readonly where: string | null;
  /** Time of each sample [s since 1970-01-01T00:00:00Z] in the order of the file; NaN where it has none. */
  readonly times: Float64Array;
  /** Channels as stored, in SI, one value per sample. */
  readonly columns: Readonly<Partial<Record<Channel, Float64Array>>>;
  /** Cadence as stored [1/min], which by convention counts strides; the door settles whether it does. */
  readonly cadencePerMinute?: Float64Array | undefined;
  /** Strides counted since the start, where that is all the device tells of its cadence. */
  readonly strides?: Float64Array | undefined;
  /** First sample of each stretch that the file itself sets apart (segments, tracks); empty where it sets none apart. */
  readonly breaks: readonly number[];
  /** Stretches in which the timer stood [s since 1970-01-01T00:00:00Z]. */
  readonly stops: readonly { readonly start: number; readonly end: number }[];
  /** Start as the file's totals have it [s since 1970-01-01T00:00:00Z]; NaN where they do not tell. */
  readonly startedAt: number;
  /** Time from start to end as the file's totals have it [s]; NaN where they do not tell. */
  readonly elapsed: number;
  /** Distance as the file's totals have it [m]; NaN where they do not tell. */
  readonly distance: number;
  readonly utcOffset: number | null;
  readonly device: string | null;
  readonly title: string | null;
  readonly indoor: boolean | null;
  readonly terrain?: Terrain;
  readonly weather?: ToldWeather | null;
  readonly notices: readonly Notice[];
}
