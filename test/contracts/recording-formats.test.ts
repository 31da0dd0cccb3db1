import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readRecordings, recordingFormats } from "../../src/index.ts";
import { smallHealth } from "../fixtures/apple-health.ts";
import { checkReading } from "../fixtures/check-reading.ts";
import { steadyRun } from "../fixtures/fit-files.ts";
import { seededIntegers } from "../fixtures/seeded.ts";
import { smallGpx, smallTcx } from "../fixtures/xml-files.ts";

/** A small good file of every format, with the records it holds. */
const samples: Readonly<Record<string, { readonly bytes: Uint8Array; readonly records: number }>> = {
  fit: { bytes: steadyRun(20), records: 20 },
  tcx: { bytes: smallTcx(4), records: 8 },
  gpx: { bytes: smallGpx(4), records: 8 },
  "apple-health": { bytes: smallHealth(4), records: 5 },
};

test("every module beside the index is a format, and is registered", async () => {
  const folder = "src/recordings";
  const modules = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "index.ts");
  expect(modules.length).toBeGreaterThan(0);
  for (const name of modules) {
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(`${folder}/${name}`).href);
    const formats = Object.values(exported).filter((value) => typeof value === "object" && value !== null && "recognises" in value && "read" in value);
    expect(formats, `${name} exports no format; move what is not one into a folder`).toHaveLength(1);
    expect(recordingFormats.includes(Object(formats[0])), `${name} is not listed in recordingFormats (src/recordings/index.ts)`).toBe(true);
  }
  expect(recordingFormats).toHaveLength(modules.length);
});

test("formats have names of their own", () => {
  expect(new Set(recordingFormats.map(({ id }) => id)).size).toBe(recordingFormats.length);
});

describe.each(recordingFormats.map((format) => [format.id, format] as const))("%s", (id, format) => {
  const { bytes, records } = samples[id] ?? expect.unreachable(`add a sample of ${id} to this suite`);

  test("recognises itself and nothing else", () => {
    for (const [other, sample] of Object.entries(samples)) expect(format.recognises(sample.bytes)).toBe(other === id);
    expect(format.recognises(new Uint8Array(0))).toBe(false);
    expect(format.recognises(new Uint8Array(1000))).toBe(false);
  });

  test("reads its sample", () => {
    const reading = readRecordings(bytes);
    checkReading(reading);
    expect(reading.refusals).toEqual([]);
    expect(reading.recordings.map((recording) => [recording.format, recording.sport, recording.samples.length])).toEqual([[id, "running", records]]);
  });

  test("reads the same wherever the bytes lie in their buffer, and leaves them as they are", () => {
    const shifted = new Uint8Array(bytes.length + 11).subarray(7, 7 + bytes.length);
    shifted.set(bytes);
    expect(format.read(shifted)).toEqual(format.read(bytes));
    expect([...shifted]).toEqual([...bytes]);
  });

  test("a cut at any byte ends in a recording or a named refusal, and what was cut is told", () => {
    for (let length = 0; length < bytes.length; length++) {
      const reading = readRecordings(bytes.subarray(0, length));
      checkReading(reading);
      const isTold = reading.refusals.length > 0 || reading.recordings.every(({ notices }) => notices.some(({ code }) => code === "truncated" || code === "damaged"));
      expect(isTold, `nothing told of a cut at byte ${length}`).toBe(true);
    }
  });

  test("noise, even behind its own first bytes, is refused by name", () => {
    const integer = seededIntegers(7);
    for (const kept of [0, 4, 14, 60]) {
      const noise = Uint8Array.from(bytes, (byte, index) => (index < kept ? byte : integer(256)));
      checkReading(readRecordings(noise));
      checkReading(format.read(noise));
    }
  });
});
