import type { Surface } from "../../domain/index.ts";
import { tagTrust } from "../../literature/index.ts";
import type { LineKind, WayKind } from "../way-kind.ts";
import type { NearbyWays } from "./nearby-ways.ts";
import type { WayPosterior } from "./way-posterior.ts";

/** Why a map does not tell the surface somewhere. */
export const unknownReasons = {
  "no-position": "the recording has no positions here",
  "no-map": "no map of this area has been added",
  "no-way": "no mapped way runs here, or the track is too far from it",
  "ways-close": "ways of different surface are too close together to tell which one it was",
  "map-silent": "the map does not say what this way is made of",
  "map-unclear": "the map names no single surface for this way",
  "area-silent": "you crossed open ground, and the map does not say what it is made of",
} as const;

export type UnknownReason = keyof typeof unknownReasons;

/** What a map tells of one point of a track. */
export interface SurfaceAtPoint {
  readonly surface: Surface;
  /** Null where the surface is known. */
  readonly reason: UnknownReason | null;
  /** Probability that the surface is the one named [1]; null where none is. */
  readonly confidence: number | null;
}

/** A surface is named where this much of the probability lies on ways of it [1]; below, it stays unknown. */
const sureEnough = 0.9;

/** What there is where a runner is on no mapped way. */
export interface PlaceOffWays {
  readonly isMapped: boolean;
  /** Open ground, and how likely the runner is inside its edge [1]. */
  readonly area: { readonly kind: WayKind; readonly isInside: number } | null;
}

/** The surface at a point, from how probable each way about it is. */
export function surfaceAtPoint(ways: NearbyWays, { onWay, offMap }: WayPosterior, point: number, { isMapped, area }: PlaceOffWays): SurfaceAtPoint {
  const crossing = area === null ? 0 : area.isInside * offMap[point]!;
  const chances = new Map<Surface | UnknownReason, { share: number; trust: number }>([[isMapped ? "no-way" : "no-map", { share: offMap[point]! - crossing, trust: 0 }]]);
  if (area) chances.set(area.kind.surface === "unknown" ? "area-silent" : area.kind.surface, { share: crossing, trust: crossing * tagTrust.area.value });
  for (let row = ways.from[point]!; row < ways.from[point + 1]!; row++) {
    const kind = ways.kinds[ways.way[row]!]!;
    const name = kind.surface === "unknown" ? silence(kind) : kind.surface;
    const chance = chances.get(name) ?? { share: 0, trust: 0 };
    chances.set(name, { share: chance.share + onWay[row]!, trust: chance.trust + onWay[row]! * trust(kind) });
  }
  const [best, next] = [...chances].sort(([, one], [, other]) => other.share - one.share);
  if (!best) return { surface: "unknown", reason: "no-way", confidence: null };
  const [name, { share, trust: sum }] = best;
  if (isReason(name)) return { surface: "unknown", reason: share < sureEnough && next && !isReason(next[0]) && next[1].share > 1 - sureEnough && name !== "no-way" ? "ways-close" : name, confidence: null };
  if (share >= sureEnough) return { surface: name, reason: null, confidence: sum };
  return { surface: "unknown", reason: next?.[0] === "no-way" || next?.[0] === "no-map" ? next[0] : "ways-close", confidence: null };
}

function isReason(name: Surface | UnknownReason): name is UnknownReason {
  return name in unknownReasons;
}

function silence({ told }: LineKind): UnknownReason {
  return told === "silent" ? "map-silent" : "map-unclear";
}

function trust({ told }: LineKind): number {
  return told === "surface" || told === "tracktype" || told === "highway" || told === "leisure" ? tagTrust[told].value : 0;
}
