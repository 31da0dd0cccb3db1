import { z } from "zod";
import { median } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { temperatureOf } from "./encode-recording.ts";
import { decodeSamples } from "./series-codec.ts";

const unreadRow = z.object({ id: z.number(), series: z.instanceof(Uint8Array) });
const idRow = z.object({ id: z.number() });
const feltRow = z.object({ day: z.number(), temperature: z.number() });

/** The temperature of each day with a run whose file tells one, by the run's own calendar [days since 1970] → [°C]. */
export function runTemperatures(store: Store, runnerId: number, { from, to }: { readonly from: number; readonly to: number }): ReadonlyMap<number, number> {
  readOldRuns(store, runnerId);
  const rows = store.all(
    feltRow,
    `SELECT CAST(floor((started_at + coalesce(json_extract(meta, '$.utcOffset'), 0)) / 86400) AS INTEGER) AS day, temperature_celsius AS temperature
     FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND temperature_celsius IS NOT NULL AND started_at BETWEEN ? AND ? AND day BETWEEN ? AND ?`,
    // A day begins and ends earlier or later by zone.
    runnerId, (from - 1) * 86_400, (to + 2) * 86_400, from, to,
  );
  const days = new Map<number, number[]>();
  for (const { day, temperature } of rows) days.set(day, [...(days.get(day) ?? []), temperature]);
  return new Map([...days].map(([day, felt]) => [day, median(felt)]));
}

/** Runs that came in before temperatures were kept are looked through once. */
function readOldRuns(store: Store, runnerId: number): void {
  for (const { id } of store.all(idRow, "SELECT id FROM recordings WHERE runner_id = ? AND is_temperature_read = 0", runnerId)) {
    const row = store.first(unreadRow, "SELECT id, series FROM recordings WHERE id = ?", id);
    if (row) store.run("UPDATE recordings SET is_temperature_read = 1, temperature_celsius = ? WHERE id = ?", temperatureOf(decodeSamples(row.series)), id);
  }
}
