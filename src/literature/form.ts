import type { Figure } from "./figure.ts";

const assumed = (value: number, low: number, high: number, unit: string, where: string): Figure => ({ value, low, high, unit, source: null, where, population: "-", evidence: "A" });

/** What is assumed where the form of one run is told from its own recording. */
export const runForm = {
  relationDoubt: assumed(0.5, 0.3, 0.7, "1", "relative standard deviation of how far one runner's step rate and contact time follow speed and slope as the relations say: papers differ by a factor of two"),
  balanceError: assumed(0.005, 0.002, 0.01, "1", "standard deviation of the left foot's share that stays through a run: how the strap sits"),
  largestSpeedRatio: assumed(1.25, 1.15, 1.4, "1", "beyond it the quarters are different kinds of running, which no relation makes one"),
  largestScatter: assumed(1, 0.5, 2, "m", "fixes that scatter more about a straight line tell of the watch, not of the runner"),
} as const satisfies Readonly<Record<string, Figure>>;
