import { rungeKutta } from "../../numerics/index.ts";
import type { Part } from "./body-chain.ts";
import { chainEquations, perPart } from "./chain-equations.ts";

/** Motion of a chain followed step by step; parts from below. */
export interface ChainMotion {
  /** Acceleration of each part's bones at every step [m/s²]. */
  readonly acceleration: readonly Float64Array[];
  /** Force in the link below each part at every step [N], compression positive; 0 below the lowest. */
  readonly linkForce: readonly Float64Array[];
  /** Kinetic and spring energy at every step [J]. */
  readonly energy: Float64Array;
}

/**
 * The chain driven by a force at its foot, integrated directly: the reference that the exact answer by frequencies is held against.
 *
 * Equations: chain-equations.ts. Heights are measured from where the unloaded chain stands, so that gravity need not act: constant forces shift, not shake.
 */
export function followChain(parts: readonly Part[], forceAt: (time: number) => number, step: number, steps: number, start: Float64Array = new Float64Array(parts.length * perPart)): ChainMotion {
  const equations = chainEquations(parts);
  const acceleration = parts.map(() => new Float64Array(steps + 1));
  const linkForce = parts.map(() => new Float64Array(steps + 1));
  const energy = new Float64Array(steps + 1);
  const rates = new Float64Array(start.length);
  const state = start.slice();
  let index = 0;
  rungeKutta((time, now, into) => equations.rates(forceAt(time), now, into), state, step, steps, (time, now) => {
    equations.rates(forceAt(time), now, rates);
    for (const place of parts.keys()) {
      acceleration[place]![index] = rates[place * perPart + 1]!;
      linkForce[place]![index] = equations.linkForce(place, now, rates);
    }
    energy[index] = equations.energy(now);
    index++;
  });
  return { acceleration, linkForce, energy };
}
