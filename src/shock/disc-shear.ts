import type { DiscLevel, Quantity } from "../domain/index.ts";
import { discTilt, massShareAbove, shearModelSpread, usualLordosisDegrees } from "../literature/index.ts";
import { latinHypercube, ninetyPercent, normalQuantile, once, seededRandom } from "../numerics/index.ts";

/** The force that carries the trunk, and how the trunk is held. */
export interface ShearForce {
  /** Force the trunk is carried with [body weights]. */
  readonly force: number;
  /** Standard deviation of its logarithm [1]. */
  readonly forceSpread: number;
  /** Trunk against the line of the force, forward positive [degrees], and its standard deviation. */
  readonly leanDegrees: number;
  readonly leanSpread: number;
  /** Angle L1–S1; null where it is not known. */
  readonly lordosisDegrees: number | null;
}

/**
 * Shear of a disc at the largest force [body weights], rough: V = W·n·sin(α + ψ), the upper vertebra pushed forward counted positive.
 *
 * W share of mass above, n the force, α the trunk against the line of the force, ψ the forward slope of the disc's plane against the trunk, which grows with
 * lordosis in proportion. The back muscles are taken to pull along the spine and so to have no part in it. Nobody has measured shear in running; weak trunk
 * muscles change a model's by a fifth (Raabe & Chaudhari 2018). Leaves out: facet joints, ligaments, oblique muscles, abdominal pressure.
 */
export function discShear(level: DiscLevel, { force, forceSpread, leanDegrees, leanSpread, lordosisDegrees }: ShearForce): Quantity {
  const bend = (lordosisDegrees ?? usualLordosisDegrees.value) / usualLordosisDegrees.value;
  const [mass, slope] = [massShareAbove[level], discTilt[level]];
  const shearAt = (share: number, tilt: number, lean: number): number => share * force * Math.sin(((lean + bend * tilt) * Math.PI) / 180);
  const half = (figure: { readonly low: number; readonly high: number }): number => (figure.high - figure.low) / (2 * ninetyPercent);
  const drawn = Float64Array.from({ length: draws }, (_, row) => {
    const z = (dimension: number): number => standardNormals()[row * dimensions + dimension]!;
    const factor = Math.exp(z(3) * Math.hypot(forceSpread, shearModelSpread.value));
    return factor * shearAt(mass.value + z(0) * half(mass), slope.value + z(1) * half(slope), leanDegrees + z(2) * leanSpread);
  }).sort();
  const value = shearAt(mass.value, slope.value, leanDegrees);
  return { value, low: Math.min(value, drawn[Math.floor(0.05 * draws)]!), high: Math.max(value, drawn[Math.ceil(0.95 * draws) - 1]!), unit: "bodyWeight", basis: "assumed" };
}

const draws = 192;
const dimensions = 4;
const standardNormals = once(() => latinHypercube(draws, dimensions, seededRandom(20260513)).map(normalQuantile));
