import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { addMapHere, type MapProgress, type MapThreadTold } from "./add-map.ts";

const work = z.object({ home: z.string(), path: z.string(), now: z.number() }).parse(workerData);
const stopping = new AbortController();
const tell = (message: MapThreadTold): void => parentPort?.postMessage(message, []);

parentPort?.on("message", () => stopping.abort());

/** Progress is told so often [ms]: blocks of the file are read by the hundred a second. */
const pace = 100;
let toldAt = -Infinity;
let stage: MapProgress["stage"] | null = null;

const progressed = (progress: MapProgress): void => {
  const now = performance.now();
  if (progress.stage === stage && now - toldAt < pace && progress.done < progress.total) return;
  [toldAt, stage] = [now, progress.stage];
  tell({ told: "progress", progress });
};

try {
  tell({ told: "over", outcome: await addMapHere(work, { onProgress: progressed, signal: stopping.signal }) });
} catch (error) {
  tell({ told: "failed", message: error instanceof Error ? error.message : String(error) });
} finally {
  parentPort?.close();
}
