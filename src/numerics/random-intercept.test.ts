import { describe, expect, it } from "vitest";
import { randomIntercept } from "./index.ts";

const groups = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5);
const y = Float64Array.of(2.8, 4.8, 2.1, 1.4, -0.4, 1.8, 1.7, 3.1, 2.5, 1.8, 1.1, 1.5, 1.6, 1.7, 3.9, 1.6, 2.2, 0.9, 2.9, 1.9, 3.8);
const x = Float64Array.of(1.7, 1.8, 0.3, -1.5, -1.9, -0.6, 1.3, 2, 0.8, -1.1, -2, -1.1, 0.8, 2, 1.3, -0.6, -1.9, -1.5, 0.3, 1.8, 1.7);
const ones = new Float64Array(21).fill(1);

// R 4.2.2, lme4 1.1-31: lmer(y ~ x + (1 | g)) and the like; script in docs/models/link-analysis.md.
describe("R's lme4::lmer", () => {
  it("a slope and a random intercept", () => {
    const fit = randomIntercept(y, [ones, x], groups);
    expect([...(fit?.effects ?? [])]).toEqual([2.0303502444, 0.5324816301].map((value) => expect.closeTo(value, 6)));
    expect([...(fit?.standardErrors ?? [])]).toEqual([0.231920763, 0.13484718].map((value) => expect.closeTo(value, 5)));
    expect(fit?.between).toBeCloseTo(0.119254638, 5);
    expect(fit?.within).toBeCloseTo(0.669556282, 5);
    expect(fit?.logLikelihood).toBeCloseTo(-27.65970687, 7);
  });

  it("a mean and a random intercept", () => {
    const fit = randomIntercept(y, [ones], groups);
    expect(fit?.effects[0]).toBeCloseTo(2.151683241, 5);
    expect([fit?.between, fit?.within]).toEqual([expect.closeTo(0.130767948, 4), expect.closeTo(1.201965689, 4)]);
  });

  it("no variance between groups: the plain regression", () => {
    const flat = Float64Array.of(0.3, -0.8, -0.8, 0.4, 1, 0.2, -0.9, -0.7, 0.5, 1, 0, -1, -0.6, 0.6, 0.9, -0.1, -1, -0.4, 0.7, 0.9, -0.2);
    const fit = randomIntercept(flat, [ones, x], groups);
    expect(fit?.between).toBe(0);
    expect(fit?.within).toBeCloseTo(0.534736356, 8);
    expect([...(fit?.effects ?? [])]).toEqual([7.910349374e-5, -4.614370468e-4].map((value) => expect.closeTo(value, 9)));
  });
});

it("balanced groups have the variances of the analysis of variance", () => {
  // Groups 1 2 3 · 5 6 7 · 3 4 8: mean squares within (2 + 2 + 14) ÷ 6 = 3 and between 3·Σ(mean − 13/3)² ÷ 2 = 13.
  const fit = randomIntercept(Float64Array.of(1, 2, 3, 5, 6, 7, 3, 4, 8), [new Float64Array(9).fill(1)], Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2));
  expect(fit?.within).toBeCloseTo(3, 6);
  expect(fit?.between).toBeCloseTo((13 - 3) / 3, 5);
});

it("says nothing of columns that are one, or of no row to spare", () => {
  expect(randomIntercept(y, [ones, ones], groups)).toBeNull();
  expect(randomIntercept(Float64Array.of(1), [Float64Array.of(1)], Int32Array.of(0))).toBeNull();
});
