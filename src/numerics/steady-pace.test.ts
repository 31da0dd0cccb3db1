import { expect, test } from "vitest";
import { noPace, paceAt, secondsLeft, type SteadyPace } from "./steady-pace.ts";

const after = (looks: readonly (readonly [seconds: number, share: number])[]): SteadyPace => looks.reduce((pace, [seconds, share]) => paceAt(pace, seconds, share), noPace);

test("foretells nothing before three seconds and two hundredths", () => {
  expect(secondsLeft(noPace, 10)).toBeNull();
  expect(secondsLeft(after([[2.9, 0.5]]))).toBeNull();
  expect(secondsLeft(after([[60, 0.019]]))).toBeNull();
  expect(secondsLeft(after([[3, 0.02]]))).toBeCloseTo(147, 6);
});

test("a steady job has as long to go as the rest takes, and it counts down between looks", () => {
  const steady = after(Array.from({ length: 40 }, (_, index) => [index + 1, (index + 1) / 100] as const));
  expect(secondsLeft(steady)).toBeCloseTo(60, 6);
  expect(secondsLeft(steady, 45)).toBeCloseTo(55, 6);
  expect(secondsLeft(after([[10, 1]]))).toBe(0);
});

test("a change of pace is followed in about its memory, not at once", () => {
  const slow = Array.from({ length: 30 }, (_, index) => [index + 1, (index + 1) / 300] as const);
  const then = (seconds: number) => after([...slow, ...Array.from({ length: seconds }, (_, index) => [31 + index, 0.1 + (index + 1) / 100] as const)]);
  // One of a hundred a second against one of three hundred.
  const [soon, late] = [then(2), then(45)];
  expect(soon.rate).toBeLessThan(0.005);
  expect(late.rate).toBeGreaterThan(0.0095);
});
