import { expect, test } from "vitest";
import { parseQuantity, type QuantityName } from "./quantity-option.ts";

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
