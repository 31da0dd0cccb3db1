import type { Notice, Refusal } from "../../domain/index.ts";
import { damagedAt, MapRefusal } from "../map-refusal.ts";
import { fileBlocks, type ByteSource, type Inflate } from "../pbf/file-blocks.ts";
import { checkHeader } from "../pbf/header-block.ts";
import { eachNode, holds, readPrimitiveBlock } from "../pbf/primitive-block.ts";
import { WireError } from "../pbf/wire-reader.ts";
import { isLine, kindOf } from "../way-kind.ts";
import { areaRelations, type AreaRelations } from "./area-relations.ts";
import { nodePlaces, type NodePlaces } from "./node-places.ts";
import { tileCutter, type MapBounds, type MapLosses, type TileCutter } from "./tile-pieces.ts";
import { microDegrees } from "./tiles.ts";
import { wayBatch, type WayBatch } from "./way-batch.ts";

/** What indexing says as it goes: how much is done, and tiles of the index as they fill. A tile may come several times, each time with other pieces. */
export type IndexStep =
  | { readonly kind: "progress"; /** Share of the work [1]. */ readonly done: number }
  | { readonly kind: "tile"; readonly tile: number; readonly pieces: Uint8Array };

/** What was taken from a map. */
export interface IndexedMap {
  /** Ways a runner may be on, and their corners. */
  readonly ways: number;
  readonly corners: number;
  /** Extent [degrees]. */
  readonly bounds: { readonly south: number; readonly west: number; readonly north: number; readonly east: number };
  /** What could not be taken. */
  readonly notices: readonly Notice[];
}

/** What bounds the memory. */
export interface IndexLimits {
  /** Corners of ways that are held at a time; a larger map is done in several rounds, each reading the nodes anew. */
  readonly nodesAtATime: number;
  /** Bytes of tiles that gather before they are handed out. */
  readonly tileBytes: number;
}

const usualLimits: IndexLimits = { nodesAtATime: 4_000_000, tileBytes: 8 * 2 ** 20 };

/**
 * Reads an OpenStreetMap extract (`.osm.pbf`) and hands out, tile by tile, the ways a runner may be on. Ends with what was taken, or with why nothing was:
 * a map that is damaged anywhere is refused whole. Ways name their corners by number only, so that the file is read twice: for the ways, then for the places of their corners.
 */
export function* indexMap(source: ByteSource, inflate: Inflate, limits: IndexLimits = usualLimits): Generator<IndexStep, IndexedMap | Refusal> {
  try {
    return yield* indexRounds(source, inflate, limits);
  } catch (error) {
    if (error instanceof MapRefusal) return error.refusal;
    throw error;
  }
}

function* indexRounds(source: ByteSource, inflate: Inflate, limits: IndexLimits): Generator<IndexStep, IndexedMap> {
  if (source.size === 0) throw new MapRefusal("empty", "the file is empty; download it again");
  const losses: MapLosses = { waysWithMissingNodes: 0, leaps: 0, areasLeftOut: 0, impossiblePlaces: 0 };
  const cutter = tileCutter(losses);
  const withoutNodes = new Set<number>();
  const relations = readable(0, () => areaRelations(source, inflate, limits.nodesAtATime));
  let ways = 0;
  for (let from = 0; from < source.size; ) {
    const { batch, next } = yield* collectWays(source, inflate, { from, mostNodes: limits.nodesAtATime, withoutNodes, relations });
    // By the last round every way has passed.
    if (next === source.size) losses.areasLeftOut += relations.addTo(batch);
    if (batch.count > 0) {
      ways += batch.count;
      losses.impossiblePlaces = 0;
      yield* cutWays(batch, yield* findPlaces(source, inflate, batch, withoutNodes, losses, { from, next }), cutter, limits.tileBytes);
    }
    from = next;
  }
  yield* flush(cutter);
  if (ways === 0) throw new MapRefusal("not-a-recording", "the map holds no way that one could run on: its download was cut short, or it is an extract of something else; download the plain extract of the area you run in");
  if (cutter.corners === 0) throw new MapRefusal("unsupported", "the map does not hold the places of its ways' corners; download the plain extract");
  return { ways, corners: cutter.corners, bounds: inDegrees(cutter.bounds), notices: lossNotices(losses) };
}

/** Ways from some byte on, as many as fit; and where the next round begins. */
function* collectWays(source: ByteSource, inflate: Inflate, { from, mostNodes, withoutNodes, relations }: { readonly from: number; readonly mostNodes: number; readonly withoutNodes: Set<number>; readonly relations: AreaRelations }): Generator<IndexStep, { batch: WayBatch; next: number }> {
  const batch = wayBatch(relations);
  for (const { type, message, at, next } of fileBlocks(source, inflate, { from })) {
    readable(at, () => {
      if (type === "OSMHeader") checkHeader(message);
      const block = type === "OSMData" ? readPrimitiveBlock(message) : null;
      const { nodes, ways } = block ? holds(block) : { nodes: false, ways: false };
      // Small ones cost nothing to read again, and a file may be made of millions of them.
      if (!nodes && message.length > 1000) withoutNodes.add(at);
      if (block && ways) batch.addFrom(block);
    });
    yield { kind: "progress", done: (from + (next - from) / 2) / source.size };
    if (batch.nodeCount >= mostNodes) return { batch, next };
  }
  return { batch, next: source.size };
}

function* findPlaces(source: ByteSource, inflate: Inflate, batch: WayBatch, withoutNodes: ReadonlySet<number>, losses: MapLosses, round: { from: number; next: number }): Generator<IndexStep, NodePlaces> {
  const places = nodePlaces(batch.nodes());
  const take = (id: number, latitude: number, longitude: number): void => {
    if (Math.abs(latitude) <= 900_000_000 && Math.abs(longitude) < 1_800_000_000) places.put(id, latitude, longitude);
    else losses.impossiblePlaces++;
  };
  for (const { type, message, at, next } of fileBlocks(source, inflate, { skips: (byte) => withoutNodes.has(byte) })) {
    if (type === "OSMData") readable(at, () => eachNode(readPrimitiveBlock(message), take));
    const middle = (round.from + round.next) / 2;
    yield { kind: "progress", done: (middle + ((round.next - middle) * next) / source.size) / source.size };
  }
  yield { kind: "progress", done: round.next / source.size };
  return places;
}

function* cutWays(batch: WayBatch, places: NodePlaces, cutter: TileCutter, tileBytes: number): Generator<IndexStep, void> {
  for (let way = 0; way < batch.count; way++) {
    const kind = kindOf(batch.code(way));
    if (kind && !isLine(kind)) {
      const ring = [way];
      while (way + 1 < batch.count && batch.id(way + 1) === batch.id(way)) ring.push(++way);
      cutter.cutArea(batch, ring, places);
    } else cutter.cut(batch, way, places);
    if (cutter.size >= tileBytes) yield* flush(cutter);
  }
}

function* flush(cutter: TileCutter): Generator<IndexStep, void> {
  for (const [tile, pieces] of cutter.flush()) yield { kind: "tile", tile, pieces };
}

function lossNotices({ waysWithMissingNodes, leaps, areasLeftOut, impossiblePlaces }: MapLosses): Notice[] {
  return [
    { code: "missing-corners", count: waysWithMissingNodes, message: "ways have corners that are not in the file, as at every extract's edge; they are kept without those" },
    { code: "leaps", count: leaps, message: "lines would leap over ten kilometres and more; their ways are kept in parts" },
    { code: "areas-left-out", count: areasLeftOut, message: "areas are not whole in the file, as at every extract's edge, or wider than eight kilometres; they are left out" },
    { code: "impossible-places", count: impossiblePlaces, message: "corners have a place that is not on earth; they are left out" },
  ].flatMap(({ code, count, message }) => (count === 0 ? [] : [{ code, message: `${count} ${message}` }]));
}

function readable<Result>(at: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof WireError ? damagedAt(at, "a block cannot be read") : error;
  }
}

function inDegrees({ south, west, north, east }: MapBounds): IndexedMap["bounds"] {
  return { south: south / microDegrees, west: west / microDegrees, north: north / microDegrees, east: east / microDegrees };
}
