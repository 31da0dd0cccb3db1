import type { FootStrike } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/** Share of body mass in the first pulse: stance foot and shank [1]. */
export const lowerLimbMassShare = {
  value: 0.08, low: 0.06, high: 0.1, unit: "1", source: "clark-2017", where: "two-mass model, m1", population: "42 runners, 3–11 m/s", evidence: "S2",
} as const satisfies Figure;

/** When the body pulse peaks, as a share of contact time [1]. */
export const bodyPulsePeakShare = {
  value: 0.47, low: 0.45, high: 0.5, unit: "1", source: "clark-2017", where: "B2 = 0.47 tc", population: "42 runners, 3–11 m/s", evidence: "S2",
} as const satisfies Figure;

const assumedPulse = (value: number, low: number, high: number, unit: string, where: string): Figure =>
  ({ value, low, high, unit, source: null, where, population: "-", evidence: "A" });

/** Change of the lower limb's vertical velocity in the first pulse [m/s], by foot strike. The authors measured it; no default of theirs was found. */
export const impactVelocityChange: Readonly<Record<FootStrike, Figure>> = {
  rearfoot: assumedPulse(1.3, 1.0, 1.6, "m/s", "range of the two-mass model's inputs, from memory"),
  midfoot: assumedPulse(0.7, 0.4, 1.0, "m/s", "between rearfoot and forefoot"),
  forefoot: assumedPulse(0.4, 0.1, 0.8, "m/s", "no impact peak is seen in most forefoot runners"),
  unknown: assumedPulse(0.9, 0.3, 1.5, "m/s", "mean over foot strikes"),
};

/** Touchdown to zero vertical velocity of the lower limb [s], by foot strike. */
export const impactDuration: Readonly<Record<FootStrike, Figure>> = {
  rearfoot: assumedPulse(0.028, 0.02, 0.036, "s", "25 ± 8 ms, from memory"),
  midfoot: assumedPulse(0.034, 0.025, 0.045, "s", "longer than rearfoot: the ankle gives way first"),
  forefoot: assumedPulse(0.04, 0.03, 0.055, "s", "longer than rearfoot: the ankle gives way first"),
  unknown: assumedPulse(0.032, 0.022, 0.045, "s", "mean over foot strikes"),
};
