import { discLevels } from "../../domain/index.ts";
import { massShareAbove } from "../../literature/index.ts";
import { highTops, seriesAt, topNear } from "../../numerics/index.ts";
import { partNames } from "./body-chain.ts";
import { centralParameters, type ChainParameters } from "./chain-parameters.ts";
import { answerChain, perPart } from "./chain-response.ts";
import { partOfLevel, stepSpectrum } from "./transmit-force.ts";
import { hipResponse, transmissionPath, type TransmissionConditions } from "./transmission-path.ts";

/** Force that the body above each disc is carried and shaken with through a periodic step, over that body's share of mass [body weights]: its mean is the ground's. */
export interface CarriedForces {
  /** At a disc, by its index in `discLevels`, at a share of the step [1]. */
  at(levelIndex: number, share: number): number;
  /** Largest at each disc. */
  readonly peaks: Float64Array;
}

/** Points on which the tops are looked for; Newton's method finds them from there. */
const searchPoints = 64;

const levels = discLevels.length;
/** Where the force below the vertebra over each disc lies in the chain's answer, and the share of mass above the disc. */
const answerAt = Int32Array.from(discLevels, (_, index) => partOfLevel(index) * perPart + 2);
const shares = Float64Array.from(discLevels, (level) => massShareAbove[level].value);
const answer = new Float64Array(partNames.length * perPart);

/** The forces carried, from one step's force [body weights, evenly sampled]: leg and chain answer each harmonic exactly. */
export function carriedForces(force: Float64Array, stepTime: number, conditions: TransmissionConditions, parameters: ChainParameters = centralParameters): CarriedForces {
  const path = transmissionPath(conditions, parameters);
  const spectrum = stepSpectrum(force, stepTime, parameters);
  const { length } = spectrum;
  // The discs' spectra one after the other, in one piece: memory asked for costs as much as what is done in it.
  const carried = new Float64Array(levels * length);
  for (let at = 0; at < length; at += 2) {
    const angularFrequency = (Math.PI * at) / stepTime;
    answerChain(path.chain, angularFrequency, answer);
    const leg = hipResponse(path, angularFrequency);
    const hipRe = spectrum[at]! * leg.re - spectrum[at + 1]! * leg.im;
    const hipIm = spectrum[at]! * leg.im + spectrum[at + 1]! * leg.re;
    for (let level = 0; level < levels; level++) {
      const re = answer[answerAt[level]!]!;
      const im = answer[answerAt[level]! + 1]!;
      carried[level * length + at] = (hipRe * re - hipIm * im) / shares[level]!;
      carried[level * length + at + 1] = (hipRe * im + hipIm * re) / shares[level]!;
    }
  }
  const ofLevel = (level: number): Float64Array => carried.subarray(level * length, (level + 1) * length);
  // All discs are shaken alike: their tops lie within a few milliseconds of the lowest one's.
  const tops = highTops(ofLevel(levels - 1), searchPoints);
  const peaks = new Float64Array(levels).fill(-Infinity);
  for (let level = 0; level < levels; level++) for (const top of tops) peaks[level] = Math.max(peaks[level]!, topNear(ofLevel(level), top, 1 / searchPoints));
  return { at: (levelIndex, share) => seriesAt(ofLevel(levelIndex), share), peaks };
}
