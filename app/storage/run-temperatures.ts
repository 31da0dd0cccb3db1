import { z } from "zod";
import { median } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { readMeta, temperatureOf } from "./recordings.ts";
import { decodeSamples } from "./series-codec.ts";

const unreadRow = z.object({ id: z.number(), series: z.instanceof(Uint8Array) });
const idRow = z.object({ id: z.number() });
const feltRow = z.object({ startedAt: z.number(), meta: z.string(), temperature: z.number() });

/** The temperature of each day with a run whose file tells one, by the run's own calendar [days since 1970] → [°C]. */
export function runTemperatures(store: Store, runnerId: number): ReadonlyMap<number, number> {
  readOldRuns(store, runnerId);
  const days = new Map<number, number[]>();
  for (const { startedAt, meta, temperature } of store.all(feltRow, "SELECT started_at AS startedAt, meta, temperature_celsius AS temperature FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND temperature_celsius IS NOT NULL", runnerId)) {
    const day = Math.floor((startedAt + (readMeta(meta).utcOffset ?? 0)) / 86_400);
    days.set(day, [...(days.get(day) ?? []), temperature]);
  }
  return new Map([...days].map(([day, felt]) => [day, median(felt)]));
}

/** Runs that came in before temperatures were kept are looked through once. */
function readOldRuns(store: Store, runnerId: number): void {
  for (const { id } of store.all(idRow, "SELECT id FROM recordings WHERE runner_id = ? AND is_temperature_read = 0", runnerId)) {
    const row = store.first(unreadRow, "SELECT id, series FROM recordings WHERE id = ?", id);
    if (row) store.run("UPDATE recordings SET is_temperature_read = 1, temperature_celsius = ? WHERE id = ?", temperatureOf(decodeSamples(row.series)), id);
  }
}
