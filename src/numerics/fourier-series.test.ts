import { describe, expect, it } from "vitest";
import { absolute, complex, fourierCoefficients, fourierSum, over, times } from "./index.ts";

describe("fourierCoefficients", () => {
  it("finds the cosine and sine a signal is made of", () => {
    const samples = Float64Array.from({ length: 100 }, (_, index) => 2 + 3 * Math.cos((2 * Math.PI * 4 * index) / 100) + 5 * Math.sin((2 * Math.PI * 7 * index) / 100));
    const coefficients = fourierCoefficients(samples, 10);
    expect(coefficients[0]?.re).toBeCloseTo(2, 12);
    expect(coefficients[4]?.re).toBeCloseTo(3, 12);
    expect(coefficients[7]?.im).toBeCloseTo(-5, 12);
    expect(absolute(coefficients[5] ?? complex(1))).toBeCloseTo(0, 12);
  });

  it("gives the signal back from all of them", () => {
    const samples = Float64Array.from({ length: 51 }, (_, index) => Math.sqrt(index) * (index % 3));
    for (const [index, value] of fourierSum(fourierCoefficients(samples, 51), 51).entries()) expect(value).toBeCloseTo(samples[index]!, 10);
  });
});

describe("complex numbers", () => {
  it("divides as it multiplies", () => {
    const [one, other] = [complex(3, -4), complex(-1, 2)];
    const back = times(over(one, other), other);
    expect([back.re, back.im]).toEqual([expect.closeTo(3, 12), expect.closeTo(-4, 12)]);
  });
});
