import { WireError, WireReader } from "./wire-reader.ts";

/** A block of nodes, ways and relations, taken apart as far as its groups. */
export interface PrimitiveBlock {
  readonly strings: StringTable;
  readonly groups: readonly WireReader[];
  /** Unit of the places [nanodegree], and what is added to them [nanodegree]. */
  readonly granularity: number;
  readonly latitudeOffset: number;
  readonly longitudeOffset: number;
}

/** The strings of a block, turned into text only where asked for: most of them are names nobody needs here. */
export interface StringTable {
  readonly length: number;
  readonly text: (index: number) => string;
}

/** Takes a block apart; throws a WireError where it is none. */
export function readPrimitiveBlock(message: Uint8Array): PrimitiveBlock {
  const groups: WireReader[] = [];
  let strings = stringTable(null);
  let granularity = 100;
  let latitudeOffset = 0;
  let longitudeOffset = 0;
  const reader = new WireReader(message);
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) strings = stringTable(reader.message());
    else if (field === 2) groups.push(reader.message());
    else if (field === 17) granularity = reader.integer();
    else if (field === 19) latitudeOffset = reader.integer();
    else if (field === 20) longitudeOffset = reader.integer();
    else reader.skip();
  }
  return { strings, groups, granularity, latitudeOffset, longitudeOffset };
}

/** Which kinds of members a block's groups hold. */
export function holds(block: PrimitiveBlock): { readonly nodes: boolean; readonly ways: boolean } {
  const firstFields = block.groups.map(({ bytes, at, end }) => new WireReader(bytes, at, end).field());
  return { nodes: firstFields.some((field) => field === 1 || field === 2), ways: firstFields.includes(3) };
}

/** Longer strings are no tag that says anything of a surface. */
const longestText = 64;

function stringTable(list: WireReader | null): StringTable {
  if (list === null) return { length: 0, text: () => "" };
  const { bytes, at, end } = list;
  // Counted first: a table of many empty strings then costs four bytes each and no more.
  const places = new Uint32Array(count(list));
  const reader = new WireReader(bytes, at, end);
  for (let index = 0; reader.hasMore; ) {
    const isString = reader.field() === 1;
    if (isString) places[index++] = reader.at;
    reader.skip();
  }
  const decoder = new TextDecoder();
  return {
    length: places.length,
    text(index) {
      const place = places[index];
      if (place === undefined) throw new WireError("a string that is not there");
      const string = new WireReader(bytes, place, end);
      string.wireType = 2;
      const text = string.raw();
      return text.length > longestText ? "" : decoder.decode(text);
    },
  };
}

function count(list: WireReader): number {
  let strings = 0;
  while (list.hasMore) {
    if (list.field() === 1) strings++;
    list.skip();
  }
  return strings;
}

/** Calls `take` with every node of a block: its number and place [1e-7 degrees]. */
export function eachNode(block: PrimitiveBlock, take: (id: number, latitude: number, longitude: number) => void): void {
  for (const { bytes, at, end } of block.groups) {
    const group = new WireReader(bytes, at, end);
    for (let field = group.field(); field !== 0; field = group.field()) {
      if (field === 2) eachDenseNode(block, group.message(), take);
      else if (field === 1) plainNode(block, group.message(), take);
      else group.skip();
    }
  }
}

function eachDenseNode(block: PrimitiveBlock, dense: WireReader, take: (id: number, latitude: number, longitude: number) => void): void {
  const nothing = new WireReader(dense.bytes, 0, 0);
  let ids = nothing;
  let latitudes = nothing;
  let longitudes = nothing;
  for (let field = dense.field(); field !== 0; field = dense.field()) {
    if (field === 1) ids = dense.message();
    else if (field === 8) latitudes = dense.message();
    else if (field === 9) longitudes = dense.message();
    else dense.skip();
  }
  const scale = block.granularity / 100;
  const south = block.latitudeOffset / 100;
  const west = block.longitudeOffset / 100;
  let id = 0;
  let latitude = 0;
  let longitude = 0;
  while (ids.at < ids.end) {
    id += ids.folded();
    latitude += latitudes.folded();
    longitude += longitudes.folded();
    take(id, Math.round(south + scale * latitude), Math.round(west + scale * longitude));
  }
}

function plainNode(block: PrimitiveBlock, node: WireReader, take: (id: number, latitude: number, longitude: number) => void): void {
  let id = 0;
  let latitude = 0;
  let longitude = 0;
  for (let field = node.field(); field !== 0; field = node.field()) {
    if (field === 1) id = node.folded();
    else if (field === 8) latitude = node.folded();
    else if (field === 9) longitude = node.folded();
    else node.skip();
  }
  const scale = block.granularity / 100;
  take(id, Math.round(block.latitudeOffset / 100 + scale * latitude), Math.round(block.longitudeOffset / 100 + scale * longitude));
}

/** A way as the block holds it; its tags and nodes are read by whoever needs them. */
export interface PackedWay {
  readonly id: number;
  readonly keys: WireReader;
  readonly values: WireReader;
  /** Differences of its nodes' numbers. */
  readonly nodes: WireReader;
}

/** Calls `take` with every way of a block. */
export function eachWay(block: PrimitiveBlock, take: (way: PackedWay) => void): void {
  for (const { bytes, at, end } of block.groups) {
    const group = new WireReader(bytes, at, end);
    for (let field = group.field(); field !== 0; field = group.field()) {
      if (field === 3) take(packedWay(group.message()));
      else group.skip();
    }
  }
}

function packedWay(way: WireReader): PackedWay {
  const nothing = new WireReader(way.bytes, 0, 0);
  let id = 0;
  let keys = nothing;
  let values = nothing;
  let nodes = nothing;
  for (let field = way.field(); field !== 0; field = way.field()) {
    if (field === 1) id = way.integer();
    else if (field === 2) keys = way.message();
    else if (field === 3) values = way.message();
    else if (field === 8) nodes = way.message();
    else way.skip();
  }
  return { id, keys, values, nodes };
}
