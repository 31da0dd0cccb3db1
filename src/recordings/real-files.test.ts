import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import FitParser from "fit-file-parser";
import { describe, expect, test } from "vitest";
import { checkReading } from "../../test/fixtures/check-reading.ts";
import { cpuTime } from "../../test/fixtures/cpu-time.ts";
import type { Reading, Recording } from "../domain/index.ts";
import { readRecordings } from "./index.ts";

const data = "../shared/data";
const folders = ["activity", "malformed", "bulk-export"];
const isThere = existsSync(data);
if (!isThere) console.info(`skipped: the public recordings are not in ${data}`);

const files = isThere
  ? folders.flatMap((folder) => readdirSync(`${data}/${folder}`, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [`${entry.parentPath}/${entry.name}`] : [])))
  : [];

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  const stored = readFileSync(file);
  return Uint8Array.from(file.endsWith(".gz") ? gunzipSync(stored) : stored);
}

/** Records in recordings, and those that refusals say were left out. */
function accounted({ recordings, refusals }: Reading<Recording>): number {
  const kept = recordings.reduce((sum, { samples }) => sum + samples.length, 0);
  return refusals.reduce((sum, { message }) => sum + Number(/(\d+) records left out|none of its (\d+) records/.exec(message)?.slice(1).find(Boolean) ?? 0), kept);
}

interface PeerRecord {
  readonly [field: string]: unknown;
}

/** What fit-file-parser makes of it; undefined where it refuses the file. */
function peerRecords(bytes: Uint8Array<ArrayBuffer>): readonly PeerRecord[] | undefined {
  let records: readonly PeerRecord[] | undefined;
  try {
    new FitParser({ force: true, speedUnit: "m/s", lengthUnit: "m" }).parse(bytes.buffer, (_, parsed) => {
      records = parsed?.records?.map((record) => ({ ...record }));
    });
  } catch {
    return undefined;
  }
  return records;
}

/** Files for which our count is right and the peer's is not, or for which a count means nothing. */
const exceptions: Readonly<Record<string, { readonly ours: number; readonly why: string }>> = {
  "activity-activity-filecrc.fit": { ours: 28, why: "two chained runs; the peer reads the first only" },
  "activity-unexpected-eof.fit": { ours: 14, why: "cut short by three bytes; the peer refuses it whole" },
  "nick.fit": { ours: 14_391, why: "the last record runs past the file's end; the peer reads it from the checksum" },
  "strava-android-app-201.10-b1218918.fit": { ours: 5331, why: "a text-mode copy dropped bytes in the middle; the peer refuses it whole" },
  "chained_Activity_activity_poolswim.fit": { ours: 3625, why: "two chained activities; the peer reads the first only" },
  "Berlin (0,9 km).fit": { ours: 0, why: "a course: its points are a plan, not records" },
};

describe.skipIf(!isThere)("public recordings", () => {
  test("every file ends in recordings or named refusals, quickly", () => {
    let recordings = 0;
    let refusals = 0;
    for (const file of files) {
      const before = cpuTime();
      const reading = readRecordings(bytesOf(file));
      expect(cpuTime() - before, file).toBeLessThan(5000);
      checkReading(reading);
      recordings += reading.recordings.length;
      refusals += reading.refusals.length;
    }
    console.info(`${files.length} files: ${recordings} recordings, ${refusals} refusals`);
    expect(files.length).toBeGreaterThan(150);
  });

  test("every FIT record is in a recording or named as left out: the peer's count, or a reason why ours is right", () => {
    let same = 0;
    for (const file of files.filter((name) => /\.fit(\.gz)?$/.test(name))) {
      const bytes = bytesOf(file);
      const name = file.slice(file.lastIndexOf("/") + 1);
      const theirs = peerRecords(bytes)?.length ?? 0;
      const ours = accounted(readRecordings(bytes));
      if (exceptions[name]) expect(ours, `${file}: ${exceptions[name].why}`).toBe(exceptions[name].ours);
      else expect(ours, file).toBe(theirs);
      same += ours === theirs ? 1 : 0;
    }
    console.info(`${same} files with the peer's record count, ${Object.keys(exceptions).length} with a reason`);
  });

  test("every value of a run is the peer's", () => {
    let compared = 0;
    for (const file of files.filter((name) => /\.fit(\.gz)?$/.test(name))) {
      const bytes = bytesOf(file);
      const { recordings } = readRecordings(bytes);
      const theirs = peerRecords(bytes);
      const [recording] = recordings;
      if (!recording || !theirs || recordings.length > 1 || recording.samples.length !== theirs.length) continue;
      compared += compareValues(file, recording, theirs);
    }
    console.info(`${compared} values compared`);
    expect(compared).toBeGreaterThan(250_000);
  });

  test("every point of a GPX or TCX file is in a recording or named as left out", () => {
    for (const file of files.filter((name) => /\.(gpx|tcx)$/.test(name))) {
      const bytes = bytesOf(file);
      const points = new TextDecoder().decode(bytes).match(/<trkpt[\s>]|<Trackpoint>/g)?.length ?? 0;
      expect(accounted(readRecordings(bytes)), file).toBe(points);
    }
  });
});

/** Channel, the peer's field, and factor from the peer's unit. */
const fields = [
  ["latitudeDegrees", "position_lat", 1], ["longitudeDegrees", "position_long", 1], ["heartRatePerMinute", "heart_rate", 1], ["distance", "distance", 1],
  ["temperatureCelsius", "temperature", 1], ["verticalOscillation", "vertical_oscillation", 0.001], ["groundContactTime", "stance_time", 0.001],
  ["leftContactShare", "stance_time_balance", 0.01], ["stepLength", "step_length", 0.001], ["formPower", "Form Power", 1], ["legStiffness", "Leg Spring Stiffness", 1000],
] as const;

function compareValues(file: string, { samples, startedAt }: Recording, theirs: readonly PeerRecord[]): number {
  let compared = 0;
  for (const [row, record] of theirs.entries()) {
    if (record["timestamp"] instanceof Date && record["timestamp"].getTime() / 1000 !== startedAt + samples.time[row]!) expect.unreachable(`${file}: record ${row} at ${samples.time[row]}`);
    for (const [channel, field, factor] of fields) {
      const value = record[field];
      const ours = samples[channel]?.[row];
      // A zero of theirs is a gap of ours, by the door's limits.
      if (typeof value !== "number" || value === 0 || ours === undefined || Number.isNaN(ours)) continue;
      if (Math.abs(ours - value * factor) > 1e-7 * Math.max(1, Math.abs(ours))) expect.unreachable(`${file}: ${channel} of record ${row} is ${ours}, the peer has ${value}`);
      compared++;
    }
  }
  return compared;
}
