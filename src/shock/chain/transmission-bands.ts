import { chainModelSpread } from "../../literature/index.ts";
import { fourierCoefficients, fourierSum, ninetyPercent } from "../../numerics/index.ts";
import { centralParameters, drawnParameters } from "./chain-parameters.ts";
import { peakOf, transmitAccelerations, type Accelerations } from "./transmit-force.ts";
import type { TransmissionConditions } from "./transmission-path.ts";

/** A value with the central 90 % of what the parameters' published ranges make of it. */
export interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Signals whose peaks are told. */
const signals = ["tibialAccelerationG", "sacralAccelerationG", "wornSacralAccelerationG", "headAccelerationG"] as const;

/** Null where there is no signal. */
export type PeakAccelerations = Readonly<Record<(typeof signals)[number], Banded | null>>;

const coarseSamples = 96;

/** Largest accelerations [g], with bands from seeded draws of every parameter on the way, of the force's fast part between runners, and of what the chain leaves out. */
export function peakAccelerations(central: Accelerations, force: Float64Array, sampleRate: number, conditions: TransmissionConditions): PeakAccelerations {
  // The draws run on a coarser grid and are told as ratios to the centre on the same grid: what the grid misses of a peak cancels.
  const length = Math.min(force.length, coarseSamples);
  const coarse = fourierSum(fourierCoefficients(force, length / 2), length);
  const coarseRate = (sampleRate * length) / force.length;
  const middle = transmitAccelerations(coarse, coarseRate, conditions, centralParameters);
  const drawn = drawnParameters().map((parameters) => transmitAccelerations(coarse, coarseRate, conditions, parameters));
  const banded = (signal: (typeof signals)[number]): Banded | null => {
    const [fine, centre] = [central[signal], middle[signal]];
    if (fine === null || centre === null) return null;
    const value = peakOf(fine);
    const ratios = Float64Array.from(drawn, (draw) => peakOf(draw[signal] ?? centre) / peakOf(centre)).sort();
    const at = (share: number): number => ratios[Math.round(share * (ratios.length - 1))]!;
    // The tibia's peak is no matter of the chain.
    const left = signal === "tibialAccelerationG" ? 0 : ninetyPercent * chainModelSpread.value;
    return { value, low: value * Math.exp(-Math.hypot(left, Math.min(0, Math.log(at(0.05))))), high: value * Math.exp(Math.hypot(left, Math.max(0, Math.log(at(0.95))))) };
  };
  return {
    tibialAccelerationG: banded("tibialAccelerationG"), sacralAccelerationG: banded("sacralAccelerationG"), wornSacralAccelerationG: banded("wornSacralAccelerationG"),
    headAccelerationG: banded("headAccelerationG"),
  };
}
