import { discLevels } from "../../domain/index.ts";
import { massShareAbove } from "../../literature/index.ts";
import { highTops, seriesAt, topNear, type FourierSeries } from "../../numerics/index.ts";
import { centralParameters, type ChainParameters } from "./chain-parameters.ts";
import { partOfLevel, passedSpectrum } from "./transmit-force.ts";
import type { TransmissionConditions } from "./transmission-path.ts";

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
  const { spectrum, responses } = passedSpectrum(force, stepTime, conditions, parameters);
  const series = discLevels.map((level, index): FourierSeries => {
    const share = massShareAbove[level].value;
    const passed = spectrum.map((coefficient, harmonic) => ({ coefficient, response: responses[harmonic]!.linkForce[partOfLevel(index)]! }));
    return {
      re: Float64Array.from(passed, ({ coefficient, response }) => (coefficient.re * response.re - coefficient.im * response.im) / share),
      im: Float64Array.from(passed, ({ coefficient, response }) => (coefficient.re * response.im + coefficient.im * response.re) / share),
    };
  });
  // All discs are shaken alike: their tops lie within a few milliseconds of the lowest one's.
  const tops = highTops(series.at(-1)!, searchPoints);
  return {
    at: (levelIndex, share) => seriesAt(series[levelIndex]!, share),
    peaks: Float64Array.from(series, (one) => Math.max(...tops.map((top) => topNear(one, top, 1 / searchPoints)))),
  };
}
