import { z } from "zod";
import { completeBody, costPerMetre, hardSurfaces, planWeek, redFlagAdvice, type PastRun, type PlanWishes, type WeekPlan } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { diaryRunnerId, painEntries } from "./pain-diary.ts";
import { planWishes } from "./plan-wishes.ts";
import { readRecording } from "./recordings.ts";
import { redFlagAnswers } from "./red-flag-answers.ts";
import { readRunner, sampleRunnerId, shownRunnerId } from "./runners.ts";
import { listShoes } from "./shoes.ts";
import { readUnderfoot } from "./underfoot.ts";

const day = 86_400;
/** Days of runs the plan looks back: enough to see a break before the last four weeks. */
const lookBack = 75;

/** First day of the plan [days since 1970-01-01] and the moment asked [s since 1970]. */
export interface PlanMoment {
  readonly today: number;
  readonly now: number;
}

/** The plan of seven days for whoever is shown, by the owner's wishes or by others. */
export function weekPlan(store: Store, moment: PlanMoment, wishes: PlanWishes = planWishes(store)): { readonly plan: WeekPlan; readonly wishes: PlanWishes; readonly isSample: boolean } {
  const runnerId = shownRunnerId(store);
  const isSample = sampleRunnerId(store) === runnerId;
  const { today, now } = isSample ? sampleMoment(store, runnerId, moment) : moment;
  const diaryOf = diaryRunnerId(store);
  const since = (today - lookBack) * day;
  const plan = planWeek({
    today, now, wishes,
    runs: pastRuns(store, runnerId, since), ranBefore: hasRunsBefore(store, runnerId, since),
    entries: painEntries(store, diaryOf, { from: now - 15 * day, to: now }),
    hasUrgentSign: redFlagAdvice(redFlagAnswers(store, diaryOf).at(-1)?.marked ?? [])?.urgency === "today",
    body: completeBody(readRunner(store, runnerId)),
    pairs: listShoes(store, runnerId).filter(({ retiredOn }) => retiredOn === null).map(({ name }) => name),
  });
  return { plan, wishes, isSample };
}

const lastRow = z.object({ startedAt: z.number().nullable() });

/** The sample runner's time stands still on the day after the last run. */
function sampleMoment(store: Store, runnerId: number, moment: PlanMoment): PlanMoment {
  const last = store.first(lastRow, "SELECT max(started_at) AS startedAt FROM recordings WHERE runner_id = ?", runnerId)?.startedAt ?? null;
  const today = last === null ? moment.today : Math.min(moment.today, Math.floor(last / day) + 1);
  return today === moment.today ? moment : { today, now: (today + 0.5) * day };
}

const runRow = z.object({
  id: z.number(), startedAt: z.number(), duration: z.number(), utcOffset: z.number().nullable(), distance: z.number().nullable(), movingTime: z.number().nullable(), underfoot: z.string(), shoe: z.string().nullable(),
});

/** Runs since a moment [s since 1970], as the plan sees them; walks and runs of unknown length left out. */
function pastRuns(store: Store, runnerId: number, since: number): readonly PastRun[] {
  return store.all(
    runRow,
    `SELECT recordings.id, started_at AS startedAt, json_extract(meta, '$.duration') AS duration, json_extract(meta, '$.utcOffset') AS utcOffset, json_extract(meta, '$.distance') AS distance,
       json_extract(result, '$.summary.movingTime') AS movingTime, underfoot, shoes.name AS shoe
     FROM recordings LEFT JOIN summaries ON recording_id = recordings.id LEFT JOIN shoes ON shoes.id = shoe_id
     WHERE recordings.runner_id = ? AND deleted_at IS NULL AND started_at >= ? AND json_extract(meta, '$.sport') = 'running' ORDER BY started_at`,
    runnerId, since,
  ).flatMap(({ id, startedAt, duration, utcOffset, distance, movingTime, underfoot, shoe }) => (distance === null || distance <= 0 ? [] : [{
    startedAt, duration, utcOffset: utcOffset ?? 0, distance, movingTime: movingTime === null || movingTime <= 0 ? duration : movingTime,
    costPerMetre: costOf(store, id), ground: groundOf(underfoot, distance), shoe,
  }]));
}

function hasRunsBefore(store: Store, runnerId: number, moment: number): boolean {
  return store.first(z.object({ id: z.number() }), "SELECT id FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND started_at < ? LIMIT 1", runnerId, moment) !== null;
}

/** What a recording cost by its slopes, as long as the store is open: its samples never change. */
const costs = new WeakMap<Store, Map<number, number | null>>();

function costOf(store: Store, id: number): number | null {
  const known = costs.get(store) ?? new Map<number, number | null>();
  costs.set(store, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = readRecording(store, id);
  const cost = found && found.recording.indoor !== true ? costPerMetre(found.recording.samples) : null;
  known.set(id, cost);
  return cost;
}

/** The ground of more than half of a run; null where that is not known. */
function groundOf(underfoot: string, distance: number): PastRun["ground"] {
  const metres = { hard: 0, soft: 0 };
  for (const { from, to, surface } of readUnderfoot(underfoot).surfaces) {
    if (surface !== "unknown") metres[hardSurfaces.includes(surface) ? "hard" : "soft"] += Math.min(to, distance) - Math.min(from, distance);
  }
  return metres.hard > distance / 2 ? "hard" : metres.soft > distance / 2 ? "soft" : null;
}
