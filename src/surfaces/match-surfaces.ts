import type { Recording, Surface } from "../domain/index.ts";
import { normalShareBelow } from "../numerics/index.ts";
import { areaAt } from "./match/nearby-areas.ts";
import { nearbyWays, type TilePieces } from "./match/nearby-ways.ts";
import { surfaceAtPoint, type PlaceOffWays, type SurfaceAtPoint, type UnknownReason } from "./match/surface-at-points.ts";
import { pointSpacing, trackPoints, type TrackPoints } from "./match/track-points.ts";
import { spreadOfTrack, usualSpread } from "./match/track-spread.ts";
import { wayEvidence } from "./match/way-evidence.ts";
import { wayPosterior } from "./match/way-posterior.ts";

/** A stretch of a run whose surface a map tells, or why it does not. */
export interface MapStretch {
  /** Along the run [m]. */
  readonly from: number;
  readonly to: number;
  readonly surface: Surface;
  readonly by: "map";
  /** Null where the surface is known. */
  readonly reason: UnknownReason | null;
  /** Probability that the surface is the one named [1]; null where none is. */
  readonly confidence: number | null;
}

/** What maps tell of a run. */
export interface SurfaceMatch {
  /** In order, without gaps, from 0 to the run's end. */
  readonly stretches: readonly MapStretch[];
  /** Spread of the fixes across the ways they follow [m], as the track itself told; null where it followed none. */
  readonly positionSpread: number | null;
}

/** Maps as they were indexed. */
export interface MapIndex {
  readonly piecesOf: TilePieces;
  /** Extent of each map [degrees]. */
  readonly bounds: readonly { readonly south: number; readonly west: number; readonly north: number; readonly east: number }[];
}

/** Changes when the same run and map would be matched otherwise. */
export const surfaceMatchVersion = 2;

/** Lays maps under a run's track: its surface stretch by stretch, unknown with the reason where the map or the track cannot tell. */
export function matchSurfaces(recording: Recording, maps: MapIndex): SurfaceMatch {
  const points = trackPoints(recording.samples);
  const end = Math.max(recording.distance ?? 0, points?.along.at(-1) ?? 0, lastDistance(recording));
  if (!points) return { stretches: end > 0 ? [unknown(0, end, "no-position")] : [], positionSpread: null };
  const ways = nearbyWays(points, maps.piecesOf);
  const first = wayPosterior(points, ways, wayEvidence(points, ways, usualSpread));
  // The track tells how well its watch did: a second look with what the first one found.
  const spread = spreadOfTrack(points, ways, first);
  const posterior = spread === null ? first : wayPosterior(points, ways, wayEvidence(points, ways, spread));
  const isMapped = (point: number): boolean => maps.bounds.some(({ south, west, north, east }) => {
    const [latitude, longitude] = [points.latitude[point]!, points.longitude[point]!];
    return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  });
  const scatter = (spread ?? usualSpread).position;
  const crossed = (point: number): PlaceOffWays["area"] => {
    const found = posterior.offMap[point]! > 0.05 ? areaAt(ways.areas, points.east[point]!, points.north[point]!) : null;
    return found && { kind: found.kind, isInside: normalShareBelow(found.toEdge / scatter) };
  };
  const told = Array.from({ length: points.length }, (_, point) => surfaceAtPoint(ways, posterior, point, { isMapped: isMapped(point), area: crossed(point) }));
  return { stretches: withoutSlivers(joined(points, told, end)), positionSpread: spread?.position ?? null };
}

function lastDistance({ samples }: Recording): number {
  return samples.distance?.findLast(Number.isFinite) ?? 0;
}

function unknown(from: number, to: number, reason: UnknownReason): MapStretch {
  return { from, to, surface: "unknown", by: "map", reason, confidence: null };
}

/** A stretch without fixes longer than this has no known surface [m]. */
const longestGap = 60;

/** Stretches of equal answer; each point stands for the way up to half-way to its neighbours. */
function joined(points: TrackPoints, told: readonly SurfaceAtPoint[], end: number): MapStretch[] {
  const stretches: MapStretch[] = [];
  const confidences: number[] = [];
  const add = (from: number, to: number, { surface, reason, confidence }: SurfaceAtPoint): void => {
    const last = stretches.at(-1);
    if (to <= from) return;
    if (last && last.surface === surface && last.reason === reason) {
      confidences.push(confidence ?? 0);
      stretches[stretches.length - 1] = { ...last, to, confidence: confidence === null ? null : mean(confidences) };
    } else {
      confidences.splice(0, confidences.length, confidence ?? 0);
      stretches.push({ from, to, surface, by: "map", reason, confidence });
    }
  };
  const nothing: SurfaceAtPoint = { surface: "unknown", reason: "no-position", confidence: null };
  let reached = 0;
  for (let point = 0; point < points.length; point++) {
    const here = points.along[point]!;
    const next = point + 1 < points.length ? points.along[point + 1]! : end;
    const startsLate = here - reached > longestGap;
    if (startsLate) add(reached, here - pointSpacing / 2, nothing);
    const hasGap = next - here > longestGap;
    const to = hasGap ? here + pointSpacing / 2 : point + 1 < points.length ? (here + next) / 2 : end;
    add(startsLate ? here - pointSpacing / 2 : reached, to, told[point]!);
    reached = Math.max(reached, to);
  }
  add(reached, end, nothing);
  return stretches;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Between two stretches of one surface nobody sees less than this [m]. */
const sliver = 25;

/** An unknown stretch of a few metres between two of the same surface is of that surface: a crossing way, a fix gone astray. */
function withoutSlivers(stretches: readonly MapStretch[]): MapStretch[] {
  const kept: MapStretch[] = [];
  for (let index = 0; index < stretches.length; index++) {
    const here = stretches[index]!;
    const last = kept.at(-1);
    const next = stretches[index + 1];
    const isSliver = last && next && here.surface === "unknown" && here.to - here.from <= sliver && last.surface === next.surface && last.reason === null;
    if (isSliver) {
      const share = (last.to - last.from) / (last.to - last.from + next.to - next.from);
      kept[kept.length - 1] = { ...next, from: last.from, confidence: share * (last.confidence ?? 0) + (1 - share) * (next.confidence ?? 0) };
      index++;
    } else kept.push(here);
  }
  return kept;
}
