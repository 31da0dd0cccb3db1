import type { Notice } from "./notice.ts";
import type { ToldWeather } from "./told-weather.ts";

/** Where devices let a runner say they run. */
export const terrains = ["street", "trail", "track"] as const;

export type Terrain = (typeof terrains)[number];

/** What was done in a recording that Footfall analyses; other sports are refused by name. */
export type Sport = "running" | "walking";

/** Columns of a recording, all of one length, in SI where the name says no unit; a gap is NaN, a channel never recorded is absent. */
export interface Samples {
  readonly length: number;
  /** Time since the recording's start [s], never decreasing, one per sample. */
  readonly time: Float64Array;
  /** Latitude [degrees, WGS 84], north positive. */
  readonly latitudeDegrees?: Float64Array;
  /** Longitude [degrees, WGS 84], east positive. */
  readonly longitudeDegrees?: Float64Array;
  /** Altitude above sea level [m]. */
  readonly altitude?: Float64Array;
  /** Distance since the start [m], as the device counted it. */
  readonly distance?: Float64Array;
  /** Speed over ground [m/s]. */
  readonly speed?: Float64Array;
  /** Steps per second [Hz]: both feet counted, settled at the door. */
  readonly stepRate?: Float64Array;
  /** Heart rate [beats/min]. */
  readonly heartRatePerMinute?: Float64Array;
  /** Mechanical or estimated power [W]. */
  readonly power?: Float64Array;
  /** Power spent on vertical oscillation as a foot pod estimates it [W]. */
  readonly formPower?: Float64Array;
  /** Temperature as the device felt it [°C]: a sensor at the wrist, which warms it, not the air. */
  readonly temperatureCelsius?: Float64Array;
  /** Ground contact time, mean of both feet [s]. */
  readonly groundContactTime?: Float64Array;
  /** Ground contact time of the left foot [s], where pods on each foot tell. */
  readonly leftGroundContactTime?: Float64Array;
  /** Ground contact time of the right foot [s], where pods on each foot tell. */
  readonly rightGroundContactTime?: Float64Array;
  /** Left foot's share of the two contact times [1], 0.5 when even. */
  readonly leftContactShare?: Float64Array;
  /** Rise and fall of the trunk per step as the device measured it [m]. */
  readonly verticalOscillation?: Float64Array;
  /** Length of one step [m]. */
  readonly stepLength?: Float64Array;
  /** Leg stiffness as a foot pod estimates it [N/m]; the device's own definition. */
  readonly legStiffness?: Float64Array;
  /** Peak impact acceleration at the left foot pod [g]. */
  readonly leftImpactG?: Float64Array;
  /** Peak impact acceleration at the right foot pod [g]. */
  readonly rightImpactG?: Float64Array;
  /** Peak braking acceleration at the left foot pod [g]. */
  readonly leftBrakingG?: Float64Array;
  /** Peak braking acceleration at the right foot pod [g]. */
  readonly rightBrakingG?: Float64Array;
}

/** Name of a data column of a recording. */
export type Channel = Exclude<keyof Samples, "length" | "time">;

/** All channels a recording can have, in the order they are stored and listed. */
export const channels = [
  "latitudeDegrees", "longitudeDegrees", "altitude", "distance", "speed", "stepRate", "heartRatePerMinute", "power", "formPower",
  "temperatureCelsius", "groundContactTime", "leftGroundContactTime", "rightGroundContactTime", "leftContactShare",
  "verticalOscillation", "stepLength", "legStiffness", "leftImpactG", "rightImpactG", "leftBrakingG", "rightBrakingG",
] as const satisfies readonly Channel[];

/** A stretch in which the runner stopped the watch [s since start]. */
export interface Pause {
  readonly start: number;
  readonly end: number;
}

/** One run or walk as the device stored it, in SI, gaps kept. */
export interface Recording {
  readonly format: "fit" | "tcx" | "gpx" | "apple-health";
  readonly sport: Sport;
  /** Whether the file named the sport, or it was judged from speed and step rate. */
  readonly sportFrom: "file" | "judged";
  /** Start [s since 1970-01-01T00:00:00Z]. */
  readonly startedAt: number;
  /** Local time minus UTC at the start [s]; null where the file does not tell. */
  readonly utcOffset: number | null;
  /** Time from start to end, pauses included [s]. */
  readonly duration: number;
  /** Distance the device counted in all [m]; null where neither totals nor samples tell. */
  readonly distance: number | null;
  /** Manufacturer and product as far as the file tells, for reading only. */
  readonly device: string | null;
  /** Name the runner or service gave it. */
  readonly title: string | null;
  /** True on a treadmill or indoor track; null where the file does not tell. */
  readonly indoor: boolean | null;
  /** What the file says it was run on; absent where it does not tell. */
  readonly terrain?: Terrain;
  /** The weather as the file or the account tells it; absent where neither does. */
  readonly weather?: ToldWeather;
  readonly pauses: readonly Pause[];
  readonly samples: Samples;
  /** What was lost, settled or doubted while reading. */
  readonly notices: readonly Notice[];
}
