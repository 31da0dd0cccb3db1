import type { PerDisc } from "./disc-level.ts";
import type { BandedColumn, Quantity, SpreadColumn } from "./quantity.ts";

/** How one disc answers to the force the trunk is carried with: compression = gain·force + offset, in body weights. */
export interface DiscResponse {
  readonly gain: number;
  readonly offset: number;
  /** Ends of the 90 % band at a force [body weights], as factors on the compression [1]. */
  bandAt(force: number): { readonly low: number; readonly high: number };
}

/** What each footfall did to body and discs, one row per footfall of the same index; rarely wanted columns are worked out when asked for. */
export interface FootfallLoads {
  readonly length: number;
  /** Active peak of vertical ground reaction force [body weights]. */
  readonly peakVerticalForceBodyWeights: SpreadColumn;
  /** Integral of vertical force over the contact [N s]. */
  readonly impulse: SpreadColumn;
  /** Peak force over centre-of-mass drop, Morin's definition [N/m]; NaN in walking. */
  readonly verticalStiffness: SpreadColumn;
  /** Peak force over leg shortening, Morin's definition [N/m]; NaN in walking. */
  readonly legStiffness: SpreadColumn;
  /** Shortening of the leg in contact, Morin's definition [m]; NaN in walking. */
  readonly legCompression: SpreadColumn;
  /** First maximum of vertical force [body weights], NaN where it merges into the rise and in walking; what the model says, never measured. */
  readonly impactPeakBodyWeights: Float64Array;
  /** Largest force that what lies above each disc is carried with in the step [body weights]: in walking of both feet together, their leaning against the trunk counted. */
  readonly trunkForceBodyWeights: PerDisc<Float64Array>;
  readonly discs: PerDisc<DiscResponse>;
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
