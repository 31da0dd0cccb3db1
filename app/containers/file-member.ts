import { readFile } from "node:fs/promises";
import type { ContainerLimits } from "./limits.ts";
import { ContainerError, type Member } from "./member.ts";
import { piecesOfFile } from "./read-range.ts";
import { systemReason } from "./system-reason.ts";
import { inMebibytes } from "./unpack-member.ts";

/** A file on the disk. */
export function fileMember(path: string, size: number, { largestMember }: ContainerLimits): Member {
  return {
    path, size,
    async packed() {
      if (size > largestMember) return { code: "too-large", message: `${inMebibytes(size)}; the limit for one recording is ${inMebibytes(largestMember)}`, where: null };
      try {
        return { bytes: await readFile(path), isDeflated: false, size: null, crc32: null };
      } catch (error) {
        return { code: "unreadable", message: systemReason(error), where: null };
      }
    },
    async *chunks() {
      try {
        yield* piecesOfFile(path);
      } catch (error) {
        throw new ContainerError({ code: "unreadable", message: systemReason(error), where: null });
      }
    },
  };
}
