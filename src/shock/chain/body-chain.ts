import { discLevels, type PerDisc } from "../../domain/index.ts";
import { discStiffnessPreload, massShareAbove } from "../../literature/index.ts";
import type { ChainParameters } from "./chain-parameters.ts";

/** A spring with a damper beside it. */
export interface SpringDamper {
  readonly stiffness: number;
  readonly damping: number;
}

/** What joins a part to the one below: compression, and bending in series with it where the spine is curved. */
export interface Link {
  readonly compression: SpringDamper;
  readonly bending: SpringDamper | null;
}

/** A part of the body: what moves with its bones, and what wobbles on them. */
export interface Part {
  readonly rigidMass: number;
  readonly wobblingMass: number;
  readonly mounting: SpringDamper;
  /** Null at the pelvis, where the leg pushes. */
  readonly linkBelow: Link | null;
}

/** Who is shaken, and how the spine is held. */
export interface ChainBody {
  readonly mass: number;
  readonly height: number;
  readonly lordosisDegrees: number;
  /** Mean compression of each disc, muscle force included [N]: it stiffens the disc. */
  readonly preload: PerDisc<number>;
}

/** Parts from below: pelvis with sacrum and legs, L5 to L1, thorax with arms, head. */
export const partNames = ["pelvis", "L5", "L4", "L3", "L2", "L1", "thorax", "head"] as const;

/**
 * The body above the hip as a chain of masses, springs and dampers along the spine.
 *
 * Pelvis, sacrum and legs are one part (the sacroiliac joint hardly moves); each lumbar slice weighs the difference between the masses above the discs
 * below and above it. Discs: k = 1.5 MN/m·√(preload/600 N), c = 800 N s/m, the same at all levels. Lordosis: the spine is a flat arc of angle Λ over its
 * length S, bowed out by e(x) = (ΛS/8)·4x(1 − x) from the line of force; force bends a segment by F·e/kθ, which gives a compliance e²/kθ in series with
 * the disc. Every part's flesh wobbles on its bones as one mass. Linear: no lift-off, no stiffening of muscle, no sideways or forward motion.
 */
export function bodyChain(body: ChainBody, parameters: ChainParameters): readonly Part[] {
  const levels = discLevels.toReversed();
  const above = levels.map((level) => (massShareAbove[level].value / massShareAbove["L5-S1"].value) * parameters.massShareAboveSacrum);
  const part = (share: number, rigidShare: number, linkBelow: Link | null): Part => {
    const wobblingMass = share * body.mass * (1 - Math.min(1, rigidShare));
    const natural = 2 * Math.PI * parameters.wobblingFrequency;
    return {
      rigidMass: share * body.mass - wobblingMass, wobblingMass,
      mounting: { stiffness: wobblingMass * natural ** 2, damping: 2 * parameters.wobblingDampingRatio * natural * wobblingMass }, linkBelow,
    };
  };
  const slices = levels.map((level, index) => {
    const share = index + 1 < levels.length ? above[index]! - above[index + 1]! : above[0]! - above[1]!;
    return part(share, parameters.rigidUpperBody, discLink(body, index, body.preload[level], parameters));
  });
  const thoraxShare = above.at(-1)! - (above[0]! - above[1]!) - parameters.headMassShare;
  const { thoraxStiffness, thoraxDamping, neckStiffness, neckDamping } = parameters;
  return [
    part(1 - above[0]!, parameters.rigidLowerBody, null),
    ...slices,
    part(thoraxShare, parameters.rigidUpperBody, { compression: { stiffness: thoraxStiffness, damping: thoraxDamping }, bending: null }),
    part(parameters.headMassShare, 1, { compression: { stiffness: neckStiffness, damping: neckDamping }, bending: null }),
  ];
}

function discLink({ height, lordosisDegrees }: ChainBody, indexFromBelow: number, preload: number, parameters: ChainParameters): Link {
  const stiffness = parameters.discStiffness * Math.sqrt(preload / discStiffnessPreload);
  const place = (indexFromBelow + 0.5) / discLevels.length;
  const bow = ((lordosisDegrees * Math.PI) / 180) * (parameters.lumbarLength * (height / 1.75)) * (place * (1 - place)) / 2;
  const bendingStiffness = parameters.segmentBendingStiffness / (bow * bow);
  return {
    compression: { stiffness, damping: parameters.discDamping },
    bending: bow > 1e-4 ? { stiffness: bendingStiffness, damping: bendingStiffness * parameters.bendingRelaxationTime } : null,
  };
}
