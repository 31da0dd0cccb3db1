import { expect, test } from "vitest";
import type { Sport } from "../../domain/index.ts";
import { settleStepRate } from "./settle-step-rate.ts";

/** Steps a minute that a cadence is read as, at a speed. */
function stepsPerMinute(cadence: number, speed: number | null, sport: Sport | null = null): number {
  const { stepRate } = settleStepRate(new Float64Array(30).fill(cadence), speed === null ? undefined : new Float64Array(30).fill(speed), sport);
  return Math.round(stepRate[0]! * 60);
}

test.each([
  ["a watch's run", 85, 3, 170], ["a doubled export of it", 170, 3, 170], ["a slow jog", 78, 1.9, 156], ["a doubled slow jog", 156, 1.9, 156], ["a sprint", 110, 8, 220],
  ["a fast run, doubled", 196, 5.5, 196], ["a walk", 56, 1.4, 112], ["a doubled walk", 112, 1.4, 112], ["a stroll, doubled", 92, 1, 92],
])("%s: %i a minute at %f m/s is %i steps", (_, cadence, speed, expected) => {
  expect(stepsPerMinute(cadence, speed)).toBe(expected);
});

test("without speed the sport tells", () => {
  expect(stepsPerMinute(82, null, "running")).toBe(164);
  expect(stepsPerMinute(164, null, "running")).toBe(164);
  expect(stepsPerMinute(55, null, "walking")).toBe(110);
  expect(stepsPerMinute(110, null, "walking")).toBe(110);
});

test("a runner who shuffles uphill still steps like a runner", () => {
  expect(stepsPerMinute(80, 1.2, "running")).toBe(160);
});

test("only the doubled reading is told", () => {
  const codes = (cadence: number): string[] => settleStepRate(new Float64Array(30).fill(cadence), new Float64Array(30).fill(3), "running").notices.map(({ code }) => code);
  expect(codes(85)).toEqual([]);
  expect(codes(170)).toEqual(["cadence-counts-steps"]);
});

test("standing stays zero, gaps stay gaps, nonsense becomes one", () => {
  const { stepRate } = settleStepRate(Float64Array.from([85, 0, NaN, 86, 85, 254]), undefined, "running");
  expect([...stepRate].map((rate) => rate * 60)).toEqual([expect.closeTo(170, 9), 0, NaN, expect.closeTo(172, 9), expect.closeTo(170, 9), NaN]);
});
