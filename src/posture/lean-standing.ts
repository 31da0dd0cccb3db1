import type { LeanStanding } from "../domain/index.ts";
import { usualTrunkLeanDegrees } from "../literature/index.ts";
import { normalShareBelow } from "../numerics/index.ts";

/** A place is named where the lean lies there at least this likely; below that the answer is that one cannot tell. */
const sureEnough = 0.6;

/** Where a measured lean lies among runners: below, within or above the leans of the central 90 % of Teng & Powers' runners, given its error. */
export function leanStanding(degrees: number, spread: number): LeanStanding {
  const { low, high } = usualTrunkLeanDegrees;
  const veryUpright = normalShareBelow((low - degrees) / spread);
  const hunched = 1 - normalShareBelow((high - degrees) / spread);
  const usual = 1 - veryUpright - hunched;
  const place = usual >= sureEnough ? "usual" : hunched >= sureEnough ? "hunched" : veryUpright >= sureEnough ? "very-upright" : "cannot-tell";
  return { place, veryUpright, usual, hunched };
}
