import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { usualThreads, type Workers } from "../threads/workers.ts";
import type { StoredRun } from "./analyse-again.ts";
import { openAnalysts } from "./analysts.ts";
import { updateCalibration } from "./calibration.ts";
import type { Store } from "./open-store.ts";
import { readEncoded } from "./recordings.ts";
import { analysisSettings } from "./runners.ts";
import { writeSummary } from "./summaries.ts";
import { summaryKey, type SummaryRow } from "./summary-row.ts";

const staleRow = z.object({ id: z.number(), isEvidenceOld: z.number() });

/** Runs whose summary was computed with another model, profile, calibration, posture, shoe or ground, or is missing; those that measured contact time under another profile first, then newest first. */
function staleRuns(store: Store, runnerId: number): z.infer<typeof staleRow>[] {
  const { settings, calibration } = summaryKey(analysisSettings(store, runnerId));
  return store.all(
    staleRow,
    `SELECT recordings.id, evidence_log_ratio IS NOT NULL AND settings_key <> ? AS isEvidenceOld FROM recordings LEFT JOIN summaries ON recording_id = recordings.id
     WHERE recordings.runner_id = ? AND deleted_at IS NULL AND (settings_key IS NULL OR settings_key <> ? OR calibration_key <> ? OR summaries.underfoot_key <> recordings.underfoot_key OR summaries.posture_key <> recordings.posture_key)
     ORDER BY isEvidenceOld DESC, started_at DESC`,
    settings, runnerId, settings, calibration,
  );
}

/** How many summaries are stale. */
export function countStale(store: Store, runnerId: number): number {
  return staleRuns(store, runnerId).length;
}

export interface RecomputeOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Threads that analyse; 0 analyses on this one. */
  readonly threads?: number;
}

/** Fewer are done sooner than threads are started. */
const fewRuns = 24;
/** Runs of one commit for each thread: a commit costs a wait for the disk. */
const runsInCommit = 8;

/** Brings a runner's summaries up to date, letting other work pass between them. Measured runs come first: they settle the calibration of the rest. */
export async function recomputeStale(store: Store, runnerId: number, { onProgress, signal, threads = usualThreads }: RecomputeOptions = {}): Promise<number> {
  let analysts: ReturnType<typeof openAnalysts> | null = null;
  let done = 0;
  try {
    // Each round can move the calibration once more; it settles in two, three at most.
    for (let round = 0; round < 4; round++) {
      if (round > 0 || !staleRuns(store, runnerId).some(({ isEvidenceOld }) => isEvidenceOld === 1)) updateCalibration(store, runnerId);
      const stale = staleRuns(store, runnerId);
      if (stale.length === 0) break;
      const measured = stale.filter(({ isEvidenceOld }) => isEvidenceOld === 1);
      const due = (measured.length > 0 ? measured : stale).map(({ id }) => id);
      analysts ??= openAnalysts(stale.length < fewRuns ? 0 : threads);
      const before = done;
      for await (const count of recomputed(store, runnerId, due, analysts, () => onProgress?.(done, before + stale.length))) {
        done += count;
        if (signal?.aborted) return done;
      }
    }
  } finally {
    await analysts?.close();
  }
  return done;
}

/** Analyses runs in order, the next ones while the last are written down; yields how many were. */
async function* recomputed(store: Store, runnerId: number, ids: readonly number[], analysts: Workers<StoredRun, SummaryRow>, onBegin: () => void): AsyncGenerator<number> {
  const settings = analysisSettings(store, runnerId);
  const size = analysts.count === 1 ? 1 : runsInCommit * analysts.count;
  const begin = (from: number): Promise<readonly (readonly [number, SummaryRow])[]> => Promise.all(ids.slice(from, from + size).flatMap((id) => {
    const found = readEncoded(store, id);
    return found ? [analysts.run({ recording: found.encoded, settings: { ...settings, posture: found.posture, underfoot: found.underfoot } }).then((row) => [id, row] as const)] : [];
  }));
  let next = begin(0);
  try {
    for (let from = 0; from < ids.length; from += size) {
      onBegin();
      const rows = await next;
      next = begin(from + size);
      store.transaction(() => { for (const [id, row] of rows) writeSummary(store, id, runnerId, row); });
      yield Math.min(size, ids.length - from);
      await nextTurn();
    }
  } finally {
    // Ended before they were asked for, they are thrown away.
    next.catch(() => undefined);
  }
}
