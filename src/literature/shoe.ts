import type { Figure } from "./figure.ts";

/** Heel stiffness of the shoe that stands for an unknown one [N/m]: midway between the two prototypes of the only trial that published theirs. */
export const referenceShoeStiffness = {
  value: 78e3, low: 40e3, high: 150e3, unit: "N/m", source: "malisoux-2021", where: "prototypes of 61.3 ± 2.7 and 94.9 ± 5.9 N/mm", population: "shoes of 848 runners", evidence: "S",
} as const satisfies Figure;

/** Stiffness of the heel's fat pad at impact [N/m]. */
export const heelPadStiffness = {
  value: 150e3, low: 100e3, high: 200e3, unit: "N/m", source: null, where: "100–200 kN/m at impact, from memory", population: "-", evidence: "A",
} as const satisfies Figure;

/** Relative rise of a worn shoe's stiffness over its relative loss of absorption [1]; an impact tester's peak rose by 5 % at most over 500 km. */
export const wearElasticity = {
  value: 0.2, low: 0, high: 0.4, unit: "1", source: null, where: "kept small by Wang 2012: 918–968 N over 500 km", population: "-", evidence: "A",
} as const satisfies Figure;

/** Half of the 90 % range of a told stiffness, as a logarithm [1]: machine tests of one model differ by about as much. */
export const toldStiffnessError = {
  value: 0.1, low: 0.05, high: 0.2, unit: "1", source: null, where: "tests of one model on different machines", population: "-", evidence: "A",
} as const satisfies Figure;

/** Relative difference of the load between the softest and the hardest ground, beyond what the model gives [1]: studies disagree on its sign. */
export const surfaceLoadDoubt = {
  value: 0, low: -0.1, high: 0.1, unit: "1", source: "ferro-sanchez-2023", where: "sacrum: track −5.6 %, grass −3.6 % against concrete; another study found grass 10 % above concrete at the shin", population: "30 runners", evidence: "D",
} as const satisfies Figure;
