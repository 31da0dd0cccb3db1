import type { Reading, Recording, Refusal } from "../domain/index.ts";
import { finishRecording } from "./door/finish-recording.ts";
import type { RecordingFormat } from "./door/recording-format.ts";
import { namedSport } from "./door/settle-sport.ts";
import { xmlRoot } from "./xml/decode-text.ts";
import { addPoint, makePoints, maximumPoints, maximumTracks, pointColumns, setPoint, setPosition, type PointTable } from "./xml/point-table.ts";
import { readXml } from "./xml/read-xml.ts";
import { xmlNotices } from "./xml/xml-notices.ts";

/** GPX: each track is a recording, its segments are set apart by pauses. */
export const gpx: RecordingFormat = { id: "gpx", recognises: (bytes) => xmlRoot(bytes) === "gpx", read: readGpx };

interface Track {
  readonly points: PointTable;
  type: string | null;
  name: string | null;
}

function readGpx(bytes: Uint8Array): Reading<Recording> {
  const tracks: Track[] = [];
  const file = { creator: "", name: "", routePoints: 0, waypoints: 0, points: 0 };
  let track: Track | null = null;
  let row = -1;
  const trouble = readXml(bytes, {
    isFull: () => file.points >= maximumPoints || tracks.length >= maximumTracks,
    open(name, attributes) {
      if (name === "gpx") file.creator = attributes["creator"] ?? "";
      else if (name === "rtept") file.routePoints++;
      else if (name === "wpt") file.waypoints++;
      else if (name === "trk") tracks.push((track = { points: makePoints(), type: null, name: null }));
      else if (name === "trkseg" && track) track.points.breaks.push(track.points.table.length);
      else if (name === "trkpt" && track) {
        file.points++;
        row = addPoint(track.points);
        setPosition(track.points, row, attributes["lat"], attributes["lon"]);
      }
    },
    close(name, text, parent) {
      if (name === "trk") track = null;
      else if (name === "trkpt") row = -1;
      else if (track && row >= 0) setPoint(track.points, row, name, text);
      else if (track && parent === "trk" && name === "type") track.type = text;
      else if (track && parent === "trk" && name === "name") track.name = text;
      else if (parent === "metadata" && name === "name") file.name = text;
    },
  });

  const recordings: Recording[] = [];
  const refusals: Refusal[] = [];
  for (const [index, { points, type, name }] of tracks.entries()) {
    const finished = finishRecording({
      format: "gpx", sport: namedSport(type), where: tracks.length > 1 ? `track ${index + 1}` : null, ...pointColumns(points), breaks: points.breaks.filter((first) => first > 0), stops: [],
      startedAt: NaN, elapsed: NaN, distance: NaN, utcOffset: points.utcOffset, device: file.creator || null, title: name || file.name || null, indoor: null,
      notices: xmlNotices(points, trouble),
    });
    if ("recording" in finished) recordings.push(finished.recording);
    else refusals.push(finished.refusal);
  }
  if (tracks.length === 0) refusals.push(withoutTrack(file.routePoints, file.waypoints, trouble?.message ?? null, trouble?.where ?? null));
  if (tracks.length >= maximumTracks) refusals.push({ code: "too-large", message: `it holds more than ${maximumTracks} tracks; the rest was left out, export fewer at a time`, where: null });
  return { recordings, refusals };
}

function withoutTrack(routePoints: number, waypoints: number, damage: string | null, where: string | null): Refusal {
  if (routePoints > 0) return { code: "no-time", message: `a planned route of ${routePoints} points without times; export the run that was recorded, as a track with timestamps`, where };
  if (waypoints > 0) return { code: "not-a-recording", message: `${waypoints} waypoints and no track: not a recording; export the run as a track with timestamps`, where };
  if (damage !== null) return { code: "damaged", message: `${damage}; no track was found before it; export the run again`, where };
  return { code: "empty", message: "there is no track in it; export the run as a track with timestamps", where };
}
