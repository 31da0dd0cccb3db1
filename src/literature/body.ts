import type { Figure } from "./figure.ts";

/** Acceleration of gravity [m/s²], rounded as the papers have it. */
export const gravity = 9.81;

/** Leg length, hip to ground, over standing height [1]. */
export const legLengthOverHeight = {
  value: 0.53, low: 0.51, high: 0.55, unit: "1", source: "morin-2005", where: "L = 0.53 h, error 1.94 ± 1.51 %", population: "8 treadmill and 10 elite runners", evidence: "S",
} as const satisfies Figure;

/** Body assumed where the runner told nothing; height follows mass to the quarter power about these. */
export const assumedBody = {
  unknown: {
    mass: { value: 65, low: 50, high: 85, unit: "kg", source: null, where: "between the men and women below", population: "-", evidence: "A" },
    height: { value: 1.72, low: 1.58, high: 1.88, unit: "m", source: null, where: "between the men and women below", population: "-", evidence: "A" },
  },
  male: {
    mass: { value: 68, low: 55, high: 88, unit: "kg", source: null, where: "usual for adult runners", population: "-", evidence: "A" },
    height: { value: 1.78, low: 1.66, high: 1.9, unit: "m", source: null, where: "usual for adult runners", population: "-", evidence: "A" },
  },
  female: {
    mass: { value: 57, low: 46, high: 74, unit: "kg", source: null, where: "usual for adult runners", population: "-", evidence: "A" },
    height: { value: 1.66, low: 1.55, high: 1.77, unit: "m", source: null, where: "usual for adult runners", population: "-", evidence: "A" },
  },
} as const satisfies Readonly<Record<string, { readonly mass: Figure; readonly height: Figure }>>;
