import { describe, expect, it } from "vitest";
import { clusteredEffect, clusteredGroup, fisherBound, fisherTail, holdConstant, residual, seededRandom, uniquePart } from "./index.ts";

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const y = column(2.1, 3.4, 1.2, 4.8, 2.2, 3.9, 5.1, 2.7, 3.3, 4.1, 2.9, 3.0, 1.7, 4.4, 2.5, 3.6, 4.0, 1.9, 3.1, 2.8);
const x = column(0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0);
const a = column(1.2, 0.4, -0.3, 2.2, 0.1, 0.9, 1.8, -0.6, 0.2, 1.1, 0.7, -0.2, -0.9, 1.5, 0.3, 0.8, 1.0, -0.5, 0.6, 0);
const constant = new Float64Array(20).fill(1);
const pairs = Int32Array.from({ length: 20 }, (_, index) => index >> 1);

function groupOf(outcome: Float64Array, columns: readonly Float64Array[], beside: readonly Float64Array[], clusters: Int32Array) {
  const rows = outcome.length;
  const held = holdConstant(beside, rows);
  const all = holdConstant(columns, rows, held);
  const parts = columns.map((_, index) => uniquePart(all, beside.length + index) ?? new Float64Array(rows));
  return clusteredGroup(outcome, residual(held, outcome), parts, clusters, held.basis.length, 3);
}

// R 4.2.2: lm(y ~ x + a) and the sandwich written out; script in docs/models/link-analysis.md.
describe("clusteredGroup", () => {
  it("is R's two slopes tested together, and their sums with Scheffé's interval", () => {
    const group = groupOf(y, [x, a], [constant], pairs);
    expect([...(group?.slopes ?? [])]).toEqual([0.9454195584, 0.6712933754].map((slope) => expect.closeTo(slope, 9)));
    expect((group?.pValue ?? NaN) / 0.0002222773677).toBeCloseTo(1, 8);
    const sum = group?.contrast([1, -0.5]);
    expect(sum?.value).toBeCloseTo(0.6097728707, 9);
    expect(sum?.standardError).toBeCloseTo(0.460933598, 9);
    expect(sum?.degreesOfFreedom).toBeCloseTo(7.294320174, 8);
    expect(sum?.low).toBeCloseTo(-0.960262451, 7);
  });

  it("is the usual effect where there is one column", () => {
    const controls = holdConstant([constant, a], 20);
    const usual = clusteredEffect(residual(controls, y), residual(controls, x), pairs, 2, 3);
    const group = groupOf(y, [x], [constant, a], pairs)?.contrast([1]);
    for (const part of ["value", "standardError", "degreesOfFreedom", "pValue", "low", "high"] as const) expect(group?.[part]).toBeCloseTo(usual?.[part] ?? NaN, 9);
  });

  it("says nothing where the columns are sums of one another", () => {
    expect(groupOf(y, [x, x.map((value) => 1 - value)], [constant], pairs)).toBeNull();
  });

  it("calls two idle columns 5 times in 100, with errors alike within weeks, and its intervals hold every sum of them at once", () => {
    const random = seededRandom(11);
    const even = (): number => 2 * random() - 1;
    const weeks = Int32Array.from({ length: 210 }, (_, index) => Math.floor(index / 7));
    const wave = (phase: number) => Float64Array.from(weeks, (_, day) => Math.sin((2 * Math.PI * day) / 28 + phase));
    let [called, missed] = [0, 0];
    for (let round = 0; round < 600; round++) {
      const shared = Array.from({ length: 30 }, even);
      const group = groupOf(Float64Array.from(weeks, (week) => (shared[week] ?? 0) + even()), [wave(0), wave(Math.PI / 2)], [new Float64Array(210).fill(1)], weeks);
      called += (group?.pValue ?? 1) <= 0.05 ? 1 : 0;
      const directions = Array.from({ length: 24 }, (_, index) => [Math.cos((Math.PI * index) / 12), Math.sin((Math.PI * index) / 12)]);
      missed += directions.some((direction) => { const sum = group?.contrast(direction); return sum === undefined || sum.low > 0 || sum.high < 0; }) ? 1 : 0;
    }
    // Four standard errors about 30 of 600, were the level exactly 5 %.
    expect(called).toBeGreaterThan(9);
    expect(called).toBeLessThan(52);
    expect(missed).toBeLessThanOrEqual(called);
  });
});

describe("Fisher's F, as R has it", () => {
  it.each([[3.2, 2, 9.5, 0.0866065591566], [1.7, 3, 40, 0.182425886374]])("beyond %f with %f and %f degrees of freedom lies %f", (ratio, above, below, tail) => {
    expect(fisherTail(ratio, above, below)).toBeCloseTo(tail, 10);
  });

  it.each([[2, 9.5, 4.17472126789], [3, 40, 2.83874539802]])("with %f and %f degrees of freedom a twentieth lies beyond %f", (above, below, bound) => {
    expect(fisherBound(0.05, above, below)).toBeCloseTo(bound, 8);
  });
});
