import { complex, type Complex } from "../../numerics/index.ts";
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
  const answer = new Float64Array(parts.length * perPart);
  answerChain(parts, angularFrequency, answer);
  return {
    acceleration: parts.map((_, index) => complex(answer[index * perPart]!, answer[index * perPart + 1]!)),
    linkForce: parts.map((_, index) => complex(answer[index * perPart + 2]!, answer[index * perPart + 3]!)),
  };
}

/** What `answerChain` writes for each part: acceleration and force in the link below, real and imaginary. */
export const perPart = 4;

/** The same in plain numbers, for whoever asks some forty times a footfall. */
export function answerChain(parts: readonly Part[], angularFrequency: number, answer: Float64Array): void {
  const square = angularFrequency * angularFrequency;
  const count = parts.length;
  // On the way down the places hold the share that the link below passes and the mass felt above it.
  for (let index = count - 1; index >= 0; index--) {
    const part = parts[index]!;
    const at = index * perPart;
    let { re, im } = apparentMass(part, angularFrequency);
    if (index + 1 < count) {
      const above = at + perPart;
      re += answer[above + 2]! * answer[above]! - answer[above + 3]! * answer[above + 1]!;
      im += answer[above + 2]! * answer[above + 1]! + answer[above + 3]! * answer[above]!;
    }
    answer[at + 2] = re;
    answer[at + 3] = im;
    if (part.linkBelow === null) continue;
    const stiffness = linkStiffness(part.linkBelow, angularFrequency);
    const restRe = stiffness.re - square * re;
    const restIm = stiffness.im - square * im;
    const size = restRe * restRe + restIm * restIm;
    answer[at] = (stiffness.re * restRe + stiffness.im * restIm) / size;
    answer[at + 1] = (stiffness.im * restRe - stiffness.re * restIm) / size;
  }
  let re = 0;
  let im = 0;
  for (let index = 0; index < count; index++) {
    const at = index * perPart;
    const massRe = answer[at + 2]!;
    const massIm = answer[at + 3]!;
    if (index === 0) {
      const size = massRe * massRe + massIm * massIm;
      re = massRe / size;
      im = -massIm / size;
    } else {
      const passed = answer[at]! * re - answer[at + 1]! * im;
      im = answer[at]! * im + answer[at + 1]! * re;
      re = passed;
    }
    answer[at] = re;
    answer[at + 1] = im;
    answer[at + 2] = massRe * re - massIm * im;
    answer[at + 3] = massRe * im + massIm * re;
  }
}
