import { completeBody } from "./complete-body.ts";
import { footStrikes } from "./domain/index.ts";
import { referenceShoeStiffness, usualTrunkLeanDegrees } from "./literature/index.ts";
import type { ForceAt, RunTold } from "./model-contacts.ts";
import { forwardFootfall } from "./shock/index.ts";

/** Contact and flight of one footfall in a record [s]. */
export interface StepTiming {
  readonly groundContactTime: number;
  readonly stepTime: number;
}

/**
 * Force through the contacts of a treadmill record by the forward direction: run once at their mean timing for each foot strike, then stretched to each contact's
 * time and impulse, since running it anew for every one would cost a second and tell next to nothing more. Null where the forward direction finds no footfall.
 */
export function forwardForces(steps: readonly StepTiming[], mass: number, { speed = 3, height, slope = 0, strikes = { unknown: 1 } }: RunTold): ((step: StepTiming) => ForceAt) | null {
  const mean = (pick: (step: StepTiming) => number): number => steps.reduce((sum, step) => sum + pick(step), 0) / steps.length;
  const usual = { groundContactTime: mean((step) => step.groundContactTime), stepTime: mean((step) => step.stepTime) };
  const body = completeBody({ mass, height: height ?? null, sex: null, birthYear: null });
  const waves: { readonly share: number; readonly force: Float64Array; readonly sampleRate: number }[] = [];
  for (const footStrike of footStrikes) {
    const share = strikes[footStrike] ?? 0;
    if (share === 0) continue;
    const footfall = forwardFootfall({
      ...body, gait: "run", speed, slope, groundContactTime: usual.groundContactTime, flightTime: usual.stepTime - usual.groundContactTime, footStrike,
      shoe: { stiffness: referenceShoeStiffness.value }, surface: "treadmill", trunkLeanDegrees: usualTrunkLeanDegrees.value, lordosisDegrees: null,
    });
    if ("reason" in footfall) return null;
    waves.push({ share, force: footfall.waveform.verticalForceBodyWeights, sampleRate: footfall.waveform.sampleRate });
  }
  return ({ groundContactTime, stepTime }) => {
    const stretch = usual.groundContactTime / groundContactTime;
    const gain = (stretch * stepTime) / usual.stepTime;
    return (time) => gain * waves.reduce((sum, { share, force, sampleRate }) => sum + share * between(force, time * stretch * sampleRate), 0);
  };
}

/** Value on the line between two samples; 0 outside. */
function between(samples: Float64Array, place: number): number {
  const index = Math.floor(place);
  const [before = 0, after = 0] = [samples[index], samples[index + 1]];
  return before + (place - index) * (after - before);
}
