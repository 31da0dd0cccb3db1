import type { Surface } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/** Wear of a shoe as run in: energy absorbed over that when new, r(D) = floor + (1 − floor)·e^(−D/scale). */
export const shoeWear = {
  floor: { value: 0.69, low: 0.6, high: 0.78, unit: "1", source: "cook-1985", where: "worn by runners: 80 % at 150 miles, 70 % at 500", population: "shoes of several brands", evidence: "S2" },
  scale: { value: 233e3, low: 150e3, high: 350e3, unit: "m", source: "cook-1985", where: "fit through the same two points", population: "shoes of several brands", evidence: "D" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Power of the wearer's mass, over that of the runners who wore the tested shoes, with which a kilometre counts as wear [1]. */
export const wearMassExponent = {
  value: 0.5, low: 0, high: 1, unit: "1", source: null, where: "a heavier runner presses the foam further; whether it fails in proportion nobody measured, so half way", population: "-", evidence: "A",
} as const satisfies Figure;

/** Mass of the runners who wore the tested shoes [kg]. */
export const wearReferenceMass = {
  value: 70, low: 60, high: 80, unit: "kg", source: null, where: "not told in what we read: usual runners", population: "-", evidence: "A",
} as const satisfies Figure;

const wearOn = (value: number, low: number, high: number, where: string): Figure => ({ value, low, high, unit: "1", source: null, where, population: "-", evidence: "A" });
const hardGround = wearOn(1, 0.95, 1.05, "the shoes of the curve were worn on roads, as far as told");
const softGround = wearOn(1, 0.7, 1.1, "ground and foam are springs in series: the same force presses the foam as far; nobody measured it");
const roughGround = wearOn(1, 0.7, 1.3, "softer, yet uneven under the foam; nobody measured it");

/** How much a kilometre on a surface wears the foam, against one on the road [1]. */
export const wearOnSurface: Readonly<Record<Surface, Figure>> = {
  concrete: hardGround, asphalt: hardGround, paving: hardGround, track: softGround, treadmill: softGround, grass: softGround, woodchip: softGround,
  dirt: roughGround, gravel: roughGround, sand: roughGround, snow: roughGround, unknown: wearOn(1, 0.85, 1.1, "mostly roads, where nobody told"),
};
