import type { Refusal } from "../../src/index.ts";
import { unpackMember, type PackedBytes } from "../containers/index.ts";
import { isPacked, openOriginal, readOpened, type ReadFile, type ReadingSettings } from "../storage/index.ts";

/** A file as it lies in its container, and what its runs are analysed with. */
export interface MemberToRead {
  /** Its path; the last part names the original. */
  readonly path: string;
  readonly packed: PackedBytes;
  readonly settings: ReadingSettings;
  /** What the runner's account calls it; null where nothing. */
  readonly title: string | null;
}

/** A file read; or its hash, where it is in the store; or why it cannot be read. */
export type MemberRead = ReadFile | { readonly sha256: string } | Refusal;

/** Unpacks, hashes, reads and analyses one file: all that needs no store. */
export function readMember({ path, packed, settings, title }: MemberToRead, isKnown: (sha256: string) => boolean): MemberRead {
  const bytes = unpackMember(packed);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const opened = openOriginal(path, bytes);
  if ("code" in opened) return opened;
  if (isKnown(opened.sha256)) return { sha256: opened.sha256 };
  return readOpened(packed.isDeflated && !isPacked(bytes) ? { ...opened, gzipped: () => gzipOfDeflated(packed) } : opened, settings, title);
}

const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** Zip and gzip wrap the same packed data: what was packed once need not be packed again. */
export function gzipOfDeflated({ bytes, crc32, size }: PackedBytes): Uint8Array {
  const gzipped = new Uint8Array(gzipHeader.length + bytes.length + 8);
  gzipped.set(gzipHeader);
  gzipped.set(bytes, gzipHeader.length);
  const end = new DataView(gzipped.buffer, gzipHeader.length + bytes.length);
  end.setUint32(0, crc32 ?? 0, true);
  end.setUint32(4, (size ?? 0) % 2 ** 32, true);
  return gzipped;
}
