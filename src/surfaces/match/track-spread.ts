import { trackMatching } from "../../literature/index.ts";
import type { NearbyWays } from "./nearby-ways.ts";
import type { TrackPoints } from "./track-points.ts";
import { widthVariance, type TrackSpread } from "./way-evidence.ts";
import type { WayPosterior } from "./way-posterior.ts";

/** The spread to begin with, before the track has told. */
export const usualSpread: TrackSpread = { position: trackMatching.positionSpread.value, heading: trackMatching.headingSpread.value };

/** A track tells its own spread where at least this share of it is on mapped ways [1]. */
const leastOnWays = 0.25;

/** How far a track scatters about the ways it is likely on, the ways' own width taken off; null where it is on too few. */
export function spreadOfTrack(points: TrackPoints, ways: NearbyWays, { onWay }: WayPosterior): TrackSpread | null {
  let weight = 0;
  let square = 0;
  let headingWeight = 0;
  let agreement = 0;
  for (let point = 0; point < points.length; point++) {
    for (let row = ways.from[point]!; row < ways.from[point + 1]!; row++) {
      weight += onWay[row]!;
      square += onWay[row]! * (ways.distance[row]! ** 2 - widthVariance(ways, row));
      if (Number.isNaN(points.heading[point]!)) continue;
      headingWeight += onWay[row]!;
      agreement += onWay[row]! * Math.cos(2 * (points.heading[point]! - ways.direction[row]!));
    }
  }
  if (weight < leastOnWays * points.length || headingWeight === 0) return null;
  // A normal angle of standard deviation s has a mean cosine of exp(−s²/2); here the angle is twice the heading's.
  const doubled = Math.sqrt(-2 * Math.log(Math.min(1, Math.max(0.01, agreement / headingWeight))));
  return { position: within(trackMatching.positionSpread, Math.sqrt(Math.max(0, square / weight))), heading: within(trackMatching.headingSpread, doubled / 2) };
}

function within({ low, high }: { readonly low: number; readonly high: number }, value: number): number {
  return Math.min(high, Math.max(low, value));
}
