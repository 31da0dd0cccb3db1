import { discLevels, modelVersion, type FootfallComparison, type FootfallCondition, type ModelDifference, type NoModelDifference, type SensitivityRow, type Simulation } from "../../src/index.ts";
import { conditionColumns } from "./condition.ts";

/** What a simulation may be asked for beside itself; null where it was not. */
export interface SimulationExtras {
  readonly sensitivity: readonly SensitivityRow[] | null;
  readonly comparison: FootfallComparison | null;
  readonly directions: ModelDifference | NoModelDifference | null;
}

/** The `simulate --json` object, with what else was asked for. */
export function simulationJson(condition: FootfallCondition, simulation: Simulation, { sensitivity, comparison, directions }: SimulationExtras): object {
  const { gait, body, unused, groundContactTime, flightTime, stepRate, peakVerticalForce, impactPeak, verticalLoadingRate, impulse, legStiffness } = simulation;
  const { compression, indicatedPressure, roughShear, peakVertebralAcceleration, attenuation, sources } = simulation;
  const { peakTibialAcceleration, peakSacralAcceleration, peakWornSacralAcceleration, peakHeadAcceleration } = simulation;
  return {
    condition: Object.fromEntries(conditionColumns.map((name) => [name, condition[name] ?? null])),
    body: { mass: body.mass, height: body.height, legLength: body.legLength, assumed: body.assumed },
    gait,
    groundContactTime, flightTime, stepRate, peakVerticalForce, impactPeak, verticalLoadingRate, impulse, legStiffness,
    peakTibialAcceleration, peakSacralAcceleration, peakWornSacralAcceleration, peakHeadAcceleration,
    attenuation: attenuation.map(({ low, high, toSacrum, toHead }) => ({ lowHz: low, highHz: high, toSacrum, toHead })),
    discs: discLevels.map((level) => ({
      level, peakCompression: compression[level], indicatedPressure: indicatedPressure[level], roughShear: roughShear[level], peakVertebralAcceleration: peakVertebralAcceleration[level],
    })),
    ...(sensitivity ? { sensitivity: sensitivity.map(({ change, ...row }) => ({ ...row, change: discLevels.map((level) => ({ level, change: change[level] })) })) } : {}),
    ...(comparison ? { comparison: { outputs: comparison.outputs, evidence: comparison.evidence } } : {}),
    ...(directions ? { directions: "reason" in directions ? directions : { outputs: directions.outputs } } : {}),
    unused,
    waveforms: waveformsJson(simulation),
    sources,
    modelVersion,
  };
}

/** The footfall's course as plain arrays; a channel the model does not give is null. */
export function waveformsJson({ waveform, foreAftBodyWeights, compressionWaveforms, tibialAccelerationG, sacralAccelerationG, headAccelerationG }: Simulation): object {
  const plain = (samples: Float64Array): number[] => Array.from(samples, (value) => Number(value.toPrecision(7)));
  return {
    sampleRate: waveform.sampleRate,
    verticalForce: plain(waveform.verticalForceBodyWeights),
    foreAftForce: plain(foreAftBodyWeights),
    tibialAcceleration: tibialAccelerationG && plain(tibialAccelerationG),
    sacralAcceleration: plain(sacralAccelerationG),
    headAcceleration: plain(headAccelerationG),
    compression: Object.fromEntries(discLevels.map((level) => [level, plain(compressionWaveforms[level])])),
  };
}
