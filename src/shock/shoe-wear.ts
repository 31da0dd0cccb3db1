import { shoeWear } from "../literature/index.ts";

/**
 * Energy a worn shoe absorbs over what it did new [1], after a distance [m].
 *
 * r(D) = 0.69 + 0.31·e^(−D/233 km), through the two points of Cook 1985 for shoes worn by runners. It is absorption, not stiffness: over 500 km peak force on
 * an impact tester rose about 5 % at most, and runners' external load hardly changed.
 */
export function absorptionAfter(distance: number): number {
  const floor = shoeWear.floor.value;
  return floor + (1 - floor) * Math.exp(-distance / shoeWear.scale.value);
}
