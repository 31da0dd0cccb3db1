import { expect, test } from "vitest";
import type { Reading, Recording } from "../domain/index.ts";
import { readRecordings } from "./index.ts";

const start = Date.UTC(2026, 4, 2, 5, 14, 9);
const stamp = (second: number): string => new Date(start + 1000 * second).toISOString();
/** Degrees of latitude in three metres. */
const step = (3 * 180) / (Math.PI * 6_371_008.8);

/** Points a second apart, running north at 3 m/s. */
function points(count: number, from = 0, extra: (second: number) => string = () => ""): string {
  return Array.from({ length: count }, (_, index) => `<trkpt lat="${48 + step * (from + index)}" lon="9"><ele>300</ele><time>${stamp(from + index)}</time>${extra(from + index)}</trkpt>`).join("\n");
}

const gpx = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Test &amp; Co" xmlns="http://www.topografix.com/GPX/1/1">${inside}</gpx>`;
const track = (inside: string, type = "running"): string => `<trk><name>Morning</name><type>${type}</type>${inside}</trk>`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Reading<Recording> => readRecordings(bytes(text));

function only(text: string): Recording {
  const { recordings, refusals } = read(text);
  expect(refusals).toEqual([]);
  expect(recordings).toHaveLength(1);
  return recordings[0]!;
}

test("a run with positions and times alone gets distance and speed, and says so", () => {
  const recording = only(gpx(track(`<trkseg>${points(100)}</trkseg>`)));
  expect(recording).toMatchObject({ format: "gpx", sport: "running", sportFrom: "file", startedAt: start / 1000, duration: 99, utcOffset: null, device: "Test & Co", title: "Morning", pauses: [] });
  expect(recording.samples.length).toBe(100);
  expect(recording.distance).toBeCloseTo(297, 2);
  expect(recording.samples.speed?.[50]).toBeCloseTo(3, 4);
  expect(recording.samples.altitude?.[0]).toBe(300);
  expect(recording.notices.map(({ code }) => code)).toEqual(["distance-from-positions", "speed-from-distance"]);
});

test.each([
  ["Garmin's prefix", "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>150</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad><gpxtpx:atemp>21</gpxtpx:atemp><gpxtpx:speed>3.1</gpxtpx:speed></gpxtpx:TrackPointExtension><power>250</power></extensions>"],
  ["an odd prefix", "<extensions><ns3:TrackPointExtension><ns3:hr>150</ns3:hr><ns3:cad>85</ns3:cad><ns3:atemp>21</ns3:atemp><ns3:speed>3.1</ns3:speed></ns3:TrackPointExtension><ns3:power>250</ns3:power></extensions>"],
  ["no namespace", "<extensions><heartrate>150</heartrate><cadence>85</cadence><temperature>21</temperature><speed>3.1</speed><PowerInWatts>250</PowerInWatts></extensions>"],
  ["no extensions element", "<speed>3.1</speed><hr>150</hr><cad>85</cad><temp>21</temp><power>250</power>"],
])("extensions with %s", (_, extension) => {
  const { samples } = only(gpx(track(`<trkseg>${points(30, 0, () => extension)}</trkseg>`)));
  expect([samples.heartRatePerMinute?.[5], samples.temperatureCelsius?.[5], samples.speed?.[5], samples.power?.[5]]).toEqual([150, 21, 3.1, 250]);
  expect(samples.stepRate?.[5]).toBeCloseTo(170 / 60, 12);
});

test("segments with time between them are set apart by a pause", () => {
  const { pauses, samples } = only(gpx(track(`<trkseg>${points(30)}</trkseg><trkseg></trkseg><trkseg>${points(30, 100)}</trkseg>`)));
  expect(pauses).toEqual([{ start: 29, end: 100 }]);
  // What lies between the segments was not run.
  expect(samples.distance?.[59]).toBeCloseTo(3 * 58, 1);
});

test("each track is a recording of its own sport", () => {
  const { recordings, refusals } = read(gpx(track(`<trkseg>${points(30)}</trkseg>`) + track(`<trkseg>${points(30, 100)}</trkseg>`, "cycling") + track(`<trkseg>${points(20, 200)}</trkseg>`, "10")));
  expect(recordings.map(({ sport, samples }) => [sport, samples.length])).toEqual([["running", 30], ["walking", 20]]);
  expect(refusals).toEqual([{ code: "not-a-run", message: expect.stringContaining("cycling: not a run (30 records"), where: "track 2" }]);
});

test("a track without a type is judged by its speed", () => {
  expect(only(gpx(`<trk><trkseg>${points(60)}</trkseg></trk>`))).toMatchObject({ sport: "running", sportFrom: "judged" });
});

test("routes and tracks without times are refused with what to do", () => {
  const timeless = points(5).replaceAll(/<time>.*?<\/time>/g, "");
  expect(read(gpx(track(`<trkseg>${timeless}</trkseg>`))).refusals[0]).toMatchObject({ code: "no-time", message: expect.stringContaining("export the run with timestamps") });
  expect(read(gpx(`<rte><rtept lat="1" lon="2"/><rtept lat="1" lon="2"/></rte>`)).refusals[0]).toMatchObject({ code: "no-time", message: expect.stringContaining("route of 2 points") });
  expect(read(gpx(`<wpt lat="1" lon="2"/>`)).refusals[0]?.code).toBe("not-a-recording");
  expect(read(gpx("")).refusals[0]?.code).toBe("empty");
});

test.each([["a byte order mark", "\ufeff"], ["white space", "\n  \t"], ["both", "\ufeff\r\n"]])("%s before the declaration does no harm", (_, before) => {
  expect(only(before + gpx(track(`<trkseg>${points(30)}</trkseg>`))).samples.length).toBe(30);
});

test.each([["little", true], ["big", false]])("UTF-16, %s-endian", (_, isLittle) => {
  const text = "\ufeff" + gpx(track(`<trkseg>${points(30)}</trkseg>`)).replace("UTF-8", "UTF-16");
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index++) view.setUint16(2 * index, text.charCodeAt(index), isLittle);
  expect(readRecordings(new Uint8Array(view.buffer)).recordings[0]?.samples.length).toBe(30);
});

test("a declared single-byte encoding is honoured", () => {
  const text = gpx(track(`<trkseg>${points(30)}</trkseg>`)).replace("UTF-8", "ISO-8859-1").replace("Morning", "L\u00e4ufchen");
  expect(readRecordings(Uint8Array.from(text, (letter) => letter.charCodeAt(0))).recordings[0]?.title).toBe("L\u00e4ufchen");
});

test("offsets of the times are kept, missing zones are told", () => {
  const local = gpx(track(`<trkseg>${points(30)}</trkseg>`)).replaceAll(/T05:(\d\d:\d\d)\.000Z/g, "T07:$1+02:00");
  expect(only(local)).toMatchObject({ utcOffset: 7200, startedAt: start / 1000 });
  const bare = only(gpx(track(`<trkseg>${points(30)}</trkseg>`)).replaceAll(".000Z", ""));
  expect(bare.notices.map(({ code }) => code)).toContain("time-without-zone");
});

test("malformed XML keeps the points before it and names line and column", () => {
  const broken = gpx(track(`<trkseg>\n${points(30)}\n<trkpt lat="48" <<< </trkseg>`));
  const { recordings } = read(broken);
  expect(recordings[0]!.samples.length).toBeGreaterThanOrEqual(30);
  expect(recordings[0]!.notices[0]).toEqual({ code: "damaged", message: expect.stringMatching(/damaged at line 33, column \d+/) });
});

test("a cut file keeps every whole point", () => {
  const whole = gpx(track(`<trkseg>${points(30)}</trkseg>`));
  const { recordings } = read(whole.slice(0, whole.indexOf("<trkpt", whole.length - 200) + 20));
  expect(recordings[0]!.samples.length).toBeGreaterThanOrEqual(29);
  expect(recordings[0]!.notices.map(({ code }) => code)).toContain("damaged");
});

test("entities of a file's own are not expanded", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${gpx(track(`<trkseg>${points(30)}</trkseg>`).replace("Morning", "&b;")).slice(39)}`;
  const { recordings } = read(bomb);
  expect(recordings[0]?.title).toBe("&b;");
  expect(recordings[0]?.notices.map(({ code }) => code)).toContain("damaged");
});

test("nesting without end is stopped and told", () => {
  const { refusals } = read(gpx("<extensions>".repeat(100_000)));
  expect(refusals[0]).toMatchObject({ code: "damaged", message: expect.stringContaining("64 deep") });
});

test("decimals with exponents and with commas", () => {
  const odd = gpx(track(`<trkseg>${points(30)}</trkseg>`)).replaceAll('lon="9"', 'lon="9.0e0"').replaceAll("<ele>300</ele>", "<ele>300,5</ele>");
  expect(only(odd).samples).toMatchObject({ altitude: expect.toSatisfy((column: Float64Array) => column[3] === 300.5), longitudeDegrees: expect.toSatisfy((column: Float64Array) => column[3] === 9) });
});

test.each([["KML", `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>`], ["web page", "<!DOCTYPE html><html><body>log in</body></html>"], ["<sleepdata>", "<SleepData/>"], ["JSON", '{"a":1}'], ["zip", "PK\u0003\u0004"]])(
  "%s is named in its refusal",
  (what, text) => {
    expect(read(text).refusals).toEqual([{ code: "unknown-format", message: expect.stringContaining(what), where: null }]);
  },
);

test("an empty file is told to be empty", () => {
  expect(read("").refusals[0]?.code).toBe("empty");
  expect(readRecordings(new Uint8Array(100)).refusals[0]?.code).toBe("empty");
});
