import { describe, expect, it } from "vitest";
import { shoeWear } from "../literature/index.ts";
import { absorptionAfter, distanceUntilLost, equivalentDistance, shoeAbsorption } from "./shoe-wear.ts";

describe("shoeAbsorption", () => {
  it.each([[241e3, 0.8], [805e3, 0.7]])("goes through the points of shoes worn by runners: %d m", (distance, share) => {
    const { value, low, high } = shoeAbsorption({ asphalt: distance }, 70);
    expect(Math.abs(value - share)).toBeLessThan(0.005);
    expect(value).toBeCloseTo(absorptionAfter(distance), 12);
    expect(low).toBeLessThan(share - 0.05);
    expect(high).toBeGreaterThan(share + 0.05);
  });

  it("is all there and sure of it in a new pair, and never falls below nothing", () => {
    expect(shoeAbsorption({}, 70)).toMatchObject({ value: 1, low: 1, high: 1 });
    const { value, low } = shoeAbsorption({ gravel: 1e7 }, 120);
    expect(value).toBeCloseTo(shoeWear.floor.value, 6);
    expect(low).toBeGreaterThan(0.5);
  });

  it("wears faster under a heavier runner, within what nobody measured", () => {
    const [light, heavy] = [shoeAbsorption({ asphalt: 300e3 }, 50), shoeAbsorption({ asphalt: 300e3 }, 100)];
    expect(heavy.value).toBeLessThan(light.value);
    expect(heavy.high).toBeGreaterThan(light.value);
    expect(equivalentDistance({ asphalt: 100e3 }, 4 * 70)).toBeCloseTo(200e3, 6);
  });

  it("has a wider band on ground whose wear nobody measured, and the same middle", () => {
    const [road, trail] = [shoeAbsorption({ asphalt: 200e3 }, 70), shoeAbsorption({ dirt: 200e3 }, 70)];
    expect(trail.value).toBeCloseTo(road.value, 12);
    expect(trail.high - trail.low).toBeGreaterThan(road.high - road.low);
  });
});

describe("distanceUntilLost", () => {
  it("inverts the curve: half of what will be lost is lost after ln 2 of its scale", () => {
    const half = distanceUntilLost(0.5, {}, 70);
    expect(half.value).toBeCloseTo(shoeWear.scale.value * Math.LN2, 3);
    expect(half.low).toBeLessThan(half.value);
    const left = distanceUntilLost(0.5, { asphalt: 50e3 }, 70);
    expect(half.value - left.value).toBeCloseTo(50e3, 3);
    expect(distanceUntilLost(0.5, { asphalt: 500e3 }, 70).value).toBe(0);
  });
});
