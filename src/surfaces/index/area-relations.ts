import type { ByteSource, Inflate } from "../pbf/file-blocks.ts";
import { eachRelationAtEnd } from "../pbf/relations.ts";
import { areaOfTags, surfaceOfTags } from "../surface-of-tags.ts";
import type { WayKind } from "../way-kind.ts";
import { relationIds, tagReader, type WayBatch } from "./way-batch.ts";

/** Areas that are made of several ways, with holes or in parts: their ways are gathered as they come, whatever their own tags. */
export interface AreaRelations {
  readonly wants: (way: number) => boolean;
  readonly take: (way: number, nodes: readonly number[]) => void;
  /** Adds what is complete to a batch; answers how many are not. */
  readonly addTo: (batch: WayBatch) => number;
}

interface Relation {
  readonly id: number;
  readonly kind: WayKind;
  readonly ways: readonly number[];
}

/** The multipolygons of a map that a runner may be on; `mostNodes` corners of them are held. */
export function areaRelations(source: ByteSource, inflate: Inflate, mostNodes: number): AreaRelations {
  const relations: Relation[] = [];
  const known = new Set<number>();
  const corners = new Map<number, readonly number[] | null>();
  let held = 0;
  eachRelationAtEnd(source, inflate, (block, { id, keys, values, ways }) => {
    const tags = tagReader(block)(keys, values);
    // A running track is run along its edges, all other ground across.
    const kind = tags?.type !== "multipolygon" ? null : tags.leisure === "track" ? surfaceOfTags(tags) : areaOfTags({ ...tags, area: "yes" });
    if (!kind || known.has(id) || !(id >= 0 && id < relationIds)) return;
    known.add(id);
    const relation = { id, kind, ways: ways() };
    relations.push(relation);
    for (const way of relation.ways) corners.set(way, null);
  });
  return {
    wants: (way) => corners.has(way),
    take(way, nodes) {
      if (held > mostNodes) return;
      held += nodes.length;
      corners.set(way, nodes);
    },
    addTo(batch) {
      let incomplete = 0;
      for (const { id, kind, ways } of relations) {
        const rings = ways.flatMap((way) => [corners.get(way) ?? []]);
        if (!isClosed(rings)) incomplete++;
        else for (const ring of rings) batch.add(relationIds + id, kind, ring);
      }
      return incomplete;
    },
  };
}

/** Whether lines make closed rings: each end is met an even number of times. */
function isClosed(lines: readonly (readonly number[])[]): boolean {
  const ends = new Set<number>();
  for (const line of lines) {
    const [first, last] = [line[0], line.at(-1)];
    if (first === undefined || last === undefined) return false;
    for (const end of [first, last]) if (!ends.delete(end)) ends.add(end);
  }
  return lines.length > 0 && ends.size === 0;
}
