import { expect, it } from "vitest";
import { backPainRates } from "../literature/index.ts";
import { painShare } from "./base-rate.ts";

it("without a diary the published range is the central 90 %", () => {
  const { value, low, high } = painShare(0, 0);
  const { prevalence } = backPainRates;
  expect([value, low, high]).toEqual([expect.closeTo(prevalence.value, 2), expect.closeTo(prevalence.low, 3), expect.closeTo(prevalence.high, 3)]);
});

it("with a long diary the runner's own share, with the band of counting", () => {
  // A binomial's central 90 % about 0.3 of 1000: ± 1.645·√(0.3·0.7/1000).
  const { value, low, high } = painShare(300, 1000);
  expect(value).toBeCloseTo(0.3, 2);
  expect((high - low) / 2).toBeCloseTo(1.645 * Math.sqrt((0.3 * 0.7) / 1000), 2);
});

it("never leaves the shares that can be", () => {
  for (const [painful, entries] of [[0, 500], [500, 500], [1, 1]] as const) {
    const { value, low, high } = painShare(painful, entries);
    expect(0 < low && low < value && value < high && high < 1).toBe(true);
  }
});
