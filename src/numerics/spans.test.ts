import { describe, expect, it } from "vitest";
import { differenceEstimate, meanEstimate, serialDifferenceEstimate, spanMedians } from "./spans.ts";

describe("medians of spans", () => {
  it("cut time into whole spans and leave out what is thin", () => {
    const time = Float64Array.from({ length: 100 }, (_, second) => second);
    expect(spanMedians(time, time, 10, 99, 20, 10)).toEqual([19.5, 39.5, 59.5, 79.5]);
    expect(spanMedians(time, time.map((value) => (value >= 30 && value < 45 ? NaN : value)), 10, 99, 20, 10)).toEqual([19.5, 59.5, 79.5]);
    expect(spanMedians([], [], 0, 100, 20, 1)).toEqual([]);
  });
});

describe("estimates from small samples", () => {
  it("have Student's band", () => {
    // Ten values 1 … 10: mean 5.5, standard error √(55/6/10); t of 9 degrees at 95 % is 1.8331.
    const { value, halfWidth } = meanEstimate([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(value).toBe(5.5);
    expect(halfWidth).toBeCloseTo(1.8331 * Math.sqrt(55 / 6 / 10), 2);
    // Three degrees: 2.3534.
    expect(meanEstimate([0, 0, 1, 1]).halfWidth / Math.sqrt(1 / 12)).toBeCloseTo(2.353, 1);
  });

  it("have Welch's for a difference", () => {
    // Equal sizes and scatter: twice the squared error, 2(n − 1) degrees of freedom; t of 6 at 95 % is 1.9432.
    const { value, halfWidth } = differenceEstimate([3, 3, 5, 5], [0, 0, 2, 2]);
    expect(value).toBe(3);
    expect(halfWidth).toBeCloseTo(1.9432 * Math.sqrt((2 * 4) / 3 / 4), 2);
    expect(differenceEstimate([2, 2], [1, 1])).toEqual({ value: 1, halfWidth: 0 });
    // Neighbours that alternate widen nothing; neighbours alike do, by the factor of their correlation.
    expect(serialDifferenceEstimate([3, 5, 3, 5], [0, 2, 0, 2])).toEqual(differenceEstimate([3, 5, 3, 5], [0, 2, 0, 2]));
    const [alike, other] = [[3, 3, 3, 3, 5, 5, 5, 5], [0, 0, 0, 0, 2, 2, 2, 2]];
    // Seven neighbours of each, six alike and one not: 5/8, and 1/8 for the bias.
    expect(serialDifferenceEstimate(alike, other).halfWidth / differenceEstimate(alike, other).halfWidth).toBeCloseTo(Math.sqrt((1 + 0.75) / (1 - 0.75)), 9);
    expect(meanEstimate([1])).toEqual({ value: NaN, halfWidth: NaN });
  });
});
