import type { Refusal } from "../../src/index.ts";

/** A member's bytes as they lie in their container. */
export interface PackedBytes {
  readonly bytes: Uint8Array;
  /** Packed by deflate without a header, as zip does; else the bytes are the file. */
  readonly isDeflated: boolean;
  /** Size and CRC-32 the container tells of the unpacked file; null where it tells none. */
  readonly size: number | null;
  readonly crc32: number | null;
}

/** A file to import, wherever it lies: on the disk, in an archive, in an archive within one. */
export interface Member {
  /** Where it lies, for people: `export.zip/activities/1.fit.gz`. */
  readonly path: string;
  /** Unpacked size as its container tells it [bytes]. */
  readonly size: number;
  /** Its bytes, packed as they lie there; unpacking is left to whoever has a core to spare. Never throws. */
  readonly packed: () => Promise<PackedBytes | Refusal>;
  /** Its unpacked bytes in pieces, for members too large to hold; each piece holds until the next is asked for. Throws `ContainerError`. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A member, or a path that cannot be looked into and why. */
export type Found = Member | { readonly path: string; readonly refusal: Refusal };

/** Trouble in the midst of a stream. */
export class ContainerError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
