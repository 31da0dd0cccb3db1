import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readdirSync, rmdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { addAbortSignal, Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { putInPlace } from "../storage/index.ts";
import { withTemporary } from "./temporary.ts";
import { CopyTrouble, inCopyWords } from "./trouble.ts";

/** One file of a copy: its path within it, and its bytes as they come. */
export interface MemberToWrite {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Packing makes it smaller: text, not what is packed already. */
  readonly isText: boolean;
}

/** The last member: the SHA-256 of each other one, as `sha256sum -c` reads it. */
export const sumsName = "SHA256SUMS";

/** Where the members go, one after the other. */
interface Writer {
  readonly add: (member: MemberToWrite) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Writes members into a zip, or into a new folder; under its name is nothing, or what was there, until all of it is on the disk. */
export async function writeCopy(path: string, to: "zip" | "folder", members: AsyncIterable<MemberToWrite>, signal?: AbortSignal): Promise<void> {
  try {
    if (to === "folder" && existsSync(path) && readdirSync(path).length > 0) throw new CopyTrouble("exists", `${path}: there is something in this folder already; name a new one`);
    await mkdir(dirname(path), { recursive: true });
    await withTemporary(dirname(path), async (folder) => {
      const unfinished = join(folder, basename(path));
      await write(to === "zip" ? zipWriter(unfinished) : folderWriter(unfinished), members, signal);
      if (to === "folder" && existsSync(path)) rmdirSync(path);
      putInPlace(unfinished, path);
    });
  } catch (error) {
    throw inCopyWords(error, path);
  }
}

async function write(open: (signal: AbortSignal) => Writer, members: AsyncIterable<MemberToWrite>, signal?: AbortSignal): Promise<void> {
  const stopping = new AbortController();
  const writer = open(signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal);
  const sums: string[] = [];
  try {
    for await (const { name, bytes, isText } of members) {
      signal?.throwIfAborted();
      const hash = createHash("sha256");
      await writer.add({ name, isText, bytes: hashed(bytes, hash) });
      sums.push(`${hash.digest("hex")}  ${name}\n`);
    }
    await writer.add({ name: sumsName, isText: true, bytes: [Buffer.from(sums.join(""))] });
    await writer.end();
  } catch (error) {
    stopping.abort();
    throw error;
  }
}

async function* hashed(bytes: MemberToWrite["bytes"], hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

const zipWriter = (path: string) => (signal: AbortSignal): Writer => {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { flags: "wx", mode: 0o600 }), { signal });
  // Trouble with the disk is met at once, not when the last member is in.
  const orTrouble = <Result>(work: Promise<Result>): Promise<Result> => Promise.race([work, written.then(() => work)]);
  written.catch(() => undefined);
  return {
    add({ name, bytes, isText }) {
      const stream = addAbortSignal(signal, Readable.from(bytes, { objectMode: false }));
      const added = finished(stream, { writable: false });
      added.catch(() => undefined);
      zip.addReadStreamLazy(name, { compress: isText, mode: 0o100600 }, (begin) => begin(null, stream));
      return orTrouble(added);
    },
    end() {
      zip.end();
      return written;
    },
  };
};

const folderWriter = (path: string) => (signal: AbortSignal): Writer => ({
  async add({ name, bytes }) {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }), { signal });
  },
  end: () => Promise.resolve(),
});
