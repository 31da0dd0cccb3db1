import { eachTileOf, microDegrees } from "../index/tiles.ts";
import { eachPiece, type WayPiece } from "../index/way-pieces.ts";
import { isLine, type LineKind } from "../way-kind.ts";
import { areasOnPlane, type NearbyArea } from "./nearby-areas.ts";
import { microDegreesOf } from "./plane.ts";
import type { TrackPoints } from "./track-points.ts";

/** Ways within this of the track are looked at [m]. */
export const reach = 40;

/** Gives the stored pieces of a tile, as indexMap handed them out; none where no map has that tile. */
export type TilePieces = (tile: number) => Iterable<Uint8Array>;

/** Ways about each point of a track, as columns: those of point p are rows `from[p]` up to but without `from[p + 1]`. */
export interface NearbyWays {
  readonly from: Uint32Array;
  /** Which way: index into `kinds`, one per row. */
  readonly way: Uint32Array;
  /** From the point to the way [m], one per row. */
  readonly distance: Float64Array;
  /** Direction of the way where it is nearest, from east [rad], one per row. */
  readonly direction: Float64Array;
  /** What each way is. */
  readonly kinds: readonly LineKind[];
  /** Open ground about the track. */
  readonly areas: readonly NearbyArea[];
  /** Whether two ways meet within reach of a point. */
  readonly meet: (point: number, one: number, other: number) => boolean;
}

const cellSize = reach;

/** Lays the ways of some tiles beside a track. */
export function nearbyWays(points: TrackPoints, piecesOf: TilePieces): NearbyWays {
  const cells = cellsAlong(points);
  const kinds: LineKind[] = [];
  const indexOfWay = new Map<number, number>();
  const lines: Line[] = [];
  const corners = new Map<string, Corner>();
  const areas = areasOnPlane(points.plane);
  for (const tile of tilesAlong(points)) {
    for (const bytes of piecesOf(tile)) {
      eachPiece(tile, bytes, (piece) => {
        const { kind } = piece;
        if (!isLine(kind)) return areas.lay(piece, bytes);
        let way = indexOfWay.get(piece.way);
        if (way === undefined) indexOfWay.set(piece.way, (way = kinds.push(kind) - 1));
        layPiece(piece, way, points, { cells, lines, corners });
      });
    }
  }
  for (const corner of corners.values()) if (corner.ways.length > 1) cells.get(cellKey(corner.east, corner.north))?.meetings.push(corner);
  return { ...waysOfPoints(points, cells, lines), kinds, areas: areas.laid(), meet: (point, one, other) => doMeet(points, cells, point, one, other) };
}

interface Line {
  readonly way: number;
  readonly east: number;
  readonly north: number;
  readonly toEast: number;
  readonly toNorth: number;
}

/** A corner of ways; where several share it, one can go from one to the other. */
interface Corner {
  readonly east: number;
  readonly north: number;
  readonly ways: number[];
}

/** A square of the plane that lies near the track. */
interface Cell {
  readonly lines: number[];
  readonly meetings: Corner[];
}

type Cells = Map<number, Cell>;

function cellKey(east: number, north: number): number {
  return Math.floor(north / cellSize) * 2 ** 24 + Math.floor(east / cellSize);
}

/** Every square within one of the track's own. */
function cellsAlong({ length, east, north }: TrackPoints): Cells {
  const cells: Cells = new Map();
  for (let point = 0; point < length; point++) {
    eachCellAbout(east[point]!, north[point]!, (key) => {
      if (!cells.has(key)) cells.set(key, { lines: [], meetings: [] });
    });
  }
  return cells;
}

function eachCellAbout(east: number, north: number, take: (key: number) => void): void {
  for (let up = -1; up <= 1; up++) for (let right = -1; right <= 1; right++) take(cellKey(east + right * cellSize, north + up * cellSize));
}

function tilesAlong({ length, latitude, longitude }: TrackPoints): Set<number> {
  const tiles = new Set<number>();
  const margin = microDegreesOf(2 * reach);
  for (let point = 0; point < length; point++) {
    const [north, east] = [latitude[point]! * microDegrees, longitude[point]! * microDegrees];
    const marginEast = margin / Math.max(0.01, Math.cos((latitude[point]! * Math.PI) / 180));
    eachTileOf(north - margin, east - marginEast, north + margin, east + marginEast, (tile) => tiles.add(tile));
  }
  return tiles;
}

function layPiece({ latitudes, longitudes }: WayPiece, way: number, { plane }: TrackPoints, into: { readonly cells: Cells; readonly lines: Line[]; readonly corners: Map<string, Corner> }): void {
  let lastEast = 0;
  let lastNorth = 0;
  for (let index = 0; index < latitudes.length; index++) {
    const east = plane.east(longitudes[index]! / microDegrees);
    const north = plane.north(latitudes[index]! / microDegrees);
    if (into.cells.has(cellKey(east, north))) {
      const key = `${latitudes[index]} ${longitudes[index]}`;
      const corner = into.corners.get(key);
      if (!corner) into.corners.set(key, { east, north, ways: [way] });
      else if (!corner.ways.includes(way)) corner.ways.push(way);
    }
    if (index > 0) layLine({ way, east: lastEast, north: lastNorth, toEast: east, toNorth: north }, into);
    lastEast = east;
    lastNorth = north;
  }
}

/** Notes a line in every square near the track that it passes. */
function layLine(line: Line, { cells, lines }: { readonly cells: Cells; readonly lines: Line[] }): void {
  const [wide, high] = [line.toEast - line.east, line.toNorth - line.north];
  const steps = Math.max(1, Math.ceil(Math.hypot(wide, high) / (cellSize / 2)));
  let number = -1;
  let lastKey = NaN;
  for (let step = 0; step <= steps; step++) {
    const key = cellKey(line.east + (wide * step) / steps, line.north + (high * step) / steps);
    if (key === lastKey) continue;
    lastKey = key;
    const cell = cells.get(key);
    if (!cell) continue;
    if (number < 0) number = lines.push(line) - 1;
    if (cell.lines.at(-1) !== number) cell.lines.push(number);
  }
}

function waysOfPoints({ length, east, north }: TrackPoints, cells: Cells, lines: readonly Line[]): Pick<NearbyWays, "from" | "way" | "distance" | "direction"> {
  const from = new Uint32Array(length + 1);
  const way: number[] = [];
  const distance: number[] = [];
  const direction: number[] = [];
  const rowOfWay = new Map<number, number>();
  for (let point = 0; point < length; point++) {
    rowOfWay.clear();
    eachCellAbout(east[point]!, north[point]!, (key) => {
      for (const number of cells.get(key)?.lines ?? []) {
        const line = lines[number]!;
        const away = distanceTo(line, east[point]!, north[point]!);
        if (away > reach) continue;
        const row = rowOfWay.get(line.way);
        if (row !== undefined && distance[row]! <= away) continue;
        const at = row ?? way.length;
        if (row === undefined) rowOfWay.set(line.way, at);
        way[at] = line.way;
        distance[at] = away;
        direction[at] = Math.atan2(line.toNorth - line.north, line.toEast - line.east);
      }
    });
    from[point + 1] = way.length;
  }
  return { from, way: Uint32Array.from(way), distance: Float64Array.from(distance), direction: Float64Array.from(direction) };
}

function distanceTo({ east, north, toEast, toNorth }: Line, atEast: number, atNorth: number): number {
  const [wide, high] = [toEast - east, toNorth - north];
  const square = wide * wide + high * high;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((atEast - east) * wide + (atNorth - north) * high) / square));
  return Math.hypot(atEast - east - along * wide, atNorth - north - along * high);
}

function doMeet({ east, north }: TrackPoints, cells: Cells, point: number, one: number, other: number): boolean {
  let found = false;
  eachCellAbout(east[point]!, north[point]!, (key) => {
    if (found) return;
    found = (cells.get(key)?.meetings ?? []).some((corner) => corner.ways.includes(one) && corner.ways.includes(other) && Math.hypot(corner.east - east[point]!, corner.north - north[point]!) <= reach);
  });
  return found;
}
