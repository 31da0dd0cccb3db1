import type { Quantity } from "../../domain/index.ts";
import { chainModelSpread } from "../../literature/index.ts";
import { absolute, fourierCoefficients, fourierSum, ninetyPercent } from "../../numerics/index.ts";
import { centralParameters, drawnParameters, type ChainParameters } from "./chain-parameters.ts";
import { transmitAccelerations, type Accelerations } from "./transmit-force.ts";
import type { TransmissionConditions } from "./transmission-path.ts";

/** Frequency bands that attenuation is told in [Hz]: the body's own motion, the impact, and what is faster. */
const attenuationBands = [{ low: 5, high: 8 }, { low: 10, high: 20 }, { low: 20, high: 50 }] as const;

/** How much less of the tibia's shock arrives further up, in one band [dB]; negative where more does. Null where no harmonic of the step falls into it. */
export interface ShockAttenuation {
  /** [Hz] */
  readonly low: number;
  readonly high: number;
  readonly toSacrum: Quantity | null;
  readonly toHead: Quantity | null;
}

const coarseSamples = 128;

/**
 * Attenuation in decibels from tibia to sacrum and head, bones: 10·log10 of the tibia's power over theirs, summed over the harmonics of the step in the band.
 *
 * Power, not peaks, and in steady steps, so that a band has as many lines as harmonics fall into it: one or two in 5–8 Hz, where one contact's smooth force has a
 * gap besides, so that band is the least sure (measured: hardly any attenuation there). The tibia's acceleration is that of the collision alone, its slow swing
 * left out. Bands from seeded draws of every parameter
 * on the way and of what the chain leaves out. Null where the tibia's own is not told (forefoot runners).
 */
export function shockAttenuation(force: Float64Array, sampleRate: number, conditions: TransmissionConditions): readonly ShockAttenuation[] {
  const length = Math.min(force.length, coarseSamples);
  const coarse = fourierSum(fourierCoefficients(force, length / 2), length);
  const stepTime = force.length / sampleRate;
  const through = (parameters: ChainParameters): Accelerations => transmitAccelerations(coarse, length / stepTime, conditions, parameters);
  const central = through(centralParameters);
  const drawn = drawnParameters().map(through);
  const decibels = ({ tibialAccelerationG }: Accelerations, upper: Float64Array, low: number, high: number): number =>
    tibialAccelerationG === null ? NaN : 10 * Math.log10(power(tibialAccelerationG, stepTime, low, high) / power(upper, stepTime, low, high));
  return attenuationBands.map(({ low, high }) => {
    const quantity = (pick: (along: Accelerations) => Float64Array): Quantity | null => {
      const value = decibels(central, pick(central), low, high);
      if (!Number.isFinite(value)) return null;
      const sorted = Float64Array.from(drawn, (along) => decibels(along, pick(along), low, high)).sort();
      const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
      const left = (20 * ninetyPercent * chainModelSpread.value) / Math.LN10;
      return { value, low: value - Math.hypot(left, Math.max(0, value - at(0.05))), high: value + Math.hypot(left, Math.max(0, at(0.95) - value)), unit: "dB", basis: "simulated" };
    };
    return { low, high, toSacrum: quantity(({ sacralAccelerationG }) => sacralAccelerationG), toHead: quantity(({ headAccelerationG }) => headAccelerationG) };
  });
}

/** Power of a periodic signal in a band [g²]; 0 where no harmonic falls into it. */
function power(signal: Float64Array, stepTime: number, low: number, high: number): number {
  const first = Math.ceil(low * stepTime);
  const last = Math.floor(high * stepTime);
  return fourierCoefficients(signal, last + 1).slice(first).reduce((sum, coefficient) => sum + absolute(coefficient) ** 2 / 2, 0);
}
