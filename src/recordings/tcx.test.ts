import { expect, test } from "vitest";
import type { Recording } from "../domain/index.ts";
import { readRecordings } from "./index.ts";

const start = Date.UTC(2026, 4, 2, 5, 14, 9);
const stamp = (second: number): string => new Date(start + 1000 * second).toISOString();

/** Points a second apart at 3 m/s with heart rate and what else is given. */
function points(count: number, from = 0, extra = ""): string {
  return Array.from(
    { length: count },
    (_, index) => `<Trackpoint><Time>${stamp(from + index)}</Time><DistanceMeters>${3 * (from + index)}</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm>${extra}</Trackpoint>`,
  ).join("\n");
}

const lap = (from: number, inside: string, distance = 90): string => `<Lap StartTime="${stamp(from)}"><TotalTimeSeconds>30</TotalTimeSeconds><DistanceMeters>${distance}</DistanceMeters>${inside}</Lap>`;
const activity = (inside: string, sport = "Running"): string =>
  `<Activity Sport="${sport}"><Id>${stamp(0)}</Id>${inside}<Notes>Round the lake</Notes><Creator xsi:type="Device_t"><Name>Forerunner 610</Name></Creator></Activity>`;
const tcx = (inside: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?><TrainingCenterDatabase><Activities>${inside}</Activities><Author><Name>Connect</Name></Author></TrainingCenterDatabase>`);

function only(file: Uint8Array): Recording {
  const { recordings, refusals } = readRecordings(file);
  expect(refusals).toEqual([]);
  expect(recordings).toHaveLength(1);
  return recordings[0]!;
}

test("a run of two laps is one recording", () => {
  const recording = only(tcx(activity(lap(0, `<Track>${points(30)}</Track>`) + lap(30, `<Track>${points(30, 30)}</Track>`))));
  expect(recording).toMatchObject({ format: "tcx", sport: "running", startedAt: start / 1000, duration: 59, distance: 180, device: "Forerunner 610", title: "Round the lake", pauses: [] });
  expect(recording.samples.length).toBe(60);
  expect(recording.samples.heartRatePerMinute?.[40]).toBe(150);
  expect(recording.samples.speed?.[40]).toBeCloseTo(3, 9);
});

test.each([
  ["Garmin's extension", "<Extensions><TPX xmlns='http://www.garmin.com/xmlschemas/ActivityExtension/v2'><Speed>3.2</Speed><RunCadence>85</RunCadence><Watts>250</Watts></TPX></Extensions>"],
  ["an odd prefix", "<Extensions><ns3:TPX><ns3:Speed>3.2</ns3:Speed><ns3:RunCadence>85</ns3:RunCadence><ns3:Watts>250</ns3:Watts></ns3:TPX></Extensions>"],
  ["the plain cadence", "<Cadence>85</Cadence><Extensions><x:TPX><x:Speed>3.2</x:Speed><x:Watts>250</x:Watts></x:TPX></Extensions>"],
])("%s", (_, extra) => {
  const { samples } = only(tcx(activity(lap(0, `<Track>${points(30, 0, extra)}</Track>`))));
  expect([samples.speed?.[9], samples.power?.[9]]).toEqual([3.2, 250]);
  expect(samples.stepRate?.[9]).toBeCloseTo(170 / 60, 12);
});

test("positions, altitude and contact time", () => {
  const extra = "<Position><LatitudeDegrees>48.1</LatitudeDegrees><LongitudeDegrees>9.2</LongitudeDegrees></Position><AltitudeMeters>301</AltitudeMeters><Extensions><GroundContactTime>243</GroundContactTime></Extensions>";
  const { samples } = only(tcx(activity(lap(0, `<Track>${points(30, 0, extra)}</Track>`))));
  expect([samples.latitudeDegrees?.[9], samples.longitudeDegrees?.[9], samples.altitude?.[9], samples.groundContactTime?.[9]]).toEqual([48.1, 9.2, 301, 0.243]);
});

test("a break between tracks is a pause, a doubled cadence is told", () => {
  const { pauses, notices } = only(tcx(activity(lap(0, `<Track>${points(30, 0, "<Cadence>172</Cadence>")}</Track><Track>${points(30, 200, "<Cadence>172</Cadence>")}</Track>`))));
  expect(pauses).toEqual([{ start: 29, end: 200 }]);
  expect(notices.map(({ code }) => code)).toContain("cadence-counts-steps");
});

test("several activities, each named", () => {
  const file = tcx(activity(lap(0, `<Track>${points(30)}</Track>`)) + activity(lap(100, `<Track>${points(30, 100)}</Track>`), "Biking") + activity(lap(200, `<Track>${points(30, 200)}</Track>`)));
  const { recordings, refusals } = readRecordings(file);
  expect(recordings.map(({ samples }) => samples.length)).toEqual([30, 30]);
  expect(refusals).toEqual([{ code: "not-a-run", message: expect.stringContaining("biking: not a run (30 records"), where: "activity 2" }]);
});

test("courses, workouts and laps without points are refused by name", () => {
  const refused = (inside: string): unknown => readRecordings(new TextEncoder().encode(`<TrainingCenterDatabase>${inside}</TrainingCenterDatabase>`)).refusals[0]?.code;
  expect(refused(`<Courses><Course><Track>${points(3)}</Track></Course></Courses>`)).toBe("not-a-recording");
  expect(refused("<Workouts><Workout/></Workouts>")).toBe("not-a-recording");
  expect(refused(`<Activities>${activity(lap(0, ""))}</Activities>`)).toBe("empty");
  expect(refused("")).toBe("empty");
});

test("an undefined entity in a note costs the note, not the run", () => {
  const { samples, notices } = only(tcx(activity(lap(0, `<Track>${points(30)}</Track>`)).replace("Round", "Round&nbsp;")));
  expect(samples.length).toBe(30);
  expect(notices[0]).toEqual({ code: "damaged", message: expect.stringContaining("line 30, column") });
});
