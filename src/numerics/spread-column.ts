import { ninetyPercent } from "./normal.ts";

/** A column of values with their spread; the ends of the central 90 % band are worked out when first asked for. */
export function spreadColumn(value: Float64Array, spread: Float64Array, isRelative: boolean, basis: Uint8Array): {
  readonly value: Float64Array; readonly spread: Float64Array; readonly isRelative: boolean; readonly basis: Uint8Array; readonly low: Float64Array; readonly high: Float64Array;
} {
  let low: Float64Array | undefined;
  let high: Float64Array | undefined;
  const end = (side: 1 | -1): Float64Array => value.map((centre, row) => bandEnd(centre, spread[row]!, isRelative, side));
  return {
    value, spread, isRelative, basis,
    get low() {
      return (low ??= end(-1));
    },
    get high() {
      return (high ??= end(1));
    },
  };
}

/** One end of a central 90 % band: side −1 the lower, 1 the upper. */
export function bandEnd(value: number, spread: number, isRelative: boolean, side: 1 | -1): number {
  return isRelative ? value * Math.exp(side * ninetyPercent * spread) : value + side * ninetyPercent * spread;
}
