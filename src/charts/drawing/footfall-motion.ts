import type { FootStrike, PerDisc, Quantity } from "../../domain/index.ts";

/** One running footfall as it is drawn: samples from initial contact to the other foot's. */
export interface FootfallMotion {
  /** [s] */
  readonly groundContactTime: number;
  readonly stepTime: number;
  /** [m/s] */
  readonly speed: number;
  /** Standing height [m]. */
  readonly height: number;
  readonly footStrike: FootStrike;
  /** Trunk to vertical, forward positive; null where not told [degrees]. */
  readonly trunkLeanDegrees: number | null;
  /** Angle L1–S1; null where not told. */
  readonly lordosisDegrees: number | null;
  /** Samples per second [Hz]. */
  readonly sampleRate: number;
  /** Vertical ground reaction force [body weights]. */
  readonly verticalForce: Float64Array;
  /** Accelerations along the body [g], 1 at rest: of the shin, null where the model cannot tell it, the sacrum, the vertebra above each disc, the head. */
  readonly tibialAccelerationG: Float64Array | null;
  readonly sacralAccelerationG: Float64Array;
  readonly vertebralAccelerationG: PerDisc<Float64Array>;
  readonly headAccelerationG: Float64Array;
  /** Compression of each disc [body weights]. */
  readonly compression: PerDisc<Float64Array>;
  /** Largest values, with bands. */
  readonly peaks: {
    readonly verticalForce: Quantity;
    readonly tibialAcceleration: Quantity | null;
    /** What the shin's is by the forward direction [g]; null where one of the two does not tell it. */
    readonly tibialAccelerationForward: number | null;
    readonly sacralAcceleration: Quantity | null;
    readonly headAcceleration: Quantity | null;
    readonly compression: PerDisc<Quantity>;
  };
}

/** A signal at any time of the step, by a line between samples; the step repeats. */
export function signalAt(signal: Float64Array, sampleRate: number, time: number): number {
  const { length } = signal;
  const position = time * sampleRate;
  const before = Math.floor(position);
  const at = (index: number): number => signal[((index % length) + length) % length] ?? 0;
  return at(before) + (position - before) * (at(before + 1) - at(before));
}
