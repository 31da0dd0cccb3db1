import { createInflateRaw } from "node:zlib";
import type { ContainerLimits } from "./limits.ts";
import { piecesOf, type RandomAccess } from "./read-range.ts";
import type { ZipEntry } from "./zip-directory.ts";

const localHeader = 0x04034b50;
const headerLength = 30;
const laterSizesFlag = 8;
const encryptedFlag = 1;

/**
 * Members of a zip whose directory is lost, as in a download cut short: followed from local header to local header until the trail ends.
 * Where a header leaves the sizes for later, the packed data themselves tell where they end.
 */
export async function salvageZip(source: RandomAccess, from: number, limits: ContainerLimits): Promise<ZipEntry[]> {
  const found: ZipEntry[] = [];
  let position = from;
  while (found.length < limits.mostMembers) {
    const header = await source.read(position, headerLength);
    if (header.length < headerLength || header.readUInt32LE(0) !== localHeader) break;
    const flags = header.readUInt16LE(6);
    const method = header.readUInt16LE(8);
    const nameLength = header.readUInt16LE(26);
    const dataAt = position + headerLength + nameLength + header.readUInt16LE(28);
    const name = (await source.read(position + headerLength, nameLength)).toString("utf8").replaceAll("\\", "/");
    let packedSize = header.readUInt32LE(18);
    let size = header.readUInt32LE(22);
    let crc32 = header.readUInt32LE(14);
    let next = dataAt + packedSize;
    if ((flags & laterSizesFlag) !== 0) {
      if (method !== 8 || (flags & encryptedFlag) !== 0) break;
      const end = await endOfDeflate(source, dataAt, limits.largestStream);
      if (end === null) break;
      ({ packedSize, size } = end);
      const descriptor = await source.read(dataAt + packedSize, 24);
      const isMarked = descriptor.length >= 4 && descriptor.readUInt32LE(0) === 0x08074b50;
      crc32 = descriptor.length >= 8 ? descriptor.readUInt32LE(isMarked ? 4 : 0) : 0;
      next = await nextHeader(source, dataAt + packedSize);
    }
    if (packedSize === 0xffffffff || dataAt + packedSize > source.size) break;
    const isSafe = !name.endsWith("/") && !name.startsWith("/") && !name.split("/").includes("..") && (method === 0 || method === 8) && (flags & encryptedFlag) === 0;
    if (isSafe) found.push({ name, isDeflated: method === 8, size, packedSize, crc32, offset: position, refusal: null });
    position = next;
  }
  return found;
}

/** Packed and unpacked length of the deflate data at a place; null where they are cut short or damaged. */
function endOfDeflate(source: RandomAccess, position: number, largest: number): Promise<{ packedSize: number; size: number } | null> {
  return new Promise((resolve) => {
    const inflate = createInflateRaw();
    let size = 0;
    inflate.on("data", (piece: Uint8Array) => {
      size += piece.length;
      if (size > largest) inflate.destroy(new Error("too large"));
    });
    inflate.on("end", () => resolve({ packedSize: inflate.bytesWritten, size }));
    inflate.on("error", () => resolve(null));
    inflate.on("close", () => resolve(null));
    void (async () => {
      for await (const piece of piecesOf(source, position, source.size - position)) {
        if (inflate.destroyed || inflate.readableEnded) return;
        if (!inflate.write(piece)) await new Promise((drained) => { inflate.once("drain", drained); inflate.once("close", drained); });
      }
      inflate.end();
    })();
  });
}

/** The descriptor behind the data has 12 to 24 bytes; the next header tells which. */
async function nextHeader(source: RandomAccess, position: number): Promise<number> {
  for (const length of [16, 12, 24, 20]) {
    const mark = await source.read(position + length, 4);
    if (mark.length === 4 && mark.readUInt32LE(0) === localHeader) return position + length;
  }
  return position + 16;
}
