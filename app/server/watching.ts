import { openImport, watchFolder } from "../imports/index.ts";
import { listWatchedFolders, ownRunnerId, readImport, type Store, type WatchedFolder } from "../storage/index.ts";
import type { ImportJobs } from "./import-jobs.ts";

/** Where such imports come from, for the list of imports. */
export const watchedSource = "watched folder";

/** Watches the folders that the app was told to, as long as the server runs. */
export interface Watching {
  /** Begins and ends watches as the store now has it. */
  readonly refresh: () => void;
  /** How the last look into a folder went; null where it is not watched. */
  readonly lookOf: (id: number) => { readonly at: number; readonly trouble: string | null } | null;
  readonly stop: () => Promise<void>;
}

interface Watch {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  look: { readonly at: number; readonly trouble: string | null } | null;
}

export function watchFolders(store: Store, jobs: ImportJobs, report: (error: unknown) => void): Watching {
  const watches = new Map<number, Watch>();

  /** Queues behind other imports; resolves when it ended, with whether it came to its end. */
  const take = (paths: readonly string[]): Promise<boolean> => {
    const waiting = openImport(store, paths, { source: watchedSource, now: Date.now() / 1000 });
    return new Promise((resolve) => {
      jobs.run(waiting, {}, async () => resolve(readImport(store, waiting.id)?.state === "done"));
    });
  };
  const begin = (folder: WatchedFolder): void => {
    const stop = new AbortController();
    const watch: Watch = {
      stop, look: null,
      ended: watchFolder(store, folder, { signal: stop.signal, take, onLook: (trouble) => (watch.look = { at: Date.now() / 1000, trouble }) }).catch(report),
    };
    watches.set(folder.id, watch);
  };
  return {
    refresh() {
      const wanted = new Map(listWatchedFolders(store, ownRunnerId).filter(({ isWatchedByApp }) => isWatchedByApp).map((folder) => [folder.id, folder]));
      for (const [id, { stop }] of watches) {
        if (wanted.has(id)) continue;
        stop.abort();
        watches.delete(id);
      }
      for (const [id, folder] of wanted) if (!watches.has(id)) begin(folder);
    },
    lookOf: (id) => watches.get(id)?.look ?? null,
    async stop() {
      const all = [...watches.values()];
      watches.clear();
      for (const { stop } of all) stop.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
