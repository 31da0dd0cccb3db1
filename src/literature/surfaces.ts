import type { Figure } from "./figure.ts";

/** The artificial athlete: a mass dropped through a spring onto a surface, by which force reduction is measured. */
export const artificialAthlete = { mass: 20, dropHeight: 0.055, springStiffness: 2e6 } as const;

/** Wear of a shoe as run in: energy absorbed over that when new, r(D) = floor + (1 − floor)·e^(−D/scale). */
export const shoeWear = {
  floor: { value: 0.69, low: 0.6, high: 0.78, unit: "1", source: "cook-1985", where: "worn by runners: 80 % at 150 miles, 70 % at 500", population: "shoes of several brands", evidence: "S2" },
  scale: { value: 233e3, low: 150e3, high: 350e3, unit: "m", source: "cook-1985", where: "fit through the same two points", population: "shoes of several brands", evidence: "D" },
} as const satisfies Readonly<Record<string, Figure>>;
