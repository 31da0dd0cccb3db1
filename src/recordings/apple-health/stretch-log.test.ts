import fc from "fast-check";
import { expect, test } from "vitest";
import { StretchLog, type InSi } from "./stretch-log.ts";

const origin = 1_700_000_000;
const inKilo: InSi = (told) => told / 1000;
const asTold: InSi = (told) => told;

const value = fc.oneof(fc.nat(300), fc.nat(3_000_000).map((digits) => digits / 1000), fc.double({ min: 0, noNaN: true }), fc.constantFrom(0, 0.1, 1.1234567, Math.PI, 2 ** 53, 1e300, Infinity));
const stretch = fc.record({ series: fc.nat(2), start: fc.oneof(fc.integer({ min: -5000, max: 90_000_000 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 2 })), lasts: fc.nat(70_000), told: value, isKilo: fc.boolean() });

test("every stretch comes back as it was told, in its order, whatever lies between", () => {
  fc.assert(fc.property(fc.array(stretch, { maxLength: 400 }), (stretches) => {
    const log = new StretchLog();
    const all = [0, 1, 2].map(() => log.series(origin));
    for (const { series, start, lasts, told, isKilo } of stretches) all[series]?.add(origin + start / 1000, origin + (start + lasts) / 1000, told, isKilo ? inKilo : asTold);
    for (const [index, series] of all.entries()) {
      const own = stretches.filter((one) => one.series === index);
      const { length, start, end, value: kept } = series.columns();
      expect(length).toBe(own.length);
      expect([...kept]).toEqual(own.map(({ told, isKilo }) => (isKilo ? told / 1000 : told)));
      expect([...start].map((time) => Math.round((time - origin) * 1000))).toEqual(own.map((one) => one.start));
      expect([...end].map((time) => Math.round((time - origin) * 1000))).toEqual(own.map((one) => Math.min(2 ** 31 - 1, one.start + one.lasts)));
    }
  }));
});

test("stretches fill many blocks", () => {
  const series = new StretchLog().series(origin);
  for (let second = 0; second < 100_000; second++) series.add(origin + second, origin + second + 1, second / 7, asTold);
  const { start, value: kept } = series.columns();
  expect(start.at(-1)).toBe(origin + 99_999);
  expect(kept.every((told, second) => told === second / 7)).toBe(true);
});
