import type { Figure } from "./figure.ts";

/** Error of a watch's, strap's or pod's contact time that stays the same through a run: standard deviation [s]. */
export const deviceContactTimeError = {
  value: 0.01, low: 0.005, high: 0.02, unit: "s", source: "falbriard-2018", where: "foot sensors: bias under 12 ± 10 ms, so 10 ms taken; sacral sensors 20 ms (patoz-2022)", population: "41 runners", evidence: "S",
} as const satisfies Figure;

/** Error of speed over ground from GPS or pod, relative standard deviation [1]. */
export const deviceSpeedError = {
  value: 0.02, low: 0.01, high: 0.05, unit: "1", source: null, where: "GPS median error 1.6 % over kilometres, more over seconds", population: "-", evidence: "A",
} as const satisfies Figure;

/** Error of slope from a watch's altitude over 60 m of way: standard deviation [1]. */
export const deviceSlopeError = {
  value: 0.015, low: 0.01, high: 0.04, unit: "1", source: null, where: "about 1 m of altitude noise over 60 m", population: "-", evidence: "A",
} as const satisfies Figure;

/** Vertical oscillation measured at the trunk, relative standard deviation [1]. */
export const deviceOscillationError = {
  value: 0.08, low: 0.05, high: 0.12, unit: "1", source: null, where: "trunk and centre of mass do not move alike", population: "-", evidence: "A",
} as const satisfies Figure;
