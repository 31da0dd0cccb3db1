import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openImport, resumeImport } from "../imports/index.ts";
import { forgetSources, importCutShort, readImport, type Store } from "../storage/index.ts";
import type { ImportRecord } from "./api.ts";
import { RequestFailure } from "./failure.ts";
import type { ImportJobs } from "./import-jobs.ts";

/** Longer than any account's export that a service hands out in one piece [bytes]. */
const largestArchive = 16 * 2 ** 30;
/** Left free on the disk beside an archive, for what it will become [bytes]. */
const keptFree = 256 * 2 ** 20;

/** Archives that pages send: kept in the data folder while they are read, gone afterwards. */
export interface IncomingArchives {
  /** Takes a zip as it comes and queues its import; `length` as the sender tells it [bytes]. */
  readonly take: (name: string, body: Readable, length: number | null) => Promise<ImportRecord>;
  /** Goes on with what the last server did not finish. */
  readonly resumeLeft: () => Promise<void>;
}

export function incomingArchives(store: Store, jobs: ImportJobs): IncomingArchives {
  const root = join(store.home, "incoming");
  const isRoomFor = async (length: number): Promise<boolean> => {
    const { bavail, bsize } = await statfs(store.home);
    return length + keptFree <= bavail * bsize;
  };
  const ended = (id: number, folder: string) => async (isStopped: boolean): Promise<void> => {
    // A server that is ended while it reads goes on with the archive when it starts again.
    if (!isStopped && readImport(store, id)?.isResumable) return;
    await rm(folder, { recursive: true, force: true });
    forgetSources(store, id);
  };
  return {
    async take(name, body, length) {
      if ((length ?? 0) > largestArchive) throw tooLarge(name);
      if (!(await isRoomFor(length ?? 0))) throw new RequestFailure(507, "disk-full", `${name}: there is no room for it on the disk; make some, or unpack it elsewhere and use footfall import`);
      const folder = join(root, randomUUID());
      // Where it lies is ours to say; its own name is shown only.
      const path = join(folder, shownName(name));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await pipeline(body, upTo(largestArchive, name), createWriteStream(path, { flags: "wx", mode: 0o600 }));
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      const waiting = openImport(store, [path], { source: "web", now: Date.now() / 1000 });
      return jobs.run(waiting, { base: folder }, ended(waiting.id, folder));
    },
    async resumeLeft() {
      if (!existsSync(root)) return;
      for (const name of await readdir(root)) {
        const folder = join(root, name);
        const [archive] = await readdir(folder).catch(() => []);
        const id = archive === undefined ? null : importCutShort(store, join(folder, archive));
        if (id === null) await rm(folder, { recursive: true, force: true });
        else jobs.run({ id, run: (options) => resumed(store, id, options) }, { base: folder }, ended(id, folder));
      }
    },
  };
}

async function resumed(store: Store, id: number, options: Parameters<typeof resumeImport>[2]) {
  const record = await resumeImport(store, id, options);
  if (!record) throw new Error(`import ${id} could not go on`);
  return record;
}

const shownName = (name: string): string => name.replace(/^.*[/\\]/, "").replaceAll(/[^\p{L}\p{N} ._()-]/gu, "_").replace(/^\.+/, "_");

function tooLarge(name: string): RequestFailure {
  return new RequestFailure(413, "too-large", `${name}: more than ${largestArchive / 2 ** 30} GiB; use footfall import on the command line, which copies nothing`);
}

/** Lets this many bytes pass. */
function upTo(most: number, name: string): Transform {
  let passed = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      passed += piece.length;
      if (passed > most) done(tooLarge(name));
      else done(null, piece);
    },
  });
}
