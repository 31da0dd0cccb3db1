import { arrivingLegMassShare, rigidShare, shankWobbling } from "../../literature/index.ts";
import type { Part } from "../chain/body-chain.ts";

/** A body on one leg: foot and shank of the stance leg, with the share of the thigh that comes down with them, and the chain from the pelvis up without these. */
export interface OneLeggedBody {
  readonly shank: readonly Part[];
  readonly body: readonly Part[];
}

/** The chain with what arrives of the stance leg taken off its lowest part, which held both legs. */
export function onOneLeg(parts: readonly Part[], mass: number): OneLeggedBody {
  const shankMass = arrivingLegMassShare.value * mass;
  const rigidMass = shankMass * rigidShare.lowerBody.value;
  const wobblingMass = shankMass - rigidMass;
  const natural = 2 * Math.PI * shankWobbling.frequency.value;
  const body = parts.map((part) => {
    if (part.linkBelow !== null) return part;
    const left = 1 - shankMass / (part.rigidMass + part.wobblingMass);
    const { stiffness, damping } = part.mounting;
    return { ...part, rigidMass: left * part.rigidMass, wobblingMass: left * part.wobblingMass, mounting: { stiffness: left * stiffness, damping: left * damping } };
  });
  return {
    shank: [{ rigidMass, wobblingMass, mounting: { stiffness: wobblingMass * natural ** 2, damping: 2 * shankWobbling.dampingRatio.value * natural * wobblingMass }, linkBelow: null }],
    body,
  };
}

