import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { RequestFailure } from "./failure.ts";

/** Left free on the disk beside a file that a page sends, for what it will become [bytes]. */
const keptFree = 256 * 2 ** 20;

/** A file that a page sends, larger than memory should hold. */
export interface IncomingFile {
  /** As the runner knows it; where it lies is ours to say. */
  readonly name: string;
  readonly body: Readable;
  /** Most that is taken [bytes]. */
  readonly largest: number;
  /** The command that takes such files from where they are. */
  readonly command: string;
  /** Told how much has come [bytes]. */
  readonly onBytes?: (received: number) => void;
  readonly signal?: AbortSignal;
}

/** The folder of the store that such files come to; each has one of its own in it. */
export const incomingRoot = (home: string): string => join(home, "incoming");

/** Refuses a file of this length before it comes [bytes]. */
export async function refuseUnlessRoom(home: string, length: number, { name, largest, command }: Pick<IncomingFile, "name" | "largest" | "command">): Promise<void> {
  if (length > largest) throw tooLarge({ name, largest, command });
  const { bavail, bsize } = await statfs(home);
  if (length + keptFree > bavail * bsize) throw new RequestFailure(507, "disk-full", `${name}: there is no room for it on the disk; make some, or use ${command} on the command line, which copies nothing`);
}

/** Streams a file to the disk; nothing of it is left where it does not come whole. */
export async function receiveFile(home: string, { name, body, largest, command, onBytes, signal }: IncomingFile): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = join(incomingRoot(home), randomUUID());
  const path = join(folder, shownName(name));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(body, counted(largest, tooLarge({ name, largest, command }), onBytes), createWriteStream(path, { flags: "wx", mode: 0o600 }), signal ? { signal } : {});
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { folder, path };
}

const shownName = (name: string): string => name.replace(/^.*[/\\]/, "").replaceAll(/[^\p{L}\p{N} ._()-]/gu, "_").replace(/^\.+/, "_");

function tooLarge({ name, largest, command }: Pick<IncomingFile, "name" | "largest" | "command">): RequestFailure {
  return new RequestFailure(413, "too-large", `${name}: more than ${largest / 2 ** 30} GiB; use ${command} on the command line, which copies nothing`);
}

/** Lets this many bytes pass, and tells how many have. */
function counted(most: number, refusal: RequestFailure, onBytes: IncomingFile["onBytes"]): Transform {
  let passed = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      passed += piece.length;
      if (passed > most) return done(refusal);
      onBytes?.(passed);
      done(null, piece);
    },
  });
}
