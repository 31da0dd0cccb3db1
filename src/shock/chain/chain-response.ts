import { complex, minus, over, plus, scaled, times, type Complex } from "../../numerics/index.ts";
import { apparentMass, linkStiffness, type Part } from "./body-chain.ts";

/** How a chain answers a force at its foot at one frequency, per newton; parts from below. */
export interface ChainResponse {
  /** Acceleration of each part's bones [m/s² per N]. */
  readonly acceleration: readonly Complex[];
  /** Force in the link below each part [N per N]; for the lowest the force itself. */
  readonly linkForce: readonly Complex[];
}

/**
 * Exact answer of the chain to a sinusoidal force, climbing down for the masses and up for the motion.
 *
 * From the top: the mass felt below a link is M·K/(K − ω²M), M what is felt above it and K the link's stiffness; each part adds its own. From the bottom:
 * acceleration = force/mass felt, and a link passes the share K/(K − ω²M) of it. At frequency zero this is statics: the force in a link over the whole force is the
 * share of mass above it, which with gravity counted as acceleration is its weight.
 */
export function chainResponse(parts: readonly Part[], angularFrequency: number): ChainResponse {
  const square = angularFrequency * angularFrequency;
  const felt: Complex[] = [];
  const passed: Complex[] = [];
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    const mass = index + 1 < parts.length ? plus(apparentMass(part, angularFrequency), times(felt[index + 1]!, passed[index + 1]!)) : apparentMass(part, angularFrequency);
    felt[index] = mass;
    if (part.linkBelow === null) {
      passed[index] = complex(1);
      continue;
    }
    const stiffness = linkStiffness(part.linkBelow, angularFrequency);
    passed[index] = over(stiffness, minus(stiffness, scaled(mass, square)));
  }
  const acceleration: Complex[] = [];
  for (const index of parts.keys()) acceleration[index] = index === 0 ? over(complex(1), felt[0]!) : times(acceleration[index - 1]!, passed[index]!);
  return { acceleration, linkForce: acceleration.map((motion, index) => times(felt[index]!, motion)) };
}
