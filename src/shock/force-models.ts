import type { FootStrike, Gait } from "../domain/index.ts";
import { centroidPerSlope, gravity, strikeShapes, twoMassDefaults } from "../literature/index.ts";
import { bellWave, bellWaveOfPeak, type Peak } from "./bell-wave.ts";
import { twoMassWave } from "./clark-2017.ts";
import { activePeakRatio } from "./peak-force.ts";
import { walkingPeak, walkingWave } from "./walking-wave.ts";

/** What every model of vertical force is given: one footfall's timing and who runs. */
export interface ForceInput {
  readonly mass: number;
  readonly legLength: number;
  readonly speed: number;
  /** Rise over run [1], uphill positive. */
  readonly slope: number;
  readonly groundContactTime: number;
  readonly stepTime: number;
  readonly footStrike: FootStrike;
  /** Stiffness under the heel bone over the reference's [1]. */
  readonly stiffnessRatio: number;
}

/** The arrival of foot and shank on the ground. */
export interface Arrival {
  /** Speed along the ground's normal [m/s]. */
  readonly speed: number;
  /** Half of the time it takes to stop [s]. */
  readonly halfWidth: number;
  /** Impulse of stopping [body weights × s]. */
  readonly impulse: number;
}

/** Vertical force of one foot's contact. */
export interface ForceWave {
  /** Force [body weights] at a time after initial contact [s]; 0 outside the contact. */
  forceAt(time: number): number;
  readonly impactPeak: Peak | null;
  /** Largest force after the impact; null where the model does not tell it apart. */
  readonly activePeak: Peak | null;
  /** Absent where the model does not tell it apart. */
  readonly arrival?: Arrival;
}

/** A model that turns a footfall's timing into a force over time; every one carries the body's weight over the step exactly. */
export interface ForceModel {
  readonly id: string;
  applies(gait: Gait): boolean;
  wave(input: ForceInput): ForceWave;
}

const isRunning = (gait: Gait): boolean => gait !== "walk";

const bell: ForceModel = {
  id: "bell",
  applies: isRunning,
  wave(input) {
    const { mass, speed, slope, groundContactTime, stepTime, footStrike } = input;
    const { collisionMassShare, impactHalfWidth, concentration, centroid } = strikeShapes[footStrike];
    const shape = {
      groundContactTime, totalImpulse: stepTime, impactHalfWidth: Math.min(impactHalfWidth.value / Math.sqrt(input.stiffnessRatio), groundContactTime / 4),
      impactImpulse: Math.min((collisionMassShare.value * approachSpeed(input)) / gravity, 0.3 * stepTime),
      centroid: Math.min(0.56, Math.max(0.38, centroid.value + centroidPerSlope.value * Math.sin(Math.atan(slope)))),
    };
    const arrival = { speed: approachSpeed(input), halfWidth: shape.impactHalfWidth, impulse: shape.impactImpulse };
    const wave = footStrike === "unknown"
      ? bellWaveOfPeak(shape, activePeakRatio(speed, mass) * (Math.PI / 2) * (stepTime / groundContactTime))
      : bellWave(shape, concentration.value);
    return Object.assign(wave, { arrival });
  },
};

/** Speed at which the foot meets the ground, along its normal [m/s]: the leg is swept back to match the ground, and falls for half the flight. */
function approachSpeed({ speed, slope, groundContactTime, stepTime, legLength }: ForceInput): number {
  const incline = Math.atan(slope);
  const sweep = Math.asin(Math.min(0.95, (speed * groundContactTime) / (2 * legLength))) - incline;
  return Math.max(0, speed * Math.tan(sweep) + (gravity * Math.cos(incline) * (stepTime - groundContactTime)) / 2);
}

const twoMass: ForceModel = {
  id: "two-mass",
  applies: isRunning,
  wave({ mass, groundContactTime, stepTime }) {
    const { velocityChange, duration } = twoMassDefaults;
    const wave = twoMassWave({
      mass, groundContactTime, flightTime: stepTime - groundContactTime,
      impactVelocityChange: velocityChange.value, impactDuration: Math.min(duration.value, groundContactTime / 4),
    });
    return { forceAt: (time) => wave.forceAt(time) / (mass * gravity), impactPeak: null, activePeak: null };
  },
};

const halfSine: ForceModel = {
  id: "half-sine",
  applies: isRunning,
  wave({ groundContactTime, stepTime }) {
    const force = (Math.PI / 2) * (stepTime / groundContactTime);
    return {
      forceAt: (time) => (time > 0 && time < groundContactTime ? force * Math.sin((Math.PI * time) / groundContactTime) : 0),
      impactPeak: null, activePeak: { force, time: groundContactTime / 2 },
    };
  },
};

const walking: ForceModel = {
  id: "walking",
  applies: (gait) => gait === "walk",
  wave: ({ speed, groundContactTime, stepTime }) => ({ ...walkingWave(groundContactTime, stepTime, walkingPeak(speed)), impactPeak: null, activePeak: null }),
};

/** Every force model; the first that applies to a gait is the one shown. */
export const forceModels: readonly ForceModel[] = [bell, twoMass, halfSine, walking];

/** The force model shown for a gait. */
export function forceModelFor(gait: Gait): ForceModel {
  return gait === "walk" ? walking : bell;
}
