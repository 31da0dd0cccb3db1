import type { DiscLevel } from "../../domain/index.ts";
import { massShareAbove } from "../../literature/index.ts";
import { discLine } from "../lumbar-lever.ts";

/** Compression of a disc with the back muscles' force by the lever [body weights], from the force that carries and shakes the mass above it. */
export function compressionOf(level: DiscLevel, carriedBodyWeights: Float64Array, trunkLeanDegrees: number, height: number): Float64Array {
  const { gain, offset } = discLine(level, trunkLeanDegrees, height);
  return carriedBodyWeights.map((carried) => (gain * carried) / massShareAbove[level].value + offset);
}
