import { noPlace, type NodePlaces } from "./node-places.ts";
import { eachTileOf, tileMicroDegrees } from "./tiles.ts";
import type { WayBatch } from "./way-batch.ts";
import { PieceWriter } from "./way-pieces.ts";

/** What could not be taken from a map that is good otherwise. */
export interface MapLosses {
  /** Ways of which some corner is not in the file, as at the edge of every extract; they are kept without it. */
  waysWithMissingNodes: number;
  /** Corners at which a way leaps over more than ten kilometres; it is kept in parts. */
  leaps: number;
  /** Areas of which a part is not in the file, or that are too wide. */
  areasLeftOut: number;
  /** Nodes placed nowhere on earth. */
  impossiblePlaces: number;
}

/** Extent of a map [1e-6 degrees]. */
export interface MapBounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** Longest believable line between two corners, and the longest that is kept in one [1e-6 degrees]. */
const leap = 100_000;
const longestLine = tileMicroDegrees / 2;

/** Widest area that is kept [tiles], about eight kilometres each way: every tile it touches holds the whole of it. */
const mostTiles = 64;

/** Cuts ways at the edges of tiles; `flush` hands out what has gathered. */
export interface TileCutter {
  readonly cut: (batch: WayBatch, way: number, places: NodePlaces) => void;
  /** Puts ways that bound one area, as a whole, into every tile it touches. */
  readonly cutArea: (batch: WayBatch, ways: readonly number[], places: NodePlaces) => void;
  readonly flush: () => readonly (readonly [tile: number, pieces: Uint8Array])[];
  /** What has gathered [bytes]. */
  readonly size: number;
  readonly corners: number;
  readonly bounds: MapBounds;
}

/** A cutter that notes in `losses` what it had to leave out. */
export function tileCutter(losses: MapLosses): TileCutter {
  const tiles = new Map<number, PieceWriter>();
  const bounds: MapBounds = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity };
  let size = 0;
  let corners = 0;
  const write = (tile: number, id: number, code: number, line: Line, first: number, last: number): void => {
    let writer = tiles.get(tile);
    if (!writer) {
      writer = new PieceWriter();
      tiles.set(tile, writer);
    }
    size -= writer.length;
    writer.add(tile, id, code, line.latitudes, line.longitudes, first, last);
    size += writer.length;
  };
  return {
    cut(batch, way, places) {
      for (const line of linesOf(batch, way, places, losses)) {
        corners += line.latitudes.length;
        widen(bounds, line);
        eachTilePart(line, (tile, first, last) => write(tile, batch.id(way), batch.code(way), line, first, last));
      }
    },
    cutArea(batch, ways, places) {
      const whole = ways.map((way) => linesOf(batch, way, places, { ...losses }));
      const lines = whole.flat();
      const box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity };
      for (const line of lines) widen(box, line);
      const tilesOfBox: number[] = [];
      if (whole.every((parts) => parts.length === 1) && box.north - box.south < 8 * tileMicroDegrees && box.east - box.west < mostTiles * tileMicroDegrees) eachTileOf(box.south, box.west, box.north, box.east, (tile) => tilesOfBox.push(tile));
      if (tilesOfBox.length === 0 || tilesOfBox.length > mostTiles) {
        losses.areasLeftOut++;
        return;
      }
      const [first = 0] = ways;
      for (const tile of tilesOfBox) for (const line of lines) write(tile, batch.id(first), batch.code(first), line, 0, line.latitudes.length - 1);
      for (const line of lines) {
        corners += line.latitudes.length;
        widen(bounds, line);
      }
    },
    flush() {
      const gathered = [...tiles].map(([tile, writer]) => [tile, writer.written()] as const);
      tiles.clear();
      size = 0;
      return gathered;
    },
    get size() {
      return size;
    },
    get corners() {
      return corners;
    },
    bounds,
  };
}

/** A line without leaps [1e-6 degrees]. */
interface Line {
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
}

/** A way's lines: one, unless corners are missing or it leaps; long stretches get corners in between. */
function linesOf(batch: WayBatch, way: number, { latitude, longitude, rowOf }: NodePlaces, losses: MapLosses): Line[] {
  const lines: Line[] = [];
  const nodes = batch.nodes();
  let latitudes: number[] = [];
  let longitudes: number[] = [];
  let isMissing = false;
  const end = (): void => {
    if (latitudes.length > 1) lines.push({ latitudes: Int32Array.from(latitudes), longitudes: Int32Array.from(longitudes) });
    latitudes = [];
    longitudes = [];
  };
  for (let index = batch.from(way); index < batch.from(way + 1); index++) {
    const row = rowOf(nodes[index]!);
    if (row < 0 || latitude[row] === noPlace) {
      isMissing = true;
      end();
      continue;
    }
    const [north, east] = [Math.round(latitude[row]! / 10), Math.round(longitude[row]! / 10)];
    const [lastNorth, lastEast] = [latitudes.at(-1) ?? north, longitudes.at(-1) ?? east];
    const step = Math.max(Math.abs(north - lastNorth), Math.abs(east - lastEast));
    if (step > leap) {
      losses.leaps++;
      end();
    }
    const parts = step > leap ? 1 : Math.max(1, Math.ceil(step / longestLine));
    for (let part = 1; part <= parts; part++) {
      latitudes.push(Math.round(lastNorth + ((north - lastNorth) * part) / parts));
      longitudes.push(Math.round(lastEast + ((east - lastEast) * part) / parts));
    }
  }
  end();
  if (isMissing) losses.waysWithMissingNodes++;
  return lines;
}

/** Calls `take` with each longest part of a line whose stretches all touch one tile. */
function eachTilePart({ latitudes, longitudes }: Line, take: (tile: number, first: number, last: number) => void): void {
  let open = new Map<number, number>();
  for (let corner = 1; corner < latitudes.length; corner++) {
    const touched = new Map<number, number>();
    const [a, b, c, d] = [latitudes[corner - 1]!, latitudes[corner]!, longitudes[corner - 1]!, longitudes[corner]!];
    eachTileOf(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d), (tile) => touched.set(tile, open.get(tile) ?? corner - 1));
    for (const [tile, first] of open) if (!touched.has(tile)) take(tile, first, corner - 1);
    open = touched;
  }
  for (const [tile, first] of open) take(tile, first, latitudes.length - 1);
}

function widen(bounds: MapBounds, { latitudes, longitudes }: Line): void {
  for (let corner = 0; corner < latitudes.length; corner++) {
    bounds.south = Math.min(bounds.south, latitudes[corner]!);
    bounds.north = Math.max(bounds.north, latitudes[corner]!);
    bounds.west = Math.min(bounds.west, longitudes[corner]!);
    bounds.east = Math.max(bounds.east, longitudes[corner]!);
  }
}
