import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Refusal } from "../../src/index.ts";
import { isPacked, unpack } from "./unpack.ts";

/** A file as it was given, opened: what a reader reads, and what is kept. */
export interface OpenedFile {
  /** Without folders and the ending `.gz`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hexadecimal: a file and its packed copy are the same file. */
  readonly sha256: string;
  /** The same, packed; made when it is needed. */
  readonly gzipped: () => Uint8Array;
}

/** Room for the packed bytes in one piece: growing an output costs as much as packing. */
export function outputChunk(length: number): number {
  return Math.max(4096, length);
}

/** Opens a file's bytes, unpacking gzip; a refusal where that cannot be. */
export function openOriginal(name: string, given: Uint8Array): OpenedFile | Refusal {
  const bytes = unpack(given);
  if (!(bytes instanceof Uint8Array)) return bytes;
  return {
    name: name.replace(/^.*[/\\]/, "").replace(/\.gz$/i, ""),
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    gzipped: () => (isPacked(given) ? given : gzipSync(bytes, { level: 1, memLevel: 9, chunkSize: outputChunk(bytes.length) })),
  };
}
