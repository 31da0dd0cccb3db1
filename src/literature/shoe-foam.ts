import type { Figure } from "./figure.ts";

/** Energy a midsole foam gives back of that put in, in one compression and rebound [1]. */
export const foamEnergyReturn = {
  eva: { value: 0.62, low: 0.5, high: 0.7, unit: "1", source: "hoogkamer-2018", where: "65.5 % in the paper, 50–60 % in trade tests: the test sets part of the number", population: "prototype shoes", evidence: "M-h" },
  tpu: { value: 0.759, low: 0.7, high: 0.8, unit: "1", source: "hoogkamer-2018", where: "75.9 %", population: "prototype shoes", evidence: "M-h" },
  peba: { value: 0.87, low: 0.8, high: 0.9, unit: "1", source: "hoogkamer-2018", where: "87.0 %", population: "prototype shoes", evidence: "M-h" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Thickness of foam under the heel where it is not known [m]. */
export const heelStack = {
  value: 0.028, low: 0.018, high: 0.04, unit: "m", source: null, where: "usual heel of a training shoe less outsole and insole board", population: "-", evidence: "A",
} as const satisfies Figure;

/** Compression at which the foam's cell walls meet, over its thickness [1]. */
export const densificationShare = {
  value: 0.72, low: 0.6, high: 0.8, unit: "1", source: "gibson-ashby-1997", where: "1 − 1.4·relative density, midsoles of 0.15–0.25", population: "polymer foams", evidence: "M-h",
} as const satisfies Figure;

/** The impact tester for athletic shoes: a flat-faced mass dropped on the heel. */
export const impactTester = {
  mass: { value: 8.5, low: 8.4, high: 8.6, unit: "kg", source: "astm-f1976-06", where: "missile", population: "-", evidence: "S" },
  dropHeight: { value: 0.05, low: 0.03, high: 0.07, unit: "m", source: "astm-f1976-06", where: "30–70 mm", population: "-", evidence: "S" },
} as const satisfies Readonly<Record<string, Figure>>;
