import { describe, expect, it } from "vitest";
import { discLevels } from "../../domain/index.ts";
import { gravity, massShareAbove } from "../../literature/index.ts";
import { absolute, complex, fourierCoefficients, over, scaled, times } from "../../numerics/index.ts";
import type { Part } from "./body-chain.ts";
import { chainResponse } from "./chain-response.ts";
import { centralParameters, drawnParameters } from "./chain-parameters.ts";
import { followChain } from "./direct-chain.ts";
import { fastShare, kneeFlexionAtImpact, legTransmission } from "./leg-transmission.ts";
import { tibialAcceleration } from "./tibial-acceleration.ts";
import { peakAccelerations } from "./transmission-bands.ts";
import { transmissionPath, type TransmissionConditions } from "./transmission-path.ts";
import { peakOf, transmitForce } from "./transmit-force.ts";

const conditions: TransmissionConditions = {
  mass: 70, height: 1.75, legLength: 0.93, groundContactTime: 0.25, legCompression: 0.14, trunkLeanDegrees: 7, lordosisDegrees: 50,
  arrival: { speed: 1.5, halfWidth: 0.03, impulse: 0.015 },
};
const stepTime = 0.36;
const sampleRate = 1000;
/** Half-sine with an early pulse, mean one body weight. */
const forceAt = (time: number): number => {
  const inStep = time % stepTime;
  const pulse = inStep < 0.06 ? 0.25 * (1 - Math.cos((2 * Math.PI * inStep) / 0.06)) : 0;
  const body = stepTime - 0.25 * 0.06;
  return pulse + (inStep < 0.25 ? body * (Math.PI / 2 / 0.25) * Math.sin((Math.PI * inStep) / 0.25) : 0);
};
const force = Float64Array.from({ length: stepTime * sampleRate }, (_, index) => forceAt(index / sampleRate));
const stiff = { stiffness: 1e12, damping: 0 };
const single = (rigidMass: number, wobblingMass: number, stiffness: number): Part => ({ rigidMass, wobblingMass, mounting: { stiffness, damping: 0 }, linkBelow: null });

describe("one part", () => {
  it("answers as force over mass where nothing wobbles", () => {
    expect(chainResponse([single(50, 0, 0)], 30).acceleration[0]?.re).toBeCloseTo(1 / 50, 12);
  });

  it("stands still at the wobbling mass's own frequency", () => {
    // A mass on an undamped spring takes all force there (Den Hartog's absorber); the bones then feel an endless mass.
    const part = single(10, 40, 40 * 30 ** 2);
    expect(absolute(chainResponse([part], 29.999).acceleration[0] ?? complex(1))).toBeLessThan(1e-5);
  });

  it("carries two masses joined by a rigid link as one", () => {
    const parts = [single(20, 0, 0), { ...single(30, 0, 0), linkBelow: { compression: stiff, bending: null } }];
    const { acceleration, linkForce } = chainResponse(parts, 100);
    expect(acceleration[0]?.re).toBeCloseTo(1 / 50, 6);
    expect(linkForce[1]?.re).toBeCloseTo(30 / 50, 6);
  });
});

describe("the chain of a body", () => {
  const { parts } = transmissionPath(conditions);

  it("weighs what the body weighs", () => {
    const mass = parts.reduce((sum, { rigidMass, wobblingMass }) => sum + rigidMass + wobblingMass, 0);
    expect(mass).toBeCloseTo(70, 9);
  });

  it("carries on each disc, on average, the weight above it", () => {
    const { carriedBodyWeights } = transmitForce(force, sampleRate, conditions);
    const meanForce = mean(force);
    for (const level of discLevels) expect(mean(carriedBodyWeights[level]) / meanForce).toBeCloseTo(massShareAbove[level].value, 9);
  });

  it("keeps the impulse: mass times acceleration of all parts is the force at the ground on average", () => {
    const { sacralAccelerationG, headAccelerationG } = transmitForce(force, sampleRate, conditions);
    expect(mean(sacralAccelerationG)).toBeCloseTo(mean(force), 9);
    expect(mean(headAccelerationG)).toBeCloseTo(mean(force), 9);
  });

  it("loses energy when left alone, and never gains any", () => {
    const start = new Float64Array(parts.length * 5);
    for (const index of parts.keys()) start[index * 5 + 1] = index % 2 === 0 ? 0.4 : -0.3;
    const { energy } = followChain(parts, () => 0, 2e-5, 20_000, start);
    for (let index = 1; index < energy.length; index++) expect(energy[index]! - energy[index - 1]!).toBeLessThanOrEqual(1e-9 * energy[0]!);
    expect(energy.at(-1)!).toBeLessThan(0.5 * energy[0]!);
  });

  it("is answered alike by frequencies and by direct integration", () => {
    const weight = 70 * gravity;
    const harmonics = 24;
    // Both are given the same harmonics, so that only the two ways of solving differ.
    const spectrum = fourierCoefficients(force, harmonics).map((coefficient, harmonic) => (harmonic === 0 ? scaled(coefficient, 0) : coefficient));
    const at = (time: number): number => spectrum.reduce((sum, { re, im }, harmonic) => {
      const angle = (2 * Math.PI * harmonic * time) / stepTime;
      return sum + weight * (re * Math.cos(angle) - im * Math.sin(angle));
    }, 0);
    const stride = 6000;
    const strides = 12;
    const { acceleration } = followChain(parts, at, stepTime / stride, stride * strides);
    const responses = spectrum.map((_, harmonic) => chainResponse(parts, (2 * Math.PI * harmonic) / stepTime));
    for (const part of parts.keys()) {
      let largest = 0;
      let difference = 0;
      for (let sample = 0; sample < 200; sample++) {
        const time = (sample / 200) * stepTime;
        const exact = spectrum.reduce((sum, coefficient, harmonic) => {
          const { re, im } = times(coefficient, responses[harmonic]!.acceleration[part]!);
          const angle = (2 * Math.PI * harmonic * time) / stepTime;
          return sum + weight * (re * Math.cos(angle) - im * Math.sin(angle));
        }, 0);
        largest = Math.max(largest, Math.abs(exact));
        difference = Math.max(difference, Math.abs(exact - acceleration[part]![(strides - 1) * stride + sample * 30]!));
      }
      expect(difference / largest, `part ${part}`).toBeLessThan(1e-4);
    }
  });
});

describe("the leg", () => {
  it("passes slow forces whole and fast ones by the share of the knee's flexion", () => {
    expect(absolute(legTransmission(0.01, 0.3, 9.8))).toBeCloseTo(1, 4);
    expect(absolute(legTransmission(2 * Math.PI * 3000, 0.3, 9.8))).toBeCloseTo(0.3, 2);
    // Rubin 2003: 80 % with straight knees, 30 % at 20°.
    expect(fastShare(0, centralParameters)).toBeCloseTo(0.8, 6);
    expect(fastShare(20, centralParameters)).toBeCloseTo(0.3, 2);
  });

  it("bends the knee as 45 runners did at 2.9 m/s, at mid-stance", () => {
    // Heiderscheit 2011, table 3: 46.3 ± 4.5° at the preferred step rate; leg shortening 0.142 of its length there.
    expect(kneeFlexionAtImpact({ legLength: 0.93, groundContactTime: 0.25, legCompression: 0.142 * 0.93, shockTime: 0.125 }, centralParameters)).toBeCloseTo(46.3, 0);
    expect(kneeFlexionAtImpact({ legLength: 0.93, groundContactTime: 0.25, legCompression: 0.14, shockTime: 0 }, centralParameters)).toBeCloseTo(17.8, 6);
  });

  it("stops the tibia by the speed it arrives with", () => {
    const tibia = tibialAcceleration({ speed: 1.2, halfWidth: 0.03, impulse: 0.02 }, centralParameters, 360, 1000);
    expect(tibia.reduce((sum, value) => sum + ((value - 1) * gravity) / 1000, 0)).toBeCloseTo(1.2, 3);
    expect(peakOf(tibia)).toBeCloseTo(1 + 1.2 / (0.03 * gravity), 3);
  });
});

describe("what arrives", () => {
  it("leaves a slow force as it is", () => {
    const slow = Float64Array.from({ length: 2000 }, (_, index) => 1 + 0.1 * Math.cos((2 * Math.PI * index) / 2000));
    const { headAccelerationG } = transmitForce(slow, sampleRate, conditions);
    for (const [index, value] of headAccelerationG.entries()) expect(value).toBeCloseTo(slow[index]!, 2);
  });

  it("holds the value within its band, and is the same each time", () => {
    const once = peakAccelerations(transmitForce(force, sampleRate, conditions), force, sampleRate, conditions);
    const { sacralAccelerationG } = once;
    expect(sacralAccelerationG!.low).toBeLessThan(sacralAccelerationG!.value);
    expect(sacralAccelerationG!.high).toBeGreaterThan(sacralAccelerationG!.value);
    expect(peakAccelerations(transmitForce(force, sampleRate, conditions), force, sampleRate, conditions)).toEqual(once);
    expect(drawnParameters().length).toBeGreaterThan(20);
  });

  it("attenuates more of the impact with more lordosis", () => {
    // The sign of Castillo & Lieberman 2018: L5 to L1, about 15 Hz.
    const ratio = (lordosisDegrees: number): number => {
      const { acceleration } = chainResponse(transmissionPath({ ...conditions, lordosisDegrees }).parts, 2 * Math.PI * 15);
      return absolute(over(acceleration[5]!, acceleration[1]!));
    };
    expect(ratio(70)).toBeLessThan(ratio(30));
  });
});

function mean(samples: Float64Array): number {
  return samples.reduce((sum, value) => sum + value, 0) / samples.length;
}
