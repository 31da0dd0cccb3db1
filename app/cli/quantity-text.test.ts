import { expect, test } from "vitest";
import { countWords, distanceWords, durationWords, quantityLine, quantityWords } from "./quantity-text.ts";

test("numbers are rounded to what their band says is known", () => {
  expect(quantityWords({ value: 0.2412, low: 0.2331, high: 0.2498, unit: "s", basis: "measured" })).toEqual({ value: "241", band: "233 – 250", unit: "ms" });
  expect(quantityWords({ value: 2.4123, low: 2.2, high: 2.65, unit: "bodyWeight", basis: "reconstructed" })).toEqual({ value: "2.41", band: "2.20 – 2.65", unit: "body weights" });
  expect(quantityWords({ value: 2.41, low: 1.6, high: 3.7, unit: "bodyWeight", basis: "simulated" })).toEqual({ value: "2.4", band: "1.6 – 3.7", unit: "body weights" });
});

test("a negative number has a real minus sign, nothing rounds to minus zero", () => {
  expect(quantityWords({ value: -0.147, low: -0.214, high: -0.08, unit: "s", basis: "reconstructed" })).toEqual({ value: "−147", band: "−214 – −80", unit: "ms" });
  expect(quantityWords({ value: -0.0001, low: -0.01, high: 0.01, unit: "s", basis: "reconstructed" }).value).toBe("0");
});

test("an unknown unit is shown as it is, an absent quantity as unknown", () => {
  expect(quantityWords({ value: 226.3, low: 224.1, high: 228.5, unit: "N s", basis: "reconstructed" })).toEqual({ value: "226.3", band: "224.1 – 228.5", unit: "N s" });
  expect(quantityLine("leg stiffness", null)).toContain("cannot tell");
});

test("durations, distances and counts as people say them", () => {
  expect([durationWords(45), durationWords(2710), durationWords(4000)]).toEqual(["45 s", "45 min 10 s", "1 h 7 min"]);
  expect([distanceWords(9012), distanceWords(640), distanceWords(null)]).toEqual(["9.01 km", "640 m", "distance unknown"]);
  expect([countWords(7431), countWords(27_000_000)]).toEqual(["7431", "27 000 000"]);
});
