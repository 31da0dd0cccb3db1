import { expect, test } from "vitest";
import { chained, fileId, session, steadyRecords, steadyRun } from "../../../test/fixtures/fit-files.ts";
import { encodeFit, readRecordings } from "../index.ts";

const codes = (bytes: Uint8Array): unknown => {
  const { recordings, refusals } = readRecordings(bytes);
  return { records: recordings.map(({ samples }) => samples.length), notices: recordings.flatMap(({ notices }) => notices.map(({ code }) => code)), refusals: refusals.map(({ code }) => code) };
};

test("a wrong file checksum is told and the data kept", () => {
  const file = steadyRun(60);
  file[file.length - 1]! ^= 0x55;
  expect(codes(file)).toEqual({ records: [60], notices: ["file-crc"], refusals: [] });
});

test("a wrong header checksum is told, one of zero is none", () => {
  const file = steadyRun(60);
  file[12]! ^= 0x55;
  expect(codes(file)).toEqual({ records: [60], notices: ["header-crc", "file-crc"], refusals: [] });
  const bare = steadyRun(60);
  bare.fill(0, 12, 14);
  bare.fill(0, bare.length - 2);
  expect(codes(bare)).toEqual({ records: [60], notices: [], refusals: [] });
});

test("a cut file keeps every whole record and says how many bytes are gone", () => {
  const whole = encodeFit([fileId(), session(1), ...steadyRecords(60)]);
  const { recordings } = readRecordings(whole.subarray(0, whole.length - 12));
  expect(recordings[0]!.samples.length).toBe(59);
  expect(recordings[0]!.notices).toEqual([{ code: "truncated", message: `the file ends at byte ${whole.length - 12}, 12 bytes early; its 59 good records were kept` }]);
});

test("no cut, at any byte, loses a whole record", () => {
  const whole = encodeFit([fileId(), session(1), ...steadyRecords(10)], { headerSize: 12 });
  const recordSize = 1 + 4 + 4 + 2 + 1 + 1;
  const recordsStart = whole.length - 2 - 10 * recordSize;
  for (let length = recordsStart + recordSize; length < whole.length; length++) {
    expect(readRecordings(whole.subarray(0, length)).recordings[0]?.samples.length).toBe(Math.min(10, Math.floor((length - recordsStart) / recordSize)));
  }
});

test("a file whose size was never written is read to its end", () => {
  const file = steadyRun(60);
  file.fill(0, 4, 8);
  expect(codes(file.subarray(0, file.length - 2))).toEqual({ records: [60], notices: ["header-crc", "truncated"], refusals: [] });
});

test("bytes after the last part are told", () => {
  expect(codes(chained(steadyRun(60), new Uint8Array(50).fill(1)))).toEqual({ records: [60], notices: ["trailing-bytes"], refusals: [] });
});

test("records go on after bytes that were lost in the middle, and the loss is named", () => {
  const whole = encodeFit([fileId(), session(1), ...steadyRecords(60)]);
  const at = whole.length - 2 - 30 * 13 + 6;
  const lost = chained(whole.subarray(0, at), whole.subarray(at + 1));
  const { recordings } = readRecordings(lost);
  expect(recordings[0]!.samples.length).toBe(59);
  const words = recordings[0]!.notices.map(({ message }) => message).join("; ");
  expect(words).toMatch(/^\d+ bytes from byte \d+ on are damaged and were left out;.*; its 59 good records were kept/);
  expect(words.match(/were kept/g)).toHaveLength(1);
  expect(recordings[0]!.samples.time[58]).toBe(59);
});

test("data without a definition is refused with its byte", () => {
  const file = encodeFit([], { headerSize: 12 });
  const broken = chained(file.subarray(0, 12), new Uint8Array(20).fill(3), new Uint8Array(2));
  broken[4] = 20;
  expect(readRecordings(broken).refusals).toEqual([{ code: "damaged", message: expect.stringContaining("byte 12"), where: "byte 12" }]);
});

test("a field wider or narrower than its type does not shift its neighbours", () => {
  const whole = encodeFit([fileId(), session(1), ...steadyRecords(5)], { headerSize: 12 });
  // Heart rate (field 3, one byte) is declared as a 16-bit number in one byte: unreadable, the others stay.
  const definition = [...whole].findIndex((_, index) => whole[index] === 3 && whole[index + 1] === 1 && whole[index + 2] === 0x02 && whole[index + 3] === 4);
  whole[definition + 2] = 0x84;
  const { samples } = readRecordings(whole).recordings[0]!;
  expect(samples.heartRatePerMinute).toBeUndefined();
  expect(samples.stepRate?.[3]).toBeCloseTo(170 / 60, 12);
  expect(samples.speed?.[3]).toBe(3);
});

test("a header that promises four gigabytes costs nothing", () => {
  const file = steadyRun(5);
  file.fill(0xff, 4, 8);
  expect(codes(file)).toMatchObject({ records: [5] });
});
