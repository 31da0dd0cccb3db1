import { discLevels, type DiscLevel, type ForceWaveform } from "./domain/index.ts";
import { forcePeaks, peakOf, sineWave, transmitForce, trunkLeanOf, type ForwardFootfall } from "./shock/index.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "./simulate.ts";

/** What both directions tell of a footfall, in the order shown. */
export type ComparedOutput = "activePeak" | "impactPeak" | "impactPeakTime" | "peakTibialAcceleration" | "peakSacralAcceleration" | "peakHeadAcceleration" | DiscLevel;

/** One output by both directions; null where a direction does not tell it. */
export interface DirectionDifference {
  readonly output: ComparedOutput;
  readonly unit: "bodyWeight" | "s" | "g";
  readonly forward: number | null;
  readonly inverse: number | null;
  /** forward/inverse − 1 [1]. */
  readonly relative: number | null;
}

/** The same footfall from its start and a muscle law, and back from its contact and flight time: what they differ by, the model does not know. */
export interface ModelDifference {
  readonly outputs: readonly DirectionDifference[];
  readonly forward: ForwardFootfall;
  /** Vertical force by the inverse direction, sampled as the forward one. */
  readonly inverseWaveform: ForceWaveform;
}

/** Where one of the directions does not apply, why. */
export interface NoModelDifference {
  readonly reason: string;
}

/** A condition's footfall in both directions, output by output; disc peaks are those of the chain with the back muscles' lever in both. */
export function modelDifference(condition: FootfallCondition, simulation: Simulation = simulateFootfall(condition)): ModelDifference | NoModelDifference {
  const { forward } = simulation;
  if ("reason" in forward) return forward;
  const { waveform, peakTibialAcceleration, peakSacralAcceleration, peakHeadAcceleration } = simulation;
  const peaks = forcePeaks(waveform, simulation.groundContactTime.value);
  const discs = inverseDiscs(condition, simulation);
  const row = (output: ComparedOutput, unit: DirectionDifference["unit"], ahead: number | undefined, back: number | undefined): DirectionDifference =>
    ({ output, unit, forward: ahead ?? null, inverse: back ?? null, relative: ahead === undefined || back === undefined ? null : ahead / back - 1 });
  return {
    forward, inverseWaveform: waveform,
    outputs: [
      row("activePeak", "bodyWeight", forward.active.force, peaks.active.force),
      row("impactPeak", "bodyWeight", forward.impact?.force, peaks.impact?.force),
      row("impactPeakTime", "s", forward.impact?.time, peaks.impact?.time),
      row("peakTibialAcceleration", "g", peakOf(forward.tibialAccelerationG), peakTibialAcceleration?.value),
      row("peakSacralAcceleration", "g", peakOf(forward.sacralAccelerationG), peakSacralAcceleration?.value),
      row("peakHeadAcceleration", "g", peakOf(forward.headAccelerationG), peakHeadAcceleration?.value),
      ...discLevels.map((level) => row(level, "bodyWeight", peakOf(forward.compressionBodyWeights[level]), peakOf(discs[level]))),
    ],
  };
}

function inverseDiscs({ speed = 3, trunkLeanDegrees, lordosisDegrees }: FootfallCondition, { body, groundContactTime, flightTime, waveform, arrival }: Simulation): Readonly<Record<DiscLevel, Float64Array>> {
  const { legCompression } = sineWave(body.mass, groundContactTime.value, flightTime.value, speed, body.legLength);
  return transmitForce(waveform.verticalForceBodyWeights, waveform.sampleRate, {
    ...body, groundContactTime: groundContactTime.value, legCompression, trunkLeanDegrees: trunkLeanOf(trunkLeanDegrees ?? null).degrees, lordosisDegrees: lordosisDegrees ?? null, arrival,
  }).compressionBodyWeights;
}
