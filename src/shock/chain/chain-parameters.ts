import {
  bendingRelaxationTime, discDamping, discStiffness, headMassShare, impactForceSpread, kneeFlexion, kneeFlexionScale, kneeShareOfLegCompression, legCrossover, lowerLimbMassShare, lumbarLength, massShareAbove,
  rigidShare, segmentBendingStiffness, sensorMount, straightLegTransmission, upperBodyLinks, wobbling, wornShockFrequency, wornShockGain, type Figure,
} from "../../literature/index.ts";
import { latinHypercube, ninetyPercent, normalQuantile, once, seededRandom } from "../../numerics/index.ts";

const figures = {
  straightLegTransmission, kneeFlexionScale, legCrossover, kneeAtInitialContact: kneeFlexion.atInitialContact, kneeInWalking: kneeFlexion.walking, kneeShareOfLegCompression,
  legMassShare: lowerLimbMassShare, massShareAboveSacrum: massShareAbove["L5-S1"], headMassShare, rigidUpperBody: rigidShare.upperBody, rigidLowerBody: rigidShare.lowerBody,
  wobblingFrequency: wobbling.frequency, wobblingDampingRatio: wobbling.dampingRatio, discStiffness, discDamping, segmentBendingStiffness, bendingRelaxationTime, lumbarLength,
  thoraxStiffness: upperBodyLinks.thoraxStiffness, thoraxDamping: upperBodyLinks.thoraxDamping, neckStiffness: upperBodyLinks.neckStiffness, neckDamping: upperBodyLinks.neckDamping,
  mountFrequency: sensorMount.frequency, mountDampingRatio: sensorMount.dampingRatio, wornShockGain, wornShockFrequency,
} as const satisfies Readonly<Record<string, Figure>>;

type ParameterName = keyof typeof figures;

/** Every constant of the way from foot to head, each in its figure's unit, and a factor on the force's fast part [1]. */
export type ChainParameters = Readonly<Record<ParameterName, number>> & { readonly impactFactor: number };

const names = Object.keys(figures).filter((name): name is ParameterName => name in figures);

/** The parameters at their published values. */
export const centralParameters: ChainParameters = drawn(() => 0);

/** Seeded draws of the parameters over their published ranges; the same for every runner, so that two results differ by their inputs alone. */
export const drawnParameters: () => readonly ChainParameters[] = once(() => draws(24, names.length + 1));

function draws(count: number, dimensions: number): ChainParameters[] {
  const points = latinHypercube(count, dimensions, seededRandom(20260511));
  return Array.from({ length: count }, (_, row) => drawn((dimension) => normalQuantile(points[row * dimensions + dimension]!)));
}

/** Positive all of them: each is drawn on its logarithm, the range read as its central 90 %. */
function drawn(standardNormal: (dimension: number) => number): ChainParameters {
  const value = (name: ParameterName): number => {
    const { value: centre, low, high } = figures[name];
    return centre * Math.exp((standardNormal(names.indexOf(name)) * Math.log(high / low)) / (2 * ninetyPercent));
  };
  return {
    straightLegTransmission: value("straightLegTransmission"), kneeFlexionScale: value("kneeFlexionScale"), legCrossover: value("legCrossover"), kneeAtInitialContact: value("kneeAtInitialContact"),
    kneeInWalking: value("kneeInWalking"), kneeShareOfLegCompression: value("kneeShareOfLegCompression"), legMassShare: value("legMassShare"), massShareAboveSacrum: value("massShareAboveSacrum"),
    headMassShare: value("headMassShare"), rigidUpperBody: value("rigidUpperBody"), rigidLowerBody: value("rigidLowerBody"), wobblingFrequency: value("wobblingFrequency"),
    wobblingDampingRatio: value("wobblingDampingRatio"), discStiffness: value("discStiffness"), discDamping: value("discDamping"), segmentBendingStiffness: value("segmentBendingStiffness"),
    bendingRelaxationTime: value("bendingRelaxationTime"), lumbarLength: value("lumbarLength"), thoraxStiffness: value("thoraxStiffness"), thoraxDamping: value("thoraxDamping"),
    neckStiffness: value("neckStiffness"), neckDamping: value("neckDamping"), mountFrequency: value("mountFrequency"), mountDampingRatio: value("mountDampingRatio"),
    wornShockGain: value("wornShockGain"), wornShockFrequency: value("wornShockFrequency"),
    impactFactor: Math.exp(standardNormal(names.length) * impactForceSpread.value),
  };
}
