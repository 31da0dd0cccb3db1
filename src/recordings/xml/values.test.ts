import { expect, test } from "vitest";
import { parseDecimal, parseTime } from "./values.ts";

test.each([["12.5", 12.5], ["-3", -3], ["+4.", 4], [".5", 0.5], ["1.2e3", 1200], ["5E-1", 0.5], ["51,5074", 51.5074], ["  7 ", 7]])("%s is a number", (text, value) => {
  expect(parseDecimal(text)).toBe(value);
});

test.each(["", " ", "NaN", "Infinity", "0x10", "1.2.3", "1,234,567", "12m", "--1", "1e", "0b1"])("%s is none", (text) => {
  expect(parseDecimal(text)).toBeNaN();
});

const at = Date.UTC(2026, 4, 2, 5, 14, 9) / 1000;

test.each([
  ["2026-05-02T05:14:09Z", at, null, true], ["2026-05-02T05:14:09.250Z", at + 0.25, null, true], ["2026-05-02T07:14:09+02:00", at, 7200, true],
  ["2026-05-02T00:44:09-0430", at, -16_200, true], ["2026-05-02 05:14:09", at, null, false], ["2026-5-2T5:14:09Z", at, null, true], ["2026-05-02T05:14:09,5z", at + 0.5, null, true],
])("%s", (text, time, utcOffset, hasZone) => {
  expect(parseTime(text)).toEqual({ time, utcOffset, hasZone });
});

test.each(["", "yesterday", "2026-13-02T05:14:09Z", "2026-05-02", "2026-05-02T05:61:09Z", "2026-05-02T05:14:09+99:00"])("%s is no time", (text) => {
  expect(parseTime(text).time).toBeNaN();
});
