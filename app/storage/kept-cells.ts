import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { analyseRecording, footfallCells, surfaces, type FootfallCell } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { circumstancesOf, readRecording } from "./recordings.ts";
import { analysisSettings } from "./runners.ts";
import { summaryKey } from "./summary-row.ts";

const cellsJson = z.array(z.object({
  isWalking: z.boolean(), footfalls: z.number(), speed: z.number(), stepRate: z.number(), groundContactTime: z.number(), slope: z.number(), stepRateSpread: z.number(), groundContactTimeSpread: z.number(),
  surface: z.enum(surfaces), shoeStiffnessNewtonsPerMillimetre: z.number().nullable(), shoeDistance: z.number(),
})).readonly() satisfies z.ZodType<readonly FootfallCell[]>;

/** Raised when cells are cut otherwise: those kept before are then computed anew. */
const cutVersion = 1;

const keptRow = z.object({ runnerId: z.number(), underfootKey: z.string(), postureKey: z.string(), key: z.string().nullable(), cells: z.string().nullable() });
const selectKept = `SELECT recordings.runner_id AS runnerId, underfoot_key AS underfootKey, posture_key AS postureKey, key, cells
  FROM recordings LEFT JOIN footfall_cells ON recording_id = recordings.id WHERE recordings.id = ? AND deleted_at IS NULL`;

/**
 * The cells of some runs by their id: analysed when first asked for, a slider must not wait for that, and kept as long as what they rest on stays. Lets other work
 * pass between runs that are analysed; where it is told to stop, the rest is left out.
 */
export async function cellsOfRuns(store: Store, ids: readonly number[], signal?: AbortSignal): Promise<ReadonlyMap<number, readonly FootfallCell[]>> {
  const all = new Map<number, readonly FootfallCell[]>();
  const fresh: { readonly id: number; readonly key: string }[] = [];
  for (const id of ids) {
    if (signal?.aborted) break;
    const row = store.first(keptRow, selectKept, id);
    if (!row) continue;
    const { runnerId, ...circumstances } = circumstancesOf(row);
    const settings = { ...analysisSettings(store, runnerId), ...circumstances };
    const key = JSON.stringify([cutVersion, summaryKey(settings)]);
    if (row.key === key && row.cells !== null) {
      all.set(id, cellsJson.parse(JSON.parse(row.cells)));
      continue;
    }
    const found = readRecording(store, id);
    if (!found) continue;
    all.set(id, footfallCells(analyseRecording(found.recording, settings)).map(shortened));
    fresh.push({ id, key });
    await nextTurn();
  }
  if (fresh.length > 0) {
    store.transaction(() => {
      // A run may have gone for good meanwhile.
      for (const { id, key } of fresh) store.run("INSERT OR REPLACE INTO footfall_cells (recording_id, runner_id, key, cells) SELECT id, runner_id, ?, ? FROM recordings WHERE id = ?", key, JSON.stringify(all.get(id)), id);
    });
  }
  return all;
}

/** As many digits as the numbers can mean. */
export function shortened(cell: FootfallCell): FootfallCell {
  const short = (value: number): number => Number(value.toPrecision(5));
  return {
    ...cell, footfalls: short(cell.footfalls), speed: short(cell.speed), stepRate: short(cell.stepRate), groundContactTime: short(cell.groundContactTime), slope: short(cell.slope),
    stepRateSpread: short(cell.stepRateSpread), groundContactTimeSpread: short(cell.groundContactTimeSpread), shoeDistance: short(cell.shoeDistance),
  };
}
