import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { analyseRecording, footfallCells, isoTime, mergeCells, typicalCell, type FootfallCell } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { readMeta, readRecording, titleOf } from "./recordings.ts";
import { analysisSettings, sampleRunnerId, shownRunnerId } from "./runners.ts";
import { summaryKey } from "./summaries.ts";

const runRow = z.object({ id: z.number(), runnerId: z.number(), startedAt: z.number(), meta: z.string() });
const select = "SELECT id, runner_id AS runnerId, started_at AS startedAt, meta FROM recordings WHERE deleted_at IS NULL";

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
  const posture = rows[0] && readRecording(store, rows[0].id)?.posture;
  const runs: { readonly id: number; readonly startedAt: string; readonly title: string; readonly distance: number | null; readonly typical: FootfallCell | null }[] = [];
  const all: FootfallCell[] = [];
  for (const { id, startedAt, meta: json } of rows) {
    const cells = cellsOf(store, id);
    const meta = readMeta(json);
    const typical = typicalCell(cells.filter(({ isWalking }) => !isWalking));
    if (cells.length > 0) runs.push({ id, startedAt: isoTime(startedAt, meta.utcOffset), title: titleOf(meta), distance: meta.distance, typical: typical && shortened(typical) });
    all.push(...cells);
    await nextTurn();
  }
  return {
    runner, trunkLeanDegrees: posture?.trunkLeanDegrees ?? null, lordosisDegrees: posture?.lordosisDegrees ?? null, isSample: sampleRunnerId(store) === runnerId, runId, runs,
    footfalls: all.reduce((sum, { footfalls }) => sum + footfalls, 0),
    cells: (runs.length === 1 ? all : mergeCells(all)).map(shortened),
  };
}

function latestRuns(store: Store, runnerId: number): z.infer<typeof runRow>[] {
  const [latest] = store.all(runRow, `${select} AND runner_id = ? ORDER BY started_at DESC LIMIT 1`, runnerId);
  return latest ? store.all(runRow, `${select} AND runner_id = ? AND started_at > ? ORDER BY started_at DESC LIMIT ?`, runnerId, latest.startedAt - fourWeeks, mostRuns) : [];
}

interface KeptCells {
  readonly key: string;
  readonly cells: readonly FootfallCell[];
}

/** Cells by recording, as long as the store is open: an analysis costs what a slider must not wait for. */
const kept = new WeakMap<Store, Map<number, KeptCells>>();

function cellsOf(store: Store, id: number): readonly FootfallCell[] {
  const found = readRecording(store, id);
  if (!found) return [];
  const settings = { ...analysisSettings(store, found.runnerId), posture: found.posture, underfoot: found.underfoot };
  const key = JSON.stringify(summaryKey(settings));
  const ofStore = kept.get(store) ?? new Map<number, KeptCells>();
  kept.set(store, ofStore);
  const before = ofStore.get(id);
  if (before?.key === key) return before.cells;
  const cells = footfallCells(analyseRecording(found.recording, settings));
  ofStore.set(id, { key, cells });
  return cells;
}

/** As many digits as the numbers can mean. */
function shortened(cell: FootfallCell): FootfallCell {
  const short = (value: number): number => Number(value.toPrecision(5));
  return {
    ...cell, footfalls: short(cell.footfalls), speed: short(cell.speed), stepRate: short(cell.stepRate), groundContactTime: short(cell.groundContactTime), slope: short(cell.slope),
    stepRateSpread: short(cell.stepRateSpread), groundContactTimeSpread: short(cell.groundContactTimeSpread), shoeDistance: short(cell.shoeDistance),
  };
}
