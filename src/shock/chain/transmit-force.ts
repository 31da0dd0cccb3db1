import type { PerDisc } from "../../domain/index.ts";
import { complex, fourierSpectrum, fourierSum, scaled, times, type Complex } from "../../numerics/index.ts";
import { byLevel } from "../by-level.ts";
import { partNames } from "./body-chain.ts";
import { centralParameters, type ChainParameters } from "./chain-parameters.ts";
import { compressionOf } from "./disc-compression.ts";
import { sensorMountResponse } from "./sensor-mount.ts";
import { isStoppedByPulse, tibialAcceleration } from "./tibial-acceleration.ts";
import { pathResponse, transmissionPath, type PathResponse, type TransmissionConditions } from "./transmission-path.ts";

/** Accelerations along the body, sampled as the force, as an accelerometer on the bone reads them [g]: 1 at rest, 0 in free fall. */
export interface Accelerations {
  /** Null where the foot's arrival is not told, or stops too little of the leg to tell it by. */
  readonly tibialAccelerationG: Float64Array | null;
  readonly sacralAccelerationG: Float64Array;
  /** What a sensor worn over the sacrum shows in its shock, all axes together; its mount is another runner's. */
  readonly wornSacralAccelerationG: Float64Array;
  readonly headAccelerationG: Float64Array;
}

/** Accelerations with what happens along the lumbar spine. */
export interface Transmission extends Accelerations {
  /** Of the vertebra above each disc. */
  readonly vertebralAccelerationG: PerDisc<Float64Array>;
  /** Force that carries and shakes the mass above each disc [body weights], without muscle. */
  readonly carriedBodyWeights: PerDisc<Float64Array>;
  /** That force with the back muscles' by the lever [body weights]. */
  readonly compressionBodyWeights: PerDisc<Float64Array>;
}

/** Harmonics of the step kept, and the frequency beyond which nothing is [Hz]: the leg passes no more, and sensors are filtered there. */
const mostHarmonics = 64;
const highestFrequency = 100;
/** Below it the force is the body's own bouncing [Hz]. */
const slowestImpact = 8;

const partOf = (name: (typeof partNames)[number]): number => partNames.indexOf(name);
/** Part above each disc, from the uppermost disc. */
export const partOfLevel = (index: number): number => partOf("L1") - index;

/**
 * Accelerations and disc forces that a periodic step's force causes, from the ground to the head.
 *
 * The force [body weights, one step, both feet together where they overlap] is taken as a Fourier series over the step; each harmonic goes through the leg
 * (leg-transmission.ts) and the chain (body-chain.ts) exactly, and the harmonics are added up again. Periodic by construction: no start-up to wait for.
 * Leaves out: differences between left and right, motion forward and sideways, rotation of the trunk, swing of the other leg, muscle that changes in the step.
 * Held against one runner's sensor at the sacrum (alcantara-2022: measured force in, the sensor's mean set to the force's): left free, the leg's share fits best
 * at 0.35 on the level, where this model, made from other sources, says 0.22, and at 0.75 downhill, the knee being straighter there, which is left out. Peaks
 * along the body come 25 % low: the sensor's first spike is sharper, and the vector of its axes larger (sensor-mount.ts). Head and thorax are from models of
 * seated people and are the least sure.
 */
export function transmitForce(force: Float64Array, sampleRate: number, conditions: TransmissionConditions, parameters: ChainParameters = centralParameters): Transmission {
  const { signal, inG, ...spectra } = passedThrough(force, sampleRate, conditions, parameters);
  const carriedBodyWeights = byLevel((index) => signal((response) => response.linkForce[partOfLevel(index)]!, 1));
  return {
    ...accelerationsOf({ signal, inG, ...spectra }, parameters),
    vertebralAccelerationG: byLevel((index) => signal(({ parts }) => parts[partOfLevel(index)]!, inG)),
    carriedBodyWeights,
    compressionBodyWeights: byLevel((_, level) => compressionOf(level, carriedBodyWeights[level], conditions.trunkLeanDegrees, conditions.height)),
  };
}

/** The accelerations alone. */
export function transmitAccelerations(force: Float64Array, sampleRate: number, conditions: TransmissionConditions, parameters: ChainParameters): Accelerations {
  return accelerationsOf(passedThrough(force, sampleRate, conditions, parameters), parameters);
}

/** Largest sample of a signal. */
export function peakOf(signal: Float64Array): number {
  return signal.reduce((largest, value) => Math.max(largest, value), -Infinity);
}

interface Passed {
  readonly stepTime: number;
  /** From m/s² per newton to g per body weight [kg]. */
  readonly inG: number;
  readonly tibia: Float64Array | null;
  readonly signal: (of: (response: PathResponse, harmonic: number) => Complex, scale: number) => Float64Array;
}

function passedThrough(force: Float64Array, sampleRate: number, conditions: TransmissionConditions, parameters: ChainParameters): Passed {
  const { length } = force;
  const stepTime = length / sampleRate;
  const path = transmissionPath(conditions, parameters);
  const passed = stepSpectrum(force, stepTime, parameters);
  const spectrum = Array.from({ length: passed.length / 2 }, (_, harmonic) => complex(passed[2 * harmonic]!, passed[2 * harmonic + 1]!));
  const responses = spectrum.map((_, harmonic) => pathResponse(path, (2 * Math.PI * harmonic) / stepTime));
  return {
    stepTime, inG: conditions.mass,
    tibia: conditions.arrival && isStoppedByPulse(conditions.arrival) ? tibialAcceleration(conditions.arrival, parameters, length, sampleRate) : null,
    signal: (of, scale) => fourierSum(spectrum.map((coefficient, harmonic) => scaled(times(coefficient, of(responses[harmonic]!, harmonic)), scale)), length),
  };
}

/** Harmonics of one step's force that leg and chain are given, real and imaginary part of each side by side. */
export function stepSpectrum(force: Float64Array, stepTime: number, { impactFactor }: ChainParameters): Float64Array {
  const spectrum = fourierSpectrum(force, Math.min(mostHarmonics, Math.floor(highestFrequency * stepTime)) + 1);
  for (let place = 2 * (Math.floor(slowestImpact * stepTime) + 1); place < spectrum.length; place++) spectrum[place]! *= impactFactor;
  return spectrum;
}

function accelerationsOf({ stepTime, inG, tibia, signal }: Passed, parameters: ChainParameters): Accelerations {
  const mount = (harmonic: number): Complex => sensorMountResponse((2 * Math.PI * harmonic) / stepTime, parameters);
  return {
    tibialAccelerationG: tibia,
    sacralAccelerationG: signal(({ parts }) => parts[partOf("pelvis")]!, inG),
    wornSacralAccelerationG: signal(({ parts }, harmonic) => times(parts[partOf("pelvis")]!, mount(harmonic)), inG),
    headAccelerationG: signal(({ parts }) => parts[partOf("head")]!, inG),
  };
}
