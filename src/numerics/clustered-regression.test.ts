import { describe, expect, it } from "vitest";
import { benjaminiYekutieli, clusteredEffect, dot, holdConstant, residual, seededRandom, studentBound, studentTail, uniquePart } from "./index.ts";

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const ones = (count: number): Float64Array => new Float64Array(count).fill(1);

const y = column(2.1, 3.4, 1.2, 4.8, 2.2, 3.9, 5.1, 2.7, 3.3, 4.1, 2.9, 3.0, 1.7, 4.4, 2.5, 3.6, 4.0, 1.9, 3.1, 2.8);
const x = column(0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0);
const a = column(1.2, 0.4, -0.3, 2.2, 0.1, 0.9, 1.8, -0.6, 0.2, 1.1, 0.7, -0.2, -0.9, 1.5, 0.3, 0.8, 1.0, -0.5, 0.6, 0);
const pairs = Int32Array.from({ length: 20 }, (_, index) => index >> 1);

// R 4.2.2: lm(y ~ a + x) and the sandwich written out; script in docs/models/link-analysis.md.
describe("clusteredEffect", () => {
  it("is R's slope with errors together within clusters", () => {
    const controls = holdConstant([ones(20), a], 20);
    const effect = clusteredEffect(residual(controls, y), residual(controls, x), pairs, 2, 3);
    expect(effect?.value).toBeCloseTo(0.9454195584, 9);
    expect(effect?.standardError).toBeCloseTo(0.3622926679, 9);
    expect(effect?.degreesOfFreedom).toBeCloseTo(3.870221023, 8);
    expect(effect?.low).toBeCloseTo(-0.0739092819, 8);
    expect(effect?.pValue).toBeCloseTo(0.0614566419, 8);
  });

  it("says nothing where the column rests on too few clusters", () => {
    const once = Float64Array.from({ length: 20 }, (_, index) => (index === 3 ? 1 : 0));
    const controls = holdConstant([ones(20)], 20);
    expect(clusteredEffect(residual(controls, y), residual(controls, once), pairs, 1)).toBeNull();
    expect(clusteredEffect(y, new Float64Array(20), pairs, 1)).toBeNull();
  });

  it("covers nothing 95 times in 100 with errors alike within weeks", () => {
    const random = seededRandom(5);
    const even = (): number => 2 * random() - 1;
    const weeks = Int32Array.from({ length: 140 }, (_, index) => Math.floor(index / 7));
    const controls = holdConstant([ones(140)], 140);
    let holding = 0;
    for (let round = 0; round < 1000; round++) {
      const shared = Array.from({ length: 20 }, even);
      const exposed = Array.from({ length: 20 }, even);
      const outcome = Float64Array.from(weeks, (week) => (shared[week] ?? 0) + even());
      const effect = clusteredEffect(residual(controls, outcome), residual(controls, Float64Array.from(weeks, (week) => (exposed[week] ?? 0) + 0.3 * even())), weeks, 1);
      if (effect !== null && effect.low <= 0 && effect.high >= 0) holding += 1;
    }
    expect(holding / 1000).toBeGreaterThan(0.93);
    expect(holding / 1000).toBeLessThan(0.975);
  });
});

describe("holdConstant", () => {
  it("frees a vector of everything given, and says which column is a sum of others", () => {
    const sum = a.map((value, row) => 3 * value - x[row]! + 1);
    const controls = holdConstant([ones(20), a, x, sum], 20);
    expect(controls.coordinates[3]).toBeNull();
    const rest = residual(controls, y);
    for (const held of [ones(20), a, x]) expect(dot(rest, held)).toBeCloseTo(0, 10);
    expect(uniquePart(controls, 3)).toBeNull();
  });

  it("gives a column's own part, wherever it stands", () => {
    // R: resid(lm(a ~ x)).
    for (const [columns, place] of [[[ones(20), x, a], 2], [[ones(20), a, x], 1], [[a, ones(20), x], 0]] as const) {
      const part = uniquePart(holdConstant(columns, 20), place);
      expect([...(part ?? [])].slice(0, 4)).toEqual([1.18, -0.61, -0.32, 1.19].map((value) => expect.closeTo(value, 9)));
    }
  });

  it("goes on from other controls as if they had come at once", () => {
    const stepwise = holdConstant([x], 20, holdConstant([ones(20), a], 20));
    const atOnce = holdConstant([ones(20), a, x], 20);
    expect([...residual(stepwise, y)]).toEqual([...residual(atOnce, y)].map((value) => expect.closeTo(value, 12)));
    expect(stepwise.coordinates.length).toBe(3);
  });
});

describe("Student's t, as R has it", () => {
  it.each([[2.5, 7.3, 0.0396502346656], [4.4, 40, 7.82544855928e-5], [0.3, 2, 0.79248566084], [8, 12, 3.75989822475e-6]])("beyond ±%f with %f degrees of freedom lies %f", (t, degrees, tail) => {
    expect(studentTail(t, degrees) / tail).toBeCloseTo(1, 9);
  });

  it.each([[0.05, 6.5, 2.402002008], [1e-4, 40, 4.320699958]])("a tail of %f with %f degrees of freedom begins at %f", (tail, degrees, t) => {
    expect(studentBound(tail, degrees)).toBeCloseTo(t, 8);
  });
});

it("adjusts p-values as R's p.adjust by Benjamini and Yekutieli", () => {
  expect(benjaminiYekutieli([0.001, 0.2, 0.03, 0.0004, 0.9, 0.03])).toEqual([0.00735, 0.588, 0.11025, 0.00588, 1, 0.11025].map((p) => expect.closeTo(p, 10)));
  expect(benjaminiYekutieli([0.04, NaN])).toEqual([0.04, NaN]);
});
