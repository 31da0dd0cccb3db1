import { eachWay, type PrimitiveBlock } from "../pbf/primitive-block.ts";
import { WireError, type WireReader } from "../pbf/wire-reader.ts";
import { areaOfTags, surfaceOfTags, tagKeys, type Tags } from "../surface-of-tags.ts";
import { kindCode, type WayKind } from "../way-kind.ts";
import { growingColumn } from "./growing-column.ts";

/** Ways whose nodes' places are still to be found. */
export interface WayBatch {
  readonly count: number;
  readonly nodeCount: number;
  readonly id: (way: number) => number;
  readonly code: (way: number) => number;
  /** Its nodes are `nodes()[from(way)]` up to but without `nodes()[from(way + 1)]`. */
  readonly from: (way: number) => number;
  /** Numbers of the nodes of all ways, one way after the other. */
  readonly nodes: () => Float64Array;
  readonly add: (id: number, kind: WayKind, nodes: readonly number[]) => void;
  /** Adds the ways and areas of a block that a runner may be on. */
  readonly addFrom: (block: PrimitiveBlock) => void;
}

/** Longest way that is taken [nodes]; the map's own limit is 2,000. */
const mostNodes = 20_000;

/** Areas have numbers of their own: a way may be both, and relations are counted apart. */
export const areaIds = 2 ** 40;
export const relationIds = 2 ** 41;

/** An empty batch; `members` takes ways that are wanted whatever their tags. */
export function wayBatch(members: { readonly take: (way: number, nodes: readonly number[]) => void; readonly wants: (way: number) => boolean }): WayBatch {
  const ids = growingColumn();
  const codes = growingColumn();
  const froms = growingColumn();
  const nodes = growingColumn();
  froms.push(0);
  const add = (id: number, kind: WayKind, corners: readonly number[]): void => {
    for (const corner of corners) nodes.push(corner);
    ids.push(id);
    codes.push(kindCode(kind));
    froms.push(nodes.length);
  };
  return {
    get count() {
      return ids.length;
    },
    get nodeCount() {
      return nodes.length;
    },
    id: (way) => ids.at(way),
    code: (way) => codes.at(way),
    from: (way) => froms.at(way),
    nodes: nodes.values,
    add,
    addFrom(block) {
      const tagsOf = tagReader(block);
      eachWay(block, (way) => {
        const tags = tagsOf(way.keys, way.values);
        const kind = tags && surfaceOfTags(tags);
        const area = tags && areaOfTags(tags);
        const isMember = members.wants(way.id);
        if (!(kind || area || isMember) || !(way.id >= 0 && way.id < areaIds)) return;
        const corners = cornersOf(way.nodes);
        if (kind) add(way.id, kind, corners);
        if (area && corners.length > 3 && corners[0] === corners.at(-1)) add(areaIds + way.id, area, corners);
        if (isMember) members.take(way.id, corners);
      });
    },
  };
}

function cornersOf(nodes: WireReader): number[] {
  const corners: number[] = [];
  let node = 0;
  while (nodes.hasMore && corners.length < mostNodes) {
    node += nodes.folded();
    corners.push(node);
  }
  return corners;
}

/** Reads tags as far as they matter; null where they are of nothing that one could run on. */
export function tagReader({ strings }: PrimitiveBlock): (keyPlaces: WireReader, valuePlaces: WireReader) => Tags | null {
  // Few strings are keys, and fewer of ours: each is made a text once, when it is first met as a key.
  const keys = new Map<number, (typeof tagKeys)[number] | null>();
  const keyOf = (index: number): (typeof tagKeys)[number] | null => {
    const known = keys.get(index);
    if (known !== undefined) return known;
    const text = strings.text(index);
    const key = tagKeys.find((candidate) => candidate === text) ?? null;
    keys.set(index, key);
    return key;
  };
  const texts = new Map<number, string>();
  const textOf = (index: number): string => {
    const text = texts.get(index) ?? strings.text(index);
    texts.set(index, text);
    return text;
  };
  return (keyPlaces, valuePlaces) => {
    const tags: { [key in (typeof tagKeys)[number]]?: string } = {};
    while (keyPlaces.hasMore) {
      const key = keyOf(keyPlaces.unsigned());
      if (!valuePlaces.hasMore) throw new WireError("a key without its value");
      const value = valuePlaces.unsigned();
      if (key !== null) tags[key] = textOf(value);
    }
    return tags.highway === undefined && tags.leisure === undefined && tags.landuse === undefined && tags.natural === undefined ? null : tags;
  };
}
