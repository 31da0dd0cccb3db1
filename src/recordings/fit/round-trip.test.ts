import fc from "fast-check";
import { expect, test } from "vitest";
import { fileId, fitStart, session, timestamp } from "../../../test/fixtures/fit-files.ts";
import { encodeFit, readRecordings, type FitField, type FitLayout, type FitMessage } from "../index.ts";

const seed = 20_260_502;

/** A field of `record`, how its value in SI follows from the stored one, and stored values that a body can reach. */
interface Known {
  readonly field: FitField;
  readonly channel: "altitude" | "distance" | "power" | "temperatureCelsius" | "heartRatePerMinute" | "groundContactTime" | "verticalOscillation" | "stepLength";
  readonly stored: readonly [low: number, high: number];
  readonly toSi: (stored: number) => number;
}

const known: readonly Known[] = [
  { field: { number: 2, type: "uint16" }, channel: "altitude", stored: [400, 40_000], toSi: (stored) => stored / 5 - 500 },
  { field: { number: 5, type: "uint32" }, channel: "distance", stored: [0, 1000], toSi: (stored) => stored / 100 },
  { field: { number: 7, type: "uint16" }, channel: "power", stored: [0, 2000], toSi: (stored) => stored },
  { field: { number: 13, type: "sint8" }, channel: "temperatureCelsius", stored: [-40, 60], toSi: (stored) => stored },
  { field: { number: 3, type: "uint8" }, channel: "heartRatePerMinute", stored: [30, 220], toSi: (stored) => stored },
  { field: { number: 41, type: "uint16" }, channel: "groundContactTime", stored: [1000, 9000], toSi: (stored) => stored / 10 / 1000 },
  { field: { number: 39, type: "uint16" }, channel: "verticalOscillation", stored: [200, 2000], toSi: (stored) => stored / 10 / 1000 },
  { field: { number: 85, type: "uint16" }, channel: "stepLength", stored: [3000, 20_000], toSi: (stored) => stored / 10 / 1000 },
];

test("whatever a watch writes comes back: any fields, any order, any gaps, either byte order, unknown fields and messages between", () => {
  const run = fc.record({
    fields: fc.shuffledSubarray([...known], { minLength: 1 }),
    rows: fc.array(fc.record({ step: fc.integer({ min: 0, max: 300 }), values: fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), { minLength: 8, maxLength: 8 }), isPadded: fc.boolean() }), { minLength: 1, maxLength: 40 }),
    padding: fc.integer({ min: 1, max: 40 }),
    byteOrder: fc.constantFrom("little", "big"),
    headerSize: fc.constantFrom(12, 14),
  });
  fc.assert(
    fc.property(run, ({ fields, rows, padding, byteOrder, headerSize }) => {
      const plain: FitLayout = { message: 20, fields: [timestamp, ...fields.map(({ field }) => field)] };
      const padded: FitLayout = { message: 20, fields: [{ number: 200, type: "byte", count: padding }, ...plain.fields] };
      const unknown: FitMessage = { layout: { message: 0xff00, fields: [{ number: 1, type: "uint8" }, { number: 2, type: "string", count: padding }] }, values: [7, "?"] };
      let time = fitStart;
      const stored: (number | null)[][] = [];
      const messages = rows.flatMap(({ step, values, isPadded }, index) => {
        if (index > 0) time += step;
        const row = fields.map(({ stored: [low, high] }, column) => {
          const share = values[column] ?? null;
          return share === null ? null : Math.round(low + share * (high - low));
        });
        stored.push(row);
        return [...(isPadded ? [unknown] : []), { layout: isPadded ? padded : plain, values: [...(isPadded ? [null] : []), time, ...row] }];
      });
      const { recordings, refusals } = readRecordings(encodeFit([fileId(), ...messages, session(1, fitStart, time - fitStart)], { byteOrder, headerSize }));
      expect(refusals).toEqual([]);
      const { samples } = recordings[0]!;
      expect(samples.length).toBe(rows.length);
      for (const [column, { channel, toSi }] of fields.entries()) {
        for (const [row, values] of stored.entries()) {
          const value = values[column] ?? null;
          const read = samples[channel]?.[row] ?? NaN;
          if (value === null) expect(read).toBeNaN();
          else expect(read).toBeCloseTo(toSi(value), 9);
        }
      }
    }),
    { seed, numRuns: 300 },
  );
});

test("times of compressed headers come back as long as no step exceeds their five bits", () => {
  const layout: FitLayout = { message: 20, fields: [{ number: 3, type: "uint8" }] };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 200 }), (steps) => {
      let time = fitStart;
      const times = steps.map((step) => (time += step));
      const first: FitMessage = { layout: { message: 20, fields: [timestamp, { number: 3, type: "uint8" }] }, values: [fitStart, 140] };
      const { recordings } = readRecordings(encodeFit([fileId(), first, ...times.map((at) => ({ layout, values: [140], compressedTimestamp: at })), session(1)]));
      expect([...recordings[0]!.samples.time]).toEqual([0, ...times.map((at) => at - fitStart)]);
    }),
    { seed, numRuns: 200 },
  );
});
