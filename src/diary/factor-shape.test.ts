import { expect, it } from "vitest";
import type { DayRow } from "./day-rows.ts";
import { line, shapeOfAnswers } from "./factor-shape.ts";

const rowsOf = (count: number): readonly DayRow[] => Array.from({ length: count }, (_, day) => ({ day, runs: [], before: 0, beforeAge: 0, weekBefore: 0, after: new Float64Array(4), afterAge: new Float64Array(4), answers: {} }));
/** Days of a runner whose cycles have these lengths; NaN where nothing was told. */
const cycleDays = (...lengths: readonly number[]): Float64Array => Float64Array.from(lengths.flatMap((length) => Array.from({ length }, (_, index) => index + 1)));

it("a cycle goes round by its own length: first and last day are neighbours, whatever that length", () => {
  const days = cycleDays(26, 32, 29, 40);
  const { columns: [sine, cosine], pairs } = shapeOfAnswers("cycleDay", days, rowsOf(days.length));
  // Day 14 of 26 and day 17 of 32 are both half way.
  for (const [day, length, start] of [[14, 26, 0], [17, 32, 26]] as const) {
    expect(sine?.[start + day - 1]).toBeCloseTo(Math.sin((2 * Math.PI * (day - 1)) / length), 12);
    expect(cosine?.[start + day - 1]).toBeCloseTo(-1, 12);
  }
  expect(Math.abs((cosine?.[25] ?? 0) - (cosine?.[0] ?? 0))).toBeLessThan(0.03);
  // Told over the usual length, the middle of those whose end is known: 29 days, each against the one half a cycle away.
  expect(pairs.length).toBe(29);
  expect(pairs[1]).toEqual({ from: 17, to: 2 });
});

it("takes a cycle whose beginning nobody told for none, and a published length before the runner's own is known", () => {
  const gap = new Float64Array(60).fill(NaN);
  const days = Float64Array.from([...cycleDays(28), ...gap, ...cycleDays(28, 30, 5)]);
  expect(shapeOfAnswers("cycleDay", days, rowsOf(days.length)).pairs.length).toBe(29);
  const few = Float64Array.from([5, 6, 7, NaN, 9]);
  const first = shapeOfAnswers("cycleDay", few, rowsOf(5));
  expect(first.pairs.length).toBe(29);
  expect(first.columns[0]?.[0]).toBeCloseTo(Math.sin((2 * Math.PI * 4) / 29.3), 12);
  expect(first.columns[0]?.[3]).toBeNaN();
});

it("cold and warmth have a slope each, about the runner's own middle", () => {
  const degrees = Float64Array.from({ length: 41 }, (_, index) => index - 20);
  const { columns: [cold, warm], pairs, at } = shapeOfAnswers("temperature", degrees, rowsOf(41));
  expect([cold?.[0], warm?.[0], cold?.[30], warm?.[30]]).toEqual([-20, 0, 0, 10]);
  expect(at(-5)).toEqual([-5, 0]);
  expect(pairs).toEqual([{ from: 0, to: -16 }, { from: 0, to: 16 }, { from: -16, to: 16 }]);
});

it("kinds of weather stand beside the most frequent; one told on fewer than ten days is not asked of", () => {
  const weather = Float64Array.from([...Array<number>(20).fill(0), ...Array<number>(12).fill(1), ...Array<number>(3).fill(3), NaN]);
  const { columns, pairs } = shapeOfAnswers("weather", weather, rowsOf(36));
  expect(pairs).toEqual([{ from: 0, to: 1 }]);
  expect([columns.length, columns[0]?.[0], columns[0]?.[25], columns[0]?.[33], columns[0]?.[35]]).toEqual([1, 0, 1, NaN, NaN]);
  expect(shapeOfAnswers("weather", new Float64Array(30), rowsOf(30)).columns).toEqual([]);
});

it("a line is told between quartiles, between its ends where those are the same, and not at all where it never changed", () => {
  expect(line(Float64Array.of(1, 2, 3, 4, 5, NaN)).pairs).toEqual([{ from: 2, to: 4 }]);
  expect(line(Float64Array.of(0, 0, 0, 0, 0, 1)).pairs).toEqual([{ from: 0, to: 1 }]);
  expect(line(Float64Array.of(3, 3, NaN)).pairs).toEqual([]);
});
