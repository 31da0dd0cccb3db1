import { discLevels, modelVersion, type FootfallCondition, type Simulation } from "../../src/index.ts";
import { conditionColumns } from "./condition.ts";

/** The `simulate --json` object. */
export function simulationJson(condition: FootfallCondition, simulation: Simulation): object {
  const { gait, body, unused, groundContactTime, flightTime, stepRate, peakVerticalForce, impactPeak, impulse, legStiffness, compression, peakTibialAcceleration, peakSacralAcceleration, peakWornSacralAcceleration, peakHeadAcceleration } = simulation;
  return {
    condition: Object.fromEntries(conditionColumns.map((name) => [name, condition[name] ?? null])),
    body: { mass: body.mass, height: body.height, legLength: body.legLength, assumed: body.assumed },
    gait,
    groundContactTime, flightTime, stepRate, peakVerticalForce, impactPeak, impulse, legStiffness,
    peakTibialAcceleration, peakSacralAcceleration, peakWornSacralAcceleration, peakHeadAcceleration,
    discs: discLevels.map((level) => ({ level, peakCompression: compression[level] })),
    unused,
    waveforms: waveformsJson(simulation),
    modelVersion,
  };
}

/** The footfall's course as plain arrays; a channel the model does not give is null. */
export function waveformsJson({ waveform, compressionWaveforms, tibialAccelerationG, sacralAccelerationG, headAccelerationG }: Simulation): object {
  const plain = (samples: Float64Array): number[] => Array.from(samples, (value) => Number(value.toPrecision(7)));
  return {
    sampleRate: waveform.sampleRate,
    verticalForce: plain(waveform.verticalForceBodyWeights),
    tibialAcceleration: tibialAccelerationG && plain(tibialAccelerationG),
    sacralAcceleration: plain(sacralAccelerationG),
    headAcceleration: plain(headAccelerationG),
    compression: Object.fromEntries(discLevels.map((level) => [level, plain(compressionWaveforms[level])])),
  };
}
