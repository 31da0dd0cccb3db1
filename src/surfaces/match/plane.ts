import { microDegrees } from "../index/tiles.ts";

/** A flat map about one place, good to a percent over a hundred kilometres [m]. */
export interface Plane {
  /** From degrees. */
  readonly east: (longitudeDegrees: number) => number;
  readonly north: (latitudeDegrees: number) => number;
}

/** Mean radius of the earth [m]. */
const earthRadius = 6_371_008.8;
const metresPerDegree = (earthRadius * Math.PI) / 180;

/** The plane about a place [degrees]. */
export function planeAbout(latitude: number, longitude: number): Plane {
  const metresEast = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  return {
    // The shorter way round, also across the 180th meridian.
    east: (degrees) => (((((degrees - longitude + 180) % 360) + 360) % 360) - 180) * metresEast,
    north: (degrees) => (degrees - latitude) * metresPerDegree,
  };
}

/** So many millionths of a degree are at least this many metres, north or south. */
export function microDegreesOf(metres: number): number {
  return (metres / metresPerDegree) * microDegrees;
}
