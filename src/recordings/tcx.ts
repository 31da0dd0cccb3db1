import type { Reading, Recording, Refusal } from "../domain/index.ts";
import { finishRecording } from "./door/finish-recording.ts";
import type { RecordingFormat } from "./door/recording-format.ts";
import { namedSport } from "./door/settle-sport.ts";
import { xmlRoot } from "./xml/decode-text.ts";
import { addPoint, makePoints, maximumPoints, maximumTracks, pointColumns, setPoint, type PointTable } from "./xml/point-table.ts";
import { readXml } from "./xml/read-xml.ts";
import { parseDecimal, parseTime } from "./xml/values.ts";
import { xmlNotices } from "./xml/xml-notices.ts";

/** TCX: each activity is a recording; its laps follow on, the breaks between its tracks are pauses. */
export const tcx: RecordingFormat = { id: "tcx", recognises: (bytes) => xmlRoot(bytes) === "trainingcenterdatabase", read: readTcx };

interface Activity {
  readonly points: PointTable;
  readonly sport: string | null;
  startedAt: number;
  /** Sums over the laps: distance [m]. */
  distance: number;
  device: string | null;
  notes: string | null;
}

function readTcx(bytes: Uint8Array): Reading<Recording> {
  const activities: Activity[] = [];
  const file = { courses: 0, workouts: 0, points: 0 };
  let activity: Activity | null = null;
  let row = -1;
  const trouble = readXml(bytes, {
    isFull: () => file.points >= maximumPoints || activities.length >= maximumTracks,
    open(name, attributes) {
      if (name === "course") file.courses++;
      else if (name === "workout") file.workouts++;
      else if (name === "activity") {
        activities.push((activity = { points: makePoints(), sport: attributes["Sport"] ?? attributes["sport"] ?? null, startedAt: NaN, distance: NaN, device: null, notes: null }));
      } else if (name === "lap" && activity) {
        if (Number.isNaN(activity.startedAt)) activity.startedAt = parseTime(attributes["StartTime"] ?? "").time;
      } else if (name === "track" && activity) activity.points.breaks.push(activity.points.table.length);
      else if (name === "trackpoint" && activity) {
        file.points++;
        row = addPoint(activity.points);
      }
    },
    close(name, text, parent) {
      if (name === "activity") activity = null;
      else if (name === "trackpoint") row = -1;
      else if (activity && row >= 0) setPoint(activity.points, row, name === "value" ? parent : name, text);
      else if (activity && parent === "lap" && name === "distancemeters") activity.distance = (activity.distance || 0) + parseDecimal(text);
      else if (activity && parent === "creator" && name === "name") activity.device = text;
      else if (activity && parent === "activity" && name === "notes") activity.notes = text;
      else if (activity && parent === "activity" && name === "id" && Number.isNaN(activity.startedAt)) activity.startedAt = parseTime(text).time;
    },
  });

  const recordings: Recording[] = [];
  const refusals: Refusal[] = [];
  for (const [index, { points, sport, startedAt, distance, device, notes }] of activities.entries()) {
    const finished = finishRecording({
      format: "tcx", sport: namedSport(sport), where: activities.length > 1 ? `activity ${index + 1}` : null, ...pointColumns(points), breaks: points.breaks.filter((first) => first > 0), stops: [],
      startedAt, elapsed: NaN, distance, utcOffset: points.utcOffset, device: device || null, title: notes || null, indoor: null, notices: xmlNotices(points, trouble),
    });
    if ("recording" in finished) recordings.push(finished.recording);
    else refusals.push(finished.refusal);
  }
  if (activities.length === 0) refusals.push(withoutActivity(file.courses, file.workouts, trouble?.message ?? null, trouble?.where ?? null));
  if (activities.length >= maximumTracks) refusals.push({ code: "too-large", message: `it holds more than ${maximumTracks} activities; the rest was left out, export fewer at a time`, where: null });
  return { recordings, refusals };
}

function withoutActivity(courses: number, workouts: number, damage: string | null, where: string | null): Refusal {
  if (courses > 0) return { code: "not-a-recording", message: "a course: not a recording; export the run that was recorded", where };
  if (workouts > 0) return { code: "not-a-recording", message: "a workout plan: not a recording; export the run that was recorded", where };
  if (damage !== null) return { code: "damaged", message: `${damage}; no activity was found before it; export the run again`, where };
  return { code: "empty", message: "there is no activity in it; export the run with its samples", where };
}
