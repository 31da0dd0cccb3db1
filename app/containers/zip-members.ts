import { createInflateRaw } from "node:zlib";
import { pipeline } from "node:stream";
import { Readable } from "node:stream";
import type { Refusal } from "../../src/index.ts";
import type { ContainerLimits } from "./limits.ts";
import { ContainerError, type Found, type Member, type PackedBytes } from "./member.ts";
import { piecesOf, type RandomAccess } from "./read-range.ts";
import { salvageZip } from "./salvage-zip.ts";
import { damaged, inMebibytes, sizeTrouble } from "./unpack-member.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** The members of a zip in the order they lie in it; what cannot be read is named, the rest goes on. */
export async function zipMembers(path: string, source: RandomAccess, limits: ContainerLimits): Promise<Found[]> {
  const { entries, trouble } = await readZipDirectory(source, limits);
  const known = new Set(entries.map(({ offset }) => offset));
  const salvaged = trouble === null || entries.length >= limits.mostMembers ? [] : (await salvageZip(source, 0, limits)).filter(({ offset }) => !known.has(offset));
  const found = [...entries, ...salvaged].map((entry): Found => (entry.refusal === null ? zipMember(path, source, entry, limits) : { path: `${path}/${entry.name}`, refusal: entry.refusal }));
  if (trouble === null) return found;
  const count = entries.length + salvaged.length;
  const loss = count === 0 ? "nothing in it could be read" : `${count} ${count === 1 ? "file" : "files"} in it could still be read`;
  return [...found, { path, refusal: { code: "damaged", message: `the archive is damaged or cut short (${trouble}): ${loss}; download or export it again`, where: null } }];
}

function zipMember(archive: string, source: RandomAccess, entry: ZipEntry, limits: ContainerLimits): Member {
  const { name, isDeflated, size, packedSize, crc32 } = entry;
  return {
    path: `${archive}/${name}`, size,
    async packed(): Promise<PackedBytes | Refusal> {
      const trouble = sizeTrouble(size, packedSize, limits.largestMember, limits);
      if (trouble) return trouble;
      const start = await dataStart(source, entry);
      if (start === null) return damaged("it lies beyond the end of the archive");
      return { bytes: await source.read(start, packedSize), isDeflated, size, crc32 };
    },
    async *chunks() {
      const trouble = sizeTrouble(size, packedSize, limits.largestStream, limits);
      const start = trouble ? null : await dataStart(source, entry);
      if (trouble || start === null) throw new ContainerError(trouble ?? damaged("it lies beyond the end of the archive"));
      const packed = piecesOf(source, start, packedSize);
      let length = 0;
      for await (const piece of isDeflated ? inflated(packed) : packed) {
        length += piece.length;
        if (length > size) throw new ContainerError(damaged(`it unpacks to more than the ${inMebibytes(size)} the archive tells`));
        yield piece;
      }
      if (length < size) throw new ContainerError(damaged(`it ends after ${length} of ${size} bytes`));
    },
  };
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 2 ** 17 });
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    for await (const piece of inflate) if (piece instanceof Uint8Array) yield piece;
  } catch {
    throw new ContainerError(damaged("its packed data cannot be read to the end"));
  }
}

const localHeader = 0x04034b50;
const headerLength = 30;

/** Where a member's data begin; null where its local header is not there or its data would end beyond the archive. */
async function dataStart(source: RandomAccess, { offset, packedSize }: ZipEntry): Promise<number | null> {
  const header = await source.read(offset, headerLength);
  if (header.length < headerLength || header.readUInt32LE(0) !== localHeader) return null;
  const start = offset + headerLength + header.readUInt16LE(26) + header.readUInt16LE(28);
  return start + packedSize <= source.size ? start : null;
}
