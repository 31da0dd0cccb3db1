import type { Figure } from "./figure.ts";

/** Stiffness of leg and surface in series on another surface over that before [1]: runners keep it, from the first step on. */
export const seriesStiffnessKept = {
  value: 1, low: 0.93, high: 1.07, unit: "1", source: "ferris-1999", where: "7.49 kN/m on the hard surface, 7.12 on the soft: within 7 %", population: "6 runners at 3 m/s", evidence: "D",
} as const satisfies Figure;

/** The two surfaces of that trial and the leg on the hard one [N/m]; leg spring of the spring–mass model, the surface's own compression taken off. */
export const ferrisTrial = { speed: 3, softSurface: 21.3e3, hardSurface: 533e3, legOnHardSurface: 7.6e3 } as const;

/** Surfaces of a treadmill with an adjustable deck [N/m], at 3.7 m/s. */
export const kerdokTrial = { speed: 3.7, softSurface: 75.4e3, hardSurface: 945.7e3 } as const;
