import type { FootStrike, Surface } from "../../domain/index.ts";
import { ankleSpring, artificialAthlete, forceReduction, gravity, heelPadReturn, heelPadStiffness, midfootAnkleShare, surfaceEnergyReturn } from "../../literature/index.ts";
import { groundStiffness } from "../ground.ts";
import { dissipationFor, shoeElement, type HeelFoam, type ShoeElement } from "../shoe-foam.ts";

/** A linear spring with Hunt–Crossley loss: F = x/compliance·(1 + loss·v). */
export interface LinearElement {
  /** [m/N] */
  readonly compliance: number;
  /** [s/m] */
  readonly loss: number;
}

/** Everything between the foot's bones and the earth, as one element. */
export interface UnderfootElement {
  /** Force of the springs alone [N] at a compression of the whole [m]. */
  elasticForce(compression: number): number;
  /** Force [N] at a compression [m] and its rate [m/s]; it pushes only. */
  force(compression: number, rate: number): number;
  /** Energy stored in all of it [J]. */
  storedEnergy(compression: number): number;
}

/** Who lands, on which part of the foot, in which shoe, on what. */
export interface Landing {
  readonly mass: number;
  readonly footStrike: FootStrike;
  readonly shoe: HeelFoam;
  readonly surface: Surface;
}

/** Heel pad or ankle, shoe and ground under one landing foot. */
export function underfootOf({ mass, footStrike, shoe, surface }: Landing): UnderfootElement {
  return inSeries(shoeElement(shoe), [...bodyOf(footStrike, mass), ...groundOf(surface)]);
}

/**
 * A foam and linear springs in series, no mass between them.
 *
 * The springs share one elastic force f: x + f(x)·Σc = whole compression, x the foam's, found by Newton's method, never past the foam's bottom (f is convex: it comes down on the root from above).
 * Losses add as powers: each element takes a·f·v² of its own rate v, and shares the rate by its compliance s; so F = f·(1 + Σ a·s²·rate), exact for elements
 * whose loss is small beside their spring, and never a source of energy, because F·rate − d(stored)/dt = f·Σ a·s²·rate² ≥ 0.
 */
export function inSeries(foam: ShoeElement, springs: readonly LinearElement[]): UnderfootElement {
  const compliance = springs.reduce((sum, spring) => sum + spring.compliance, 0);
  const springLoss = springs.reduce((sum, spring) => sum + spring.loss * spring.compliance ** 2, 0);
  const foamCompression = (whole: number): number => {
    let own = Math.min(whole / (1 + compliance * foam.elasticSlope(0)), 0.9 * foam.bottom);
    for (let round = 0; round < 20; round++) {
      const missed = own + compliance * foam.elasticForce(own) - whole;
      const next = own - missed / (1 + compliance * foam.elasticSlope(own));
      if (Math.abs(missed) < 1e-12) break;
      own = Math.min(next, (own + foam.bottom) / 2);
    }
    return own;
  };
  return {
    elasticForce: (whole) => (whole <= 0 ? 0 : foam.elasticForce(foamCompression(whole))),
    force(whole, rate) {
      if (whole <= 0) return 0;
      const own = foamCompression(whole);
      const foamShare = 1 / (1 + compliance * foam.elasticSlope(own));
      const springShare = compliance === 0 ? 0 : (1 - foamShare) / compliance;
      return Math.max(0, foam.elasticForce(own) * (1 + rate * (foam.loss * foamShare ** 2 + springLoss * springShare ** 2)));
    },
    storedEnergy(whole) {
      if (whole <= 0) return 0;
      const own = foamCompression(whole);
      return foam.storedEnergy(own) + (compliance * foam.elasticForce(own) ** 2) / 2;
    },
  };
}

function bodyOf(footStrike: FootStrike, mass: number): readonly LinearElement[] {
  const pad = { compliance: 1 / heelPadStiffness.value, loss: dissipationFor(heelPadReturn.value) / testSpeed };
  const ankle = (share: number): LinearElement => ({ compliance: share / (ankleSpring.stiffnessPerMass.value * mass), loss: dissipationFor(ankleSpring.energyReturn.value) / testSpeed });
  if (footStrike === "forefoot") return [ankle(1)];
  return footStrike === "midfoot" ? [pad, ankle(midfootAnkleShare.value)] : [pad];
}

/** Speed the returns are told for: that of the artificial athlete's mass as it meets a surface, about a heel's [m/s]. */
const testSpeed = Math.sqrt(2 * gravity * artificialAthlete.dropHeight);

function groundOf(surface: Surface): readonly LinearElement[] {
  const reduction = forceReduction[surface];
  if (reduction === null) return [];
  return [{ compliance: 1 / groundStiffness(reduction.value), loss: dissipationFor(surfaceEnergyReturn[surface].value) / testSpeed }];
}
