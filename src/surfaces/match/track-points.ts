import type { Samples } from "../../domain/index.ts";
import { planeAbout, type Plane } from "./plane.ts";

/** The track as one point every ten metres or so, as columns. */
export interface TrackPoints {
  readonly length: number;
  /** Distance along the run [m]. */
  readonly along: Float64Array;
  /** Time since the start [s]. */
  readonly time: Float64Array;
  /** Place [degrees], and on the plane [m]. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** Direction of the run from east, counter-clockwise [rad]; NaN where it stands still or a neighbour is missing. */
  readonly heading: Float64Array;
  readonly plane: Plane;
}

/** Fixes within so much of the way are one point [m]: fewer tell no less, since their errors go together. */
export const pointSpacing = 10;
/** Over a longer gap the track's heading is not known [m]. */
const longestGap = 4 * pointSpacing;

/** Points of a track; null where no fix is usable. */
export function trackPoints({ length, time, distance, latitudeDegrees, longitudeDegrees }: Samples): TrackPoints | null {
  if (!latitudeDegrees || !longitudeDegrees) return null;
  const first = latitudeDegrees.findIndex((latitude, index) => isPlace(latitude, longitudeDegrees[index]!));
  if (first < 0) return null;
  const plane = planeAbout(latitudeDegrees[first]!, longitudeDegrees[first]!);
  const sums: { along: number; time: number; latitude: number; longitude: number; count: number }[] = [];
  let cell = NaN;
  let walked = 0;
  let furthest = 0;
  let last = first;
  for (let index = first; index < length; index++) {
    const latitude = latitudeDegrees[index]!;
    const longitude = longitudeDegrees[index]!;
    if (!isPlace(latitude, longitude)) continue;
    walked += Math.hypot(plane.east(longitude) - plane.east(longitudeDegrees[last]!), plane.north(latitude) - plane.north(latitudeDegrees[last]!));
    last = index;
    const along = distance ? distance[index]! : walked;
    const sum = sums.at(-1);
    // A count that went back or beyond all bounds places nothing.
    if (!Number.isFinite(along) || along < furthest) continue;
    furthest = along;
    const here = Math.floor(along / pointSpacing);
    if (sum && here === cell) {
      sum.along += along;
      sum.time += time[index]!;
      sum.latitude += latitude;
      // Near the 180th meridian the mean of both signs would lie on the other side of the earth.
      sum.longitude += longitude + 360 * Math.round((sum.longitude / sum.count - longitude) / 360);
      sum.count++;
    } else {
      sums.push({ along, time: time[index]!, latitude, longitude, count: 1 });
      cell = here;
    }
  }
  if (sums.length === 0) return null;
  const mean = (pick: (sum: (typeof sums)[number]) => number): Float64Array => Float64Array.from(sums, (sum) => pick(sum) / sum.count);
  const latitude = mean((sum) => sum.latitude);
  const longitude = mean((sum) => sum.longitude);
  const along = mean((sum) => sum.along);
  const east = longitude.map(plane.east);
  const north = latitude.map(plane.north);
  return { length: sums.length, along, time: mean((sum) => sum.time), latitude, longitude, east, north, heading: headings(along, east, north), plane };
}

function isPlace(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function headings(along: Float64Array, east: Float64Array, north: Float64Array): Float64Array {
  return along.map((_, point) => {
    const before = Math.max(0, point - 1);
    const after = Math.min(along.length - 1, point + 1);
    const way = along[after]! - along[before]!;
    const [toEast, toNorth] = [east[after]! - east[before]!, north[after]! - north[before]!];
    return way > longestGap || Math.hypot(toEast, toNorth) < pointSpacing / 4 ? NaN : Math.atan2(toNorth, toEast);
  });
}
