import { artificialAthlete } from "../literature/index.ts";

/**
 * Linear stiffness of a surface [N/m] from its force reduction [1].
 *
 * The tester's spring k0 and the surface in series meet a peak force that falls with the root of stiffness: k = k0·(1 − FR)², 1/ground = 1/k − 1/k0.
 * Cross-check: treadmills of 64.2 % and 7.6 mm (Colino 2020) give 311 N/mm by deformation, 294 by this. Leaves out damping; sand is no spring at all.
 */
export function groundStiffness(forceReduction: number): number {
  const series = artificialAthlete.springStiffness * (1 - forceReduction) ** 2;
  return 1 / (1 / series - 1 / artificialAthlete.springStiffness);
}
