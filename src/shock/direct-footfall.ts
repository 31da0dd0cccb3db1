import type { Body, FootStrike, Gait, PerDisc } from "../domain/index.ts";
import { gravity } from "../literature/index.ts";
import { byLevel } from "./by-level.ts";
import { carriedForces, type CarriedForces } from "./chain/carried-forces.ts";
import { centralParameters, type ChainParameters } from "./chain/chain-parameters.ts";
import type { TransmissionConditions } from "./chain/transmission-path.ts";
import { forceModelFor, type ForceWave } from "./force-models.ts";
import { stiffnessRatio, type Underfoot } from "./impact-stiffness.ts";
import { bothFeet, lineOfForce, pressingOn } from "./line-of-force.ts";
import { discLine } from "./lumbar-lever.ts";
import { sineWave } from "./morin-2005.ts";
import { walkingPeak, walkingWave } from "./walking-wave.ts";

/** Who runs, how they hold themselves and what is underfoot: the same for every footfall of a stretch. */
export interface FootfallSetting {
  readonly mass: number;
  readonly height: number;
  readonly legLength: number;
  readonly trunkLeanDegrees: number;
  /** Angle L1–S1; null where it is not known. */
  readonly lordosisDegrees: number | null;
  readonly footStrike: FootStrike;
  /** Stiffness under the heel bone over the reference's [1]. */
  readonly stiffnessRatio: number;
}

/** The setting of a body that holds itself so and runs on this. */
export function footfallSetting({ mass, height, legLength }: Body, trunkLeanDegrees: number, lordosisDegrees: number | null, footStrike: FootStrike, underfoot: Underfoot): FootfallSetting {
  return { mass, height, legLength, trunkLeanDegrees, lordosisDegrees, footStrike, stiffnessRatio: stiffnessRatio(underfoot) };
}

/** What changes from footfall to footfall. */
export interface FootfallTiming {
  readonly gait: Gait;
  readonly speed: number;
  /** Rise over run [1], uphill positive. */
  readonly slope: number;
  readonly groundContactTime: number;
  readonly stepTime: number;
}

/** A footfall's force followed to the discs; forces in body weights. */
export interface FollowedFootfall {
  readonly wave: ForceWave;
  readonly carried: CarriedForces;
  readonly activePeak: number;
}

/** One footfall's answer. */
export interface DirectFootfall extends FollowedFootfall {
  /** First maximum; null where it merges into the rise, and in walking. */
  readonly impactPeak: number | null;
  /** [N s] */
  readonly impulse: number;
  /** Largest force each disc's part of the body is carried with. */
  readonly carriedPeaks: PerDisc<number>;
  readonly peakCompression: PerDisc<number>;
}

/** Samples of a step: doubling them moves no peak by 0.1 %. */
const stepSamples = 96;

/**
 * One footfall followed from the ground to each lumbar disc: the reference that the fast path is held against.
 *
 * The force of the step goes through leg and chain harmonic by harmonic, exactly; the muscles' lever stands on the force that arrives at each disc, so
 * compression(t) = gain·carried(t) + offset at every level.
 */
export function directFootfall(setting: FootfallSetting, timing: FootfallTiming, parameters: ChainParameters = centralParameters, samples: number = stepSamples): DirectFootfall {
  const { mass, height, trunkLeanDegrees } = setting;
  const { wave, carried, activePeak } = followFootfall(setting, timing, parameters, samples);
  const carriedPeaks = byLevel((index) => carried.peaks[index]!);
  return {
    wave, carried, carriedPeaks, activePeak,
    impactPeak: wave.impactPeak?.force ?? null,
    impulse: mass * gravity * timing.stepTime,
    peakCompression: byLevel((_, level) => {
      const { gain, offset } = discLine(level, trunkLeanDegrees, height);
      return gain * carriedPeaks[level] + offset;
    }),
  };
}

/** The same for whoever follows thousands and wants the peaks alone; of another wave than the timing's own where one is given. */
export function followFootfall(setting: FootfallSetting, timing: FootfallTiming, parameters: ChainParameters = centralParameters, samples: number = stepSamples, wave = footfallWave(setting, timing)): FollowedFootfall {
  const { gait, speed, groundContactTime, stepTime } = timing;
  const forceAt = stepForce(setting, wave, timing);
  const force = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) force[sample] = forceAt((sample / samples) * stepTime);
  return {
    wave, carried: carriedForces(force, stepTime, transmissionConditions(setting, timing, wave), parameters),
    activePeak: gait === "walk" ? walkingWave(groundContactTime, stepTime, walkingPeak(speed)).peak : (wave.activePeak?.force ?? NaN),
  };
}

/** Vertical force of one foot in a footfall. */
export function footfallWave(setting: FootfallSetting, timing: FootfallTiming): ForceWave {
  const { mass, legLength, footStrike, stiffnessRatio: stiffness } = setting;
  const { gait, speed, slope, groundContactTime, stepTime } = timing;
  return forceModelFor(gait).wave({ mass, legLength, footStrike, stiffnessRatio: stiffness, speed, slope, groundContactTime, stepTime });
}

/** Who carries a footfall's force, and how. */
export function transmissionConditions(setting: FootfallSetting, { gait, speed, groundContactTime, stepTime }: FootfallTiming, wave: ForceWave): TransmissionConditions {
  const { mass, height, legLength, trunkLeanDegrees, lordosisDegrees } = setting;
  return {
    mass, height, legLength, groundContactTime, trunkLeanDegrees, lordosisDegrees, arrival: wave.arrival ?? null,
    legCompression: gait === "walk" ? null : sineWave(mass, groundContactTime, stepTime - groundContactTime, speed, legLength).legCompression,
  };
}

/** Force that presses on the trunk through a step, at a time after initial contact [body weights]: in walking of both feet, their leaning against the trunk counted. */
export function stepForce({ trunkLeanDegrees, height }: FootfallSetting, { forceAt }: ForceWave, { gait, speed, groundContactTime, stepTime }: FootfallTiming): (time: number) => number {
  if (gait !== "walk") return forceAt;
  const line = lineOfForce({ height, speed, centroidTime: groundContactTime / 2, acceleration: 0 });
  const press = pressingOn(trunkLeanDegrees, height);
  return (time) => {
    const { vertical, foreAft } = bothFeet(forceAt, line, stepTime, time);
    return press(vertical, foreAft);
  };
}
