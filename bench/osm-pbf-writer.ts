import { deflateSync } from "node:zlib";

/** A corner of ways in a made-up map [degrees]. */
export interface MapNode {
  readonly id: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** A way of a made-up map. */
export interface MapWay {
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly nodes: readonly number[];
}

/** An area of a made-up map that is made of several ways. */
export interface MapRelation {
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly ways: readonly number[];
}

/** How a file is written. */
export interface OsmPbfOptions {
  /** Come after the ways. */
  readonly relations?: readonly MapRelation[];
  /** Nodes one by one instead of as columns, as old writers did. */
  readonly hasPlainNodes?: boolean;
  /** Blocks as they are, not deflated. */
  readonly isRaw?: boolean;
  readonly requiredFeatures?: readonly string[];
  /** Nodes or ways in a block. */
  readonly blockSize?: number;
}

/** The pieces of an `.osm.pbf` file of these nodes and ways, in order: head, nodes, ways. */
export function* osmPbf(nodes: Iterable<MapNode>, ways: Iterable<MapWay>, options: OsmPbfOptions = {}): Generator<Uint8Array> {
  const { relations = [], hasPlainNodes = false, isRaw = false, requiredFeatures = ["OsmSchema-V0.6", "DenseNodes"], blockSize = 8000 } = options;
  const head = new Message();
  for (const feature of requiredFeatures) head.text(4, feature);
  head.text(16, "footfall test maps");
  yield fileBlock("OSMHeader", head, isRaw);
  for (const group of groupsOf(nodes, blockSize)) yield fileBlock("OSMData", hasPlainNodes ? plainNodes(group) : denseNodes(group), isRaw);
  for (const group of groupsOf(ways, blockSize)) yield fileBlock("OSMData", packedWays(group), isRaw);
  for (const group of groupsOf(relations, blockSize)) yield fileBlock("OSMData", packedRelations(group), isRaw);
}

/** A whole file in one piece. */
export function osmPbfFile(nodes: Iterable<MapNode>, ways: Iterable<MapWay>, options: OsmPbfOptions = {}): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat([...osmPbf(nodes, ways, options)]));
}

/** One block as the file holds it; for files that are wrong on purpose too. */
export function fileBlock(type: string, content: Message, isRaw: boolean): Uint8Array {
  const blob = new Message();
  if (isRaw) blob.bytes(1, content.written());
  else {
    blob.number(2, content.length);
    blob.bytes(3, deflateSync(content.written(), { level: 6 }));
  }
  const head = new Message();
  head.text(1, type);
  head.number(3, blob.length);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head.written(), blob.written()]);
}

/** A protocol buffer message that grows. */
export class Message {
  private buffer = Buffer.alloc(256);
  length = 0;

  written(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  number(field: number, value: number): void {
    this.varint(field * 8);
    this.varint(value);
  }

  text(field: number, value: string): void {
    this.bytes(field, Buffer.from(value));
  }

  bytes(field: number, value: Uint8Array): void {
    this.varint(field * 8 + 2);
    this.varint(value.length);
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  message(field: number, value: Message): void {
    this.bytes(field, value.written());
  }

  folded(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  varint(value: number): void {
    this.reserve(10);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.buffer[this.length++] = (rest % 0x80) | 0x80;
    this.buffer[this.length++] = rest;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = Buffer.alloc(Math.max(this.length + more, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

function* groupsOf<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Places are written in units of 100 nanodegrees. */
const unit = (degrees: number): number => Math.round(degrees * 1e7);

function differences(values: readonly number[]): Message {
  const packed = new Message();
  let last = 0;
  for (const value of values) {
    packed.folded(value - last);
    last = value;
  }
  return packed;
}

function block(strings: readonly string[], group: Message): Message {
  const table = new Message();
  for (const string of strings) table.text(1, string);
  const whole = new Message();
  whole.message(1, table);
  whole.message(2, group);
  return whole;
}

function denseNodes(nodes: readonly MapNode[]): Message {
  const dense = new Message();
  dense.message(1, differences(nodes.map(({ id }) => id)));
  dense.message(8, differences(nodes.map(({ latitude }) => unit(latitude))));
  dense.message(9, differences(nodes.map(({ longitude }) => unit(longitude))));
  const group = new Message();
  group.message(2, dense);
  return block([""], group);
}

function plainNodes(nodes: readonly MapNode[]): Message {
  const group = new Message();
  for (const { id, latitude, longitude } of nodes) {
    const node = new Message();
    for (const [field, value] of [[1, id], [8, unit(latitude)], [9, unit(longitude)]] as const) {
      node.varint(field * 8);
      node.folded(value);
    }
    group.message(1, node);
  }
  return block([""], group);
}

function packedWays(ways: readonly MapWay[]): Message {
  const { place, packed, strings } = tagPacker();
  const group = new Message();
  for (const { id, tags, nodes } of ways) {
    const way = new Message();
    way.number(1, id);
    way.message(2, packed(Object.keys(tags).map(place)));
    way.message(3, packed(Object.values(tags).map(place)));
    way.message(8, differences(nodes));
    group.message(3, way);
  }
  return block(strings(), group);
}

function packedRelations(relations: readonly MapRelation[]): Message {
  const { place, packed, strings } = tagPacker();
  const group = new Message();
  for (const { id, tags, ways } of relations) {
    const relation = new Message();
    relation.number(1, id);
    relation.message(2, packed(Object.keys(tags).map(place)));
    relation.message(3, packed(Object.values(tags).map(place)));
    relation.message(8, packed(ways.map(() => place("outer"))));
    relation.message(9, differences(ways));
    relation.message(10, packed(ways.map(() => 1)));
    group.message(4, relation);
  }
  return block(strings(), group);
}

/** Gathers the strings of a block. */
function tagPacker(): { readonly place: (string: string) => number; readonly packed: (values: readonly number[]) => Message; readonly strings: () => readonly string[] } {
  const strings = new Map([["", 0]]);
  return {
    place(string) {
      const known = strings.get(string) ?? strings.size;
      strings.set(string, known);
      return known;
    },
    packed(values) {
      const message = new Message();
      for (const value of values) message.varint(value);
      return message;
    },
    strings: () => [...strings.keys()],
  };
}
