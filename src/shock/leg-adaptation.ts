import { seriesStiffnessKept } from "../literature/index.ts";

/** Stiffness of the leg spring on a surface [N/m], with its band. */
export interface AdaptedLeg {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Leg stiffness on another surface: runners stiffen the leg on soft ground and soften it on hard, at once.
 *
 * Leg and surface are springs in series, 1/k = 1/leg + 1/surface, and k is kept: so force, contact time and the drop of the body stay what they were, and only
 * the share of the drop that the ground takes changes. That is why contact time and active peak here do not depend on the surface.
 * Definition: spring–mass, the surface's own compression taken off; the stiffness shown elsewhere (Morin's) is that of leg and surface together.
 * Measured: surfaces of 21 and 533 kN/m at 3 m/s, change complete on the first step (Ferris 1999). Papers disagree: on 75 against 946 kN/m another group found
 * + 29 % (Kerdok 2002), where this rule gives half of that for a leg as stiff as Morin's runners'; no leg stiffness satisfies both.
 * Leaves out: surfaces met unexpectedly, loss of energy in the ground, and surfaces softer than the spring that is kept (null).
 */
export function adaptedLeg(legStiffness: number, surfaceBefore: number, surfaceAfter: number): AdaptedLeg | null {
  const kept = seriesStiffness(legStiffness, surfaceBefore);
  const legFor = (series: number): number => 1 / (1 / series - 1 / surfaceAfter);
  const { value, low, high } = seriesStiffnessKept;
  return high * kept < surfaceAfter ? { value: legFor(value * kept), low: legFor(low * kept), high: legFor(high * kept) } : null;
}

/** Stiffness of two springs in series [N/m]. */
export function seriesStiffness(one: number, other: number): number {
  return 1 / (1 / one + 1 / other);
}
