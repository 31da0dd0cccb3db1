import { channels, type Channel } from "../../domain/index.ts";
import { addRow, columnIndex, makeTable, numbers, type ColumnTable } from "../door/column-table.ts";
import { parseDecimal, parseTime } from "./values.ts";

/** Points of one track as they come, with what is remarkable about how their times are written. */
export interface PointTable {
  readonly table: ColumnTable;
  /** First point of each stretch that the file sets apart. */
  readonly breaks: number[];
  utcOffset: number | null;
  withoutZone: number;
}

/** More points than the longest run has; what a file holds beyond them is left out, by name. */
export const maximumPoints = 2_000_000;
/** More tracks than a year of runs in one file. */
export const maximumTracks = 5000;

export function makePoints(): PointTable {
  return { table: makeTable(), breaks: [], utcOffset: null, withoutZone: 0 };
}

/** Opens a point and returns its row. */
export function addPoint(points: PointTable): number {
  return addRow(points.table);
}

/** Stores what an element inside a point tells, if it is one of those that are wanted. */
export function setPoint(points: PointTable, row: number, name: string, text: string): void {
  if (text === "") return;
  if (name === "time") {
    const written = parseTime(text);
    set(points, row, "time", written.time);
    points.utcOffset ??= written.utcOffset;
    if (!written.hasZone && !Number.isNaN(written.time)) points.withoutZone++;
    return;
  }
  const wanted = pointFields.get(name);
  if (!wanted) return;
  const value = parseDecimal(text);
  // Times of contact are written in milliseconds or seconds; no contact lasts ten seconds or takes ten milliseconds.
  const factor = wanted === "groundContactTime" && value > 10 ? 0.001 : wanted === "verticalOscillation" ? (value > 30 ? 0.001 : value > 1 ? 0.01 : 1) : 1;
  set(points, row, wanted, value * factor);
}

export function setPosition(points: PointTable, row: number, latitude: string | undefined, longitude: string | undefined): void {
  set(points, row, "latitudeDegrees", parseDecimal((latitude ?? "").trim()));
  set(points, row, "longitudeDegrees", parseDecimal((longitude ?? "").trim()));
}

/** The points' columns as the door takes them. */
export function pointColumns(points: PointTable): { times: Float64Array; columns: Partial<Record<Channel, Float64Array>>; cadencePerMinute: Float64Array | undefined } {
  const { table } = points;
  const columns: Partial<Record<Channel, Float64Array>> = {};
  for (const channel of channels) {
    const values = numbers(table, channel);
    if (values) columns[channel] = values;
  }
  return { times: numbers(table, "time") ?? new Float64Array(table.length).fill(NaN), columns, cadencePerMinute: numbers(table, "cadence") };
}

function set(points: PointTable, row: number, column: string, value: number): void {
  points.table.columns[columnIndex(points.table, column)]![row] = value;
}

/** Elements inside a point, by name without prefix in small letters, and the column they fill. */
const pointFields = new Map<string, Channel | "cadence">([
  ["latitudedegrees", "latitudeDegrees"], ["longitudedegrees", "longitudeDegrees"],
  ["ele", "altitude"], ["altitudemeters", "altitude"],
  ["distancemeters", "distance"], ["distance", "distance"],
  ["speed", "speed"],
  ["hr", "heartRatePerMinute"], ["heartrate", "heartRatePerMinute"], ["heart_rate", "heartRatePerMinute"], ["heartratebpm", "heartRatePerMinute"],
  ["cad", "cadence"], ["cadence", "cadence"], ["runcadence", "cadence"], ["run_cadence", "cadence"],
  ["power", "power"], ["watts", "power"], ["powerinwatts", "power"],
  ["atemp", "temperatureCelsius"], ["temp", "temperatureCelsius"], ["temperature", "temperatureCelsius"],
  ["groundcontacttime", "groundContactTime"], ["stancetime", "groundContactTime"], ["stance_time", "groundContactTime"], ["groundtime", "groundContactTime"],
  ["verticaloscillation", "verticalOscillation"], ["vertical_oscillation", "verticalOscillation"],
]);
