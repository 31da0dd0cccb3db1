import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillGaps, latinHypercube, median, normalQuantile, quantile, runningMedian, seededRandom } from "./index.ts";

describe("seededRandom", () => {
  it("repeats itself for a seed and differs between seeds", () => {
    const take = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it("fills the unit interval evenly", () => {
    const random = seededRandom(1);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(random() * 10)]! += 1;
    // A chi-square of 9 degrees of freedom exceeds 27.9 once in a thousand.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
});

describe("latinHypercube", () => {
  it("puts one point into each stratum of each dimension", () => {
    const points = latinHypercube(50, 3, seededRandom(3));
    for (let dimension = 0; dimension < 3; dimension++) {
      const strata = Array.from({ length: 50 }, (_, row) => Math.floor(points[row * 3 + dimension]! * 50)).sort((one, other) => one - other);
      expect(strata).toEqual(Array.from({ length: 50 }, (_, index) => index));
    }
  });
});

describe("normalQuantile", () => {
  it.each([[0.5, 0], [0.95, 1.644853627], [0.975, 1.959963985], [0.999, 3.090232306], [0.05, -1.644853627], [0.01, -2.326347874]])("of %f is the table's %f", (share, z) => {
    expect(normalQuantile(share)).toBeCloseTo(z, 7);
  });

  it("is infinite at the ends and nothing beyond", () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, NaN]);
  });
});

describe("quantile", () => {
  it("interpolates between order statistics and skips gaps", () => {
    expect(quantile([4, NaN, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(median([])).toBeNaN();
  });

  it("lies within the values and does not reorder them", () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const before = [...values];
      const found = quantile(values, share);
      expect(found).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(found).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      expect(values).toEqual(before);
    }));
  });
});

describe("runningMedian", () => {
  it("drops a spike and keeps a step where it is", () => {
    expect([...runningMedian(Float64Array.of(3, 3, 9, 3, 3, 5, 5, 5), 3)]).toEqual([3, 3, 3, 3, 3, 5, 5, 5]);
  });

  it("leaves gaps gaps", () => {
    expect([...runningMedian(Float64Array.of(1, NaN, 3), 3)]).toEqual([1, NaN, 3]);
  });
});

describe("fillGaps", () => {
  const time = Float64Array.of(0, 1, 2, 3, 4, 50, 51);
  it("bridges short gaps by a line over time and leaves long ones", () => {
    expect([...fillGaps(Float64Array.of(1, NaN, NaN, 4, NaN, 8, NaN), time, 30)]).toEqual([1, 2, 3, 4, NaN, 8, 8]);
  });
});
