import FitParser from "fit-file-parser";
import { expect, test } from "vitest";
import { fitStart, recordsWith, session, fileId, steadyRecords } from "../../../test/fixtures/fit-files.ts";
import { developerDataId, encodeFit, fieldDescription, fitEpoch, type FitDeveloperField } from "./encode-fit.ts";

/** Reads with the peer, CRCs checked. */
function peerRecords(bytes: Uint8Array<ArrayBuffer>): readonly unknown[] {
  let records: readonly unknown[] = [];
  new FitParser({ force: false, speedUnit: "m/s", lengthUnit: "m" }).parse(bytes.buffer, (error, data) => {
    expect(error).toBeFalsy();
    records = data?.records ?? [];
  });
  return records;
}

test("writes the bytes that the format lays down", () => {
  const file = encodeFit([{ layout: { message: 0x0123, fields: [{ number: 7, type: "uint16", scale: 10 }, { number: 8, type: "sint8" }] }, values: [25.6, null] }], { headerSize: 12 });
  expect([...file.subarray(0, 12)]).toEqual([12, 0x20, 0x54, 0x08, 16, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54]);
  expect([...file.subarray(12, 24)]).toEqual([0x40, 0, 0, 0x23, 0x01, 2, 7, 2, 0x84, 8, 1, 0x01]);
  expect([...file.subarray(24, 28)]).toEqual([0x00, 0x00, 0x01, 0x7f]);
  expect(file.length).toBe(30);
});

test("writes big-endian where asked", () => {
  const file = encodeFit([{ layout: { message: 20, fields: [{ number: 253, type: "uint32" }] }, values: [0x01020304] }], { headerSize: 12, byteOrder: "big" });
  expect([...file.subarray(12, 26)]).toEqual([0x40, 0, 1, 0, 20, 1, 253, 4, 0x86, 0x00, 1, 2, 3, 4]);
});

test.each([["little", 12], ["little", 14], ["big", 12], ["big", 14]] as const)("is read by another parser, %s-endian with a header of %i", (byteOrder, headerSize) => {
  const groundTime: FitDeveloperField = { developer: 0, number: 8, type: "uint16" };
  const file = encodeFit(
    [fileId(), developerDataId(0, new Uint8Array(16).fill(7)), fieldDescription(groundTime, "Ground Time", "Milliseconds"), ...recordsWith([groundTime], [[240, 241, null]]), session(1)],
    { byteOrder, headerSize },
  );
  const first = new Date((fitStart + fitEpoch) * 1000).toISOString();
  expect(JSON.parse(JSON.stringify(peerRecords(file)))).toMatchObject([
    { timestamp: first, distance: 0, speed: 3, heart_rate: 140, cadence: 85, "Ground Time": 240 }, { distance: 3, "Ground Time": 241 }, { distance: 6, speed: 3 },
  ]);
});

test("compressed timestamps are read by another parser", () => {
  const layout = { message: 20, fields: [{ number: 3, type: "uint8" }] } as const;
  const records = Array.from({ length: 40 }, (_, index) => ({ layout, values: [100 + index], compressedTimestamp: fitStart + index }));
  const file = encodeFit([fileId(), ...steadyRecords(1), ...records]);
  expect(peerRecords(file)).toHaveLength(41);
});

test("a file of any length is whole", () => {
  const narrow = { message: 0xff00, fields: [{ number: 1, type: "uint8" }] } as const;
  for (const rows of [2030, 2036, 5000]) {
    const file = encodeFit([fileId(), ...Array.from({ length: rows }, () => ({ layout: narrow, values: [7] })), ...steadyRecords(3)]);
    expect(peerRecords(file)).toHaveLength(3);
  }
});
