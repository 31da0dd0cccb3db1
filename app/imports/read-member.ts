import type { Recording, Refusal } from "../../src/index.ts";
// Only what needs no store: each thread that reads loads all of this anew.
import type { PackedBytes } from "../containers/member.ts";
import { unpackMember } from "../containers/unpack-member.ts";
import { openOriginal } from "../storage/open-original.ts";
import { readOpened, type ReadFile, type ReadingSettings } from "../storage/read-file.ts";
import type { ShoeThen } from "../storage/underfoot-of-new.ts";
import { isPacked } from "../storage/unpack.ts";
import { shoeAt, type ExpectedShoe } from "./shoe-at.ts";

/** A file as it lies in its container, and what its runs are analysed with. */
export interface MemberToRead {
  /** Its path; the last part names the original. */
  readonly path: string;
  readonly packed: PackedBytes;
  readonly settings: ReadingSettings;
  /** What the runner's account calls it; null where nothing. */
  readonly title: string | null;
  /** The pair it is expected to be in; null where only its start can tell. */
  readonly shoe: ShoeThen | null;
}

/** What is known before any file is read. */
export interface KnownBefore {
  /** Hashes of files that need no reading. */
  readonly hashes: ReadonlySet<string>;
  /** Pairs that runs are expected to be in, by their start. */
  readonly shoes: readonly ExpectedShoe[];
}

/** A file read; or its hash, where it is in the store; or why it cannot be read. */
export type MemberRead = ReadFile | { readonly sha256: string } | Refusal;

/** Unpacks, hashes, reads and analyses one file: all that needs no store. */
export function readMember({ path, packed, settings, title, shoe }: MemberToRead, known: KnownBefore): MemberRead {
  const bytes = unpackMember(packed);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const opened = openOriginal(path, bytes);
  if ("code" in opened) return opened;
  if (known.hashes.has(opened.sha256)) return { sha256: opened.sha256 };
  const told = { title, shoeOf: ({ startedAt }: Recording) => shoe ?? shoeAt(known.shoes, startedAt) };
  return readOpened(packed.isDeflated && !isPacked(bytes) ? { ...opened, gzipped: () => gzipOfDeflated(packed) } : opened, settings, told);
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
