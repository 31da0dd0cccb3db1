import { setImmediate as nextTurn } from "node:timers/promises";
import { countStale, matchNewRuns, ownRunnerId, readyWhatIf, recomputeStale, sampleRunnerId, settleUnderfoot, type Store } from "../storage/index.ts";

/** Keeps summaries up to date behind the server's back. */
export interface Background {
  /** Looks whether anything is stale, and if so brings it up to date. */
  readonly refresh: () => void;
  /** How far it is; null while nothing is stale. */
  readonly progress: () => { readonly done: number; readonly total: number } | null;
  /** How many runs the maps have been asked about anew; null while none is to be. */
  readonly matching: () => { readonly done: number; readonly total: number } | null;
  /** Stops after the run at hand. */
  readonly stop: () => Promise<void>;
  /** Stops after the run at hand, and does nothing more until what it answers is called. */
  readonly pause: () => Promise<() => void>;
  /** Resolves when nothing is stale any more. */
  readonly settled: () => Promise<void>;
}

/** Recomputes stale summaries of every runner in the store, one run at a time. */
export function recomputeInBackground(store: Store, report: (error: unknown) => void): Background {
  let stopping = new AbortController();
  let progress: { readonly done: number; readonly total: number } | null = null;
  let matching: { readonly done: number; readonly total: number } | null = null;
  let isWanted = false;
  let underWay: Promise<void> | null = null;

  const work = async (): Promise<void> => {
    // Whoever asked for it is answered first.
    await nextTurn();
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false;
      for (const runnerId of [ownRunnerId, sampleRunnerId(store)]) {
        if (runnerId === null) continue;
        settleUnderfoot(store, runnerId);
        await nextTurn();
        await matchNewRuns(store, runnerId, { signal: stopping.signal, onProgress: (done, total) => void (matching = { done, total }) });
        matching = null;
        await nextTurn();
        if (countStale(store, runnerId) === 0) continue;
        await recomputeStale(store, runnerId, { signal: stopping.signal, onProgress: (done, total) => void (progress = { done, total }) });
      }
      progress = null;
      await readyWhatIf(store, ownRunnerId, stopping.signal);
    }
  };
  return {
    refresh() {
      isWanted = true;
      if (stopping.signal.aborted) return;
      underWay ??= work().catch(report).finally(() => {
        progress = null;
        matching = null;
        underWay = null;
      });
    },
    progress: () => progress,
    matching: () => matching,
    async stop() {
      stopping.abort();
      await underWay;
    },
    async pause() {
      stopping.abort();
      await underWay;
      return () => {
        stopping = new AbortController();
        this.refresh();
      };
    },
    settled: async () => void (await underWay),
  };
}
