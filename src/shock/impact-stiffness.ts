import type { Surface } from "../domain/index.ts";
import { forceReduction, heelPadStiffness, referenceShoeStiffness, wearElasticity } from "../literature/index.ts";
import { groundStiffness } from "./ground.ts";
import { absorptionAfter } from "./shoe-wear.ts";

/** What lies between the heel bone and the earth; null is not known. */
export interface Underfoot {
  readonly shoeStiffnessNewtonsPerMillimetre: number | null;
  /** Distance run in the shoe [m]. */
  readonly shoeDistance: number;
  readonly surface: Surface;
}

/** Nothing known: the reference shoe, new, on hard ground. */
export const usualUnderfoot: Underfoot = { shoeStiffnessNewtonsPerMillimetre: null, shoeDistance: 0, surface: "unknown" };

/**
 * Stiffness of heel pad, shoe and ground in series over that of the reference shoe on hard ground [1].
 *
 * It sets how long the foot's arrival takes (half-width ∝ 1/√ratio), not its momentum: a soft shoe spreads the pulse later onto the rising body force, so
 * that the first peak is as high or higher, as 848 runners showed. Wear stiffens the shoe a little as it absorbs less. Concrete and asphalt differ by less
 * than 1 %. Sand and snow are no springs and count as hard here, with their effect untold.
 */
export function stiffnessRatio({ shoeStiffnessNewtonsPerMillimetre, shoeDistance, surface }: Underfoot): number {
  const worn = Math.pow(absorptionAfter(shoeDistance), -wearElasticity.value);
  const shoe = (shoeStiffnessNewtonsPerMillimetre === null ? referenceShoeStiffness.value : 1000 * shoeStiffnessNewtonsPerMillimetre) * worn;
  const reduction = forceReduction[surface];
  const ground = reduction === null ? Infinity : groundStiffness(reduction.value);
  const pad = heelPadStiffness.value;
  return (1 / pad + 1 / referenceShoeStiffness.value) / (1 / pad + 1 / shoe + 1 / ground);
}
