import type { Basis, ForceWaveform, PerDisc, Quantity } from "./domain/index.ts";
import { byLevel, peakAccelerations, shockAttenuation, transmitForce, type ShockAttenuation, type Transmission, type TransmissionConditions } from "./shock/index.ts";

/** What one footfall's force does on its way from foot to head; accelerations in g, 1 at rest, sampled as the force. */
export interface SimulatedShock {
  /** Largest acceleration of the tibia along its axis, as on the bone [g]; null in walking, whose wave has no heel strike, and for a forefoot runner, whose shock the pulse does not hold. */
  readonly peakTibialAcceleration: Quantity | null;
  /** The same of the sacrum's bone. */
  readonly peakSacralAcceleration: Quantity | null;
  /** What a sensor worn over the sacrum would show, all axes together; its mount is assumed. */
  readonly peakWornSacralAcceleration: Quantity | null;
  /** The same of the vertebra above each disc. */
  readonly peakVertebralAcceleration: PerDisc<Quantity>;
  readonly peakHeadAcceleration: Quantity | null;
  /** Null where its peak is. */
  readonly tibialAccelerationG: Float64Array | null;
  readonly sacralAccelerationG: Float64Array;
  readonly wornSacralAccelerationG: Float64Array;
  readonly headAccelerationG: Float64Array;
  /** Of the vertebra above each disc. */
  readonly vertebralAccelerationG: PerDisc<Float64Array>;
  /** Shock of the tibia over that of sacrum and head, by frequency band [dB]. */
  readonly attenuation: readonly ShockAttenuation[];
}

/** Follows a force up the body; each part is worked out when first asked for. */
export function shockOf({ verticalForceBodyWeights: force, sampleRate }: ForceWaveform, conditions: TransmissionConditions): SimulatedShock {
  let passed: Transmission | undefined;
  let found: ReturnType<typeof peakAccelerations> | undefined;
  let attenuation: readonly ShockAttenuation[] | undefined;
  const along = (): Transmission => (passed ??= transmitForce(force, sampleRate, conditions));
  const peak = (name: keyof ReturnType<typeof peakAccelerations>, basis: Basis = "simulated"): Quantity | null => {
    found ??= peakAccelerations(along(), force, sampleRate, conditions);
    return found[name] && { ...found[name], unit: "g", basis };
  };
  return {
    get peakTibialAcceleration() { return peak("tibialAccelerationG"); },
    get peakSacralAcceleration() { return peak("sacralAccelerationG"); },
    get peakWornSacralAcceleration() { return peak("wornSacralAccelerationG", "assumed"); },
    get peakHeadAcceleration() { return peak("headAccelerationG"); },
    get peakVertebralAcceleration() {
      // Between sacrum and head: the wider of their two bands.
      const ends = [peak("sacralAccelerationG"), peak("headAccelerationG")].flatMap((end) => end ?? []);
      const low = Math.min(...ends.map((end) => end.low / end.value));
      const high = Math.max(...ends.map((end) => end.high / end.value));
      return byLevel((_, level): Quantity => {
        const value = along().vertebralAccelerationG[level].reduce((most, sample) => Math.max(most, sample), -Infinity);
        return { value, low: low * value, high: high * value, unit: "g", basis: "simulated" };
      });
    },
    get tibialAccelerationG() { return along().tibialAccelerationG; },
    get sacralAccelerationG() { return along().sacralAccelerationG; },
    get wornSacralAccelerationG() { return along().wornSacralAccelerationG; },
    get headAccelerationG() { return along().headAccelerationG; },
    get vertebralAccelerationG() { return along().vertebralAccelerationG; },
    get attenuation() { return (attenuation ??= shockAttenuation(force, sampleRate, conditions)); },
  };
}
