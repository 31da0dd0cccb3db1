import { expect, test } from "vitest";
import { activityLayout, fileId, fitStart, recordFields, recordLayout, session, sportLayout, steadyRecords, steadyRun, timer, timestamp } from "../../test/fixtures/fit-files.ts";
import type { Recording } from "../domain/index.ts";
import { encodeFit, fitEpoch, readRecordings, type FitLayout, type FitMessage } from "./index.ts";

function only(bytes: Uint8Array): Recording {
  const { recordings, refusals } = readRecordings(bytes);
  expect(refusals).toEqual([]);
  expect(recordings).toHaveLength(1);
  return recordings[0]!;
}

const run = (...messages: FitMessage[]): Recording => only(encodeFit([fileId(), ...messages, session(1)]));

test("a plain run comes out in SI", () => {
  const recording = only(steadyRun(60));
  expect(recording).toMatchObject({ format: "fit", sport: "running", sportFrom: "file", startedAt: fitStart + fitEpoch, duration: 60, distance: 180, device: "Garmin Forerunner 935", pauses: [], notices: [] });
  expect(recording.samples.length).toBe(60);
  expect([...recording.samples.time.subarray(0, 3)]).toEqual([0, 1, 2]);
  expect(recording.samples.speed?.[7]).toBe(3);
  expect(recording.samples.distance?.[7]).toBe(21);
  expect(recording.samples.heartRatePerMinute?.[7]).toBe(142);
  expect(recording.samples.stepRate?.[7]).toBeCloseTo((2 * 85) / 60, 12);
});

test.each([["little", 12], ["little", 14], ["big", 12], ["big", 14]] as const)("byte order %s and a header of %i bytes change nothing", (byteOrder, headerSize) => {
  expect(only(steadyRun(60, { byteOrder, headerSize }))).toEqual(only(steadyRun(60)));
});

test("every unit of the profile", () => {
  const layout: FitLayout = {
    message: 20,
    fields: [
      timestamp, { number: 0, type: "sint32" }, { number: 1, type: "sint32" }, { number: 2, type: "uint16" }, { number: 13, type: "sint8" }, { number: 7, type: "uint16" },
      { number: 39, type: "uint16" }, { number: 41, type: "uint16" }, { number: 84, type: "uint16" }, { number: 85, type: "uint16" }, { number: 4, type: "uint8" }, { number: 53, type: "uint8" },
    ],
  };
  const values = [fitStart, 2 ** 30, -(2 ** 29), 2600, -5, 310, 874, 2430, 4887, 11_410, 79, 64];
  const { samples } = run({ layout, values }, { layout, values: [fitStart + 1, ...values.slice(1)] });
  const first = Object.fromEntries(Object.entries(samples).flatMap(([name, column]) => (column instanceof Float64Array && !Number.isNaN(column[0]) ? [[name, column[0]]] : [])));
  expect(first).toEqual({
    time: 0, latitudeDegrees: 90, longitudeDegrees: -45, altitude: 20, temperatureCelsius: -5, power: 310, verticalOscillation: expect.closeTo(0.0874, 12),
    groundContactTime: expect.closeTo(0.243, 12), leftContactShare: expect.closeTo(0.4887, 12), stepLength: expect.closeTo(1.141, 12),
    // GoldenCheetah's worked example: (79 + 0.5) × 2 = 159 steps a minute.
    stepRate: expect.closeTo(159 / 60, 12), distance: 0, speed: 0,
  });
});

test("invalid values are gaps, and a channel without a value is absent", () => {
  const layout: FitLayout = { message: 20, fields: [...recordFields, { number: 41, type: "uint16" }, { number: 7, type: "uint16" }] };
  const rows = [[0, 0, 3, 140, 85, 2400, null], [1, 3, null, null, 85, null, null], [2, 6, 3, 141, null, 2410, null]];
  const { samples } = run(...rows.map(([time, ...rest]) => ({ layout, values: [fitStart + (time ?? 0), ...rest] })));
  expect([...samples.speed!]).toEqual([3, NaN, 3]);
  expect([...samples.heartRatePerMinute!]).toEqual([140, NaN, 141]);
  expect([...samples.groundContactTime!]).toEqual([0.24, NaN, 0.241]);
  expect(samples.stepRate?.[2]).toBeNaN();
  expect(samples).not.toHaveProperty("power");
});

test("zero contact time, share and heart rate mean that nothing was measured", () => {
  const layout: FitLayout = { message: 20, fields: [...recordFields, { number: 41, type: "uint16" }, { number: 84, type: "uint16" }] };
  const { samples } = run({ layout, values: [fitStart, 0, 3, 0, 85, 0, 0] }, { layout, values: [fitStart + 1, 3, 3, 140, 85, 2400, 5000] });
  expect([...samples.groundContactTime!]).toEqual([NaN, 0.24]);
  expect([...samples.leftContactShare!]).toEqual([NaN, 0.5]);
  expect([...samples.heartRatePerMinute!]).toEqual([NaN, 140]);
});

test("enhanced speed and altitude go before the short ones, which fill their gaps", () => {
  const layout: FitLayout = { message: 20, fields: [timestamp, { number: 6, type: "uint16" }, { number: 73, type: "uint32" }, { number: 2, type: "uint16" }, { number: 78, type: "uint32" }] };
  const { samples } = run({ layout, values: [fitStart, 3000, 3100, 2500, 2510] }, { layout, values: [fitStart + 1, 3000, null, 2500, null] });
  expect([...samples.speed!]).toEqual([3.1, 3]);
  expect([...samples.altitude!]).toEqual([2, 0]);
});

test("compressed speed and distance unpack, and the distance counts on past its 256 m", () => {
  const layout: FitLayout = { message: 20, fields: [{ number: 8, type: "byte", count: 3 }] };
  const pack = (speed: number, distance: number): Uint8Array => {
    const centimetres = Math.round(speed * 100);
    const sixteenths = Math.round(distance * 16) & 0xfff;
    return Uint8Array.from([centimetres & 0xff, (centimetres >> 8) | ((sixteenths & 15) << 4), sixteenths >> 4]);
  };
  const rows = Array.from({ length: 200 }, (_, index) => ({ layout, values: [pack(3.25, 10 + 3.25 * index)], compressedTimestamp: fitStart + 1 + index }));
  const { samples } = run(timer(fitStart, 0), ...rows);
  expect(samples.length).toBe(200);
  expect(samples.speed?.[100]).toBe(3.25);
  expect(samples.distance?.[0]).toBe(10);
  expect(samples.distance?.[199]).toBe(10 + 3.25 * 199);
});

test("strides counted in eight bits become a step rate", () => {
  const layout: FitLayout = { message: 20, fields: [timestamp, { number: 6, type: "uint16", scale: 1000 }, { number: 18, type: "uint8" }] };
  // 255 is the invalid value, so that record has a gap.
  const { samples } = run(...Array.from({ length: 300 }, (_, index) => ({ layout, values: [fitStart + 2 * index, 3, (3 * index) & 0xff] })));
  // Three strides in two seconds are three steps a second.
  expect(samples.stepRate?.[1]).toBeCloseTo(3, 12);
  expect(samples.stepRate?.[200]).toBeCloseTo(3, 12);
});

test("compressed timestamps count on from the last full one, past their 32 seconds", () => {
  const layout: FitLayout = { message: 20, fields: [{ number: 3, type: "uint8" }] };
  const times = [fitStart + 3, fitStart + 20, fitStart + 40, fitStart + 71];
  const { samples } = run({ layout: recordLayout, values: [fitStart, 0, 3, 140, 85] }, ...times.map((time) => ({ layout, values: [150], compressedTimestamp: time })));
  expect([...samples.time]).toEqual([0, 3, 20, 40, 71]);
});

test("a record without any field but its compressed time still counts", () => {
  const layout: FitLayout = { message: 20, fields: [] };
  expect(run(...steadyRecords(2), { layout, values: [], compressedTimestamp: fitStart + 2 }).samples.length).toBe(3);
});

test("a run with heart rate only is a run", () => {
  const layout: FitLayout = { message: 20, fields: [timestamp, { number: 3, type: "uint8" }] };
  const { samples } = run(...[0, 1, 2].map((second) => ({ layout, values: [fitStart + second, 150] })));
  expect(Object.keys(samples).sort()).toEqual(["heartRatePerMinute", "length", "time"]);
});

test("a treadmill run is indoor", () => {
  expect(only(encodeFit([fileId(), ...steadyRecords(10), session(1, fitStart, 10, 30, 1)])).indoor).toBe(true);
});

test("pauses are the stretches between the timer's stop and start, not its last stop", () => {
  const events = [timer(fitStart, 0), timer(fitStart + 20, 4), timer(fitStart + 50, 0), timer(fitStart + 79, 4)];
  const records = [...steadyRecords(20), ...steadyRecords(30, fitStart + 50)];
  expect(run(...events, ...records).pauses).toEqual([{ start: 20, end: 50 }]);
});

test("local time tells the offset from UTC", () => {
  expect(run(...steadyRecords(5), { layout: activityLayout, values: [fitStart + 60, fitStart + 60 + 7200] }).utcOffset).toBe(7200);
  expect(run(...steadyRecords(5), { layout: activityLayout, values: [fitStart + 60, 0] }).utcOffset).toBeNull();
});

test("a text without its ending zero ends with its field", () => {
  const layout: FitLayout = { ...sportLayout, fields: [{ number: 0, type: "enum" }, { number: 1, type: "enum" }, { number: 3, type: "string", count: 4 }] };
  expect(run(...steadyRecords(5), { layout, values: [1, 0, "Läuf"] }).title).toBe("Läu");
});

test.each([[2, "settings"], [6, "a course"], [5, "a workout plan"], [15, "daily monitoring"], [10, "totals"], [34, "a segment"], [99, "a FIT file of type 99"]])("file type %i is %s and no recording", (type, name) => {
  const { recordings, refusals } = readRecordings(encodeFit([fileId(type), ...steadyRecords(type === 6 ? 3 : 0)]));
  expect(recordings).toEqual([]);
  expect(refusals).toEqual([{ code: "not-a-recording", message: expect.stringContaining(`${name}: not a recording`), where: null }]);
});

test("cycling is refused by name, with the records that it leaves out", () => {
  const { recordings, refusals } = readRecordings(encodeFit([fileId(), ...steadyRecords(7), session(2)]));
  expect(recordings).toEqual([]);
  expect(refusals).toEqual([{ code: "not-a-run", message: expect.stringMatching(/^cycling: not a run \(7 records/), where: null }]);
});

test("records without any time are refused, not guessed", () => {
  const layout: FitLayout = { message: 20, fields: [{ number: 3, type: "uint8" }] };
  const { refusals } = readRecordings(encodeFit([fileId(), { layout, values: [140] }, session(1)]));
  expect(refusals[0]?.code).toBe("no-time");
});

test("an activity that has only totals is refused as empty", () => {
  expect(readRecordings(encodeFit([fileId(), session(1)])).refusals[0]?.code).toBe("empty");
});
