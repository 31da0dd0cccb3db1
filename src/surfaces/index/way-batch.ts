import { eachWay, type PrimitiveBlock } from "../pbf/primitive-block.ts";
import { WireError, type WireReader } from "../pbf/wire-reader.ts";
import { surfaceOfTags, tagKeys, type Tags } from "../surface-of-tags.ts";
import { kindCode } from "../way-kind.ts";
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
  /** Adds the ways of a block that a runner may be on. */
  readonly addFrom: (block: PrimitiveBlock) => void;
}

/** Longest way that is taken [nodes]; the map's own limit is 2,000. */
const mostNodes = 20_000;

/** An empty batch. */
export function wayBatch(): WayBatch {
  const ids = growingColumn();
  const codes = growingColumn();
  const froms = growingColumn();
  const nodes = growingColumn();
  froms.push(0);
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
    addFrom(block) {
      const tagsOf = tagReader(block);
      eachWay(block, (way) => {
        const tags = tagsOf(way.keys, way.values);
        const kind = tags && surfaceOfTags(tags);
        if (!kind || !(way.id >= 0 && way.id <= Number.MAX_SAFE_INTEGER)) return;
        let node = 0;
        for (let taken = 0; way.nodes.hasMore && taken < mostNodes; taken++) {
          node += way.nodes.folded();
          nodes.push(node);
        }
        ids.push(way.id);
        codes.push(kindCode(kind));
        froms.push(nodes.length);
      });
    },
  };
}

/** Reads a way's tags as far as they matter; null where it is neither a way to go on nor a track. */
function tagReader({ strings }: PrimitiveBlock): (keyPlaces: WireReader, valuePlaces: WireReader) => Tags | null {
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
    return tags.highway === undefined && tags.leisure === undefined ? null : tags;
  };
}
