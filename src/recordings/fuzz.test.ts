import { expect, test } from "vitest";
import { smallHealth } from "../../test/fixtures/apple-health.ts";
import { checkReading } from "../../test/fixtures/check-reading.ts";
import { cpuTime } from "../../test/fixtures/cpu-time.ts";
import { chained, fileId, fitStart, recordsWith, session, sportLayout, steadyRecords, timer } from "../../test/fixtures/fit-files.ts";
import { mutate } from "../../test/fixtures/mutate.ts";
import { seededIntegers } from "../../test/fixtures/seeded.ts";
import { smallGpx, smallTcx } from "../../test/fixtures/xml-files.ts";
import { developerDataId, encodeFit, fieldDescription, recordingFormats, readRecordings, type FitDeveloperField, type FitLayout } from "./index.ts";

/** Damaged inputs a format; FUZZ_INPUTS asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 20_000);

const groundTime: FitDeveloperField = { developer: 0, number: 8, type: "uint16" };
const compressed: FitLayout = { message: 20, fields: [{ number: 8, type: "byte", count: 3 }, { number: 18, type: "uint8" }] };
const seeds: Readonly<Record<string, readonly Uint8Array[]>> = {
  fit: [
    encodeFit([fileId(), ...steadyRecords(12), timer(fitStart + 3, 4), timer(fitStart + 5, 0), session(1)]),
    encodeFit([fileId(), developerDataId(0, new Uint8Array(16)), fieldDescription(groundTime, "Ground Time", "ms"), ...recordsWith([groundTime], [[240, 241, 242, 243]]), session(1)], { byteOrder: "big" }),
    encodeFit([fileId(), ...steadyRecords(2), ...[1, 9, 40].map((time) => ({ layout: compressed, values: [Uint8Array.of(44, 1, time), time], compressedTimestamp: fitStart + time })), session(1)], { headerSize: 12 }),
    chained(encodeFit([fileId(), { layout: sportLayout, values: [2, 0, "a"] }, ...steadyRecords(4), session(2, fitStart, 4), session(1, fitStart + 4, 4), ...steadyRecords(4, fitStart + 4)]), encodeFit([fileId(2)])),
  ],
  gpx: [smallGpx(3), smallGpx(1)],
  tcx: [smallTcx(3), smallTcx(1)],
  "apple-health": [smallHealth(3), smallHealth(1)],
};

test.each(recordingFormats.map((format) => [format.id, format] as const))("%s: every damaged input ends in a recording or a named refusal", (id, format) => {
  const integer = seededIntegers(20_260_502);
  const own = seeds[id] ?? expect.unreachable(`no seeds for ${id}`);
  let taken = 0;
  let slowest = 0;
  for (let input = 0; input < inputs; input++) {
    const bytes = mutate(own[integer(own.length)]!, integer);
    const before = cpuTime();
    // Half go through the format itself, which must cope even where nothing recognised the bytes.
    const reading = input % 2 === 0 ? readRecordings(bytes) : format.read(bytes);
    slowest = Math.max(slowest, cpuTime() - before);
    checkReading(reading);
    taken += reading.recordings.length;
  }
  console.info(`${id}: ${inputs} damaged inputs, ${taken} recordings, slowest ${slowest.toFixed(1)} ms`);
  // Most damage leaves something to read; if not, the mutations would test nothing but the front door.
  expect(taken).toBeGreaterThan(inputs / 10);
  expect(slowest).toBeLessThan(2000);
}, 600_000);

test("memory grows with the bytes of a file, not with the lengths it claims", () => {
  const definition = [0x40, 0, 0, 20, 0, 1, 3, 1, 2];
  const claims = Uint8Array.from([14, 0x20, 0, 0, 0xff, 0xff, 0xff, 0x7f, 0x2e, 0x46, 0x49, 0x54, 0, 0, ...definition, 0, 150]);
  const before = process.memoryUsage().arrayBuffers;
  for (let times = 0; times < 1000; times++) readRecordings(claims);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(256 * 2 ** 20);
});

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const integer = seededIntegers(1);

/** Files made to cost far more than their size. */
const hostile: readonly (readonly [what: string, make: () => Uint8Array])[] = [
  ["a clock that jumps at every record", () => encodeFit([fileId(), session(1), ...steadyRecords(50_000).map((row) => ({ ...row, values: [integer(4e9), ...row.values.slice(1)] }))])],
  ["fifty thousand records at one instant", () => encodeFit([fileId(), session(1), ...steadyRecords(50_000).map((row) => ({ ...row, values: [fitStart, null, null, 140, 85] }))])],
  ["fifty thousand sessions", () => encodeFit([fileId(), ...steadyRecords(1000), ...Array.from({ length: 50_000 }, (_, index) => session(1, fitStart + index))])],
  ["fifty thousand empty chained files", () => chained(...Array.from({ length: 50_000 }, () => encodeFit([])))],
  ["fifty thousand empty tracks", () => text(`<gpx>${"<trk></trk>".repeat(50_000)}</gpx>`)],
  ["nesting without end", () => text(`<gpx>${"<a>".repeat(500_000)}`)],
  ["comments that never end", () => text("<!--".repeat(500_000))],
  ["entities", () => text(`<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa">]><gpx><name>${"&a;".repeat(500_000)}</name></gpx>`)],
  ["one text of five megabytes", () => text(`<gpx><name>${"x".repeat(5_000_000)}</name></gpx>`)],
];

test.each(hostile)("%s costs little", (_, make) => {
  const bytes = make();
  const before = cpuTime();
  const reading = readRecordings(bytes);
  expect(cpuTime() - before).toBeLessThan(3000);
  checkReading(reading);
});
