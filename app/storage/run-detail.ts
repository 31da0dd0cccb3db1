import { z } from "zod";
import { writeSummary } from "./summaries.ts";
import { analyseSafely, summaryRow } from "./summary-row.ts";
import type { Store } from "./open-store.ts";
import { readRecording, titleOf } from "./recordings.ts";
import { describer, runRow, selectRuns, staleness } from "./run-list.ts";
import { analysisSettings } from "./runners.ts";

const placeRow = z.object({ runnerId: z.number(), importId: z.number(), name: z.string(), sha256: z.string(), size: z.number(), lean: z.number().nullable(), felt: z.number().nullable() });
const idRow = z.object({ id: z.number() });

/** One run with all that is said of it; null where there is none of that id. A stale summary is brought up to date first. */
export function readRun(store: Store, id: number) {
  const place = store.first(
    placeRow,
    `SELECT recordings.runner_id AS runnerId, import_id AS importId, originals.name, sha256, size, json_extract(posture_key, '$.trunkLeanDegrees') AS lean, temperature_celsius AS felt FROM recordings JOIN originals ON originals.id = original_id
     WHERE recordings.id = ? AND deleted_at IS NULL`,
    id,
  );
  if (!place) return null;
  const { runnerId, importId } = place;
  refreshSummary(store, id, runnerId);
  const row = store.first(runRow, `${selectRuns} WHERE recordings.id = ? AND deleted_at IS NULL`, id);
  if (!row) return null;
  const { meta, result, relativeLoad, pain, shoe, isSample } = describer(store, runnerId, [row])(row);
  if (!result) throw new Error(`run ${id} could not be analysed: ${troubleIn(row.result)}`);
  const neighbour = (sign: "<" | ">", order: "DESC" | "ASC"): number | null =>
    store.first(
      idRow,
      `SELECT id FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND (started_at, id) ${sign} (?, ?) ORDER BY started_at ${order}, id ${order} LIMIT 1`,
      runnerId, row.startedAt, id,
    )?.id ?? null;
  return {
    id,
    title: titleOf(meta),
    summary: result.summary,
    body: result.body,
    trunkLeanDegrees: place.lean,
    relativeLoad,
    loadStrip: result.loadStrip,
    pain,
    file: { name: place.name, sha256: place.sha256, bytes: place.size, format: meta.format, importId },
    device: meta.device,
    weather: meta.weather ?? null,
    wristTemperatureCelsius: place.felt,
    shoe,
    indoor: meta.indoor,
    isSample,
    earlierId: neighbour("<", "DESC"),
    laterId: neighbour(">", "ASC"),
    notices: meta.notices,
  };
}

/** A run's page never shows figures of an older profile. */
function refreshSummary(store: Store, id: number, runnerId: number): void {
  const row = store.first(runRow, `${selectRuns} WHERE recordings.id = ?`, id);
  if (!row || !staleness(store, runnerId)(row)) return;
  const found = readRecording(store, id);
  if (found) writeSummary(store, id, runnerId, summaryRow(analyseSafely(found.recording, { ...analysisSettings(store, runnerId), posture: found.posture, underfoot: found.underfoot })));
}

const troubleJson = z.object({ trouble: z.string() });

function troubleIn(json: string | null): string {
  const parsed = json === null ? null : troubleJson.safeParse(JSON.parse(json));
  return parsed?.success ? parsed.data.trouble : "its stored summary cannot be read";
}
