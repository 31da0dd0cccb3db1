import { trackMatching, wayHalfWidth } from "../../literature/index.ts";
import { reach, type NearbyWays } from "./nearby-ways.ts";
import { pointSpacing, type TrackPoints } from "./track-points.ts";

/** How well each place to be explains each point of the track: natural logarithms of likelihoods. */
export interface WayEvidence {
  /** Of being on the way of a row of `NearbyWays`. */
  readonly onWay: Float64Array;
  /** Of being on no mapped way, one per point. */
  readonly offMap: Float64Array;
}

/** How far fixes and headings scatter about the way that a runner is on. */
export interface TrackSpread {
  /** Standard deviation across the way [m]. */
  readonly position: number;
  /** Standard deviation of the heading [rad]. */
  readonly heading: number;
}

/** A heading says something new after so much way [m]: it is taken over twice the points' spacing. */
const headingMemory = 2 * pointSpacing;

/**
 * Evidence of position and heading. Across a way a fix is off by the watch's error and by where on the way's width the runner was: a normal density about its middle,
 * against an even one over everything within reach for a runner on no mapped way. Headings are von Mises about the way's direction, either way round.
 * Both count by how much they tell anew since the last point, since a watch's error stays for half a minute and more.
 */
export function wayEvidence(points: TrackPoints, ways: NearbyWays, spread: TrackSpread): WayEvidence {
  const onWay = new Float64Array(ways.way.length);
  const offMap = new Float64Array(points.length);
  const concentration = 1 / (2 * spread.heading) ** 2;
  const headingPeak = -Math.log(besselI0Scaled(concentration));
  for (let point = 0; point < points.length; point++) {
    const before = Math.max(0, point - 1);
    const after = Math.min(points.length - 1, point + 1);
    const seconds = (points.time[after]! - points.time[before]!) / Math.max(1, after - before);
    const positionWeight = Math.min(1, seconds / trackMatching.positionMemory.value);
    const heading = points.heading[point]!;
    const headingWeight = Number.isNaN(heading) ? 0 : Math.min(1, pointSpacing / headingMemory);
    offMap[point] = -positionWeight * Math.log(2 * reach);
    for (let row = ways.from[point]!; row < ways.from[point + 1]!; row++) {
      const across = Math.sqrt(spread.position ** 2 + widthVariance(ways, row));
      const off = ways.distance[row]! / across;
      onWay[row] = positionWeight * (-0.5 * off * off - Math.log(across * Math.sqrt(2 * Math.PI)));
      if (headingWeight > 0) onWay[row]! += headingWeight * (concentration * (Math.cos(2 * (heading - ways.direction[row]!)) - 1) + headingPeak);
    }
  }
  return { onWay, offMap };
}

/** Variance of a runner's place across the way of a row, anywhere on its width alike [m²]. */
export function widthVariance(ways: NearbyWays, row: number): number {
  return wayHalfWidth[ways.kinds[ways.way[row]!]!.form].value ** 2 / 3;
}

/** e^(−x)·I0(x), the modified Bessel function of order 0, by its series; for the small x of a broad spread. */
function besselI0Scaled(x: number): number {
  let term = 1;
  let sum = 1;
  for (let order = 1; order < 80; order++) {
    term *= (x / 2 / order) ** 2;
    sum += term;
  }
  return sum * Math.exp(-x);
}
