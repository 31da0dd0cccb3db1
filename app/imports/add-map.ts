import { Worker } from "node:worker_threads";
import { addSurfaceMap, matchNewRuns, openMapFile, openStore, ownRunnerId, type AddedMap } from "../storage/index.ts";

/** A map's file to be taken into a store; plain data, so that a thread can be given it. */
export interface MapWork {
  readonly home: string;
  readonly path: string;
  /** [s since 1970-01-01T00:00:00Z] */
  readonly now: number;
}

/** How far it is: bytes of the file while it is checked and read, runs while they are matched with it. */
export interface MapProgress {
  readonly stage: "checking" | "reading" | "matching";
  readonly done: number;
  readonly total: number;
}

/** What became of it, and how many runs were matched with it. */
export type MapOutcome = AddedMap & { readonly matched: number };

export interface MapWorkOptions {
  readonly onProgress?: (progress: MapProgress) => void;
  /** Stops it; a map that is not wholly read is not kept, runs that are not matched yet can be later. */
  readonly signal?: AbortSignal;
}

/** Takes a map in and lays it under the owner's runs, on this thread; opens the store for itself. */
export async function addMapHere({ home, path, now }: MapWork, { onProgress = () => undefined, signal }: MapWorkOptions = {}): Promise<MapOutcome> {
  const store = openStore(home);
  const file = openMapFile(path);
  const { size } = file.bytes;
  const stopping = signal ? { signal } : {};
  try {
    onProgress({ stage: "checking", done: 0, total: size });
    const added = await addSurfaceMap(store, file, { now, ...stopping, onProgress: (share) => onProgress({ stage: "reading", done: Math.round(share * size), total: size }) });
    if (added.outcome === "refused" || added.outcome === "cancelled") return { ...added, matched: 0 };
    const matched = await matchNewRuns(store, ownRunnerId, { ...stopping, onProgress: (done, total) => onProgress({ stage: "matching", done, total }) });
    return { ...added, matched };
  } finally {
    file.close();
    store.close();
  }
}

/** What the thread is given and what it tells. */
export type MapThreadTold = { readonly told: "progress"; readonly progress: MapProgress } | { readonly told: "over"; readonly outcome: MapOutcome } | { readonly told: "failed"; readonly message: string };

/** Threads are started from compiled files only: Node does not run TypeScript on its own. */
const isCompiled = import.meta.url.endsWith(".js");

/** The same on a thread of its own, so that whoever asks stays free to answer others. */
export function addMapAside(work: MapWork, options: MapWorkOptions = {}): Promise<MapOutcome> {
  return isCompiled ? inThread(work, options) : addMapHere(work, options);
}

function inThread(work: MapWork, { onProgress, signal }: MapWorkOptions): Promise<MapOutcome> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./map-thread.js", import.meta.url), { workerData: work });
    // Asked, not ended: it clears away what it has half written.
    const stop = (): void => thread.postMessage("stop", []);
    thread.on("message", (message: MapThreadTold) => {
      if (message.told === "progress") onProgress?.(message.progress);
      else if (message.told === "over") resolve(message.outcome);
      else reject(new Error(message.message));
    });
    thread.on("error", reject);
    thread.on("exit", (code) => {
      signal?.removeEventListener("abort", stop);
      reject(new Error(`the map's thread ended with ${code} before it was done`));
    });
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
  });
}
