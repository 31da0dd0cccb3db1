import { WireError, WireReader } from "../pbf/wire-reader.ts";
import { kindOf, type WayKind } from "../way-kind.ts";
import { tileCorner } from "./tiles.ts";

/** A piece of a way within one tile. */
export interface WayPiece {
  /** Number of the way in the map. */
  readonly way: number;
  readonly kind: WayKind;
  /** Its corners [1e-6 degrees]. */
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
}

/**
 * Pieces of one tile as bytes: per piece the way's number, its kind's code, the number of corners, the first from the tile's own corner and each other from the one
 * before; all as varints, differences folded. About four bytes a corner.
 */
export class PieceWriter {
  private bytes = new Uint8Array(64);
  length = 0;

  /** Adds a piece: corners `first` to `last` of a way's [1e-6 degrees]. */
  add(tile: number, way: number, code: number, latitudes: Int32Array, longitudes: Int32Array, first: number, last: number): void {
    const corner = tileCorner(tile);
    this.unsigned(way);
    this.unsigned(code);
    this.unsigned(last - first + 1);
    let latitude = corner.latitude;
    let longitude = corner.longitude;
    for (let index = first; index <= last; index++) {
      this.folded(latitudes[index]! - latitude);
      this.folded(longitudes[index]! - longitude);
      latitude = latitudes[index]!;
      longitude = longitudes[index]!;
    }
  }

  written(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private folded(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  private unsigned(value: number): void {
    if (this.length + 8 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.bytes[this.length++] = (rest % 0x80) | 0x80;
    this.bytes[this.length++] = rest;
  }
}

/** Calls `take` with each piece of a tile. Throws where the bytes are not what a PieceWriter wrote. */
export function eachPiece(tile: number, bytes: Uint8Array, take: (piece: WayPiece) => void): void {
  const corner = tileCorner(tile);
  const reader = new WireReader(bytes);
  while (reader.hasMore) {
    const way = reader.unsigned();
    const kind = kindOf(reader.unsigned());
    const count = reader.unsigned();
    if (kind === null || count > bytes.length) throw new WireError("no piece of a way");
    const latitudes = new Int32Array(count);
    const longitudes = new Int32Array(count);
    let latitude = corner.latitude;
    let longitude = corner.longitude;
    for (let index = 0; index < count; index++) {
      latitudes[index] = latitude += reader.folded();
      longitudes[index] = longitude += reader.folded();
    }
    take({ way, kind, latitudes, longitudes });
  }
}
