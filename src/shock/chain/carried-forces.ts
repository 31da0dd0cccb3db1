import { discLevels } from "../../domain/index.ts";
import { massShareAbove } from "../../literature/index.ts";
import { highTops, seriesAt, times, topNear, type FourierSeries } from "../../numerics/index.ts";
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

/** The forces carried, from one step's force [body weights, evenly sampled]: leg and chain answer each harmonic exactly. */
export function carriedForces(force: Float64Array, stepTime: number, conditions: TransmissionConditions, parameters: ChainParameters = centralParameters): CarriedForces {
  const path = transmissionPath(conditions, parameters);
  const spectrum = stepSpectrum(force, stepTime, parameters);
  const series = discLevels.map((): FourierSeries => ({ re: new Float64Array(spectrum.length), im: new Float64Array(spectrum.length) }));
  const answer = new Float64Array(path.parts.length * perPart);
  for (const [harmonic, coefficient] of spectrum.entries()) {
    const angularFrequency = (2 * Math.PI * harmonic) / stepTime;
    answerChain(path.parts, angularFrequency, answer);
    const hip = times(coefficient, hipResponse(path, angularFrequency));
    for (const [index, level] of discLevels.entries()) {
      const share = massShareAbove[level].value;
      const re = answer[partOfLevel(index) * perPart + 2]!;
      const im = answer[partOfLevel(index) * perPart + 3]!;
      series[index]!.re[harmonic] = (hip.re * re - hip.im * im) / share;
      series[index]!.im[harmonic] = (hip.re * im + hip.im * re) / share;
    }
  }
  // All discs are shaken alike: their tops lie within a few milliseconds of the lowest one's.
  const tops = highTops(series.at(-1)!, searchPoints);
  return {
    at: (levelIndex, share) => seriesAt(series[levelIndex]!, share),
    peaks: Float64Array.from(series, (one) => Math.max(...tops.map((top) => topNear(one, top, 1 / searchPoints)))),
  };
}
