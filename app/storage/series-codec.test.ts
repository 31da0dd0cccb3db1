import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels, type Samples } from "../../src/index.ts";
import { decodeSamples, encodeSamples } from "./series-codec.ts";

/** Bits of each value, every NaN alike. */
const bits = (values: Float64Array): BigUint64Array => new BigUint64Array(Float64Array.from(values, (value) => (Number.isNaN(value) ? NaN : value)).buffer);

function expectSame(restored: Samples, original: Samples): void {
  expect(restored.length).toBe(original.length);
  for (const name of ["time", ...channels] as const) {
    const values = original[name];
    if (values === undefined) expect(restored[name]).toBeUndefined();
    else expect(bits(restored[name] ?? new Float64Array())).toEqual(bits(values));
  }
}

const anyNumber = fc.oneof(fc.double(), fc.constant(NaN), fc.constant(-0), fc.integer(), fc.integer().map((k) => k / 1000), fc.integer().map((k) => k * (180 / 2 ** 31)), fc.integer({ min: 0, max: 65_535 }).map((k) => k / 5 - 500));

describe("series codec", () => {
  it("restores any columns bit for bit", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }).chain((length) => fc.tuple(fc.constant(length), fc.array(fc.array(anyNumber, { minLength: length, maxLength: length }), { minLength: 1, maxLength: channels.length + 1 }))),
        ([length, columns]) => {
          const samples = Object.fromEntries(columns.map((column, index) => [index === 0 ? "time" : channels[index - 1] ?? "altitude", Float64Array.from(column)]));
          const original: Samples = { length, time: new Float64Array(length), ...samples };
          expectSame(decodeSamples(encodeSamples(original)), original);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  it("stores what a device counts in less than two bytes a value", () => {
    const length = 3600;
    const column = (of: (index: number) => number): Float64Array => Float64Array.from({ length }, (_, index) => of(index));
    const original: Samples = {
      length,
      time: column((index) => index),
      latitudeDegrees: column((index) => (600_000_000 + 800 * Math.round(100 * Math.sin(index / 300))) * (180 / 2 ** 31)),
      altitude: column((index) => Math.round(2600 + 40 * Math.sin(index / 200)) / 5 - 500),
      heartRatePerMinute: column((index) => (index % 97 === 0 ? NaN : 140 + (index % 7))),
      speed: column((index) => Math.round(3000 + 200 * Math.sin(index / 50)) / 1000),
    };
    const blob = encodeSamples(original);
    expectSame(decodeSamples(blob), original);
    expect(blob.length).toBeLessThan(2 * 5 * length);
  });

  it("refuses a damaged blob", () => {
    const blob = encodeSamples({ length: 3, time: Float64Array.of(0, 1, 2) });
    expect(() => decodeSamples(blob.subarray(0, 4))).toThrow();
    expect(() => decodeSamples(new Uint8Array())).toThrow();
  });
});
