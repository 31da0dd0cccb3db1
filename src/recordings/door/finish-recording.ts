import type { Channel, Notice, Recording, Refusal, Sport } from "../../domain/index.ts";
import { cleanColumns, inOrder } from "./clean-columns.ts";
import { completeMotion } from "./complete-motion.ts";
import type { RawRecording } from "./raw-recording.ts";
import { settlePauses } from "./settle-pauses.ts";
import { judgeSport } from "./settle-sport.ts";
import { settleStepRate } from "./settle-step-rate.ts";
import { settleTime } from "./settle-time.ts";

/** One run, or why it is none. */
export type Finished = { readonly recording: Recording } | { readonly refusal: Refusal };

/** The door: settles what a format's reader found into a recording, or refuses it by name. */
export function finishRecording(raw: RawRecording): Finished {
  const { where } = raw;
  const records = raw.times.length;
  if (raw.sport.kind === "other") {
    return { refusal: { code: "not-a-run", message: `${raw.sport.name}: not a run (${records} records left out); Footfall reads runs and walks`, where } };
  }
  if (records === 0) return { refusal: { code: "empty", message: "it has no records, only a name or totals; export the run with its samples", where } };
  const settled = settleTime(raw.times, raw.columns.distance);
  if (!settled) return { refusal: { code: "no-time", message: `none of its ${records} records has a time; export the run with timestamps`, where } };

  const first = settled.times[0]!;
  const startedAt = first - raw.startedAt >= 0 && first - raw.startedAt <= longestLeadIn ? raw.startedAt : first;
  const time = settled.times.map((at) => at - startedAt);
  const pauses = settlePauses(settled.order ? { ...raw, breaks: [] } : raw, time, startedAt);
  const columns = cleanColumns(raw.columns, settled.order);
  if (columns.distance) countFromStart(columns.distance, time);
  const motion = completeMotion(time, { distance: columns.distance, speed: columns.speed, latitudeDegrees: columns.latitudeDegrees, longitudeDegrees: columns.longitudeDegrees }, pauses);
  put(columns, "distance", motion.distance);
  put(columns, "speed", motion.speed);

  const named: Sport | null = raw.sport.kind === "taken" ? raw.sport.sport : null;
  const perMinute = cadence(raw, time, settled.order);
  const stepRate = perMinute && settleStepRate(perMinute, columns.speed, named);
  put(columns, "stepRate", stepRate?.stepRate);
  const judged = named ? null : judgeSport({ speed: columns.speed, stepRate: columns.stepRate, hasPositions: columns.latitudeDegrees !== undefined });
  const sport = named ?? judged?.sport ?? null;
  if (!sport) {
    const message = `the file does not name a run and it does not look like one: ${judged?.reason ?? ""} (${records} records left out); name the sport in the export if it is one`;
    return { refusal: { code: "not-a-run", message, where } };
  }
  const notices: Notice[] = [...raw.notices, ...settled.notices, ...motion.notices, ...(stepRate?.notices ?? [])];
  const tooFast = columns.speed ? clearTooFast(columns.speed) : 0;
  if (columns.speed?.every((value) => Number.isNaN(value))) delete columns.speed;
  if (tooFast > 0) notices.push({ code: "speed-impossible", message: `${tooFast} records are faster than anyone runs; their speed was taken as missing` });
  if (judged) notices.push({ code: "sport-judged", message: `the file does not name the sport; taken as ${sport} since ${judged.reason}` });
  if (startedAt < clocksWereSetFrom) notices.push({ code: "clock-not-set", message: `the device's clock was not set: it says ${new Date(startedAt * 1000).toISOString().slice(0, 10)}` });

  const end = time[records - 1]!;
  return {
    recording: {
      format: raw.format, sport, sportFrom: named ? "file" : "judged", startedAt, utcOffset: raw.utcOffset,
      duration: raw.elapsed > end && raw.elapsed - end <= longestLeadOut && startedAt === raw.startedAt ? raw.elapsed : end,
      distance: totalDistance(raw.distance, columns.distance), device: raw.device, title: raw.title, indoor: raw.indoor, ...(raw.terrain ? { terrain: raw.terrain } : {}), ...(raw.weather ? { weather: raw.weather } : {}), pauses,
      samples: { length: records, time, ...columns }, notices,
    },
  };
}

/** A start that the totals tell may lie this long before the first record, an end this long after the last [s]. */
const longestLeadIn = 3600;
const longestLeadOut = 3600;
/** 1998-07-01: a FIT time before it counts seconds since the device was switched on. */
const clocksWereSetFrom = 899_251_200;

function put(columns: Partial<Record<Channel, Float64Array>>, channel: Channel, values: Float64Array | undefined): void {
  if (values?.some((value) => !Number.isNaN(value))) columns[channel] = values;
}

/** Later legs of an activity count distance on from the earlier ones; here each counts from its own start. */
function countFromStart(distance: Float64Array, time: Float64Array): void {
  const first = distance.findIndex((value) => !Number.isNaN(value));
  const before = distance[first]!;
  if (before <= fastestRunner * (time[first]! + 10)) return;
  for (let index = first; index < distance.length; index++) distance[index] = Math.max(0, distance[index]! - before);
}

function clearTooFast(speed: Float64Array): number {
  let cleared = 0;
  for (let index = 0; index < speed.length; index++) {
    if (!(speed[index]! > fastestRunner)) continue;
    speed[index] = NaN;
    cleared++;
  }
  return cleared;
}

/** No one runs faster than this [m/s]. */
const fastestRunner = 12.5;

/** Cadence as stored, or from the strides counted, in the settled order. */
function cadence(raw: RawRecording, time: Float64Array, order: Uint32Array | null): Float64Array | undefined {
  if (raw.cadencePerMinute?.some((value) => value > 0)) return inOrder(raw.cadencePerMinute, order);
  if (!raw.strides) return undefined;
  const strides = inOrder(raw.strides, order);
  const perMinute = new Float64Array(strides.length).fill(NaN);
  let before = -1;
  for (let index = 0; index < strides.length; index++) {
    if (Number.isNaN(strides[index]!)) continue;
    const seconds = before < 0 ? 0 : time[index]! - time[before]!;
    if (seconds > 0 && seconds <= 60) perMinute[index] = (60 * (strides[index]! - strides[before]!)) / seconds;
    before = index;
  }
  return perMinute;
}

function totalDistance(told: number, distance: Float64Array | undefined): number | null {
  if (told > 0) return told;
  const first = distance?.find((value) => !Number.isNaN(value));
  const last = distance?.findLast((value) => !Number.isNaN(value));
  return first === undefined || last === undefined || last < first ? null : last - first;
}
