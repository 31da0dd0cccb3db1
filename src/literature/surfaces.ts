import type { Surface } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/** The artificial athlete: a mass dropped through a spring onto a surface, by which force reduction is measured. */
export const artificialAthlete = { mass: 20, dropHeight: 0.055, springStiffness: 2e6 } as const;

/** Wear of a shoe as run in: energy absorbed over that when new, r(D) = floor + (1 − floor)·e^(−D/scale). */
export const shoeWear = {
  floor: { value: 0.69, low: 0.6, high: 0.78, unit: "1", source: "cook-1985", where: "worn by runners: 80 % at 150 miles, 70 % at 500", population: "shoes of several brands", evidence: "S2" },
  scale: { value: 233e3, low: 150e3, high: 350e3, unit: "m", source: "cook-1985", where: "fit through the same two points", population: "shoes of several brands", evidence: "D" },
} as const satisfies Readonly<Record<string, Figure>>;

const reduction = (value: number, low: number, high: number, source: Figure["source"], where: string, evidence: Figure["evidence"]): Figure =>
  ({ value, low, high, unit: "1", source, where, population: "surfaces tested with the artificial athlete", evidence });

/** Force reduction of each surface against concrete [1]; null where it is no spring (sand, snow) or not known. */
export const forceReduction: Readonly<Record<Surface, Figure | null>> = {
  concrete: reduction(0.0001, 0, 0.01, null, "the reference itself", "A"),
  asphalt: reduction(0.01, 0, 0.02, null, "about 0–2 %, a little softer when warm", "A"),
  paving: reduction(0.005, 0, 0.02, null, "stone on a bed: taken between concrete and asphalt", "A"),
  track: reduction(0.425, 0.35, 0.5, "colino-2020", "synthetic tracks: 35–50 % by the rule of their federation; its middle", "S"),
  treadmill: reduction(0.642, 0.62, 0.66, "colino-2020", "64.2 ± 2 %", "S"),
  grass: reduction(0.57, 0.5, 0.64, "colino-2020", "natural and artificial turf below the treadmill's 64 %", "S"),
  dirt: reduction(0.3, 0.05, 0.6, null, "anything between road and turf", "A"),
  gravel: reduction(0.2, 0.02, 0.5, null, "anything between road and turf", "A"),
  woodchip: reduction(0.65, 0.6, 0.75, null, "60–75 %, from memory", "A"),
  sand: null,
  snow: null,
  unknown: null,
};
