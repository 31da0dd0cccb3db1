import { describe, expect, it } from "vitest";
import { discLevels, type Quantity } from "./domain/index.ts";
import { modelDifference, type ComparedOutput, type ModelDifference } from "./model-difference.ts";
import { simulateFootfall, tibialAccelerationForward, type FootfallCondition } from "./simulate.ts";

function differenceOf(condition: FootfallCondition): ModelDifference {
  const difference = modelDifference(condition);
  if ("reason" in difference) throw new Error(difference.reason);
  return difference;
}

const rowOf = ({ outputs }: ModelDifference, wanted: ComparedOutput) => outputs.find(({ output }) => output === wanted);

describe("the two directions", () => {
  const condition = { speed: 4, mass: 70, height: 1.75, footStrike: "rearfoot", shoeStiffnessNewtonsPerMillimetre: 95 } as const;

  it("are of the same footfall: contact, impulse, output by output", () => {
    const difference = differenceOf(condition);
    const simulation = simulateFootfall(condition);
    expect(difference.forward.groundContactTime / simulation.groundContactTime.value).toBeCloseTo(1, 3);
    expect(difference.forward.impulse / simulation.impulse.value).toBeCloseTo(1, 3);
    expect(difference.outputs.map(({ output }) => output)).toEqual(["activePeak", "impactPeak", "impactPeakTime", "peakTibialAcceleration", "peakSacralAcceleration", "peakHeadAcceleration", ...discLevels]);
    for (const { forward, inverse, relative } of difference.outputs) {
      if (forward !== null && inverse !== null) expect(relative).toBeCloseTo(forward / inverse - 1, 12);
    }
  });

  it("agree on what momentum settles, and not on the impact", () => {
    const difference = differenceOf(condition);
    // Both carry the same impulse through the same chain: what is slow is settled to within a tenth. Not so how sharply the foot stops.
    for (const output of ["activePeak", ...discLevels] as const) expect(Math.abs(rowOf(difference, output)?.relative ?? 1)).toBeLessThan(0.1);
    expect(rowOf(difference, "impactPeakTime")?.relative).toBeLessThan(-0.3);
  });

  it("part at the shin by more than either's parameters make, so its band holds both; elsewhere they lie within the bands", () => {
    for (const footStrike of ["rearfoot", "midfoot"] as const) {
      const simulation = simulateFootfall({ ...condition, footStrike });
      const { outputs } = differenceOf({ ...condition, footStrike });
      const bands: Partial<Record<ComparedOutput, Quantity | null>> = {
        activePeak: simulation.peakVerticalForce, impactPeak: simulation.impactPeak, peakTibialAcceleration: simulation.peakTibialAcceleration, peakSacralAcceleration: simulation.peakSacralAcceleration,
        peakHeadAcceleration: simulation.peakHeadAcceleration, ...simulation.compression,
      };
      for (const { output, forward } of outputs) {
        const band = bands[output];
        if (!band || forward === null) continue;
        expect(forward, output).toBeGreaterThanOrEqual(band.low);
        expect(forward, output).toBeLessThanOrEqual(band.high);
      }
      expect(tibialAccelerationForward(simulation)).toBeGreaterThan(1.5 * (simulation.peakTibialAcceleration?.value ?? Infinity));
    }
  });

  it("do not tell a forefoot runner's shin back from the force: too little of the leg is stopped by the pulse", () => {
    const simulation = simulateFootfall({ ...condition, footStrike: "forefoot" });
    expect([simulation.peakTibialAcceleration, simulation.tibialAccelerationG, tibialAccelerationForward(simulation)]).toEqual([null, null, null]);
    expect(simulation.attenuation.every(({ toSacrum, toHead }) => toSacrum === null && toHead === null)).toBe(true);
    expect(rowOf(differenceOf({ ...condition, footStrike: "forefoot" }), "peakTibialAcceleration")).toMatchObject({ inverse: null, relative: null });
  });

  it("say nothing of what one of them does not tell, and why where there is no forward footfall", () => {
    const forefoot = rowOf(differenceOf({ ...condition, footStrike: "forefoot" }), "impactPeak");
    expect(forefoot).toMatchObject({ forward: null, relative: null });
    expect(modelDifference({ speed: 1.3 })).toHaveProperty("reason", expect.stringContaining("walking"));
  });
});
