import { densificationShare, foamEnergyReturn, gravity, heelStack, impactTester, wearElasticity } from "../literature/index.ts";
import { absorptionAfter } from "./shoe-wear.ts";

/** What is known of a shoe's heel; null is not known. */
export interface HeelFoam {
  /** Slope of force over compression before the foam bottoms out [N/m]. */
  readonly stiffness: number;
  /** Thickness [m]. */
  readonly stack?: number | null;
  /** Energy given back of that put in, new, on the impact tester [1]. */
  readonly energyReturn?: number | null;
  /** Distance run in it [m]. */
  readonly distance?: number;
}

/** The shoe element: foam between foot and ground. */
export interface ShoeElement {
  /** Force of the spring alone at a compression [N], and its slope [N/m]. */
  elasticForce(compression: number): number;
  elasticSlope(compression: number): number;
  /** a of the Hunt–Crossley law [s/m]. */
  readonly loss: number;
  /** x_d, which no force reaches [m]. */
  readonly bottom: number;
  /** Force pressing the two sides apart [N] at a compression [m] and its rate [m/s]. */
  force(compression: number, rate: number): number;
  /** Energy stored in it [J]; what was put in beyond this is lost. */
  storedEnergy(compression: number): number;
}

/**
 * Midsole foam as a spring that hardens as its cells close, with Hunt–Crossley loss.
 *
 * F = f(x)·(1 + a·v), f(x) = k·x/(1 − (x/x_d)⁴), x_d the compression at which cell walls meet: linear at first, 20 % over linear at two thirds of x_d, then
 * bottoming out. The loss acts on the force itself, so that nothing jumps at contact. For a mass thrown at it with speed v0 the energy returned follows from a·v0 alone,
 * whatever f is: d·(1 + e) = ln((1 + d)/(1 − e·d)), d = a·v0, e² the energy return; a is solved from it at the tester's speed.
 * Wear takes absorption: a shoe that absorbed 1 − ER absorbs r·(1 − ER), r by `absorptionAfter`, and its stiffness rises by a small power of 1/r.
 * Measured: heels of 61–95 N/mm, energy return of 50–87 %. Leaves out: warming, creep of the foam within a run, shape of the foot, heel pad (in series, see
 * `stiffnessRatio`). Papers disagree on energy return by 10 points for the same foam, and the fourth power is our choice of curve.
 */
export function shoeElement({ stiffness, stack = null, energyReturn = null, distance = 0 }: HeelFoam): ShoeElement {
  const absorption = absorptionAfter(distance);
  const slope = stiffness * Math.pow(absorption, -wearElasticity.value);
  const limit = (stack ?? heelStack.value) * densificationShare.value;
  const returned = 1 - absorption * (1 - (energyReturn ?? foamEnergyReturn.eva.value));
  const loss = dissipationFor(returned) / testerSpeed;
  // Multiplied out: a general power would cost more than all the rest of a step.
  const closedAt = (compression: number): number => {
    const share = Math.min(0.999, compression / limit);
    const square = share * share;
    return square * square;
  };
  const elasticForce = (compression: number): number => (compression <= 0 ? 0 : (slope * compression) / (1 - closedAt(compression)));
  return {
    elasticForce, loss, bottom: limit,
    elasticSlope(compression) {
      const closed = closedAt(Math.max(0, compression));
      return (slope * (1 + 3 * closed)) / ((1 - closed) * (1 - closed));
    },
    force: (compression, rate) => Math.max(0, elasticForce(compression) * (1 + loss * rate)),
    storedEnergy(compression) {
      if (compression <= 0) return 0;
      return (slope * limit * limit * Math.atanh(Math.min(0.999, compression / limit) ** 2)) / 2;
    },
  };
}

/** Speed at which the tester's missile meets the shoe [m/s]. */
const testerSpeed = Math.sqrt(2 * gravity * impactTester.dropHeight.value);

/** d = a·v0 of the Hunt–Crossley law that returns a share of the energy [1]. */
export function dissipationFor(energyReturn: number): number {
  const rebound = Math.sqrt(Math.min(1, Math.max(0.01, energyReturn)));
  let low = 0;
  let high = (1 - 1e-12) / rebound;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (Math.log((1 + middle) / (1 - rebound * middle)) < middle * (1 + rebound)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
