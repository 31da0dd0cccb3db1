import type { Part } from "./body-chain.ts";

/** Where each part's state lies: height and speed of bones and wobbling mass, and the bending of the link below. */
export const perPart = 5;

/** A chain's equations of motion; a state holds five numbers per part, from below, and may hold others before and after them. */
export interface ChainEquations {
  /** Writes the rates of the state's chain, beginning at `from`, under a force at its foot [N]. */
  rates(force: number, state: Float64Array, rates: Float64Array, from?: number): void;
  /** Force in the link below a part [N], compression positive, from a state and its rates; 0 below the lowest. */
  linkForce(place: number, state: Float64Array, rates: Float64Array, from?: number): number;
  /** Kinetic and spring energy [J], the state's speeds told in a frame that moves with `frameSpeed`. */
  energy(state: Float64Array, frameSpeed?: number, from?: number): number;
  /** Power that the dampers take [W], from a state and its rates. */
  loss(state: Float64Array, rates: Float64Array, from?: number): number;
}

/**
 * The chain's equations of motion, one set for every way of integrating it.
 *
 * Newton's law for each mass; a disc in series with bending has no mass between: the two deformations share the link's and carry one force, which makes the
 * bending a state of first order. Heights are measured from where the unloaded chain stands, or falls: gravity acts on all masses alike and need not act here.
 */
export function chainEquations(parts: readonly Part[]): ChainEquations {
  const column = (pick: (part: Part) => number): Float64Array => Float64Array.from(parts, pick);
  const [rigidMass, wobblingMass] = [column((part) => part.rigidMass), column((part) => part.wobblingMass)];
  const [mountStiffness, mountDamping] = [column(({ wobblingMass: mass, mounting }) => (mass > 0 ? mounting.stiffness : 0)), column(({ wobblingMass: mass, mounting }) => (mass > 0 ? mounting.damping : 0))];
  const [stiffness, damping] = [column(({ linkBelow }) => linkBelow?.compression.stiffness ?? 0), column(({ linkBelow }) => linkBelow?.compression.damping ?? 0)];
  const [bendingStiffness, bendingDamping] = [column(({ linkBelow }) => linkBelow?.bending?.stiffness ?? 0), column(({ linkBelow }) => linkBelow?.bending?.damping ?? 0)];
  const bends = parts.map(({ linkBelow }) => linkBelow !== null && linkBelow.bending !== null);

  const linkForce = (place: number, state: Float64Array, rates: Float64Array, from = 0): number => {
    if (place === 0) return 0;
    const at = from + place * perPart;
    if (bends[place]!) return bendingStiffness[place]! * state[at + 4]! + bendingDamping[place]! * rates[at + 4]!;
    return stiffness[place]! * (state[at - perPart]! - state[at]!) + damping[place]! * (state[at - perPart + 1]! - state[at + 1]!);
  };
  return {
    linkForce,
    rates(force, state, rates, from = 0) {
      let fromBelow = force;
      for (let place = 0; place < rigidMass.length; place++) {
        const at = from + place * perPart;
        if (place > 0) {
          if (bends[place]!) {
            const elastic = stiffness[place]! * (state[at - perPart]! - state[at]! - state[at + 4]!) + damping[place]! * (state[at - perPart + 1]! - state[at + 1]!);
            rates[at + 4] = (elastic - bendingStiffness[place]! * state[at + 4]!) / (damping[place]! + bendingDamping[place]!);
          }
          fromBelow = linkForce(place, state, rates, from);
          // What pushes this part up pushes the one below down.
          rates[at - perPart + 1]! -= fromBelow / rigidMass[place - 1]!;
        }
        const mounting = mountStiffness[place]! * (state[at + 2]! - state[at]!) + mountDamping[place]! * (state[at + 3]! - state[at + 1]!);
        rates[at] = state[at + 1]!;
        rates[at + 1] = (fromBelow + mounting) / rigidMass[place]!;
        rates[at + 2] = state[at + 3]!;
        rates[at + 3] = wobblingMass[place]! > 0 ? -mounting / wobblingMass[place]! : 0;
      }
    },
    energy(state, frameSpeed = 0, from = 0) {
      let twice = 0;
      for (let place = 0; place < rigidMass.length; place++) {
        const at = from + place * perPart;
        twice += rigidMass[place]! * (state[at + 1]! + frameSpeed) ** 2 + wobblingMass[place]! * (state[at + 3]! + frameSpeed) ** 2 + mountStiffness[place]! * (state[at + 2]! - state[at]!) ** 2;
        if (place === 0) continue;
        const bent = bends[place]! ? state[at + 4]! : 0;
        twice += stiffness[place]! * (state[at - perPart]! - state[at]! - bent) ** 2 + bendingStiffness[place]! * bent ** 2;
      }
      return twice / 2;
    },
    loss(state, rates, from = 0) {
      let loss = 0;
      for (let place = 0; place < rigidMass.length; place++) {
        const at = from + place * perPart;
        loss += mountDamping[place]! * (state[at + 3]! - state[at + 1]!) ** 2;
        if (place === 0) continue;
        const bending = bends[place]! ? rates[at + 4]! : 0;
        loss += damping[place]! * (state[at - perPart + 1]! - state[at + 1]! - bending) ** 2 + bendingDamping[place]! * bending ** 2;
      }
      return loss;
    },
  };
}
