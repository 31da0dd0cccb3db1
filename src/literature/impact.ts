import type { FootStrike } from "../domain/index.ts";
import type { Figure } from "./figure.ts";

/** Share of body mass in the first pulse of the published two-mass model: stance foot and shank [1]. */
export const lowerLimbMassShare = {
  value: 0.08, low: 0.06, high: 0.1, unit: "1", source: "clark-2017", where: "two-mass model, m1", population: "42 runners, 3–11 m/s", evidence: "S2",
} as const satisfies Figure;

/** When that model's second pulse peaks, as a share of contact time [1]. */
export const bodyPulsePeakShare = {
  value: 0.47, low: 0.45, high: 0.5, unit: "1", source: "clark-2017", where: "B2 = 0.47 tc", population: "42 runners, 3–11 m/s", evidence: "S2",
} as const satisfies Figure;

/** Its inputs where nobody measured them [m/s], [s]: the authors measured both, and no default of theirs was found. */
export const twoMassDefaults = {
  velocityChange: { value: 1.3, low: 1.0, high: 1.6, unit: "m/s", source: null, where: "usual range of the model's inputs, from memory", population: "-", evidence: "A" },
  duration: { value: 0.028, low: 0.02, high: 0.036, unit: "s", source: null, where: "25 ± 8 ms, from memory", population: "-", evidence: "A" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Shape of a running footfall's force by foot strike. */
export interface StrikeShape {
  /** Share of body mass that the foot's arrival stops [1]. */
  readonly collisionMassShare: Figure;
  /** Half-width of the impact pulse on the reference shoe and hard ground [s]. */
  readonly impactHalfWidth: Figure;
  /** Sum of the body pulse's two shape parameters [1]: the larger, the more pointed. */
  readonly concentration: Figure;
  /** Centroid of the whole force over contact time on the level [1]. */
  readonly centroid: Figure;
}

const rearfootRunner = "16 treadmill trials of one mostly rearfoot runner, −10…+10°, and 848 runners in two shoes (malisoux-2021): a calibration";
const forefootRunner = "169 contacts of one forefoot runner: a calibration";
const shape = (value: number, low: number, high: number, unit: string, source: "alcantara-2022" | "fukuchi-2017", population: string): Figure =>
  ({ value, low, high, unit, source, where: "fit of the raw force, our contact detection", population, evidence: "D" });

const rearfoot: StrikeShape = {
  collisionMassShare: shape(0.095, 0.068, 0.12, "1", "alcantara-2022", rearfootRunner),
  impactHalfWidth: shape(0.03, 0.024, 0.036, "s", "alcantara-2022", rearfootRunner),
  concentration: shape(4.6, 4.4, 5.0, "1", "alcantara-2022", rearfootRunner),
  centroid: shape(0.475, 0.46, 0.485, "1", "alcantara-2022", rearfootRunner),
};

/** Shapes by foot strike; `unknown` is used for its impact alone, its peak follows the ratio of many runners. */
export const strikeShapes: Readonly<Record<FootStrike, StrikeShape>> = {
  rearfoot,
  midfoot: { ...rearfoot, collisionMassShare: shape(0.05, 0.02, 0.09, "1", "alcantara-2022", rearfootRunner) },
  forefoot: {
    collisionMassShare: shape(0.004, 0, 0.02, "1", "fukuchi-2017", forefootRunner),
    impactHalfWidth: shape(0.032, 0.026, 0.045, "s", "fukuchi-2017", forefootRunner),
    concentration: shape(4.5, 4.4, 4.7, "1", "fukuchi-2017", forefootRunner),
    centroid: shape(0.475, 0.465, 0.485, "1", "fukuchi-2017", forefootRunner),
  },
  unknown: { ...rearfoot, collisionMassShare: shape(0.06, 0.01, 0.12, "1", "alcantara-2022", rearfootRunner) },
};

/** Change of the force's centroid with the sine of the slope [1]: landing lower than taking off shifts it later. */
export const centroidPerSlope = shape(0.19, 0.12, 0.26, "1", "alcantara-2022", rearfootRunner);
