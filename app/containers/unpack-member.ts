import { crc32, inflateRawSync } from "node:zlib";
import type { Refusal } from "../../src/index.ts";
import { usualLimits, type ContainerLimits } from "./limits.ts";
import type { PackedBytes } from "./member.ts";

/** A member's bytes, unpacked and held against what its container tells of them; a refusal where they differ. */
export function unpackMember({ bytes, isDeflated, size, crc32: told }: PackedBytes, limits: ContainerLimits = usualLimits): Uint8Array | Refusal {
  const trouble = size === null ? null : sizeTrouble(size, bytes.length, limits.largestMember, limits);
  if (trouble) return trouble;
  const unpacked = isDeflated ? inflate(bytes, size, limits) : bytes;
  if (!(unpacked instanceof Uint8Array)) return unpacked;
  if (size !== null && unpacked.length !== size) return damaged(`unpacks to ${unpacked.length} bytes where the archive says ${size}`);
  if (told !== null && crc32(unpacked) !== told) return damaged("its checksum does not match");
  return unpacked;
}

/** Why a member of this size is not unpacked; null where it may be. */
export function sizeTrouble(size: number, packedSize: number, largest: number, { largestRatio, ratioCounts }: ContainerLimits): Refusal | null {
  if (size > largest) return { code: "too-large", message: `unpacks to ${inMebibytes(size)}; the limit for one such file is ${inMebibytes(largest)}`, where: null };
  if (size > ratioCounts && size > largestRatio * Math.max(1, packedSize)) {
    return { code: "too-large", message: `unpacks to ${Math.round(size / Math.max(1, packedSize))} times its packed size, as no recording does; it was left packed`, where: null };
  }
  return null;
}

export function inMebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}

export function damaged(how: string): Refusal {
  return { code: "damaged", message: `damaged in the archive: ${how}; export the archive again`, where: null };
}

function inflate(bytes: Uint8Array, size: number | null, { largestMember }: ContainerLimits): Uint8Array | Refusal {
  try {
    // One byte more than is told, so that a lie shows; the room in one piece, growing it costs as much as unpacking.
    return inflateRawSync(bytes, { maxOutputLength: (size ?? largestMember) + 1, chunkSize: Math.max(1024, Math.min(size ?? 65536, 2 ** 24) + 1) });
  } catch (error) {
    return damaged(error instanceof RangeError ? "it unpacks to more than the archive says" : "its packed data cannot be read");
  }
}
