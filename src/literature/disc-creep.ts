import type { PerDisc } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/** Time constant with which discs settle under more load [s]: 60 % of a half hour's loss falls in its first half, so τ = 15 min/ln(3/2). */
export const creepTimeConstant = {
  value: 2220, low: 1500, high: 3900, unit: "s", source: "garbutt-1990", where: "3.26 ± 2.78 mm in the first 15 min, 2.12 ± 1.61 mm in the next: a calibration", population: "14 marathon runners", evidence: "D",
} as const satisfies Figure;

/** Time constant with which they come back [s]: 70 % within the first four hours of a night. */
export const recoveryTimeConstant = {
  value: 12_000, low: 4000, high: 18_000, unit: "s", source: "tyrrell-1985", where: "about 70 % regained in the first half of the night; faster lying with the legs up than standing", population: "8 young adults", evidence: "D",
} as const satisfies Figure;

/**
 * Loss of stature per pressure in the discs beyond that of lying, once settled [m/Pa]: 19.3 mm between night and day, over 0.17 MPa lying (0.10 rising to 0.24)
 * and 0.48 MPa upright (0.50 standing, 0.46 sitting).
 */
export const statureCompliance = {
  value: 19.3e-3 / 0.31e6, low: 15.4e-3 / 0.4e6, high: 19.3e-3 / 0.22e6, unit: "m/Pa", source: "tyrrell-1985", where: "1.1 % of stature; pressures of wilke-1999", population: "8 young adults; pressures of one man", evidence: "D",
} as const satisfies Figure;

/** Share of the loss of stature that falls on the five lumbar discs [1]. */
export const lumbarShareOfStatureLoss = {
  value: 0.4, low: 0.33, high: 0.5, unit: "1", source: null, where: "61 mm of about 150 mm of disc in the whole spine, alike in strain", population: "-", evidence: "A",
} as const satisfies Figure;

/**
 * How much more an uneven load settles a disc than an even one of the same mean: effective mean = mean·(1 + this·variance/mean²) [1].
 * Lifting over and over shrank the spine more than the same load held still, and shrinkage rose more than in step with load; how much was not told.
 */
export const unevenLoadFactor = {
  value: 0.1, low: 0, high: 0.5, unit: "1", source: "tyrrell-1985", where: "direction from the abstract; the size is our assumption", population: "8 young adults", evidence: "A",
} as const satisfies Figure;

/** Pressure in the nucleus per compression of a disc [Pa per body weight]: 0.50 MPa at 0.84 body weights, standing; discs taken to be as large as the body is heavy. */
export const pressurePerBodyWeight = {
  value: 0.5e6 / 0.84, low: 0.42e6 / 0.84, high: 0.6e6 / 0.84, unit: "Pa", source: "wilke-1999", where: "standing", population: "one man of 70 kg", evidence: "D",
} as const satisfies Figure;

const height = (value: number, deviation: number): Figure => ({ value, low: value - 1.645 * deviation, high: value + 1.645 * deviation, unit: "m", source: "disc-heights", where: "middle of the disc", population: "14 adults of 40–60 years", evidence: "S" });

/** Height of the lumbar discs in their middle [m]. */
export const discHeight: PerDisc<Figure> = {
  "L1-L2": height(10.0e-3, 1.9e-3), "L2-L3": height(11.6e-3, 1.5e-3), "L3-L4": height(12.5e-3, 1.8e-3), "L4-L5": height(13.8e-3, 2.0e-3), "L5-S1": height(13.0e-3, 2.5e-3),
};
