import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import type { ByteSource } from "../../src/index.ts";

/** A map's file, open for reading; it may be far larger than memory. */
export interface MapFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: ByteSource;
  /** SHA-256 of the whole, in hexadecimal; reads all of it. */
  readonly sha256: () => string;
  readonly close: () => void;
}

const hashedAtATime = 2 ** 20;

/** Opens a map's file; throws as the system does where that cannot be. */
export function openMapFile(path: string): MapFile {
  const handle = openSync(path, "r");
  const stats = fstatSync(handle);
  if (stats.isDirectory()) {
    closeSync(handle);
    throw Object.assign(new Error(`${path} is a folder`), { code: "EISDIR" });
  }
  const { size } = stats;
  const read = (at: number, length: number): Uint8Array => {
    const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - at)));
    let filled = 0;
    while (filled < buffer.length) {
      const count = readSync(handle, buffer, filled, buffer.length - filled, at + filled);
      if (count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  };
  return {
    name: basename(path),
    bytes: { size, read },
    sha256() {
      const hash = createHash("sha256");
      for (let at = 0; at < size; at += hashedAtATime) hash.update(read(at, hashedAtATime));
      return hash.digest("hex");
    },
    close: () => closeSync(handle),
  };
}
