import type { Notice, Reading, Recording, Refusal } from "../../domain/index.ts";
import { finishRecording } from "../door/finish-recording.ts";
import { gather, numberAt, numbers, textAt } from "../door/column-table.ts";
import { decodeFit, type FitPart } from "./decode-fit.ts";
import { deviceName } from "./device-names.ts";
import { fitEpoch } from "./encode-fit.ts";
import { activityFileType, fileTypeName } from "./file-type-names.ts";
import { findLegs, type Leg } from "./legs.ts";
import { partWeather } from "./part-weather.ts";
import { recordColumns } from "./record-columns.ts";
import { isIndoorSubSport, terrainOfSubSport } from "./sport-names.ts";
import { timerStops } from "./timer-stops.ts";
import { troubleNotices } from "./trouble-notices.ts";

/** Reads every recording in a FIT file, or in several chained ones. */
export function readFit(bytes: Uint8Array): Reading<Recording> {
  const parts = decodeFit(bytes);
  const recordings: Recording[] = [];
  const refusals: Refusal[] = [];
  const extras: Notice[] = [];
  for (const [index, part] of parts.entries()) {
    const where = parts.length > 1 ? `part ${index + 1}, byte ${part.start}` : null;
    const refusal = refusedPart(part, where);
    if (refusal && index > 0 && isUnnamedPart(part)) {
      const message = `part ${index + 1} of the file (byte ${part.start}) has no records of its own, only what a chest strap or a pod sent later; it was left out`;
      extras.push({ code: "extra-part", message }, ...troubleNotices(part));
    } else if (refusal) {
      refusals.push(refusal);
    } else {
      const common = { stops: timerStops(part.tables.event), notices: partNotices(part), utcOffset: utcOffset(part), device: device(part), weather: partWeather(part) };
      for (const leg of findLegs(part)) {
        const finished = finishRecording({ ...common, ...legRecording(part, leg, where) });
        if ("recording" in finished) recordings.push(finished.recording);
        else refusals.push(finished.refusal);
      }
    }
  }
  const last = recordings.at(-1);
  if (last && extras.length > 0) recordings[recordings.length - 1] = { ...last, notices: [...last.notices, ...extras] };
  else if (extras[0]) refusals.push({ code: "not-a-recording", message: extras.map(({ message }) => message).join("; "), where: null });
  if (recordings.length + refusals.length === 0) refusals.push({ code: "empty", message: "a FIT header without anything after it; copy the file from the device again", where: "byte 0" });
  return { recordings, refusals };
}

/** Why a whole part is not taken; null where it holds an activity. */
function refusedPart(part: FitPart, where: string | null): Refusal | null {
  const { record, session, fileId } = part.tables;
  const type = numberAt(fileId, "type", 0);
  const isActivity = Number.isNaN(type) || type === activityFileType || session.length > 0;
  if (isActivity && (record.length > 0 || (session.length > 0 && type !== 20))) return null;
  const trouble = part.troubles.find(({ code }) => code === "damaged" || code === "truncated");
  if (Number.isNaN(type) && trouble) {
    return { code: "damaged", message: `${trouble.message}; nothing that could be analysed was found; copy the file from the device again`, where: `byte ${trouble.byte}` };
  }
  if (!isActivity || type === 20) return { code: "not-a-recording", message: `${fileTypeName(type)}: not a recording; choose a file from the device's activity folder`, where };
  const lost = trouble ? ` (${trouble.message})` : "";
  return { code: "empty", message: `an activity without records${lost}; export the run with its samples`, where: where ?? (trouble ? `byte ${trouble.byte}` : null) };
}

function isUnnamedPart(part: FitPart): boolean {
  return part.tables.fileId.length === 0 && part.tables.session.length === 0 && part.tables.record.length === 0;
}

/** What belongs to one leg alone. */
function legRecording(part: FitPart, leg: Leg, where: string | null) {
  const { record } = part.tables;
  const columns = recordColumns(record, leg.rows);
  return {
    ...columns, format: "fit" as const, sport: leg.sport, where: [where, leg.where].filter((place) => place !== null).join(", ") || null,
    times: unixTimes(numbers(record, "timestamp"), leg.rows), breaks: [], startedAt: leg.startTime + fitEpoch, elapsed: leg.elapsedTime, distance: leg.distance,
    title: leg.title, indoor: isIndoor(leg, columns.columns.latitudeDegrees), ...terrainOfSubSport(leg.subSport),
  };
}

function partNotices(part: FitPart): readonly Notice[] {
  const notices = troubleNotices(part);
  if (part.undescribed > 0) notices.push({ code: "undescribed-fields", message: `${part.undescribed} developer fields have no description in the file and were left out` });
  return notices;
}

function unixTimes(stamps: Float64Array | undefined, rows: Uint32Array): Float64Array {
  if (!stamps) return new Float64Array(rows.length).fill(NaN);
  const times = gather(stamps, rows);
  for (let index = 0; index < times.length; index++) times[index]! += fitEpoch;
  return times;
}

function device(part: FitPart): string | null {
  const { fileId } = part.tables;
  const maker = numberAt(fileId, "manufacturer", 0);
  return deviceName(maker, numberAt(fileId, "product", 0), textAt(fileId, "productName", 0) ?? creatorName(part, maker));
}

/** The recording device's own product name, device index 0. */
function creatorName(part: FitPart, maker: number): string | null {
  const { deviceInfo } = part.tables;
  for (let row = 0; row < deviceInfo.length; row++) {
    if (numberAt(deviceInfo, "deviceIndex", row) === 0 && numberAt(deviceInfo, "manufacturer", row) === maker) {
      const name = textAt(deviceInfo, "productName", row);
      if (name) return name;
    }
  }
  return null;
}

/** Local time minus UTC [s], to the quarter hour; null where the activity message does not tell one that exists on earth. */
function utcOffset(part: FitPart): number | null {
  const { activity } = part.tables;
  const offset = numberAt(activity, "localTimestamp", 0) - numberAt(activity, "timestamp", 0);
  const quarters = Math.round(offset / 900) * 900;
  return Math.abs(quarters) <= 14 * 3600 ? quarters + 0 : null;
}

function isIndoor(leg: Leg, latitudeDegrees: Float64Array | undefined): boolean | null {
  const bySport = isIndoorSubSport(leg.subSport);
  if (bySport !== null) return bySport;
  return latitudeDegrees?.some((value) => !Number.isNaN(value)) ? false : null;
}

