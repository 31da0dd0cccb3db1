import fc from "fast-check";
import { expect, it } from "vitest";
import { rungeKutta } from "../numerics/index.ts";
import { adaptedLeg, seriesStiffness } from "./leg-adaptation.ts";

it("keeps leg and surface in series as they were, and comes back", () => {
  fc.assert(fc.property(fc.double({ min: 6e3, max: 16e3, noNaN: true }), fc.double({ min: 50e3, max: 1e6, noNaN: true }), fc.double({ min: 30e3, max: 1e6, noNaN: true }), (leg, before, after) => {
    const there = adaptedLeg(leg, before, after);
    expect(seriesStiffness(there?.value ?? NaN, after) / seriesStiffness(leg, before)).toBeCloseTo(1, 10);
    expect((adaptedLeg(there?.value ?? NaN, after, before)?.value ?? NaN) / leg).toBeCloseTo(1, 8);
  }));
});

it("on the same surface nothing changes but the band is there", () => {
  const { value, low, high } = adaptedLeg(10e3, 500e3, 500e3) ?? { value: NaN, low: NaN, high: NaN };
  expect(value).toBeCloseTo(10e3, 6);
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
});

it("a surface softer than the kept spring has no leg", () => {
  expect(adaptedLeg(10e3, 500e3, 9e3)).toBeNull();
});

it("a body bouncing on the adapted leg falls as far and as long on soft ground as on hard; with the old leg it does not", () => {
  const bounce = (leg: number, surface: number): { readonly drop: number; readonly time: number } => {
    const stiffness = seriesStiffness(leg, surface);
    let drop = 0;
    let time = NaN;
    rungeKutta((_time, state, rates) => {
      rates[0] = state[1]!;
      rates[1] = 9.81 - (stiffness * state[0]!) / 70;
    }, Float64Array.of(0, 0.7), 1e-4, 6000, (now, state) => {
      drop = Math.max(drop, state[0]!);
      if (Number.isNaN(time) && now > 0.05 && state[0]! <= 0) time = now;
    });
    return { drop, time };
  };
  const hard = bounce(7.6e3, 533e3);
  const soft = bounce(adaptedLeg(7.6e3, 533e3, 21.3e3)?.value ?? NaN, 21.3e3);
  const stubborn = bounce(7.6e3, 21.3e3);
  expect(soft.drop).toBeCloseTo(hard.drop, 9);
  expect(soft.time).toBeCloseTo(hard.time, 9);
  expect(stubborn.drop).toBeGreaterThan(1.1 * hard.drop);
});
