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

/** Lower and upper end of each disc's 90 % band as a factor on its central compression, over a grid of trunk forces. */
export interface DiscBands {
  /** Factor on the central compression at a trunk force [body weights]; `side` 0 is low, 1 is high. */
  factor(levelIndex: number, side: 0 | 1, force: number): number;
}

const draws = 192;
const dimensions = 8;
const gridStart = 0.5;
const gridStep = 0.5;
const gridLength = 8;

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
export function discBands({ leanDegrees, leanSpread, forceSpread }: LeverUncertainty, body: Body): DiscBands {
  const z = (row: number, dimension: number): number => standardNormals[row * dimensions + dimension]!;
  const spreadOf = (figure: { readonly low: number; readonly high: number }): number => (figure.high - figure.low) / (2 * ninetyPercent);
  const table = discLevels.map((level) => {
    const centre = centralParameters(level, body.height);
    const central = lineOf({ ...centre, leanDegrees });
    const modelNoise = Float64Array.from({ length: draws }, (_, row) => Math.exp(leverModelSpread.value * z(row, 7)));
    const forceNoise = Float64Array.from({ length: draws }, (_, row) => Math.exp(forceSpread * z(row, 6)));
    const drawn = Array.from({ length: draws }, (_, row) => {
      const shift = z(row, 0) * spreadOf(massShareAbove[level]);
      return lineOf({
        massShare: centre.massShare + shift, standingMassShare: centre.standingMassShare + shift,
        centreHeight: centre.centreHeight + z(row, 1) * spreadOf(centreOfMassAbove[level]),
        leverArm: centre.leverArm + z(row, 2) * spreadOf(muscleLeverArm),
        plateauDegrees: centre.plateauDegrees + z(row, 3) * spreadOf(flexionPlateauDegrees),
        standing: centre.standing + z(row, 4) * spreadOf(standingCompression),
        leanDegrees: leanDegrees + z(row, 5) * leanSpread,
      });
    });
    return Array.from({ length: gridLength }, (_, node) => {
      const force = gridStart + node * gridStep;
      const middle = central.gain * force + central.offset;
      const factors = Float64Array.from(drawn, (line, row) => ((line.gain * force * forceNoise[row]! + line.offset) * modelNoise[row]!) / middle).sort();
      return [factors[Math.floor(0.05 * draws)]!, factors[Math.ceil(0.95 * draws) - 1]!] as const;
    });
  });
  return {
    factor(levelIndex, side, force) {
      const position = Math.min(gridLength - 1, Math.max(0, (force - gridStart) / gridStep));
      const node = Math.min(gridLength - 2, Math.floor(position));
      const rows = table[levelIndex]!;
      const below = rows[node]![side];
      return below + (position - node) * (rows[node + 1]![side] - below);
    },
  };
}
