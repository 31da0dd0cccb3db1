import type { PostureFindings, Quantity } from "./domain/index.ts";
import { usualTrunkLeanDegrees } from "./literature/index.ts";
import { discLine } from "./shock/index.ts";

/** Force a running trunk is carried with at its peak [body weights], for comparing leans only. */
const comparedForce = 2.5;
/** Stature the comparison is made at [m]; it drops out of the ratio nearly. */
const comparedHeight = 1.75;

/**
 * What a lean would mean in the lever model: peak compression of L5-S1 over the same at a usual lean [1]. The band is the lean's own; the model is a hypothesis
 * here, for nobody has measured a runner's disc at two leans.
 */
export function leanLoad({ trunkLean }: PostureFindings): Quantity | null {
  if (!trunkLean) return null;
  const usual = compressionAt(usualTrunkLeanDegrees.value);
  const ratios = Array.from({ length: 41 }, (_, index) => compressionAt(trunkLean.low + ((trunkLean.high - trunkLean.low) * index) / 40) / usual);
  return { value: compressionAt(trunkLean.value) / usual, low: Math.min(...ratios), high: Math.max(...ratios), unit: "1", basis: "simulated" };
}

function compressionAt(leanDegrees: number): number {
  const { gain, offset } = discLine("L5-S1", leanDegrees, comparedHeight);
  return gain * comparedForce + offset;
}
