import { describe, expect, it } from "vitest";
import { integerTable } from "./integer-table.ts";
import { crossing, highTops, seededRandom, seriesAt, simplexGrid, topNear } from "./index.ts";

const axes = [0, 1, 2, 3].map(() => ({ start: -1, step: 0.5, count: 5 }));
const gridOf = (of: (place: Float64Array) => number, depth?: number) => simplexGrid(axes, {
  width: 1,
  work(place, values) {
    values[0] = of(place);
  },
  isNear: (between, workedOut) => Math.abs(between[0]! - workedOut[0]!) < 0.01,
}, depth);
const random = seededRandom(4);
const places = Array.from({ length: 500 }, () => Float64Array.from(axes, () => 2 * random() - 1));
const read = (grid: ReturnType<typeof gridOf>, place: Float64Array): number => {
  const into = new Float64Array(1);
  grid.at(place, into);
  return into[0]!;
};

describe("a grid that fills and proves itself", () => {
  it("gives a linear function back, and works out no more than its nodes and its proofs", () => {
    const linear = ([a = 0, b = 0, c = 0, d = 0]: Float64Array): number => 3 + a - 2 * b + 5 * c + 0.5 * d;
    const grid = gridOf(linear);
    for (const place of places) expect(read(grid, place)).toBeCloseTo(linear(place), 10);
    const { worked } = grid;
    for (const place of places) read(grid, place);
    expect(grid.worked).toBe(worked);
    expect(worked).toBeLessThan(5 ** 4 + 4 ** 4 * 25);
  });

  it("halves its steps at an edge, and only there", () => {
    const edge = ([a = 0, b = 0]: Float64Array): number => Math.abs(a - 0.3 * b - 0.1);
    const worst = (grid: ReturnType<typeof gridOf>): number => Math.max(...places.map((place) => Math.abs(read(grid, place) - edge(place))));
    expect(worst(gridOf(edge, 0))).toBeGreaterThan(0.1);
    expect(worst(gridOf(edge))).toBeLessThan(0.04);
  });

  it("takes a place outside at the edge", () => {
    const grid = gridOf(([a = 0]: Float64Array) => a);
    expect(read(grid, Float64Array.of(7, 0, 0, 0))).toBeCloseTo(1, 6);
    expect(read(grid, Float64Array.of(-7, 0, 0, 0))).toBeCloseTo(-1, 6);
  });
});

it("numbers integer keys in the order they come", () => {
  const table = integerTable();
  const keys = Array.from({ length: 3000 }, (_, index) => (index * 7919) % 2_000_003);
  for (const [index, key] of keys.entries()) expect(table.add(key)).toBe(index);
  for (const [index, key] of keys.entries()) expect(table.find(key)).toBe(index);
  expect(table.find(1_999_999)).toBe(-1);
});

it("finds where a rising function crosses zero, and keeps to the end where it does not", () => {
  expect(crossing((x) => x ** 3 - 2, 0, 10, 1e-10)).toBeCloseTo(2 ** (1 / 3), 8);
  expect(crossing((x) => x + 5, 0, 1, 1e-10)).toBe(0);
  expect(crossing((x) => x - 5, 0, 1, 1e-10)).toBe(1);
});

it("finds both high tops of a series", () => {
  // cos of two turns and a little of one: tops of 1.1 and 0.9 at 0 and a half.
  const series = Float64Array.of(0, 0, 0.1, 0, 1, 0);
  const tops = highTops(series, 64).map((share) => topNear(series, share, 1 / 64));
  expect(seriesAt(series, 0.25)).toBeCloseTo(-1, 10);
  expect(Math.max(...tops)).toBeCloseTo(1.1, 9);
  expect(tops.length).toBe(2);
});
