import { describe, expect, it } from "vitest";
import { ordinalLogistic } from "./index.ts";

const ratings = [0, 0, 1, 2, 0, 1, 3, 2, 0, 0, 1, 1, 2, 4, 0, 1, 0, 2, 3, 1, 0, 0, 1, 5, 2];
const ran = Float64Array.of(0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0);
const before = Float64Array.of(0.1, 0.5, 0.2, 1.4, -0.3, 0.8, 1.9, 0.7, -0.6, 0.4, 0.2, 1.0, 0.9, 2.1, 0, 0.6, -0.2, 1.1, 1.3, 0.5, -0.8, 0.3, 0.1, 2.4, 0.6);

// R 4.2.2, ordinal 2022.11-16: clm(r ~ u) and clm(r ~ u + p); script in docs/models/link-analysis.md.
describe("R's ordinal::clm", () => {
  it("one column", () => {
    const fit = ordinalLogistic(ratings, [ran]);
    expect([...(fit?.thresholds ?? [])]).toEqual([0.49324394, 2.3637934, 3.8633465, 4.7658948, 5.5493077].map((value) => expect.closeTo(value, 6)));
    expect(fit?.effects[0]).toBeCloseTo(3.0995169, 6);
    expect(fit?.standardErrors[0]).toBeCloseTo(0.98209343, 6);
    expect(fit?.logLikelihood).toBeCloseTo(-31.073112, 5);
  });

  it("two columns", () => {
    const fit = ordinalLogistic(ratings, [ran, before]);
    expect([...(fit?.effects ?? [])]).toEqual([1.335837, 6.059428].map((value) => expect.closeTo(value, 5)));
    expect([...(fit?.standardErrors ?? [])]).toEqual([1.1522948, 1.770048].map((value) => expect.closeTo(value, 5)));
    expect(fit?.logLikelihood).toBeCloseTo(-17.0029, 4);
  });
});

it("two categories are a logistic regression: the odds ratio of a two by two table", () => {
  // 3 of 10 against 6 of 10: log odds ratio ln((6/4) ÷ (3/7)), variance 1/3 + 1/7 + 1/6 + 1/4.
  const exposed = Float64Array.from({ length: 20 }, (_, row) => (row < 10 ? 0 : 1));
  const fit = ordinalLogistic(Array.from({ length: 20 }, (_, row) => (row < 3 || (row >= 10 && row < 16) ? 7 : 2)), [exposed]);
  expect(fit?.effects[0]).toBeCloseTo(Math.log(6 / 4 / (3 / 7)), 9);
  expect(fit?.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 3 + 1 / 7 + 1 / 6 + 1 / 4), 9);
});

it("says nothing of one category", () => {
  expect(ordinalLogistic([2, 2, 2], [Float64Array.of(0, 1, 0)])).toBeNull();
});
