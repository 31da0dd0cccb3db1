import type { Figure } from "./figure.ts";

/** Step rate of runners without and with low back pain [steps/min]: a cross-section, no cause. */
export const backPainStepRate = {
  without: { value: 171, low: 156, high: 186, unit: "steps/min", source: "drozda-2024", where: "171 ± 9", population: "52 runners", evidence: "S" },
  with: { value: 166, low: 150, high: 182, unit: "steps/min", source: "drozda-2024", where: "166 ± 10", population: "52 runners with low back pain", evidence: "S" },
} as const satisfies Readonly<Record<string, Figure>>;
