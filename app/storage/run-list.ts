import { z } from "zod";
import { isoTime, worstPainRating, type RunSummary } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { painEntries, type StoredPainEntry } from "./pain-diary.ts";
import { readMeta, titleOf } from "./recordings.ts";
import { relativeLoad, usualWindow } from "./relative-load.ts";
import { analysisSettings, sampleRunnerId, shownRunnerId } from "./runners.ts";
import { readResult } from "./summaries.ts";
import { summaryKey } from "./summary-row.ts";

/** Pain is laid beside a run when it was noted from its start to this long after its end [s], 48 h. */
const painAfter = 48 * 3600;

export const runRow = z.object({
  id: z.number(),
  startedAt: z.number(),
  meta: z.string(),
  shoeId: z.number().nullable(),
  shoeName: z.string().nullable(),
  settingsKey: z.string().nullable(),
  calibrationKey: z.string().nullable(),
  isUnderfootOld: z.number().nullable(),
  underfoot: z.string(),
  isPostureOld: z.number().nullable(),
  result: z.string().nullable(),
});

export type RunRow = z.infer<typeof runRow>;

/** Columns of a `runRow`, for a WHERE clause to follow. */
export const selectRuns = `SELECT recordings.id, recordings.started_at AS startedAt, meta, shoe_id AS shoeId, shoes.name AS shoeName, settings_key AS settingsKey, calibration_key AS calibrationKey, summaries.underfoot_key <> recordings.underfoot_key AS isUnderfootOld, summaries.posture_key <> recordings.posture_key AS isPostureOld, underfoot, result
  FROM recordings LEFT JOIN summaries ON recording_id = recordings.id LEFT JOIN shoes ON shoes.id = shoe_id`;

const countRow = z.object({ count: z.number() });

/** How many runs a runner has. */
export function countRuns(store: Store, runnerId: number): number {
  return store.first(countRow, "SELECT count(*) AS count FROM recordings WHERE runner_id = ? AND deleted_at IS NULL", runnerId)?.count ?? 0;
}

/** Runs of whoever is shown, newest first. */
export function listRuns(store: Store, { offset, limit }: { readonly offset: number; readonly limit: number }) {
  const runnerId = shownRunnerId(store);
  const rows = store.all(runRow, `${selectRuns} WHERE recordings.runner_id = ? AND deleted_at IS NULL ORDER BY recordings.started_at DESC, recordings.id DESC LIMIT ? OFFSET ?`, runnerId, limit, offset);
  const describe = describer(store, runnerId, rows);
  return { total: countRuns(store, runnerId), runs: rows.map((row) => listItem(row, describe(row))) };
}

/** Tells whether a run's summary was computed with another model, profile, calibration, posture, shoe or ground. */
export function staleness(store: Store, runnerId: number): (row: RunRow) => boolean {
  const key = summaryKey(analysisSettings(store, runnerId));
  return (row) => row.settingsKey !== key.settings || row.calibrationKey !== key.calibration || row.isUnderfootOld === 1 || row.isPostureOld === 1;
}

/** What is said of a run beyond its own row. */
export type Description = ReturnType<ReturnType<typeof describer>>;

/** Prepares to describe some runs of one runner with what lies around them in time: earlier runs and pain. */
export function describer(store: Store, runnerId: number, rows: readonly RunRow[]) {
  const starts = rows.map(({ startedAt }) => startedAt);
  const first = Math.min(...starts);
  const last = Math.max(...starts);
  const summaries = rows.length === 0 ? [] : summariesBetween(store, runnerId, first - usualWindow, last);
  const pain = rows.length === 0 ? [] : painEntries(store, runnerId, { from: first, to: last + painAfter + 7 * 86_400 });
  const isStale = staleness(store, runnerId);
  const isSample = sampleRunnerId(store) === runnerId;
  return (row: RunRow) => {
    const meta = readMeta(row.meta);
    const result = readResult(row.result);
    const end = row.startedAt + meta.duration + painAfter;
    const earlier = summaries.filter(({ id, startedAt }) => id !== row.id && startedAt < row.startedAt && startedAt >= row.startedAt - usualWindow);
    return {
      meta, result, isSample, isStale: isStale(row),
      relativeLoad: result && relativeLoad(result.summary, earlier.map(({ summary }) => summary)),
      pain: pain.filter(({ at }) => at >= row.startedAt && at <= end).map(painBeside),
      shoe: row.shoeId === null || row.shoeName === null ? null : { id: row.shoeId, name: row.shoeName },
    };
  };
}

const painBeside = (entry: StoredPainEntry) => ({ id: entry.id, at: isoTime(entry.at, entry.utcOffset), painRating: worstPainRating(entry), pains: entry.pains, occasion: entry.occasion });

function listItem({ id, startedAt }: RunRow, { meta, result, isStale, isSample, relativeLoad, pain, shoe }: Description) {
  const summary = result?.summary ?? null;
  const distance = meta.distance;
  return {
    id,
    startedAt: isoTime(startedAt, meta.utcOffset),
    title: titleOf(meta),
    sport: meta.sport,
    distance,
    duration: meta.duration,
    movingTime: summary?.movingTime ?? null,
    meanSpeed: distance !== null && summary?.movingTime ? distance / summary.movingTime : null,
    speed: summary?.speed ?? null,
    footfallCount: summary?.footfallCount ?? 0,
    peakVerticalForce: summary?.peakVerticalForce ?? null,
    l5s1Peak: summary?.discs.find(({ level }) => level === "L5-S1")?.peakCompression ?? null,
    relativeLoad,
    loadStrip: result?.loadStrip ?? [],
    method: summary?.method ?? [],
    shoe,
    indoor: meta.indoor,
    isSample, isStale, pain,
  };
}

const summaryRow = z.object({ id: z.number(), startedAt: z.number(), result: z.string() });

function summariesBetween(store: Store, runnerId: number, from: number, to: number): { readonly id: number; readonly startedAt: number; readonly summary: RunSummary }[] {
  const rows = store.all(
    summaryRow,
    `SELECT recordings.id, started_at AS startedAt, result FROM recordings JOIN summaries ON recording_id = recordings.id
     WHERE recordings.runner_id = ? AND deleted_at IS NULL AND started_at BETWEEN ? AND ?`,
    runnerId, from, to,
  );
  return rows.flatMap(({ id, startedAt, result }) => {
    const summary = readResult(result)?.summary;
    return summary ? [{ id, startedAt, summary }] : [];
  });
}
