import { gravity, strikeShapes, usualLordosisDegrees } from "../../literature/index.ts";
import { times, type Complex } from "../../numerics/index.ts";
import { byLevel } from "../by-level.ts";
import type { Arrival } from "../force-models.ts";
import { discLine } from "../lumbar-lever.ts";
import { bodyChain, type Part } from "./body-chain.ts";
import { centralParameters, type ChainParameters } from "./chain-parameters.ts";
import { chainResponse, plainChain, type PlainChain } from "./chain-response.ts";
import { fastShare, kneeFlexionAtImpact, legTransmission } from "./leg-transmission.ts";

/** Who carries the force, and how. */
export interface TransmissionConditions {
  readonly mass: number;
  readonly height: number;
  readonly legLength: number;
  readonly groundContactTime: number;
  /** Largest shortening of the leg, Morin's definition [m]; null in walking. */
  readonly legCompression: number | null;
  readonly trunkLeanDegrees: number;
  /** Angle L1–S1; null where it is not known. */
  readonly lordosisDegrees: number | null;
  /** How foot and shank meet the ground; null where the wave does not tell (walking): then the tibia is not told either. */
  readonly arrival: Arrival | null;
}

/** Everything the force's way up depends on, made once for one runner and footfall. */
export interface TransmissionPath {
  readonly parts: readonly Part[];
  readonly chain: PlainChain;
  /** Share of fast force that the leg lets through [1]. */
  readonly fastShare: number;
  readonly parameters: ChainParameters;
}

/** The path of a footfall's force through leg and chain. */
export function transmissionPath(conditions: TransmissionConditions, parameters: ChainParameters = centralParameters): TransmissionPath {
  const knee = kneeFlexionAtImpact({ ...conditions, shockTime: (conditions.arrival?.halfWidth ?? strikeShapes.rearfoot.impactHalfWidth.value) / 2 }, parameters);
  const { parts, chain } = chainOf(conditions, parameters);
  return { parts, chain, fastShare: fastShare(knee, parameters), parameters };
}

interface HeldChain extends Pick<TransmissionConditions, "mass" | "height" | "trunkLeanDegrees" | "lordosisDegrees"> {
  readonly parameters: ChainParameters;
  readonly parts: readonly Part[];
  readonly chain: PlainChain;
}

// Footfall after footfall is of one body that holds itself so: its chain is made once.
let latest: HeldChain | null = null;

function chainOf({ mass, height, trunkLeanDegrees, lordosisDegrees }: TransmissionConditions, parameters: ChainParameters): HeldChain {
  if (latest !== null && latest.parameters === parameters && latest.mass === mass && latest.height === height && latest.trunkLeanDegrees === trunkLeanDegrees && latest.lordosisDegrees === lordosisDegrees) return latest;
  const preload = byLevel((_, level) => {
    const { gain, offset } = discLine(level, trunkLeanDegrees, height);
    return (gain + offset) * mass * gravity;
  });
  const parts = bodyChain({ mass, height, lordosisDegrees: lordosisDegrees ?? usualLordosisDegrees.value, preload }, parameters);
  return (latest = { mass, height, trunkLeanDegrees, lordosisDegrees, parameters, parts, chain: plainChain(parts) });
}

/** What arrives along the body. */
export interface PathResponse {
  /** Acceleration of each part of the chain [m/s² per N at the ground]. */
  readonly parts: readonly Complex[];
  /** Force in the link below each part [N per N]. */
  readonly linkForce: readonly Complex[];
}

/** Force at the hip over a sinusoidal force at the ground [1]. */
export function hipResponse({ fastShare: share, parameters }: TransmissionPath, angularFrequency: number): Complex {
  return legTransmission(angularFrequency, share, parameters.legCrossover);
}

/** What a sinusoidal force at the ground does along the path. */
export function pathResponse(path: TransmissionPath, angularFrequency: number): PathResponse {
  const { acceleration, linkForce } = chainResponse(path.parts, angularFrequency);
  const hip = hipResponse(path, angularFrequency);
  return {
    parts: acceleration.map((value) => times(value, hip)),
    linkForce: linkForce.map((value) => times(value, hip)),
  };
}
