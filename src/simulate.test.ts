import { describe, expect, it } from "vitest";
import { discLevels, footStrikes } from "./domain/index.ts";
import { gravity, pressureToForceFactor } from "./literature/index.ts";
import { loadingRate } from "./shock/index.ts";
import { simulateFootfall, type FootfallCondition } from "./simulate.ts";

const runner = { mass: 70, height: 1.75, speed: 3.3 } as const;
const conditions: readonly FootfallCondition[] = [runner, { ...runner, footStrike: "rearfoot" }, { ...runner, footStrike: "forefoot", speed: 5, sex: "female" }, { ...runner, speed: 1.3 }, { ...runner, acceleration: 2, slope: 0.1 }];

describe("a simulated footfall", () => {
  it.each(conditions)("%j: every quantity has a band about its value", (condition) => {
    const simulation = simulateFootfall(condition);
    const { compression, indicatedPressure, roughShear, peakVertebralAcceleration } = simulation;
    const quantities = [
      simulation.peakVerticalForce, simulation.impactPeak, simulation.verticalLoadingRate, simulation.impulse, simulation.peakTibialAcceleration, simulation.peakHeadAcceleration,
      ...simulation.attenuation.flatMap(({ toSacrum, toHead }) => [toSacrum, toHead]),
      ...discLevels.flatMap((level) => [compression[level], indicatedPressure[level], roughShear[level], peakVertebralAcceleration[level]]),
    ].flatMap((quantity) => quantity ?? []);
    for (const { value, low, high } of quantities) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
    expect(indicatedPressure["L5-S1"].basis).toBe("assumed");
    expect(roughShear["L5-S1"].basis).toBe("assumed");
  });

  it("has waves whose largest sample is the peak that is told", () => {
    for (const condition of conditions) {
      const { compression, compressionWaveforms } = simulateFootfall(condition);
      for (const level of discLevels) expect(Math.abs(Math.max(...compressionWaveforms[level]) / compression[level].value - 1)).toBeLessThan(0.01);
    }
  });

  it("turns force into pressure by area and factor: 18 cm² and 1129 N make 0.95 MPa (V12)", () => {
    const { compression, indicatedPressure } = simulateFootfall({ ...runner, sex: "male" });
    const force = compression["L4-L5"].value * 70 * gravity;
    expect(indicatedPressure["L4-L5"].value).toBeCloseTo(force / (17.5e-4 * pressureToForceFactor.value), 3);
    expect(1129 / (18e-4 * pressureToForceFactor.value)).toBeCloseTo(0.95e6, -4);
  });

  it("shears the lumbosacral disc forward most, and more with more lordosis", () => {
    const shear = (lordosisDegrees: number): number => simulateFootfall({ ...runner, lordosisDegrees }).roughShear["L5-S1"].value;
    expect(shear(60)).toBeGreaterThan(shear(40));
    const { roughShear } = simulateFootfall(runner);
    expect(Math.max(...discLevels.map((level) => roughShear[level].value))).toBe(roughShear["L5-S1"].value);
  });

  it("leans with the force in speeding up: the discs feel the trunk against it", () => {
    // Leaning 11.5° further at 2 m/s² is no more than running steadily upright.
    const leanOf = Math.atan(2 / gravity) * (180 / Math.PI);
    const steady = simulateFootfall({ ...runner, trunkLeanDegrees: 6 }).compression["L5-S1"].value;
    expect(simulateFootfall({ ...runner, trunkLeanDegrees: 6 + leanOf, acceleration: 2 }).compression["L5-S1"].value).toBeCloseTo(steady, 9);
  });

  it("attenuates what comes through a runner's legs, and does not tell a forefoot runner's", () => {
    const [, impact] = simulateFootfall({ ...runner, footStrike: "rearfoot" }).attenuation;
    expect(impact?.toHead?.value).toBeGreaterThan(3);
    for (const footStrike of footStrikes) {
      const told = simulateFootfall({ ...runner, footStrike }).attenuation.some(({ toHead }) => toHead !== null);
      expect(told).toBe(footStrike !== "forefoot");
    }
  });

  it("says what was told without effect", () => {
    expect(simulateFootfall({ ...runner, speed: 1.3, shoeStiffnessNewtonsPerMillimetre: 61, surface: "grass" }).unused).toEqual(["shoeStiffnessNewtonsPerMillimetre", "surface"]);
    expect(simulateFootfall({ ...runner, surface: "sand" }).unused).toEqual(["surface"]);
    expect(simulateFootfall({ ...runner, surface: "grass" }).unused).toEqual([]);
  });

  it("names the works it rests on, by gait", () => {
    const ids = (speed: number): readonly string[] => simulateFootfall({ ...runner, speed }).sources.map(({ id }) => id);
    expect(ids(3)).toContain("fukuchi-2017");
    expect(ids(3)).not.toContain("nilsson-thorstensson-1989");
    expect(ids(1.3)).toContain("nilsson-thorstensson-1989");
    expect(ids(1.3)).toContain("wilke-1999");
  });
});

it("the loading rate of a straight rise is its slope", () => {
  expect(loadingRate((time) => 40 * time, { force: 1.6, time: 0.04 })).toBeCloseTo(40, 6);
});
