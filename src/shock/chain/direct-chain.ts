import { rungeKutta } from "../../numerics/index.ts";
import type { Part } from "./body-chain.ts";

/** Motion of a chain followed step by step; parts from below. */
export interface ChainMotion {
  /** Acceleration of each part's bones at every step [m/s²]. */
  readonly acceleration: readonly Float64Array[];
  /** Force in the link below each part at every step [N], compression positive; for the lowest the force itself. */
  readonly linkForce: readonly Float64Array[];
  /** Kinetic and spring energy at every step [J]. */
  readonly energy: Float64Array;
}

/** Where each part's state lies: height and speed of bones and wobbling mass, and the bending of the link below. */
const perPart = 5;

/**
 * The chain driven by a force at its foot, integrated directly: the reference that the exact answer by frequencies is held against.
 *
 * Newton's law for each mass; a disc in series with bending has no mass between: the two deformations share the link's and carry one force, which makes the
 * bending a state of first order. Heights are measured from where the unloaded chain stands, so that gravity need not act: constant forces shift, not shake.
 */
export function followChain(parts: readonly Part[], forceAt: (time: number) => number, step: number, steps: number, start: Float64Array = new Float64Array(parts.length * perPart)): ChainMotion {
  const acceleration = parts.map(() => new Float64Array(steps + 1));
  const linkForce = parts.map(() => new Float64Array(steps + 1));
  const energy = new Float64Array(steps + 1);
  const links = new Float64Array(parts.length);
  const rates = new Float64Array(start.length);
  const state = start.slice();
  let index = 0;
  rungeKutta((time, now, into) => chainRates(parts, forceAt(time), now, into, links), state, step, steps, (time, now) => {
    chainRates(parts, forceAt(time), now, rates, links);
    for (const place of parts.keys()) {
      acceleration[place]![index] = rates[place * perPart + 1]!;
      linkForce[place]![index] = links[place]!;
    }
    energy[index] = energyOf(parts, now);
    index++;
  });
  return { acceleration, linkForce, energy };
}

function chainRates(parts: readonly Part[], force: number, state: Float64Array, rates: Float64Array, links: Float64Array): void {
  let fromBelow = force;
  for (const [place, part] of parts.entries()) {
    const at = place * perPart;
    if (part.linkBelow !== null) fromBelow = forceOfLink(part, state, rates, at);
    links[place] = fromBelow;
    const mounting = part.mounting.stiffness * (state[at + 2]! - state[at]!) + part.mounting.damping * (state[at + 3]! - state[at + 1]!);
    rates[at] = state[at + 1]!;
    rates[at + 2] = state[at + 3]!;
    rates[at + 3] = part.wobblingMass > 0 ? -mounting / part.wobblingMass : 0;
    rates[at + 1] = (fromBelow + (part.wobblingMass > 0 ? mounting : 0)) / part.rigidMass;
    // What pushes this part up pushes the one below down.
    if (part.linkBelow !== null) rates[at - perPart + 1]! -= fromBelow / parts[place - 1]!.rigidMass;
  }
}

/** Force in the link below a part, compression positive; writes how fast its bending changes. */
function forceOfLink({ linkBelow }: Part, state: Float64Array, rates: Float64Array, at: number): number {
  if (linkBelow === null) return 0;
  const { compression, bending } = linkBelow;
  const shortening = state[at - perPart]! - state[at]!;
  const speed = state[at - perPart + 1]! - state[at + 1]!;
  if (bending === null) return compression.stiffness * shortening + compression.damping * speed;
  const bent = state[at + 4]!;
  const rate = (compression.stiffness * (shortening - bent) + compression.damping * speed - bending.stiffness * bent) / (compression.damping + bending.damping);
  rates[at + 4] = rate;
  return bending.stiffness * bent + bending.damping * rate;
}

function energyOf(parts: readonly Part[], state: Float64Array): number {
  let energy = 0;
  for (const [place, { rigidMass, wobblingMass, mounting, linkBelow }] of parts.entries()) {
    const at = place * perPart;
    energy += (rigidMass * state[at + 1]! ** 2 + wobblingMass * state[at + 3]! ** 2 + mounting.stiffness * (state[at + 2]! - state[at]!) ** 2) / 2;
    if (linkBelow === null) continue;
    const bent = linkBelow.bending === null ? 0 : state[at + 4]!;
    const shortening = state[at - perPart]! - state[at]! - bent;
    energy += (linkBelow.compression.stiffness * shortening ** 2 + (linkBelow.bending?.stiffness ?? 0) * bent ** 2) / 2;
  }
  return energy;
}
