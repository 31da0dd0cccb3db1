import type { FootfallMotion } from "./charts/index.ts";
import { tibialAccelerationForward, type FootfallCondition, type Simulation } from "./simulate.ts";

/** A simulated running footfall as the pictures take it. */
export function footfallMotion(condition: FootfallCondition, simulation: Simulation): FootfallMotion {
  const { waveform, groundContactTime, stepRate } = simulation;
  return {
    groundContactTime: groundContactTime.value, stepTime: 1 / stepRate.value, speed: condition.speed ?? 3, height: simulation.body.height,
    footStrike: condition.footStrike ?? "unknown", trunkLeanDegrees: condition.trunkLeanDegrees ?? null, lordosisDegrees: condition.lordosisDegrees ?? null,
    sampleRate: waveform.sampleRate, verticalForce: waveform.verticalForceBodyWeights,
    tibialAccelerationG: simulation.tibialAccelerationG,
    sacralAccelerationG: simulation.sacralAccelerationG, vertebralAccelerationG: simulation.vertebralAccelerationG, headAccelerationG: simulation.headAccelerationG,
    compression: simulation.compressionWaveforms,
    peaks: {
      verticalForce: simulation.peakVerticalForce, tibialAcceleration: simulation.peakTibialAcceleration, tibialAccelerationForward: tibialAccelerationForward(simulation),
      sacralAcceleration: simulation.peakSacralAcceleration,
      headAcceleration: simulation.peakHeadAcceleration, compression: simulation.compression,
    },
  };
}
