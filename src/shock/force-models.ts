import type { Gait } from "../domain/index.ts";
import { bodyPulsePeakShare, gravity, impactDuration, impactVelocityChange, lowerLimbMassShare } from "../literature/index.ts";
import type { FootStrike } from "../domain/index.ts";
import { bellWave, type Peak } from "./bell-wave.ts";
import { twoMassWave } from "./clark-2017.ts";
import { activePeakRatio } from "./peak-force.ts";
import { walkingPeak, walkingWave } from "./walking-wave.ts";

/** What every model of vertical force is given: one footfall's timing and who runs. */
export interface ForceInput {
  readonly mass: number;
  readonly speed: number;
  readonly groundContactTime: number;
  readonly stepTime: number;
  readonly footStrike: FootStrike;
}

/** Vertical force of one foot's contact. */
export interface ForceWave {
  /** Force [body weights] at a time after initial contact [s]; 0 outside the contact. */
  forceAt(time: number): number;
  readonly impactPeak: Peak | null;
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
  wave({ mass, speed, groundContactTime, stepTime, footStrike }) {
    const duration = Math.min(impactDuration[footStrike].value, groundContactTime / 4);
    return bellWave({
      groundContactTime, totalImpulse: stepTime, impactDuration: duration, bodyPeakShare: bodyPulsePeakShare.value,
      impactImpulse: lowerLimbMassShare.value * 2 * (impactVelocityChange[footStrike].value / gravity + duration),
      activePeak: activePeakRatio(speed, mass) * (Math.PI / 2) * (stepTime / groundContactTime),
    });
  },
};

const twoMass: ForceModel = {
  id: "two-mass",
  applies: isRunning,
  wave({ mass, groundContactTime, stepTime, footStrike }) {
    const wave = twoMassWave({
      mass, groundContactTime, flightTime: stepTime - groundContactTime,
      impactVelocityChange: impactVelocityChange[footStrike].value, impactDuration: Math.min(impactDuration[footStrike].value, groundContactTime / 4),
    });
    return { forceAt: (time) => wave.forceAt(time) / (mass * gravity), impactPeak: null };
  },
};

const halfSine: ForceModel = {
  id: "half-sine",
  applies: isRunning,
  wave({ groundContactTime, stepTime }) {
    const peak = (Math.PI / 2) * (stepTime / groundContactTime);
    return { forceAt: (time) => (time > 0 && time < groundContactTime ? peak * Math.sin((Math.PI * time) / groundContactTime) : 0), impactPeak: null };
  },
};

const walking: ForceModel = {
  id: "walking",
  applies: (gait) => gait === "walk",
  wave: ({ speed, groundContactTime, stepTime }) => ({ ...walkingWave(groundContactTime, stepTime, walkingPeak(speed)), impactPeak: null }),
};

/** Every force model; the first that applies to a gait is the one shown. */
export const forceModels: readonly ForceModel[] = [bell, twoMass, halfSine, walking];

/** The force model shown for a gait. */
export function forceModelFor(gait: Gait): ForceModel {
  return gait === "walk" ? walking : bell;
}
