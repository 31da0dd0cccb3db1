import { readFile, stat } from "node:fs/promises";
import type { Refusal } from "../../src/index.ts";
import { largestFile, unpack } from "../storage/unpack.ts";
import { systemReason } from "../containers/index.ts";

/** A file's bytes as they are on the disk; or why they cannot be read. Never throws. */
export async function readBytes(path: string): Promise<Uint8Array | Refusal> {
  try {
    const { size } = await stat(path);
    if (size > largestFile) return { code: "too-large", message: `${Math.round(size / 2 ** 20)} MiB, more than any recording; name the recording itself`, where: null };
    return await readFile(path);
  } catch (error) {
    return { code: "unreadable", message: systemReason(error), where: null };
  }
}

/** A file's bytes, unpacked where it is gzip; or why it cannot be read. Never throws. */
export async function openFile(path: string): Promise<Uint8Array | Refusal> {
  const bytes = await readBytes(path);
  return bytes instanceof Uint8Array ? unpack(bytes) : bytes;
}
