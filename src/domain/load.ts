import type { PerDisc } from "./disc-level.ts";
import type { BandedColumn, Quantity } from "./quantity.ts";

/** What each footfall did to body and discs, one row per footfall of the same index. */
export interface FootfallLoads {
  readonly length: number;
  /** Active peak of vertical ground reaction force [body weights]. */
  readonly peakVerticalForceBodyWeights: BandedColumn;
  /** Integral of vertical force over the contact [N s]. */
  readonly impulse: BandedColumn;
  /** Peak force over centre-of-mass drop, Morin's definition [N/m]; NaN in walking. */
  readonly verticalStiffness: BandedColumn;
  /** Peak force over leg shortening, Morin's definition [N/m]; NaN in walking. */
  readonly legStiffness: BandedColumn;
  /** Shortening of the leg in contact, Morin's definition [m]; NaN in walking. */
  readonly legCompression: BandedColumn;
  /** Largest compression of each disc in the step [body weights]. */
  readonly peakCompressionBodyWeights: PerDisc<BandedColumn>;
  /** Compression of each disc averaged over a step [N], the same for every step; times step time it is the step's impulse. */
  readonly meanCompression: PerDisc<Quantity>;
}

/** Vertical force of one footfall, evenly sampled. */
export interface ForceWaveform {
  /** Samples per second [Hz]. */
  readonly sampleRate: number;
  /** Vertical ground reaction force [body weights], one per sample, initial contact to next initial contact. */
  readonly verticalForceBodyWeights: Float64Array;
}
