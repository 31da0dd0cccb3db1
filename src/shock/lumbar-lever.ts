import { discLevels, type Body, type DiscLevel } from "../domain/index.ts";
import { centreOfMassAbove, extensionRise, flexionPlateauDegrees, leverModelSpread, massShareAbove, muscleLeverArm, standingCompression, type Figure } from "../literature/index.ts";
import { latinHypercube, ninetyPercent, normalQuantile, once, seededRandom } from "../numerics/index.ts";

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
  readonly extensionRise: number;
  readonly standing: number;
  readonly standingMassShare: number;
}

/**
 * Lumbar lever model, one disc at a time.
 *
 * compression = W·n·(cos α + muscle(α)) + Fco, in body weights: W share of mass above the disc, n the force the trunk is carried with, Fco co-contraction such
 * that L4-L5 carries 0.84 body weights in quiet standing. α is the trunk against the line of the force: trunk lean less the lean of the force (line-of-force.ts).
 * Where the whole body leans about the ankle, as in speeding up, the force leans with it and α stays; the moment of weight and inertia about the disc is
 * W·n·h·sin α, h the height of that mass's centre over the disc. Lean is the angle from hip to shoulder line against the vertical, forward positive (Teng & Powers).
 * Flexed ("hunched", α > 0) the back muscles hold it with lever arm d: muscle = h·sin αe/d, αe = αp·tanh(α/αp), for implants show a plateau beyond about 35°.
 * Extended ("too erect", α < 0) a smaller term of its own: 1.21·sin|α|, from 0.60 MPa at 20°; a static model gives more (2.0 body weights at 15°).
 * Lordosis has no term here: it acts on what the spine lets through (chain/body-chain.ts), the only effect of it measured in running.
 * In a steady run α is taken at the largest force, where the line is within 3° of the vertical; leaning back while it brakes, the force would add 7 % at the usual
 * lean and 19 % upright, some 25 ms earlier. That is left out with the inertia of the trunk's rotation, which is as large and was not measured with it.
 * Rests on: one man's disc pressure (Wilke 1999), five patients' implant force (Dreischarf 2015). Leaves out: abdominal pressure, ligaments, muscles other than
 * the back's, lag and attenuation on the way up. Models of running in the literature differ by a factor of two to three.
 */
export function discLine(level: DiscLevel, leanDegrees: number, height: number): DiscLine {
  return lineOf(centralParameters(level, height), leanDegrees);
}

/** Compression of a disc over the force carried and the mass above [1], co-contraction left out, as a function of the trunk's angle to the force [degrees]. */
export function leverGain(level: DiscLevel, height: number): (leanDegrees: number) => number {
  const parameters = centralParameters(level, height);
  return (leanDegrees) => gainAt(parameters, leanDegrees);
}

function centralParameters(level: DiscLevel, height: number): LeverParameters {
  return {
    massShare: massShareAbove[level].value, centreHeight: (centreOfMassAbove[level].value * height) / 1.75, leverArm: muscleLeverArm.value,
    plateauDegrees: flexionPlateauDegrees.value, extensionRise: extensionRise.value, standing: standingCompression.value, standingMassShare: massShareAbove["L4-L5"].value,
  };
}

function lineOf(parameters: LeverParameters, leanDegrees: number): DiscLine {
  return { gain: parameters.massShare * gainAt(parameters, leanDegrees), offset: parameters.standing - parameters.standingMassShare };
}

const radians = Math.PI / 180;

function gainAt(parameters: LeverParameters, leanDegrees: number): number {
  return Math.cos(leanDegrees * radians) + (leanDegrees >= 0 ? flexionMuscle(parameters, leanDegrees) : extensionLoad(parameters, leanDegrees));
}

/** Back-muscle force that holds the flexed trunk, over the force carried [1]. */
function flexionMuscle({ centreHeight, leverArm, plateauDegrees }: LeverParameters, leanDegrees: number): number {
  return (centreHeight * Math.sin(plateauDegrees * Math.tanh(leanDegrees / plateauDegrees) * radians)) / leverArm;
}

/** What leaning back adds, over the force carried [1]. */
function extensionLoad({ extensionRise: rise }: LeverParameters, leanDegrees: number): number {
  return rise * Math.sin(-leanDegrees * radians);
}

/** The lever's constants: none was measured in more than a few people. */
export const leverUnknowns = ["massShare", "centreHeight", "leverArm", "plateauDegrees", "extensionRise", "standing"] as const;

export type LeverUnknown = (typeof leverUnknowns)[number];

/** Published range of one of the lever's constants. */
export function leverFigure(name: LeverUnknown, level: DiscLevel): Figure {
  const figures = { massShare: massShareAbove[level], centreHeight: centreOfMassAbove[level], leverArm: muscleLeverArm, plateauDegrees: flexionPlateauDegrees, extensionRise, standing: standingCompression };
  return figures[name];
}

/** The line of a disc with one constant at an end of its published range. */
export function discLineAt(name: LeverUnknown, end: "low" | "high", level: DiscLevel, leanDegrees: number, height: number): DiscLine {
  const centre = centralParameters(level, height);
  const { value, [end]: other } = leverFigure(name, level);
  // Standing compression has the mass in it: what is heavier above is not muscle.
  const standingMassShare = name === "massShare" ? centre.standingMassShare + other - value : centre.standingMassShare;
  return lineOf({ ...centre, standingMassShare, [name]: (centre[name] * other) / value }, leanDegrees);
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
const standardNormals = once(() => latinHypercube(draws, dimensions, seededRandom(20260511)).map(normalQuantile));
const extensionNormals = once(() => latinHypercube(draws, 1, seededRandom(20260512)).map(normalQuantile));

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

/** Number of seeded draws. */
export const leverDraws = draws;

const normalOf = (draw: number, dimension: number): number => standardNormals()[draw * dimensions + dimension]!;

/** One disc's line in one draw of the lever's constants and of what the lever leaves out; the same draw whatever the level, posture and runner, so that they can be compared. */
export function drawnDiscLine(level: DiscLevel, draw: number, leanDegrees: number, height: number): DiscLine {
  const z = (dimension: number): number => normalOf(draw, dimension);
  const centre = centralParameters(level, height);
  const shift = z(0) * spreadOf(massShareAbove[level]);
  const { gain, offset } = lineOf({
    massShare: centre.massShare + shift, standingMassShare: centre.standingMassShare + shift,
    centreHeight: centre.centreHeight + z(1) * spreadOf(centreOfMassAbove[level]), leverArm: centre.leverArm + z(2) * spreadOf(muscleLeverArm),
    plateauDegrees: centre.plateauDegrees + z(3) * spreadOf(flexionPlateauDegrees), standing: centre.standing + z(4) * spreadOf(standingCompression),
    // Its range is lopsided: drawn on the logarithm, centred on the value.
    extensionRise: centre.extensionRise * (extensionRise.high / extensionRise.low) ** (extensionNormals()[draw]! / (2 * ninetyPercent)),
  }, leanDegrees);
  const modelNoise = Math.exp(leverModelSpread.value * z(7));
  return { gain: gain * modelNoise, offset: offset * modelNoise };
}

/** All draws, lean and force drawn too. */
function drawnLines(level: DiscLevel, { leanDegrees, leanSpread, forceSpread }: LeverUncertainty, height: number): readonly DiscLine[] {
  return Array.from({ length: draws }, (_, draw) => {
    const { gain, offset } = drawnDiscLine(level, draw, leanDegrees + normalOf(draw, 5) * leanSpread, height);
    return { gain: gain * Math.exp(forceSpread * normalOf(draw, 6)), offset };
  });
}

function spreadOf({ low, high }: { readonly low: number; readonly high: number }): number {
  return (high - low) / (2 * ninetyPercent);
}

/** Factors at the grid's forces: quantiles of the drawn compressions over the central one. */
function bandNodes(level: DiscLevel, uncertainty: LeverUncertainty, height: number): { readonly low: Float64Array; readonly high: Float64Array } {
  const lines = drawnLines(level, uncertainty, height);
  const central = discLine(level, uncertainty.leanDegrees, height);
  const low = new Float64Array(gridLength);
  const high = new Float64Array(gridLength);
  for (let node = 0; node < gridLength; node++) {
    const force = gridStart + node * gridStep;
    const drawn = Float64Array.from(lines, ({ gain, offset }) => gain * force + offset).sort();
    const middle = central.gain * force + central.offset;
    low[node] = drawn[Math.floor(0.05 * draws)]! / middle;
    high[node] = drawn[Math.ceil(0.95 * draws) - 1]! / middle;
  }
  return { low, high };
}
