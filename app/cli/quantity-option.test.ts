import { expect, test } from "vitest";
import { doubtOf, parseQuantity, type QuantityName } from "./quantity-option.ts";

test.each<[QuantityName, string, number]>([
  ["stepRate", "2.9", 2.9],
  ["stepRate", "2.9Hz", 2.9],
  ["stepRate", "170spm", 170 / 60],
  ["speed", "3.2", 3.2],
  ["speed", "12km/h", 12 / 3.6],
  ["speed", "5:30/km", 1000 / 330],
  ["speed", "8:00/mi", 1609.344 / 480],
  ["groundContactTime", "240ms", 0.24],
  ["mass", "154lb", 69.853_224_98],
  ["mass", "70 kg", 70],
  ["height", "178cm", 1.78],
  ["height", "5ft11in", 1.8034],
  ["slope", "-8%", -0.08],
  ["trunkLeanDegrees", "8deg", 8],
  ["shoeStiffnessNewtonsPerMillimetre", "95N/mm", 95],
  ["shoeDistanceKilometres", "400km", 400],
  ["shoeDistanceKilometres", "250mi", 402.336],
])("%s %s", (name, text, value) => {
  expect(parseQuantity(name, text)).toBeCloseTo(value, 9);
});

test.each<[QuantityName, string, RegExp]>([
  ["stepRate", "170", /step rate 170: steps per second\? did you mean 170spm\?/],
  ["mass", "700", /mass 700: kilograms\? it must lie between 15 and 300 kg/],
  ["mass", "700kg", /mass 700kg: it must lie between 15 and 300 kg/],
  ["height", "178", /did you mean 178cm\?/],
  ["groundContactTime", "240", /did you mean 240ms\?/],
  ["slope", "8", /did you mean 8%\?/],
  ["speed", "fast", /speed "fast": not a number; give metres per second, or m\/s, km\/h/],
  ["speed", "3,2", /write decimals with a point, 3\.2/],
  ["mass", "70 stone", /unknown unit "stone"/],
  ["speed", "0:05/km", /implausible/],
  ["mass", "NaN", /not a number/],
])("refuses %s %s", (name, text, message) => {
  expect(() => parseQuantity(name, text)).toThrow(message);
});

test("a number without a unit that only another unit makes usual is taken as it stands, and asked about", () => {
  expect(parseQuantity("speed", "12")).toBe(12);
  expect(doubtOf("speed", "12")).toBe("speed 12 was taken as 12 m/s, faster than all but sprinters run; if km/h was meant, write 12km/h");
  expect(doubtOf("mass", "154")).toBe("mass 154 was taken as 154 kg, heavier than most runners; if lb was meant, write 154lb");
  for (const [name, text] of [["speed", "8.5"], ["speed", "12m/s"], ["speed", "4:00/km"], ["mass", "95"], ["mass", "154kg"], ["height", "2.2"]] as const) expect(doubtOf(name, text)).toBeNull();
});
