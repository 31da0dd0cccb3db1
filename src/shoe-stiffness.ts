import type { Quantity, Shoe } from "./domain/index.ts";
import { referenceShoeStiffness, shoeKindFigures, toldStiffnessError } from "./literature/index.ts";
import { ninetyPercent } from "./numerics/index.ts";

/** A shoe's heel stiffness as the model takes it [N/m], and where it is from. */
export interface TakenStiffness {
  readonly stiffness: Quantity;
  readonly from: "told" | "kind" | "unknown";
}

/**
 * The stiffness the model uses: what was told, else what its kind usually has, else that of the reference shoe, each with its band.
 * Stack and foam do not enter: no published relation leads from them to a heel's stiffness.
 */
export function takenStiffness({ stiffnessNewtonsPerMillimetre: told, kind }: Pick<Shoe, "stiffnessNewtonsPerMillimetre" | "kind">): TakenStiffness {
  if (told !== null) return { from: "told", stiffness: { value: 1000 * told, low: 1000 * told * (1 - toldStiffnessError.value), high: 1000 * told * (1 + toldStiffnessError.value), unit: "N/m", basis: "measured" } };
  const { value, low, high } = kind === null ? referenceShoeStiffness : shoeKindFigures[kind].stiffness;
  return { from: kind === null ? "unknown" : "kind", stiffness: { value, low, high, unit: "N/m", basis: "assumed" } };
}

/** Standard deviation of the logarithm that a stiffness's band stands for [1]. */
export function stiffnessSpread({ low, high }: Pick<Quantity, "low" | "high">): number {
  return Math.log(high / low) / (2 * ninetyPercent);
}
