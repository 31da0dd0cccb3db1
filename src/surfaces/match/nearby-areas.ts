import { microDegrees } from "../index/tiles.ts";
import type { WayPiece } from "../index/way-pieces.ts";
import type { WayKind } from "../way-kind.ts";
import type { Plane } from "./plane.ts";

/** Open ground on the plane about a track [m]: its edges in any order, holes included, four numbers each. */
export interface NearbyArea {
  readonly kind: WayKind;
  readonly edges: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Growing {
  readonly kind: WayKind;
  readonly from: Uint8Array;
  readonly edges: number[];
}

/** Gathers areas piece by piece. Every tile an area touches holds the whole of it: the first one that is met counts. */
export function areasOnPlane(plane: Plane): { readonly lay: (piece: WayPiece, from: Uint8Array) => void; readonly laid: () => readonly NearbyArea[] } {
  const growing = new Map<number, Growing>();
  return {
    lay({ way, kind, latitudes, longitudes }, from) {
      const area = growing.get(way) ?? { kind, from, edges: [] };
      growing.set(way, area);
      if (area.from !== from) return;
      for (let corner = 1; corner < latitudes.length; corner++) {
        area.edges.push(
          plane.east(longitudes[corner - 1]! / microDegrees), plane.north(latitudes[corner - 1]! / microDegrees),
          plane.east(longitudes[corner]! / microDegrees), plane.north(latitudes[corner]! / microDegrees),
        );
      }
    },
    // Small ones before those they lie in: a pitch says more of its ground than the park around it.
    laid: () => [...growing.values()].map(boxed).toSorted((one, other) => boxSize(one) - boxSize(other)),
  };
}

function boxed({ kind, edges }: Growing): NearbyArea {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < edges.length; index += 2) {
    [west, east] = [Math.min(west, edges[index]!), Math.max(east, edges[index]!)];
    [south, north] = [Math.min(south, edges[index + 1]!), Math.max(north, edges[index + 1]!)];
  }
  return { kind, edges: Float64Array.from(edges), west, south, east, north };
}

const boxSize = ({ west, south, east, north }: NearbyArea): number => (east - west) * (north - south);

/** The innermost area that a place lies in, and how far it is to its edge [m]; null where it lies in none. */
export function areaAt(areas: readonly NearbyArea[], east: number, north: number): { readonly kind: WayKind; readonly toEdge: number } | null {
  for (const area of areas) {
    if (east < area.west || east > area.east || north < area.south || north > area.north) continue;
    const toEdge = depthIn(area.edges, east, north);
    if (toEdge > 0) return { kind: area.kind, toEdge };
  }
  return null;
}

/** How deep a place lies within edges [m]: inside where a line to the west crosses an odd number of them; 0 outside. */
function depthIn(edges: Float64Array, east: number, north: number): number {
  let isInside = false;
  let nearest = Infinity;
  for (let index = 0; index < edges.length; index += 4) {
    const [fromEast, fromNorth, toEast, toNorth] = [edges[index]!, edges[index + 1]!, edges[index + 2]!, edges[index + 3]!];
    const [wide, high] = [toEast - fromEast, toNorth - fromNorth];
    if (fromNorth > north !== toNorth > north && east > fromEast + ((north - fromNorth) / high) * wide) isInside = !isInside;
    const square = wide * wide + high * high;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((east - fromEast) * wide + (north - fromNorth) * high) / square));
    nearest = Math.min(nearest, Math.hypot(east - fromEast - along * wide, north - fromNorth - along * high));
  }
  return isInside ? nearest : 0;
}
