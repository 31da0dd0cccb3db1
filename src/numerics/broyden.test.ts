import { expect, test } from "vitest";
import { findRoot } from "./index.ts";

const search = { tolerance: 1e-10, mostEvaluations: 60, probes: [1e-4, 1e-4], longestSteps: [1, 1] };

test("finds where a circle and a line cross", () => {
  const { unknowns, isFound } = findRoot(([x = 0, y = 0]) => [x * x + y * y - 25, y - x - 1], [2, 5], search);
  expect(isFound).toBe(true);
  expect(unknowns[0]).toBeCloseTo(3, 8);
  expect(unknowns[1]).toBeCloseTo(4, 8);
});

test("solves linear equations in one step from exact slopes", () => {
  let evaluations = 0;
  const { unknowns } = findRoot(([x = 0, y = 0]) => {
    evaluations++;
    return [2 * x + y - 5, x - y - 1];
  }, [0, 0], { ...search, slopes: [[2, 1], [1, -1]], longestSteps: [10, 10] });
  expect(unknowns).toEqual([expect.closeTo(2, 12), expect.closeTo(1, 12)]);
  expect(evaluations).toBe(2);
});

test("says so where there is no root, and where the equations give no number", () => {
  expect(findRoot(([x = 0]) => [x * x + 1], [1], { ...search, probes: [1e-4], longestSteps: [1] }).isFound).toBe(false);
  expect(findRoot(() => [Number.NaN], [1], { ...search, probes: [1e-4], longestSteps: [1] }).isFound).toBe(false);
});
