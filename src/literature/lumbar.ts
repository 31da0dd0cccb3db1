import type { PerDisc } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

const massAbove = (value: number): Figure => ({
  value, low: value - 0.04, high: value + 0.04, unit: "1", source: "de-leva-1996",
  where: "head, arms and trunk above the level; 0.50 ± 0.04 above L5-S1, 0.025 less for each lumbar slice (assumed)", population: "115 young adults", evidence: "M-h",
});

/** Share of body mass above each disc [1]. */
export const massShareAbove: PerDisc<Figure> = {
  "L1-L2": massAbove(0.4), "L2-L3": massAbove(0.425), "L3-L4": massAbove(0.45), "L4-L5": massAbove(0.475), "L5-S1": massAbove(0.5),
};

const centreAbove = (value: number): Figure => ({
  value, low: value - 0.04, high: value + 0.04, unit: "m", source: null,
  where: "0.33 m above L5-S1 at 1.75 m; each lumbar segment nearer by its height less the rise of the remaining mass's centre", population: "-", evidence: "A",
});

/** Height of the centre of that mass over the disc, at 1.75 m of stature [m]. */
export const centreOfMassAbove: PerDisc<Figure> = {
  "L1-L2": centreAbove(0.24), "L2-L3": centreAbove(0.2625), "L3-L4": centreAbove(0.285), "L4-L5": centreAbove(0.3075), "L5-S1": centreAbove(0.33),
};

/** Lever arm of the back muscles behind the disc's centre [m]. */
export const muscleLeverArm = {
  value: 0.065, low: 0.055, high: 0.075, unit: "m", source: "wilke-1999", where: "6.5 ± 1 cm meets the pressure at 36° of flexion; 5–7 cm in textbooks", population: "one man of 70 kg", evidence: "D",
} as const satisfies Figure;

/** Trunk flexion beyond which the back-muscle force rises no further [degrees]. */
export const flexionPlateauDegrees = {
  value: 35, low: 33, high: 38, unit: "degree", source: "dreischarf-2015", where: "implant force plateaus from about 33° on", population: "5 patients with an instrumented vertebral body", evidence: "S",
} as const satisfies Figure;

/** Compression of L4-L5 in quiet standing [body weights]: 0.50 MPa over 18 cm², factor 0.66. */
export const standingCompression = {
  value: 0.84, low: 0.7, high: 0.98, unit: "bodyWeight", source: "wilke-1999", where: "0.50 MPa standing; factor 0.55–0.77 from pressure to force", population: "one man of 70 kg", evidence: "D",
} as const satisfies Figure;

/** End-plate area of L4-L5 in that man [m²]. */
export const wilkeDiscArea = {
  value: 18e-4, low: 15.6e-4, high: 19e-4, unit: "m²", source: "wilke-1999", where: "area of the measured disc, from memory", population: "one man of 70 kg", evidence: "M-h",
} as const satisfies Figure;

/** Mean stress over the end plate as a share of the pressure in the nucleus [1]. */
export const pressureToForceFactor = {
  value: 0.66, low: 0.55, high: 0.77, unit: "1", source: "dreischarf-2013", where: "correction factor", population: "specimens and models", evidence: "M-h",
} as const satisfies Figure;

/** Forward lean of the trunk in running where it was not measured [degrees from vertical]. */
export const usualTrunkLeanDegrees = {
  value: 7.2, low: 1.5, high: 13, unit: "degree", source: "teng-powers-2015", where: "groups of low (3.6 ± 2.8°) and high (10.8 ± 2.2°) trunk flexion", population: "40 runners at 3.4 m/s", evidence: "S",
} as const satisfies Figure;

/** What the lever model leaves out, as the standard deviation of a factor's logarithm [1]; models and the one measured runner differ by a factor of two to three. */
export const leverModelSpread = {
  value: 0.2, low: 0.15, high: 0.3, unit: "1", source: null, where: "± 30 % advised for this model; no lumbar load in running was ever measured in more than one person", population: "-", evidence: "A",
} as const satisfies Figure;

/** Rise of compression with the sine of extension, as a share of the weight carried [1]. */
export const extensionRise = {
  value: 1.21, low: 0.5, high: 4, unit: "1", source: "wilke-1999", where: "0.60 MPa at 20° of extension against 0.50 standing; a static model says more", population: "one man of 70 kg", evidence: "D",
} as const satisfies Figure;

/** Height of the point that the ground force points at all through a contact, over stature [1]. */
export const pivotHeightShare = {
  value: 0.64, low: 0.55, high: 0.75, unit: "1", source: "fukuchi-2017",
  where: "fore–aft over vertical force, least squares through the mean contact: 0.68 at 2.5 m/s (R² 0.95), 0.61 at 4.5 m/s (R² 0.96)",
  population: "one runner on a treadmill: taken for walking too", evidence: "D",
} as const satisfies Figure;

const endPlate = (squareCentimetres: number): Figure => ({
  value: squareCentimetres * 1e-4, low: squareCentimetres * 0.85e-4, high: squareCentimetres * 1.15e-4, unit: "m²", source: null,
  where: "usual in men, from memory, ± 15 %; L4-L5 was 15.6–17.8 cm² in three groups of cadavers and 18 in one man", population: "-", evidence: "A",
});

/** Area of the end plates beside each disc of a man [m²]. */
export const endPlateArea: PerDisc<Figure> = { "L1-L2": endPlate(14.5), "L2-L3": endPlate(15.5), "L3-L4": endPlate(16.5), "L4-L5": endPlate(17.5), "L5-S1": endPlate(16.5) };

/** A woman's end-plate area over a man's [1]. */
export const femaleEndPlateShare = {
  value: 0.82, low: 0.75, high: 0.9, unit: "1", source: null, where: "from memory", population: "-", evidence: "A",
} as const satisfies Figure;

const tilt = (value: number): Figure => ({
  value, low: value - 13, high: value + 13, unit: "degree", source: null,
  where: "usual angle of the disc's plane to the trunk's cross-section when standing, forward slope positive; between people ± 8°; from memory", population: "-", evidence: "A",
});

/** Forward slope of each disc's plane against the trunk's cross-section, at a lordosis of 50° [degrees]: the sacrum slopes most, the uppermost discs backward. */
export const discTilt: PerDisc<Figure> = { "L1-L2": tilt(-12), "L2-L3": tilt(-6), "L3-L4": tilt(2), "L4-L5": tilt(14), "L5-S1": tilt(33) };

/** What the shear model leaves out, above all the muscles' and joints' share of it, as the standard deviation of a factor's logarithm [1]. */
export const shearModelSpread = {
  value: 0.4, low: 0.25, high: 0.6, unit: "1", source: null, where: "no shear in running was ever measured; muscles and facet joints may take half of it or add as much", population: "-", evidence: "A",
} as const satisfies Figure;
