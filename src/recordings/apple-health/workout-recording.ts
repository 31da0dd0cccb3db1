import type { Channel, Notice, Recording } from "../../domain/index.ts";
import { finishRecording, type Finished } from "../door/finish-recording.ts";
import type { Series, Stretches } from "./stretch-log.ts";
import { workoutWeather } from "./workout-weather.ts";
import { isOnFoot, sportOf, type TakenAs, type Workout } from "./workout.ts";

/** The recording of one workout; what it leaves out is named by the door. */
export function workoutRecording(workout: Workout): Finished {
  const { startedAt, endedAt, utcOffset, source, distance, indoor, routes } = workout;
  const sport = sportOf(workout);
  const times = isOnFoot(workout) ? timesOf(workout) : new Float64Array();
  return finishRecording({
    format: "apple-health" satisfies Recording["format"], where: `workout of ${new Date((startedAt + (utcOffset ?? 0)) * 1000 || 0).toISOString().slice(0, 16).replace("T", " ")}`,
    sport: isOnFoot(workout) ? { kind: "taken", sport: /running|track/.test(sport) ? "running" : "walking" } : { kind: "other", name: sport || "a workout of no kind" },
    times, ...columnsAt(workout, times), breaks: [], stops: stopsOf(workout), startedAt, elapsed: endedAt - startedAt, distance, utcOffset, device: deviceOf(workout.device) ?? (source || null), title: null, indoor, weather: workoutWeather(workout.weather), notices: routes.length === 0 ? [] : [withoutRoute(routes.length)],
  });
}

function withoutRoute(count: number): Notice {
  return { code: "route-missing", message: `${count} of its route files are not in the export or cannot be read; the run has no positions there` };
}

/** `<<HKDevice: 0x…>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, …>` → `Apple Watch Watch6,2`. */
function deviceOf(written: string): string | null {
  const name = /name:([^,>]+)/.exec(written)?.[1];
  const hardware = /hardware:(\w+,\d+)/.exec(written)?.[1];
  return name === undefined ? null : [name, hardware].filter((part) => part !== undefined).join(" ");
}

/** A moment per second in which anything was recorded. */
function timesOf({ startedAt, endedAt, points, records }: Workout): Float64Array {
  const length = Math.min(longestWorkout, Math.max(0, Math.ceil(endedAt - startedAt)) + 1);
  if (!(length > 1)) return new Float64Array();
  const isCovered = new Uint8Array(length);
  for (const { time } of points) if (time >= startedAt && time - startedAt < length) isCovered[Math.round(time - startedAt)] = 1;
  for (const bySource of records.values()) {
    const { length: count, start, end } = preferred(bySource);
    for (let index = 0; index < count; index++) isCovered.fill(1, Math.max(0, Math.floor(start[index]! - startedAt)), Math.max(0, Math.floor(end[index]! - startedAt) + 1));
  }
  const times = new Float64Array(length);
  let count = 0;
  for (let second = 0; second < length; second++) if (isCovered[second] === 1) times[count++] = startedAt + second;
  return times.slice(0, count);
}

/** Two days [s]. */
const longestWorkout = 172_800;

/**
 * The columns at those moments. A record's value is the mean over its stretch and holds for every moment in it; a heart rate, told for an instant, holds until the
 * next for at most a quarter of a minute. Steps and distance are sums: spread evenly over their stretch. Of several devices that count the same, one is taken.
 */
function columnsAt(workout: Workout, times: Float64Array): { columns: Partial<Record<Channel, Float64Array>>; cadencePerMinute?: Float64Array } {
  const columns: Partial<Record<Channel, Float64Array>> = {};
  const of = (kind: TakenAs): Stretches => preferred(workout.records.get(kind) ?? new Map(), workout.source);
  for (const channel of ["speed", "stepLength", "groundContactTime", "verticalOscillation", "power", "heartRatePerMinute"] as const) {
    const stretches = of(channel);
    if (stretches.length > 0) columns[channel] = heldAt(times, stretches, channel === "heartRatePerMinute" ? 15 : 3);
  }
  const steps = of("steps");
  const distances = of("distance");
  if (distances.length > 0) columns.distance = summedAt(times, distances);
  addRoute(columns, times, workout);
  return steps.length > 0 ? { columns, cadencePerMinute: heldAt(times, { ...steps, value: perMinute(steps) }, 0) } : { columns };
}

function perMinute({ start, end, value }: Stretches): Float64Array {
  return value.map((count, index) => (end[index]! > start[index]! ? (60 * count) / (end[index]! - start[index]!) : NaN));
}

/** The watch that recorded the workout before others, else the device with the most to tell; by time. */
function preferred(bySource: ReadonlyMap<string, Series>, source?: string): Stretches {
  const own = source === undefined ? undefined : bySource.get(source);
  const most = own ?? [...bySource.values()].reduce<Series | null>((best, series) => (series.length > (best?.length ?? 0) ? series : best), null);
  return most ? byTime(most.columns()) : { length: 0, start: new Float64Array(), end: new Float64Array(), value: new Float64Array() };
}

/** Apple's records come by time, but for those that a device handed over late. */
function byTime(stretches: Stretches): Stretches {
  const { length, start } = stretches;
  if (start.every((time, index) => index === 0 || start[index - 1]! <= time)) return stretches;
  const order = Uint32Array.from({ length }, (_, index) => index).sort((one, other) => start[one]! - start[other]!);
  const inOrder = (column: Float64Array): Float64Array => column.map((_, row) => column[order[row]!]!);
  return { length, start: inOrder(start), end: inOrder(stretches.end), value: inOrder(stretches.value) };
}

function heldAt(times: Float64Array, { length, start, end, value }: Stretches, holds: number): Float64Array {
  const column = new Float64Array(times.length).fill(NaN);
  let next = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    while (next < length && start[next]! <= time) next++;
    if (next > 0 && time <= Math.max(end[next - 1]!, start[next - 1]! + holds)) column[row] = value[next - 1]!;
  }
  return column;
}

function summedAt(times: Float64Array, { length, start, end, value }: Stretches): Float64Array {
  let before = 0;
  let next = 0;
  return times.map((time) => {
    while (next < length && end[next]! <= time) before += value[next++]!;
    return next < length && start[next]! < time ? before + (value[next]! * (time - start[next]!)) / (end[next]! - start[next]!) : before;
  });
}

function addRoute(columns: Partial<Record<Channel, Float64Array>>, times: Float64Array, { points }: Workout): void {
  if (points.length === 0) return;
  const inOrder = points.toSorted((one, other) => one.time - other.time);
  const at = (pick: (point: Workout["points"][number]) => number): Float64Array => {
    const column = new Float64Array(times.length).fill(NaN);
    let next = 0;
    for (const [row, time] of times.entries()) {
      while (next < inOrder.length && inOrder[next]!.time < time - 0.5) next++;
      const point = inOrder[next];
      if (point && point.time < time + 0.5) column[row] = pick(point);
    }
    return column;
  };
  columns.latitudeDegrees = at(({ latitude }) => latitude);
  columns.longitudeDegrees = at(({ longitude }) => longitude);
  columns.altitude = at(({ altitude }) => altitude);
  columns.speed ??= at(({ speed }) => (speed >= 0 ? speed : NaN));
}

function stopsOf({ events, endedAt }: Workout): { start: number; end: number }[] {
  const stops: { start: number; end: number }[] = [];
  let paused: number | null = null;
  for (const { kind, time } of events.toSorted((one, other) => one.time - other.time)) {
    if (kind === "pause") paused ??= time;
    else if (paused !== null) {
      stops.push({ start: paused, end: time });
      paused = null;
    }
  }
  if (paused !== null && endedAt > paused) stops.push({ start: paused, end: endedAt });
  return stops;
}
