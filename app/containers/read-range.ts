import { open, type FileHandle } from "node:fs/promises";

/** Bytes that can be read at any place: a file, or memory. */
export interface RandomAccess {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  readonly read: (position: number, length: number) => Promise<Buffer>;
}

export function bytesInMemory(bytes: Uint8Array): RandomAccess {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: buffer.length, read: (position, length) => Promise.resolve(buffer.subarray(position, position + length)) };
}

/** A file on the disk, opened for each reading: a folder of a thousand archives holds none of them open. */
export function bytesOfFile(path: string, size: number): RandomAccess {
  return {
    size,
    async read(position, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)));
      if (buffer.length === 0) return buffer;
      const file = await open(path);
      try {
        let filled = 0;
        while (filled < buffer.length) {
          const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return buffer.subarray(0, filled);
      } finally {
        await file.close();
      }
    },
  };
}

/** All bytes from a place on, in pieces. */
export async function* piecesOf(source: RandomAccess, position: number, length: number, pieceLength = 2 ** 18): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const piece = await source.read(position + done, Math.min(pieceLength, length - done));
    if (piece.length === 0) return;
    done += piece.length;
    yield piece;
  }
}

/** A file's bytes from its beginning, the next piece read while one is dealt with; each holds until the next is asked for, so that gigabytes leave nothing behind. */
export async function* piecesOfFile(path: string, pieceLength = 2 ** 20): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  let [room, other] = [Buffer.allocUnsafeSlow(pieceLength), Buffer.allocUnsafeSlow(pieceLength)];
  let ahead = fill(file, room);
  try {
    for (;;) {
      const length = await ahead;
      if (length === 0) return;
      [room, other] = [other, room];
      ahead = fill(file, room);
      yield other.subarray(0, length);
    }
  } finally {
    await ahead.catch(() => undefined);
    await file.close();
  }
}

function fill(file: FileHandle, room: Buffer): Promise<number> {
  const filled = file.read(room, 0, room.length).then(({ bytesRead }) => bytesRead);
  // Trouble is met where the piece is asked for.
  filled.catch(() => undefined);
  return filled;
}
