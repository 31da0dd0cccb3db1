import { discLevels, type Body, type DiscLevel } from "../domain/index.ts";
import { centreOfMassAbove, extensionRise, flexionPlateauDegrees, leverModelSpread, massShareAbove, muscleLeverArm, standingCompression } from "../literature/index.ts";
import { latinHypercube, normalQuantile, ninetyPercent, seededRandom } from "../numerics/index.ts";

/** Compression of one disc as a line in the force carried: compression = gain·force + offset, all in body weights. */
export interface DiscLine {
  readonly gain: number;
  readonly offset: number;
}

interface LeverParameters {
  readonly massShare: number;
  readonly centreHeight: number;
  readonly leverArm: number;
  readonly plateauDegrees: number;
  readonly standing: number;
  readonly leanDegrees: number;
  readonly standingMassShare: number;
}

/**
 * Lumbar lever model, one disc at a time.
 *
 * compression = W·n·cos θ + W·n·h·sin θe/d + Fco, in body weights: W share of mass above the disc, n the vertical force the trunk is carried with,
 * h height of that mass's centre over the disc, d lever arm of the back muscles, θ trunk lean, θe = θp·tanh(θ/θp) the lean that still adds muscle force
 * (implants show a plateau beyond about 35°), Fco co-contraction such that L4-L5 carries 0.84 body weights in quiet standing.
 * Leaning back, the muscle term is replaced by a smaller one of its own: 0.60 MPa at 20° of extension; a static model gives more (2.0 body weights at 15°).
 * Rests on: one man's disc pressure (Wilke 1999), five patients' implant force (Dreischarf 2015). Leaves out: abdominal pressure, ligaments, inertia of the
 * trunk's rotation, muscles other than the back's, lag and attenuation on the way up. Models of running in the literature differ by a factor of two to three.
 */
export function discLine(level: DiscLevel, leanDegrees: number, height: number): DiscLine {
  return lineOf({ ...centralParameters(level, height), leanDegrees });
}

function centralParameters(level: DiscLevel, height: number): Omit<LeverParameters, "leanDegrees"> {
  return {
    massShare: massShareAbove[level].value, centreHeight: (centreOfMassAbove[level].value * height) / 1.75, leverArm: muscleLeverArm.value,
    plateauDegrees: flexionPlateauDegrees.value, standing: standingCompression.value, standingMassShare: massShareAbove["L4-L5"].value,
  };
}

function lineOf({ massShare, centreHeight, leverArm, plateauDegrees, standing, leanDegrees, standingMassShare }: LeverParameters): DiscLine {
  const radians = Math.PI / 180;
  const effective = plateauDegrees * Math.tanh(leanDegrees / plateauDegrees);
  const muscle = leanDegrees >= 0 ? (centreHeight * Math.sin(effective * radians)) / leverArm : extensionRise.value * Math.sin(-leanDegrees * radians);
  return { gain: massShare * (Math.cos(leanDegrees * radians) + muscle), offset: standing - standingMassShare };
}

/** Lower and upper end of each disc's 90 % band as a factor on its central compression, for any trunk force. */
export interface DiscBands {
  /** The band of one disc's compression at a trunk force [body weights]. */
  at(levelIndex: number, force: number): { readonly low: number; readonly high: number };
}

const draws = 192;
const dimensions = 8;
// The factors change smoothly with force: a node each body weight and a line between them is off by under half a percent.
const gridStart = 0.5;
const gridStep = 1;
const gridLength = 5;

/** One seeded sample of standard normals serves every runner, so that two results differ by their inputs alone. */
const standardNormals = latinHypercube(draws, dimensions, seededRandom(20260511)).map(normalQuantile);

/** What the force and lean of a runner are known to. */
export interface LeverUncertainty {
  readonly leanDegrees: number;
  /** Standard deviation of the lean [degrees]. */
  readonly leanSpread: number;
  /** Standard deviation of the logarithm of the trunk force [1]. */
  readonly forceSpread: number;
}

/** Bands of the five discs by a seeded Latin hypercube over the parameters' published ranges, the lean, the force and the model's own error. */
export function discBands(uncertainty: LeverUncertainty, body: Body): DiscBands {
  const table = discLevels.map((level) => bandNodes(level, uncertainty, body.height));
  return {
    at(levelIndex, force) {
      const { low, high } = table[levelIndex]!;
      const position = Math.min(gridLength - 1.000001, Math.max(0, (force - gridStart) / gridStep));
      const node = Math.floor(position);
      const share = position - node;
      return { low: low[node]! + share * (low[node + 1]! - low[node]!), high: high[node]! + share * (high[node + 1]! - high[node]!) };
    },
  };
}

/** One disc's line in one of 192 seeded draws of the lever's parameters and of what the lever leaves out; one draw for any two postures, so that they can be compared. */
export function drawnDiscLine(level: DiscLevel, draw: number, leanDegrees: number, height: number): DiscLine {
  const z = (dimension: number): number => standardNormals[draw * dimensions + dimension]!;
  const centre = centralParameters(level, height);
  const shift = z(0) * spreadOf(massShareAbove[level]);
  const { gain, offset } = lineOf({
    massShare: centre.massShare + shift, standingMassShare: centre.standingMassShare + shift,
    centreHeight: centre.centreHeight + z(1) * spreadOf(centreOfMassAbove[level]), leverArm: centre.leverArm + z(2) * spreadOf(muscleLeverArm),
    plateauDegrees: centre.plateauDegrees + z(3) * spreadOf(flexionPlateauDegrees), standing: centre.standing + z(4) * spreadOf(standingCompression),
    leanDegrees,
  });
  const modelNoise = Math.exp(leverModelSpread.value * z(7));
  return { gain: gain * modelNoise, offset: offset * modelNoise };
}

const spreadOf = (figure: { readonly low: number; readonly high: number }): number => (figure.high - figure.low) / (2 * ninetyPercent);

/** Factors at the grid's forces: quantiles of the drawn compressions over the central one. */
function bandNodes(level: DiscLevel, { leanDegrees, leanSpread, forceSpread }: LeverUncertainty, height: number): { readonly low: Float64Array; readonly high: Float64Array } {
  const central = discLine(level, leanDegrees, height);
  const gains = new Float64Array(draws);
  const offsets = new Float64Array(draws);
  for (let row = 0; row < draws; row++) {
    const [leanError, forceError] = [standardNormals[row * dimensions + 5]!, standardNormals[row * dimensions + 6]!];
    const line = drawnDiscLine(level, row, leanDegrees + leanError * leanSpread, height);
    gains[row] = line.gain * Math.exp(forceSpread * forceError);
    offsets[row] = line.offset;
  }
  const low = new Float64Array(gridLength);
  const high = new Float64Array(gridLength);
  const drawn = new Float64Array(draws);
  for (let node = 0; node < gridLength; node++) {
    const force = gridStart + node * gridStep;
    for (let row = 0; row < draws; row++) drawn[row] = gains[row]! * force + offsets[row]!;
    drawn.sort();
    const middle = central.gain * force + central.offset;
    low[node] = drawn[Math.floor(0.05 * draws)]! / middle;
    high[node] = drawn[Math.ceil(0.95 * draws) - 1]! / middle;
  }
  return { low, high };
}
