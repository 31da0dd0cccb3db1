import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { updateCalibration } from "./calibration.ts";
import type { Store } from "./open-store.ts";
import { readRecording } from "./recordings.ts";
import { analysisSettings } from "./runners.ts";
import { analyseSafely, summaryKey, summaryRow, writeSummary } from "./summaries.ts";

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
}

/** Brings a runner's summaries up to date, one after the other, letting other work pass between them. Measured runs come first: they settle the calibration of the rest. */
export async function recomputeStale(store: Store, runnerId: number, { onProgress, signal }: RecomputeOptions = {}): Promise<number> {
  let done = 0;
  // Each round can move the calibration once more; it settles in two, three at most.
  for (let round = 0; round < 4; round++) {
    if (round > 0 || !staleRuns(store, runnerId).some(({ isEvidenceOld }) => isEvidenceOld === 1)) updateCalibration(store, runnerId);
    const stale = staleRuns(store, runnerId);
    if (stale.length === 0) break;
    const measured = stale.filter(({ isEvidenceOld }) => isEvidenceOld === 1);
    const settings = analysisSettings(store, runnerId);
    for (const [index, { id }] of (measured.length > 0 ? measured : stale).entries()) {
      if (signal?.aborted) return done;
      onProgress?.(done, done + stale.length - index);
      const found = readRecording(store, id);
      if (found) writeSummary(store, id, runnerId, summaryRow(analyseSafely(found.recording, { ...settings, posture: found.posture, underfoot: found.underfoot })));
      done++;
      await nextTurn();
    }
  }
  return done;
}
