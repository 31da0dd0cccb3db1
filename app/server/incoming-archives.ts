import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { openImport, resumeImport } from "../imports/index.ts";
import { forgetSources, importCutShort, readImport, type Store } from "../storage/index.ts";
import type { ImportRecord } from "./api.ts";
import type { ImportJobs } from "./import-jobs.ts";
import { incomingRoot, receiveFile, refuseUnlessRoom } from "./incoming-file.ts";

/** Longer than any account's export that a service hands out in one piece [bytes]. */
const largestArchive = 16 * 2 ** 30;
const command = "footfall import";

/** Archives that pages send: kept in the data folder while they are read, gone afterwards. */
export interface IncomingArchives {
  /** Takes a zip as it comes and queues its import; `length` as the sender tells it [bytes]. */
  readonly take: (name: string, body: Readable, length: number | null) => Promise<ImportRecord>;
  /** Goes on with what the last server did not finish. */
  readonly resumeLeft: () => Promise<void>;
}

export function incomingArchives(store: Store, jobs: ImportJobs): IncomingArchives {
  const root = incomingRoot(store.home);
  const ended = (id: number, folder: string) => async (isStopped: boolean): Promise<void> => {
    // A server that is ended while it reads goes on with the archive when it starts again.
    if (!isStopped && readImport(store, id)?.isResumable) return;
    await rm(folder, { recursive: true, force: true });
    forgetSources(store, id);
  };
  return {
    async take(name, body, length) {
      await refuseUnlessRoom(store.home, length ?? 0, { name, largest: largestArchive, command });
      const { folder, path } = await receiveFile(store.home, { name, body, largest: largestArchive, command });
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
