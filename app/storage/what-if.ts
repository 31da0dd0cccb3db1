import { z } from "zod";
import { isoTime, mergeCells, typicalCell, type FootfallCell } from "../../src/index.ts";
import { cellsOfRuns, shortened } from "./kept-cells.ts";
import type { Store } from "./open-store.ts";
import { circumstancesOf, readMeta, titleOf } from "./recordings.ts";
import { analysisSettings, sampleRunnerId, shownRunnerId } from "./runners.ts";

const runRow = z.object({ id: z.number(), runnerId: z.number(), startedAt: z.number(), meta: z.string(), underfootKey: z.string(), postureKey: z.string() });
const select = "SELECT id, runner_id AS runnerId, started_at AS startedAt, meta, underfoot_key AS underfootKey, posture_key AS postureKey FROM recordings WHERE deleted_at IS NULL";

const fourWeeks = 28 * 86_400;
/** More runs than anybody has in four weeks; the latest are taken. */
const mostRuns = 100;

/**
 * What a runner's "what if" stands on: one run, or the last four weeks up to the latest run, as cells of footfalls that are much alike. A few thousand numbers stand for
 * some 200,000 footfalls, so that the answer itself is worked out where the slider is, in the browser. Null where there is no run of that id.
 */
export async function whatIfGround(store: Store, runId: number | null) {
  const asked = runId === null ? null : store.first(runRow, `${select} AND id = ?`, runId) ?? null;
  if (runId !== null && !asked) return null;
  const runnerId = asked?.runnerId ?? shownRunnerId(store);
  const rows = asked ? [asked] : latestRuns(store, runnerId);
  const { runner } = analysisSettings(store, runnerId);
  // How the runner held themselves on the latest of the days: what would be otherwise is otherwise than now.
  const posture = rows[0] && circumstancesOf(rows[0]).posture;
  const runs: { readonly id: number; readonly startedAt: string; readonly title: string; readonly distance: number | null; readonly typical: FootfallCell | null }[] = [];
  const all: FootfallCell[] = [];
  const byRun = await cellsOfRuns(store, rows.map(({ id }) => id));
  for (const { id, startedAt, meta: json } of rows) {
    const cells = byRun.get(id) ?? [];
    const meta = readMeta(json);
    const typical = typicalCell(cells.filter(({ isWalking }) => !isWalking));
    if (cells.length > 0) runs.push({ id, startedAt: isoTime(startedAt, meta.utcOffset), title: titleOf(meta), distance: meta.distance, typical: typical && shortened(typical) });
    all.push(...cells);
  }
  return {
    runner, trunkLeanDegrees: posture?.trunkLeanDegrees ?? null, lordosisDegrees: posture?.lordosisDegrees ?? null, isSample: sampleRunnerId(store) === runnerId, runId, runs,
    footfalls: all.reduce((sum, { footfalls }) => sum + footfalls, 0),
    cells: (runs.length === 1 ? all : mergeCells(all)).map(shortened),
  };
}

/** Computes beforehand what a runner's four weeks stand on, so that the first question finds it there. */
export async function readyWhatIf(store: Store, runnerId: number, signal?: AbortSignal): Promise<void> {
  await cellsOfRuns(store, latestRuns(store, runnerId).map(({ id }) => id), signal);
}

function latestRuns(store: Store, runnerId: number): z.infer<typeof runRow>[] {
  const [latest] = store.all(runRow, `${select} AND runner_id = ? ORDER BY started_at DESC LIMIT 1`, runnerId);
  return latest ? store.all(runRow, `${select} AND runner_id = ? AND started_at > ? ORDER BY started_at DESC LIMIT ?`, runnerId, latest.startedAt - fourWeeks, mostRuns) : [];
}
