import { describe, expect, it } from "vitest";
import { discLevels } from "../domain/index.ts";
import { gravity } from "../literature/index.ts";
import { centralParameters } from "./chain/chain-parameters.ts";
import { integratedPeaks } from "./chain/integrated-forces.ts";
import { transmitForce } from "./chain/transmit-force.ts";
import { directFootfall, stepForce, transmissionConditions, type FootfallSetting, type FootfallTiming } from "./direct-footfall.ts";
import { discLine } from "./lumbar-lever.ts";

const setting: FootfallSetting = { mass: 70, height: 1.75, legLength: 0.93, trunkLeanDegrees: 7, lordosisDegrees: 50, footStrike: "rearfoot", stiffnessRatio: 1 };
const timings: readonly FootfallTiming[] = [
  { gait: "run", speed: 3, slope: 0, groundContactTime: 0.25, stepTime: 0.36 },
  { gait: "run", speed: 5.5, slope: -0.1, groundContactTime: 0.18, stepTime: 0.31 },
  { gait: "walk", speed: 1.4, slope: 0, groundContactTime: 0.65, stepTime: 0.53 },
];
const farthest = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): number => Math.max(...discLevels.map((level) => Math.abs(one[level]! / other[level]! - 1)));

describe.each(timings)("a footfall followed directly: $gait at $speed m/s", (timing) => {
  const direct = directFootfall(setting, timing);

  it("changes by less than 0.1 % when its step is halved", () => {
    const finer = directFootfall(setting, timing, centralParameters, 192);
    expect(farthest(direct.peakCompression, finer.peakCompression)).toBeLessThan(0.001);
    expect(Math.abs(direct.activePeak / finer.activePeak - 1)).toBeLessThan(0.001);
  });

  it("meets Runge–Kutta steps through the same leg and chain within 0.1 %, themselves unmoved by halving", () => {
    const integrate = (perStep: number) => integratedPeaks(stepForce(setting, direct.wave, timing), timing.stepTime, transmissionConditions(setting, timing, direct.wave), { perStep, steps: 12 });
    const coarse = integrate(4000);
    expect(farthest(coarse, integrate(8000))).toBeLessThan(0.001);
    expect(farthest(direct.carriedPeaks, coarse)).toBeLessThan(0.001);
  });

  it("carries on average at every disc what the step does, one body weight in running, and the impulse of the step", () => {
    const force = stepForce(setting, direct.wave, timing);
    const fed = Array.from({ length: 512 }, (_, sample) => force((sample / 512) * timing.stepTime)).reduce((sum, value) => sum + value, 0) / 512;
    if (timing.gait === "run") expect(fed).toBeCloseTo(1, 3);
    for (const level of discLevels.keys()) {
      let sum = 0;
      for (let sample = 0; sample < 512; sample++) sum += direct.carried.at(level, sample / 512);
      expect(sum / 512).toBeCloseTo(fed, 3);
    }
    expect(direct.impulse).toBeCloseTo(70 * gravity * timing.stepTime, 9);
  });

  it("finds the tops that a dense sampling of every disc's compression shows, the lever at work all the time", () => {
    const force = stepForce(setting, direct.wave, timing);
    const { compressionBodyWeights } = transmitForce(Float64Array.from({ length: 2048 }, (_, index) => force((index / 2048) * timing.stepTime)), 2048 / timing.stepTime, transmissionConditions(setting, timing, direct.wave));
    for (const level of discLevels) expect(Math.max(...compressionBodyWeights[level]) / direct.peakCompression[level]).toBeCloseTo(1, 3);
  });
});

it("lets a stiff and massless way up through unchanged: a slow force is carried as it is", () => {
  // With a step of 5 s all harmonics that matter lie far below leg and chain.
  const slow: FootfallTiming = { gait: "walk", speed: 1, slope: 0, groundContactTime: 6, stepTime: 5 };
  const { wave, carriedPeaks, peakCompression } = directFootfall(setting, slow, centralParameters, 512);
  const force = stepForce(setting, wave, slow);
  const largest = Math.max(...Array.from({ length: 2000 }, (_, index) => force((index / 2000) * 5)));
  for (const level of discLevels) {
    expect(carriedPeaks[level] / largest).toBeCloseTo(1, 2);
    const { gain, offset } = discLine(level, 7, 1.75);
    expect(peakCompression[level]).toBeCloseTo(gain * carriedPeaks[level] + offset, 12);
  }
});
