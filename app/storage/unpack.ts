import { gunzipSync } from "node:zlib";
import type { Refusal } from "../../src/index.ts";

/** Larger than any recording; a mistaken file or a gzip bomb ends here [bytes]. */
export const largestFile = 256 * 2 ** 20;

/** A file's bytes, unpacked where they are gzip, recognised by content; a refusal where that cannot be. */
export function unpack(given: Uint8Array): Uint8Array | Refusal {
  if (given.length === 0) return { code: "empty", message: "the file is empty; export it again", where: null };
  const bytes = isPacked(given) ? gunzip(given) : given;
  return bytes instanceof Uint8Array && bytes.length > largestFile ? tooLarge : bytes;
}

/** Whether bytes are gzip. */
export function isPacked(given: Uint8Array): boolean {
  return given[0] === 0x1f && given[1] === 0x8b;
}

const tooLarge: Refusal = { code: "too-large", message: `more than ${largestFile / 2 ** 20} MiB, larger than any recording; give the recording itself`, where: null };

function gunzip(given: Uint8Array): Uint8Array | Refusal {
  try {
    return gunzipSync(given, { maxOutputLength: largestFile });
  } catch (error) {
    if (error instanceof RangeError) return tooLarge;
    return { code: "damaged", message: "the gzip data are damaged or cut short; export or download the file again", where: null };
  }
}
