import { complex, type Complex } from "../../numerics/index.ts";
import type { Part } from "./body-chain.ts";

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
  answerChain(plainChain(parts), angularFrequency, answer);
  return {
    acceleration: parts.map((_, index) => complex(answer[index * perPart]!, answer[index * perPart + 1]!)),
    linkForce: parts.map((_, index) => complex(answer[index * perPart + 2]!, answer[index * perPart + 3]!)),
  };
}

/** What `answerChain` writes for each part: acceleration and force in the link below, real and imaginary. */
export const perPart = 4;

/** A chain in plain numbers, for whoever asks it some forty times a footfall. */
export type PlainChain = Float64Array;

/** Of each part: both masses, mounting of the one on the other, link below and its bending; the lowest part has no link, and bending of no stiffness is none. */
const inPlain = 8;

export function plainChain(parts: readonly Part[]): PlainChain {
  return Float64Array.from(parts.flatMap(({ rigidMass, wobblingMass, mounting, linkBelow }) => [
    rigidMass, wobblingMass, mounting.stiffness, mounting.damping,
    linkBelow?.compression.stiffness ?? 0, linkBelow?.compression.damping ?? 0, linkBelow?.bending?.stiffness ?? 0, linkBelow?.bending?.damping ?? 0,
  ]));
}

/** The same answer in plain numbers. */
export function answerChain(chain: PlainChain, angularFrequency: number, answer: Float64Array): void {
  const square = angularFrequency * angularFrequency;
  const count = chain.length / inPlain;
  let [feltRe, feltIm] = [0, 0];
  // On the way down the places hold the share that the link below passes and the mass felt above it.
  for (let index = count - 1; index >= 0; index--) {
    const of = index * inPlain;
    const at = index * perPart;
    let re = chain[of]!;
    let im = 0;
    const wobbling = chain[of + 1]!;
    if (wobbling > 0) {
      // Wobbling mass m on K = k + iωc is felt as m·K/(K − ω²m).
      const stiffness = chain[of + 2]!;
      const loss = angularFrequency * chain[of + 3]!;
      const rest = stiffness - square * wobbling;
      const scale = wobbling / (rest * rest + loss * loss);
      re += scale * (stiffness * rest + loss * loss);
      im = scale * loss * (rest - stiffness);
    }
    re += feltRe;
    im += feltIm;
    answer[at + 2] = re;
    answer[at + 3] = im;
    if (index === 0) break;
    let linkRe = chain[of + 4]!;
    let linkIm = angularFrequency * chain[of + 5]!;
    const bending = chain[of + 6]!;
    if (bending > 0) {
      // In series: the product over the sum.
      const bendingIm = angularFrequency * chain[of + 7]!;
      const sumRe = linkRe + bending;
      const sumIm = linkIm + bendingIm;
      const productRe = linkRe * bending - linkIm * bendingIm;
      const productIm = linkRe * bendingIm + linkIm * bending;
      const size = sumRe * sumRe + sumIm * sumIm;
      linkRe = (productRe * sumRe + productIm * sumIm) / size;
      linkIm = (productIm * sumRe - productRe * sumIm) / size;
    }
    const restRe = linkRe - square * re;
    const restIm = linkIm - square * im;
    const size = restRe * restRe + restIm * restIm;
    const passedRe = (linkRe * restRe + linkIm * restIm) / size;
    const passedIm = (linkIm * restRe - linkRe * restIm) / size;
    answer[at] = passedRe;
    answer[at + 1] = passedIm;
    feltRe = re * passedRe - im * passedIm;
    feltIm = re * passedIm + im * passedRe;
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
