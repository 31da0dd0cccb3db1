/**
 * Parameters of the four-mass model of Liu & Nigg 2000 as re-implementations print them: masses [kg], stiffness [N/m], damping [N s/m], touchdown velocities
 * [m/s], and the contact law's factor and exponents for a soft and a hard shoe. From memory and second hand: a check of the solver, never of a runner.
 */
export const liuNiggParameters = {
  masses: [6.15, 6.0, 12.58, 50.34],
  k1: 6000, k2: 6000, k3: 10_000, k4: 10_000, k5: 18_000, c1: 300, c2: 650, c4: 1900,
  touchdown: [0.96, 0.96, 2.0, 2.0],
  contactFactor: 2,
  shoes: { soft: { a: 1e6, b: 1.56, c: 2e4, d: 0.73, e: 1 }, hard: { a: 1e6, b: 1.38, c: 2e4, d: 0.75, e: 1 } },
} as const;
