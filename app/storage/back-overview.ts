import { z } from "zod";
import type { PlacedPain } from "../../src/index.ts";
import { placedPain } from "./diary-schema.ts";
import type { Store } from "./open-store.ts";
import { diaryRunnerId } from "./pain-diary.ts";
import { sampleRunnerId } from "./runners.ts";

/** A calendar day of the diary, all its entries taken together. */
export interface DayOverview {
  /** [days since 1970-01-01], by the runner's clock. */
  readonly day: number;
  readonly entries: number;
  /** How many of them with pain anywhere. */
  readonly painful: number;
  /** Worst rating, 0 where every entry says "no pain". */
  readonly worst: number;
  /** Each place as often as it was marked. */
  readonly pains: readonly PlacedPain[];
}

const lookRow = z.object({ day: z.number(), pains: z.string() });
const placedPains = z.array(placedPain).readonly();
const runRow = z.object({ id: z.number(), start: z.number(), duration: z.number(), utcOffset: z.number(), distance: z.number().nullable() });

/** The whole diary day by day beside the runs of the same runner: little enough to draw ten years at once. */
export function backOverview(store: Store) {
  const runnerId = diaryRunnerId(store);
  const days: { day: number; entries: number; painful: number; worst: number; pains: PlacedPain[] }[] = [];
  let lastPains: readonly PlacedPain[] = [];
  for (const look of store.all(lookRow, "SELECT CAST(floor((at + utc_offset) / 86400) AS INTEGER) AS day, pains FROM pain_entries WHERE runner_id = ? AND deleted_at IS NULL ORDER BY day, at, id", runnerId)) {
    const pains = look.pains === "[]" ? [] : placedPains.parse(JSON.parse(look.pains));
    const known = days.at(-1);
    const day = known?.day === look.day ? known : { day: look.day, entries: 0, painful: 0, worst: 0, pains: [] };
    if (day !== known) days.push(day);
    day.entries += 1;
    day.worst = Math.max(day.worst, ...pains.map(({ painRating }) => painRating));
    day.pains.push(...pains);
    if (pains.length === 0) continue;
    day.painful += 1;
    lastPains = pains;
  }
  const runs = store.all(
    runRow,
    `SELECT id, started_at AS start, json_extract(meta, '$.duration') AS duration, coalesce(json_extract(meta, '$.utcOffset'), 0) AS utcOffset, json_extract(meta, '$.distance') AS distance
     FROM recordings WHERE runner_id = ? AND deleted_at IS NULL ORDER BY started_at`,
    runnerId,
  ).map(({ id, start, duration, utcOffset, distance }) => ({ id, day: Math.floor((start + utcOffset) / 86_400), start, end: start + duration, utcOffset, distance }));
  return { isSample: runnerId === sampleRunnerId(store), days, runs, lastPains };
}
