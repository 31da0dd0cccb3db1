import { expect, test } from "vitest";
import { costPerMetre, runEnergy, totalEnergy } from "./run-energy.ts";
import { runningEnergyCost } from "./minetti-2002.ts";

const mass = { value: 70, low: 70, high: 70, basis: "measured" } as const;
const along = (length: number, altitudeAt: (metres: number) => number) => {
  const distance = Float64Array.from({ length: length / 5 + 1 }, (_, row) => 5 * row);
  return { distance, altitude: distance.map(altitudeAt) };
};

test("a slope costs what Minetti measured, up and down the mean of both, not that of the level", () => {
  expect(costPerMetre(along(3000, () => 100))).toBeCloseTo(3.6, 12);
  expect(costPerMetre(along(3000, (metres) => 0.1 * metres))).toBeCloseTo(runningEnergyCost(0.1), 10);
  const there = along(6000, (metres) => 0.1 * (metres < 3000 ? metres : 6000 - metres));
  expect(costPerMetre(there)).toBeCloseTo((runningEnergyCost(0.1) + runningEnergyCost(-0.1)) / 2, 10);
  expect(costPerMetre(along(3000, (metres) => metres))).toBeCloseTo(runningEnergyCost(0.45), 10);
});

test("heights that were not recorded are not known, and gaps are passed over", () => {
  expect(costPerMetre({ distance: Float64Array.of(0, 100) })).toBeNull();
  expect(costPerMetre({ distance: Float64Array.of(0, NaN, 100, 200), altitude: Float64Array.of(10, 10, NaN, 30) })).toBeCloseTo(runningEnergyCost(0.1), 10);
  expect(costPerMetre({ distance: Float64Array.of(0, 10), altitude: Float64Array.of(0, 0) })).toBeNull();
});

test("energy in kilocalories: 70 kg over 10 km at 3.6 J/kg/m", () => {
  const energy = runEnergy(mass, { run: 10_000, walk: 0 }, null);
  expect(energy).toMatchObject({ unit: "kcal", basis: "simulated" });
  expect(energy.value).toBeCloseTo((70 * 10_000 * 3.6) / 4184, 9);
  expect([energy.low / energy.value, energy.high / energy.value]).toEqual([expect.closeTo(3.1 / 3.6, 9), expect.closeTo(4.2 / 3.6, 9)]);
  expect(runEnergy({ value: 65, low: 50, high: 85, basis: "assumed" }, { run: 10_000, walk: 0 }, null).basis).toBe("assumed");
  expect(totalEnergy([energy, energy]).high).toBeCloseTo(2 * energy.high, 9);
});
