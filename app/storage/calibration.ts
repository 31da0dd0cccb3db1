import { z } from "zod";
import { calibrateContactTime, type ContactTimeCalibration, type ContactTimeEvidence } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { analysisSettings, writeCalibration } from "./runners.ts";
import { summaryKey } from "./summary-row.ts";

/** A calibration stays in force until the pooled one differs by this much [1], 1 % of contact time … */
const movedLogRatio = 0.01;
/** … or its spread is this many times wider or narrower. */
const movedSpread = 1.25;

/**
 * The calibration in force after these measured runs, in order of time. It follows the pooled one only when that has moved noticeably, so that a new run
 * seldom makes all summaries stale; being a function of the runs alone, the order in which they were imported does not matter.
 */
export function settledCalibration(evidence: readonly ContactTimeEvidence[]): ContactTimeCalibration | null {
  let settled: ContactTimeCalibration | null = null;
  for (let count = 1; count <= evidence.length; count = nextCount(count)) {
    const pooled = calibrateContactTime(evidence.slice(0, count));
    if (pooled && (!settled || hasMoved(settled, pooled))) settled = pooled;
  }
  return settled;
}

// Every run counts at first, later only a tenth more: pooling after each of thousands would cost their square.
function nextCount(count: number): number {
  return count + Math.max(1, Math.floor(count / 10));
}

function hasMoved(from: ContactTimeCalibration, to: ContactTimeCalibration): boolean {
  const spread = to.spread / from.spread;
  return Math.abs(to.logRatio - from.logRatio) > movedLogRatio || spread > movedSpread || spread < 1 / movedSpread;
}

const evidenceRow = z.object({ logRatio: z.number(), footfalls: z.number() });

/** Brings a runner's calibration up to date with the measured runs analysed under the present profile; answers whether it changed. */
export function updateCalibration(store: Store, runnerId: number): boolean {
  const settings = analysisSettings(store, runnerId);
  const evidence = store.all(
    evidenceRow,
    `SELECT evidence_log_ratio AS logRatio, evidence_footfalls AS footfalls FROM summaries JOIN recordings ON recordings.id = recording_id
     WHERE summaries.runner_id = ? AND settings_key = ? AND evidence_log_ratio IS NOT NULL AND deleted_at IS NULL ORDER BY started_at, recording_id`,
    runnerId, summaryKey(settings).settings,
  );
  const calibration = settledCalibration(evidence);
  if (JSON.stringify(calibration) === JSON.stringify(settings.calibration)) return false;
  writeCalibration(store, runnerId, calibration);
  return true;
}
