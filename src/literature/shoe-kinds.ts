import type { ShoeKind } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/** What a kind of shoe is usually like; no maker's figures, only ranges, and most of them assumed. */
export interface ShoeKindFigures {
  /** Sole under the heel [m]. */
  readonly stackHeight: Figure;
  readonly heelToToeDrop: Figure;
  /** Heel stiffness in the impact test's sense [N/m]. */
  readonly stiffness: Figure;
  /** Distance it is taken to have been run in already [m]. */
  readonly distanceBefore: number;
}

const noSource = { source: null, population: "-", evidence: "A" } as const;
const metres = (value: number, low: number, high: number, where: string): Figure => ({ value, low, high, unit: "m", where, ...noSource });
const stiffness = (value: number, low: number, high: number, where: string): Figure => ({ value, low, high, unit: "N/m", where, ...noSource });

const trainer = {
  stackHeight: metres(0.028, 0.02, 0.034, "between the minimalist rating's two ends, no survey of shoes was found"),
  heelToToeDrop: metres(0.009, 0.004, 0.012, "below the 13 mm at which the minimalist rating gives nothing; no survey of shoes was found"),
  stiffness: { value: 78e3, low: 61e3, high: 95e3, unit: "N/m", source: "malisoux-2021", where: "two trainers that differed in their midsole only, 61.3 and 94.9 N/mm", population: "shoes of 848 runners", evidence: "S" },
} as const satisfies Omit<ShoeKindFigures, "distanceBefore">;

/** The starter list of kinds. */
export const shoeKindFigures: Readonly<Record<ShoeKind, ShoeKindFigures>> = {
  minimal: {
    stackHeight: { value: 0.008, low: 0.003, high: 0.014, unit: "m", source: "esculier-2015", where: "below 8 mm the rating gives its most; the range is ours", population: "consensus of 42 experts", evidence: "S2" },
    heelToToeDrop: { value: 0.001, low: 0, high: 0.004, unit: "m", source: "esculier-2015", where: "below 1 mm the rating gives its most; the range is ours", population: "consensus of 42 experts", evidence: "S2" },
    stiffness: stiffness(200e3, 110e3, 400e3, "little foam: stiffer than any trainer tested; nobody published it"),
    distanceBefore: 0,
  },
  racing: {
    stackHeight: { value: 0.036, low: 0.02, high: 0.04, unit: "m", source: "world-athletics-2022", where: "40 mm is the most that road races allow; below that ours", population: "-", evidence: "S2" },
    heelToToeDrop: metres(0.008, 0.004, 0.011, "no survey of shoes was found"),
    stiffness: stiffness(65e3, 40e3, 100e3, "soft foams on a plate; no published test of the heel was found"),
    distanceBefore: 0,
  },
  "daily-trainer": { ...trainer, distanceBefore: 0 },
  maximal: {
    stackHeight: { value: 0.038, low: 0.032, high: 0.045, unit: "m", source: "esculier-2015", where: "from 32 mm the rating gives nothing; the rest of the range is ours", population: "consensus of 42 experts", evidence: "S2" },
    heelToToeDrop: metres(0.005, 0.003, 0.009, "no survey of shoes was found"),
    stiffness: stiffness(60e3, 40e3, 85e3, "more and softer foam than a trainer; no published test of the heel was found"),
    distanceBefore: 0,
  },
  "worn-trainer": { ...trainer, distanceBefore: 800e3 },
};
