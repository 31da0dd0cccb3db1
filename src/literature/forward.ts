import type { Surface } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/**
 * Mass of the stance leg that comes down with the foot, over the body's [1]: the leg turns about the hip, so each segment counts by how far down the leg its centre
 * of mass lies.
 */
export const arrivingLegMassShare = {
  value: 0.072, low: 0.062, high: 0.082, unit: "1", source: "de-leva-1996", where: "thigh 14.5 % × 0.19 + shank 4.6 % × 0.69 + foot 1.3 % × 1, mean of men and women; the two-mass model has 8 %, a shod heel's effective mass is 6.8 ± 3 %", population: "115 young adults", evidence: "M-h",
} as const satisfies Figure;

/** Calf and shin muscle swinging on the shank: natural frequency [Hz] and damping ratio [1]. */
export const shankWobbling = {
  frequency: { value: 15, low: 8, high: 35, unit: "Hz", source: null, where: "10–50 Hz, rising with muscle force: from memory of Wakeling & Nigg 2001, whose cells were not seen", population: "-", evidence: "A" },
  dampingRatio: { value: 0.4, low: 0.2, high: 0.8, unit: "1", source: null, where: "heavily damped in running", population: "-", evidence: "A" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Energy the heel's fat pad gives back of that put in [1]. */
export const heelPadReturn = {
  value: 0.67, low: 0.21, high: 0.7, unit: "1", source: "ker-1996", where: "67 % after a second's rest, 52 % in single impacts; 70 % in Bennett & Ker 1990; 21 % with the pad on the leg, which takes part of it (Kinoshita 1993)", population: "isolated heel pads", evidence: "S",
} as const satisfies Figure;

/** The ankle's spring under a forefoot landing: what the heel pad is under a rearfoot one. */
export const ankleSpring = {
  /** Stiffness for a vertical force at the ball of the foot over body mass [N/m per kg]. */
  stiffnessPerMass: { value: 710, low: 350, high: 1000, unit: "N/m/kg", source: "garofolini-2019", where: "0.21 N m/kg per degree over a lever of 0.13 m (assumed) squared; lower early in stance", population: "20 long-distance runners", evidence: "D" },
  energyReturn: { value: 0.8, low: 0.5, high: 0.93, unit: "1", source: null, where: "tendon gives back over nine tenths, the muscle in series with it less", population: "-", evidence: "A" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Share of the ankle's compliance that a midfoot landing meets [1]: none under the heel, all under the forefoot. */
export const midfootAnkleShare = {
  value: 0.5, low: 0.2, high: 0.8, unit: "1", source: null, where: "between heel and forefoot", population: "-", evidence: "A",
} as const satisfies Figure;

/** Energy that the leg's springs give back of that put in over one step of running [1]; muscle puts in the rest. */
export const legEnergyReturn = {
  value: 0.52, low: 0.35, high: 0.7, unit: "1", source: "ker-1987", where: "Achilles tendon 35 J and arch 17 J of some 100 J turned over at 4.5 m/s; from memory", population: "model of one runner of 70 kg", evidence: "M-h",
} as const satisfies Figure;

/** Energy a surface gives back of that put in [1]; hard ones hardly move, so that theirs does not matter. */
export const surfaceEnergyReturn: Readonly<Record<Surface, Figure>> = {
  concrete: returned(0.9, 0.5, 1, null, "hardly moves", "A"),
  asphalt: returned(0.9, 0.5, 1, null, "hardly moves", "A"),
  paving: returned(0.9, 0.5, 1, null, "hardly moves", "A"),
  track: returned(0.6, 0.4, 0.8, null, "between turf and a spring", "A"),
  treadmill: returned(0.45, 0.25, 0.65, "colino-2020", "45 ± 11 %", "S"),
  grass: returned(0.4, 0.2, 0.6, null, "about a treadmill's or less", "A"),
  dirt: returned(0.4, 0.1, 0.7, null, "anything between road and turf", "A"),
  gravel: returned(0.3, 0.1, 0.7, null, "stones rub on each other", "A"),
  woodchip: returned(0.3, 0.1, 0.6, null, "chips rub on each other", "A"),
  sand: returned(0.1, 0, 0.3, null, "gives way", "A"),
  snow: returned(0.1, 0, 0.3, null, "gives way", "A"),
  unknown: returned(0.9, 0.5, 1, null, "counted as hard", "A"),
};

function returned(value: number, low: number, high: number, source: Figure["source"], where: string, evidence: Figure["evidence"]): Figure {
  return { value, low, high, unit: "1", source, where, population: source === null ? "-" : "77 treadmills", evidence };
}
