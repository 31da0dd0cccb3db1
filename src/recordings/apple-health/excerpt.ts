import type { TakenAs, Workout } from "./workout.ts";

/**
 * One workout with all that was recorded during it, as a small export of its own: what is kept of an export of gigabytes, so that the run can be read anew.
 * The elements are Apple's, but for three: records of one quantity stand together in a `Series`, a twentieth as long; the route, a file of its own there, stands
 * within the workout as `RoutePoint`; and the head tells how many elements of the whole export were damaged.
 */
export function workoutExcerpt(workout: Workout, damaged: number): Uint8Array {
  const { activity, startedAt, endedAt, source, device, distance, indoor, events, routes, points, records } = workout;
  const at = (time: number): string => appleTime(time, workout.utcOffset ?? 0);
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>', damaged > 0 ? `<HealthData damaged="${damaged}">` : "<HealthData>"];
  for (const [kind, bySource] of records) {
    const { type, unit, factor } = written[kind];
    for (const [name, series] of bySource) {
      const { length, start, end, value } = series.columns();
      for (let from = 0; from < length; from += longestSeries) {
        let values = "";
        for (let index = from; index < Math.min(length, from + longestSeries); index++) values += ` ${plain(start[index]! - startedAt)} ${plain(end[index]! - start[index]!)} ${plain(value[index]! * factor)}`;
        lines.push(`<Series type="HKQuantityTypeIdentifier${type}" sourceName="${escaped(name)}" unit="${unit}" startDate="${at(startedAt)}" values="${values.slice(1)}"/>`);
      }
    }
  }
  const total = Number.isNaN(distance) ? "" : ` totalDistance="${distance}" totalDistanceUnit="m"`;
  const named = device === "" ? "" : ` device="${escaped(device)}"`;
  lines.push(`<Workout workoutActivityType="${escaped(activity)}" sourceName="${escaped(source)}"${named}${total} startDate="${at(startedAt)}" endDate="${at(endedAt)}">`);
  if (indoor !== null) lines.push(`<MetadataEntry key="HKIndoorWorkout" value="${indoor ? 1 : 0}"/>`);
  for (const { kind, time } of events) lines.push(`<WorkoutEvent type="HKWorkoutEventType${kind === "pause" ? "Pause" : "Resume"}" date="${at(time)}"/>`);
  for (const path of routes) lines.push(`<FileReference path="${escaped(path)}"/>`);
  for (const { time, latitude, longitude, altitude, speed } of points) {
    lines.push(`<RoutePoint time="${time}" lat="${latitude}" lon="${longitude}"${Number.isNaN(altitude) ? "" : ` ele="${altitude}"`}${Number.isNaN(speed) ? "" : ` speed="${speed}"`}/>`);
  }
  lines.push("</Workout>", "</HealthData>", "");
  return new TextEncoder().encode(lines.join("\n"));
}

const written: Readonly<Record<TakenAs, { readonly type: string; readonly unit: string; readonly factor: number }>> = {
  groundContactTime: { type: "RunningGroundContactTime", unit: "ms", factor: 1000 },
  verticalOscillation: { type: "RunningVerticalOscillation", unit: "cm", factor: 100 },
  stepLength: { type: "RunningStrideLength", unit: "m", factor: 1 },
  speed: { type: "RunningSpeed", unit: "m/s", factor: 1 },
  power: { type: "RunningPower", unit: "W", factor: 1 },
  heartRatePerMinute: { type: "HeartRate", unit: "count/min", factor: 1 },
  steps: { type: "StepCount", unit: "count", factor: 1 },
  distance: { type: "DistanceWalkingRunning", unit: "m", factor: 1 },
};

/** Stretches of one `Series`, each written as seconds from its date to the beginning, seconds it lasts, and value: well below the longest tag that is read. */
const longestSeries = 8192;

/** A number without the dust of its change of unit. */
function plain(value: number): number {
  return Math.abs(value) < 1e6 ? Math.round(value * 1e9) / 1e9 : value;
}

function appleTime(time: number, utcOffset: number): string {
  const local = new Date((time + utcOffset) * 1000).toISOString();
  const minutes = Math.abs(utcOffset) / 60;
  const zone = `${utcOffset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}${String(Math.round(minutes % 60)).padStart(2, "0")}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)}${time % 1 === 0 ? "" : local.slice(19, 23)} ${zone}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
