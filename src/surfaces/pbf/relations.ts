import { blockStarts, fileBlocks, mostUnpackedOf, type ByteSource, type Inflate } from "./file-blocks.ts";
import { readPrimitiveBlock, type PrimitiveBlock } from "./primitive-block.ts";
import { WireReader } from "./wire-reader.ts";

/** A relation as the block holds it. */
interface PackedRelation {
  readonly id: number;
  readonly keys: WireReader;
  readonly values: WireReader;
  /** Numbers of the ways it is made of. */
  readonly ways: () => readonly number[];
}

/** Calls `take` with every relation of a file whose relations stand at its end, as all writers put them. */
export function eachRelationAtEnd(source: ByteSource, inflate: Inflate, take: (block: PrimitiveBlock, relation: PackedRelation) => void): void {
  let unpacked = 0;
  for (const start of blockStarts(source).toReversed()) {
    const [found] = fileBlocks(source, inflate, { from: start });
    if (found?.type !== "OSMData" || found.at !== start) continue;
    unpacked += found.message.length;
    if (unpacked > mostUnpackedOf(source) || !eachRelation(readPrimitiveBlock(found.message), take)) return;
  }
}

/** Whether there was one. */
function eachRelation(block: PrimitiveBlock, take: (block: PrimitiveBlock, relation: PackedRelation) => void): boolean {
  let hasAny = false;
  for (const { bytes, at, end } of block.groups) {
    const group = new WireReader(bytes, at, end);
    for (let field = group.field(); field !== 0; field = group.field()) {
      if (field === 4) {
        take(block, packedRelation(group.message()));
        hasAny = true;
      } else group.skip();
    }
  }
  return hasAny;
}

const way = 1;

function packedRelation(relation: WireReader): PackedRelation {
  const nothing = new WireReader(relation.bytes, 0, 0);
  let id = 0;
  let [keys, values, members, types] = [nothing, nothing, nothing, nothing];
  for (let field = relation.field(); field !== 0; field = relation.field()) {
    if (field === 1) id = relation.integer();
    else if (field === 2) keys = relation.message();
    else if (field === 3) values = relation.message();
    else if (field === 9) members = relation.message();
    else if (field === 10) types = relation.message();
    else relation.skip();
  }
  return {
    id, keys, values,
    ways() {
      const found: number[] = [];
      let member = 0;
      while (members.hasMore && types.hasMore) {
        member += members.folded();
        if (types.unsigned() === way) found.push(member);
      }
      return found;
    },
  };
}
