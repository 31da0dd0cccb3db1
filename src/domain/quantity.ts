import type { Basis } from "./basis.ts";

/** One number with its central 90 % band for a runner not seen before, its unit and how it was come by. */
export interface Quantity {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly basis: Basis;
}

/** A column of numbers, one per footfall or sample, each with its band; a gap is NaN. */
export interface BandedColumn {
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How each was come by: index into `bases`. */
  readonly basis: Uint8Array;
}

/** A column whose band is a spread about the value; `low` and `high` are worked out when first asked for. */
export interface SpreadColumn extends BandedColumn {
  /** Standard deviation, one per row: of the value's logarithm [1] where `isRelative`, else in the value's unit. */
  readonly spread: Float64Array;
  readonly isRelative: boolean;
}
