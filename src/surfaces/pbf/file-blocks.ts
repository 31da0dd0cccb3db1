import { damagedAt, MapRefusal } from "../map-refusal.ts";
import { WireError, WireReader } from "./wire-reader.ts";

/** A file that can be read at any place; fewer bytes than asked for only at its end. */
export interface ByteSource {
  readonly size: number;
  readonly read: (at: number, length: number) => Uint8Array;
}

/** Unpacks zlib data; throws where they are damaged or would give more than `most` bytes. */
export type Inflate = (packed: Uint8Array, most: number) => Uint8Array;

/** A block of the file: its message, unpacked. */
export interface FileBlock {
  readonly type: "OSMHeader" | "OSMData";
  readonly message: Uint8Array;
  /** Where it begins and where the next one does [byte]. */
  readonly at: number;
  readonly next: number;
}

/** The format's own limits [bytes]. */
const largestHeader = 64 * 1024;
const largestBlob = 32 * 2 ** 20;
/** Extracts unpack to two or three times their size; what unpacks to far more is made to cost. */
const mostUnpacked = 50;

/** Which blocks are wanted: from some byte on, without those that begin where `skips` says so. */
export interface WantedBlocks {
  readonly from?: number;
  readonly skips?: (at: number) => boolean;
}

/** The blocks of an `.osm.pbf` file, in order. Throws a MapRefusal where the file ends early or is none. */
export function* fileBlocks(source: ByteSource, inflate: Inflate, { from = 0, skips = () => false }: WantedBlocks = {}): Generator<FileBlock, void> {
  let unpacked = 0;
  for (let at = from; at < source.size; ) {
    const { type, blobAt, next } = blobHeader(source, at);
    if (at === 0 && type !== "OSMHeader") throw noMap();
    if ((type === "OSMHeader" || type === "OSMData") && !skips(at)) {
      const message = unpackBlob(source.read(blobAt, next - blobAt), inflate, at);
      unpacked += message.length;
      if (unpacked > mostUnpackedOf(source)) throw new MapRefusal("too-large", `unpacks to more than ${mostUnpacked} times its size, which no map does; download it again from its publisher`, `byte ${at}`);
      yield { type, message, at, next };
    }
    at = next;
  }
}

/** What a file may unpack to in all [bytes]. */
export const mostUnpackedOf = ({ size }: ByteSource): number => mostUnpacked * size + largestBlob;

/** Where each block begins [byte], from the heads alone. */
export function blockStarts(source: ByteSource): number[] {
  const starts: number[] = [];
  for (let at = 0; at < source.size; at = blobHeader(source, at).next) starts.push(at);
  return starts;
}

function noMap(): MapRefusal {
  return new MapRefusal("unknown-format", "this is no OpenStreetMap extract in the .osm.pbf format; download the file that ends in .osm.pbf");
}

function blobHeader(source: ByteSource, at: number): { readonly type: string; readonly blobAt: number; readonly next: number } {
  const wrong = (what: string): MapRefusal => (at === 0 ? noMap() : damagedAt(at, what));
  const prefix = source.read(at, 4);
  if (prefix.length < 4) throw wrong("the file ends inside a block's head");
  const length = ((prefix[0]! << 24) | (prefix[1]! << 16) | (prefix[2]! << 8) | prefix[3]!) >>> 0;
  if (length === 0 || length > largestHeader) throw wrong("no block begins where one should");
  const head = source.read(at + 4, length);
  if (head.length < length) throw wrong("the file ends inside a block's head");
  let type = "";
  let size = -1;
  try {
    const reader = new WireReader(head);
    for (let field = reader.field(); field !== 0; field = reader.field()) {
      if (field === 1) type = new TextDecoder().decode(reader.raw());
      else if (field === 3) size = reader.unsigned();
      else reader.skip();
    }
  } catch (error) {
    throw error instanceof WireError ? wrong("a block's head cannot be read") : error;
  }
  if (size < 0 || size > largestBlob) throw wrong("a block has an impossible size");
  const blobAt = at + 4 + length;
  if (type === "") throw wrong("a block has no type");
  // A known first head means that it is a map, which then is cut short.
  if (blobAt + size > source.size) throw type === "OSMHeader" || at > 0 ? damagedAt(at, "the file ends inside this block") : noMap();
  return { type, blobAt, next: blobAt + size };
}

/** Ways to pack a block that the format allows and hardly anybody writes, by their field. */
const otherPacking = new Map([[4, "LZMA"], [5, "bzip2"], [6, "LZ4"], [7, "Zstandard"]]);

function unpackBlob(blob: Uint8Array, inflate: Inflate, at: number): Uint8Array {
  let plain: Uint8Array | null = null;
  let packed: Uint8Array | null = null;
  let size: number | null = null;
  try {
    const reader = new WireReader(blob);
    for (let field = reader.field(); field !== 0; field = reader.field()) {
      const packing = otherPacking.get(field);
      if (packing !== undefined) throw new MapRefusal("unsupported", `its blocks are packed with ${packing}; write it anew with zlib, for example by \`osmium cat -o again.osm.pbf\``, `byte ${at}`);
      if (field === 1) plain = reader.raw();
      else if (field === 2) size = reader.unsigned();
      else if (field === 3) packed = reader.raw();
      else reader.skip();
    }
  } catch (error) {
    throw error instanceof WireError ? damagedAt(at, "a block cannot be read") : error;
  }
  if (plain !== null) return plain;
  if (packed === null) throw damagedAt(at, "a block holds no data");
  if (size !== null && size > largestBlob) throw damagedAt(at, "a block unpacks to an impossible size");
  const message = inflated(packed, inflate, at);
  if (size !== null && size !== message.length) throw damagedAt(at, "a block unpacks to another size than it says");
  return message;
}

function inflated(packed: Uint8Array, inflate: Inflate, at: number): Uint8Array {
  try {
    return inflate(packed, largestBlob);
  } catch {
    throw damagedAt(at, "a block cannot be unpacked");
  }
}
