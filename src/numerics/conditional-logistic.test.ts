import { describe, expect, it } from "vitest";
import { conditionalLogistic, profiledEffect, type MatchedSet } from "./index.ts";

const rows = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const repeated = (times: number, values: readonly number[]): readonly (readonly number[])[] => Array.from({ length: times }, () => values);
const sets = (cases: number, columns: number, ...of: readonly (readonly number[])[]): readonly MatchedSet[] => of.map((values) => ({ rows: rows(...values), cases: values.length / columns > cases ? cases : 0 }));

describe("closed forms", () => {
  it("pairs: the odds ratio is the ratio of the discordant pairs, its variance the sum of their reciprocals", () => {
    const pairs = [...repeated(14, [1, 0]), ...repeated(5, [0, 1]), ...repeated(7, [1, 1]), ...repeated(3, [0, 0])];
    const fit = conditionalLogistic(sets(1, 1, ...pairs), 1);
    expect(fit.effects[0]).toBeCloseTo(Math.log(14 / 5), 9);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 14 + 1 / 5), 9);
    expect(fit.nullLogLikelihood).toBeCloseTo(29 * Math.log(0.5), 12);
  });

  it("many cases in one set: the central hypergeometric's mean meets the observed count", () => {
    // 4 of 9 rows exposed, 3 cases, 2 of them exposed: Σ a·C(4,a)·C(5,3−a)·θᵃ ÷ Σ C(4,a)·C(5,3−a)·θᵃ = 2.
    const { effects } = conditionalLogistic([{ rows: rows(1, 1, 0, 1, 1, 0, 0, 0, 0), cases: 3 }], 1);
    const odds = Math.exp(effects[0] ?? NaN);
    const weights = [10, 40, 30, 4].map((ways, count) => ways * odds ** count);
    expect(weights.reduce((sum, weight, count) => sum + weight * count, 0) / weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2, 8);
  });
});

// R 4.2.2, survival 3.5-3: clogit(y ~ x + strata(s)) and clogit(y ~ a + b + strata(s), method = "exact"); script in docs/models/link-analysis.md.
describe("R's survival::clogit", () => {
  it("one case and two controls", () => {
    const triples = sets(1, 1, [1, 0, 0], [1, 1, 0], [0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 0, 1], [0, 0, 1], [1, 0, 0]);
    const fit = conditionalLogistic(triples, 1);
    expect(fit.effects[0]).toBeCloseTo(1.30276314, 7);
    expect(fit.standardErrors[0]).toBeCloseTo(0.8602364486, 7);
    expect(fit.logLikelihood).toBeCloseTo(-7.5157215305, 9);
    expect(fit.nullLogLikelihood).toBeCloseTo(-8.78889830934, 9);
  });

  it("several cases in a set, two covariates, and the profile interval", () => {
    const a = [[1, 1, 1, 0, 0, 0, 0], [1, 0, 1, 1, 0, 0, 0], [1, 0, 0, 1, 0, 1, 0], [0, 1, 0, 0, 1, 0, 0]];
    const b = [[2.1, 0.3, 1.2, -0.4, 0.6, 1.9, 0.2], [1.5, 0.9, 2.2, 0.1, 1.1, -0.7, 0.4], [0.8, 1.4, 0.2, -1.1, 0.5, 0.9, 0.3], [1.7, 0.4, 0.9, -0.2, 1.3, 0.6, -0.5]];
    const strata = [2, 3, 1, 2].map((cases, set) => ({ rows: rows(...(a[set] ?? []).flatMap((value, row) => [value, b[set]?.[row] ?? NaN])), cases }));
    const fit = conditionalLogistic(strata, 2);
    expect([...fit.effects]).toEqual([expect.closeTo(1.835684106, 7), expect.closeTo(1.222991133, 7)]);
    expect([...fit.standardErrors]).toEqual([expect.closeTo(0.9839088552, 7), expect.closeTo(0.7970026623, 7)]);
    expect(fit.logLikelihood).toBeCloseTo(-7.26984308415, 9);
    const { low, high } = profiledEffect(strata, 2, 0);
    expect([low, high]).toEqual([expect.closeTo(0.01672859, 5), expect.closeTo(4.07826885, 5)]);
  });
});

// The same R; ten sets of one case and three controls, then exact sets of many cases.
describe("R's survival::clogit, more sets", () => {
  const quadruples = [[3.2, 1.1, 0.4, 2.2], [0.8, 1.9, 0.3, 1.0], [2.7, 2.2, 1.8, 0.1], [1.4, 0.2, 0.9, 1.1], [0.3, 0.6, 2.1, 1.2], [4.1, 2.0, 3.3, 1.5], [1.1, 0.4, 0.2, 0.7], [2.0, 2.6, 1.3, 0.5], [0.9, 0.8, 0.1, 0.3], [1.6, 1.2, 2.4, 0.6]];
  const isHigh = (value: number): number => (value > 1 ? 1 : 0);
  const marked = [0, 1, 1, 0, 1];
  const many = [[1, 1, 0, 1, 0, 1, 0, 0, 0, 1], [1, 0, 1, 1, 1, 0, 0, 1, 0, 0], [0, 1, 1, 0, 0, 0, 1, 0, 0, 0]];
  const wave = (from: number): number => Math.sin(from + 1);
  const twelve = (set: number): readonly number[] => Array.from({ length: 12 }, (_, row) => [Math.round(20 * Math.cos(12 * set + row + 1)) / 10, row % 3 === 0 ? 1 : 0]).flat();

  it.each([
    ["a continuous exposure", quadruples.map((set) => ({ rows: rows(...set), cases: 1 })), 1, [1.06555071], [0.555742136], -11.514388],
    ["a threshold of it", quadruples.map((set) => ({ rows: rows(...set.map(isHigh)), cases: 1 })), 1, [1.01885586], [0.886489628], -13.1296497],
    ["two exposures", quadruples.map((set, of) => ({ rows: rows(...set.flatMap((value, row) => [value, marked[(4 * of + row) % 5] ?? NaN])), cases: 1 })), 2, [1.35989215, 0.821905984], [0.666466542, 0.820404249], -10.965958],
    ["four cases of ten", many.map((set) => ({ rows: rows(...set), cases: 4 })), 1, [1.54065154], [0.7834324], -13.9372324],
    ["four cases of ten, two exposures", many.map((set, of) => ({ rows: rows(...set.flatMap((value, row) => [value, wave(10 * of + row)])), cases: 4 })), 2, [1.54293667, -0.0424747573], [0.784251775, 0.533942444], -13.9340684],
    ["five and two cases of twelve", [5, 2].map((cases, of) => ({ rows: rows(...twelve(of)), cases })), 2, [0.034006477, 0.582532222], [0.318427366, 0.92987009], -10.6625611],
  ] as const)("%s", (_, strata, columns, effects, errors, logLikelihood) => {
    const fit = conditionalLogistic(strata, columns);
    expect([...fit.effects]).toEqual(effects.map((value) => expect.closeTo(value, 6)));
    expect([...fit.standardErrors]).toEqual(errors.map((value) => expect.closeTo(value, 6)));
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 6);
  });
});

describe("where the data do not bound the answer", () => {
  it("separated cases: an infinite estimate with a finite lower end", () => {
    // Six discordant pairs, all one way: the profile falls by 1.92 where 6·log(1 + e^−β) = 1.92.
    const { value, low, high } = profiledEffect(sets(1, 1, ...repeated(6, [1, 0])), 1, 0);
    expect([value, high]).toEqual([Infinity, Infinity]);
    expect(low).toBeCloseTo(-Math.log(Math.exp(1.920729410347062 / 6) - 1), 5);
  });

  it("nothing varies within a set: no estimate at all", () => {
    expect(profiledEffect(sets(1, 1, [1, 1], [0, 0, 0]), 1, 0)).toEqual({ value: NaN, low: -Infinity, high: Infinity });
    expect(profiledEffect([], 1, 0).value).toBeNaN();
  });
});
