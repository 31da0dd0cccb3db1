import { z } from "zod";
import { dayOfIso, planGoals, weekdays, type PlanWishes } from "../../src/index.ts";
import { edit, type Edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId } from "./runners.ts";

/** Longest run anybody plans for [m]. */
export const longestPlanned = 300_000;

const metres = z.number().min(500, "must be at least 500 m").max(longestPlanned, "must be at most 300 km");
const calendarDay = z.string().refine((text) => dayOfIso(text) !== null, "must be a day, as 2026-11-29");

/** What the runner wants of the plan: the one check for API and command line. Fields left out stay, null forgets one. */
export const planWishesTold = z.strictObject({
  goal: z.enum(planGoals, `must be one of ${planGoals.join(", ")}`).optional(),
  aim: metres.nullable().optional(),
  days: z.array(z.enum(weekdays, `must be of ${weekdays.join(", ")}`)).min(1, "tell one day at least").max(7).readonly().nullable().optional(),
  override: z.strictObject({ distance: metres, until: calendarDay }).nullable().optional(),
});

export type PlanWishesTold = z.infer<typeof planWishesTold>;

const wishesRow = z.object({ id: z.number(), goal: z.enum(planGoals), aim: z.number().nullable(), days: z.string().nullable(), distance: z.number().nullable(), until: z.string().nullable() });
const storedDays = z.array(z.enum(weekdays)).readonly();

/** Nothing wished for: run on as now. */
const noWishes: PlanWishes = { goal: "keep", aim: null, days: null, override: null };

/** What the owner wants of the plan. */
export function planWishes(store: Store): PlanWishes {
  const row = rowOf(store);
  if (!row) return noWishes;
  const until = row.until === null ? null : dayOfIso(row.until);
  return {
    goal: row.goal, aim: row.aim, days: row.days === null ? null : storedDays.parse(JSON.parse(row.days)),
    override: row.distance === null || until === null ? null : { distance: row.distance, until },
  };
}

/** Wishes with some of them told anew. */
export function withTold(wishes: PlanWishes, { goal, aim, days, override }: PlanWishesTold): PlanWishes {
  return {
    goal: goal ?? wishes.goal, aim: aim === undefined ? wishes.aim : aim, days: days === undefined ? wishes.days : days,
    override: override === undefined ? wishes.override : override && { distance: override.distance, until: dayOfIso(override.until) ?? 0 },
  };
}

/** Keeps what was told; the edit takes it back. Null where nothing changes. */
export function tellPlan(store: Store, told: PlanWishesTold, now: number): Edit | null {
  return store.transaction(() => {
    const [row, before] = [rowOf(store), planWishes(store)];
    const wishes = withTold(before, told);
    if (JSON.stringify(wishes) === JSON.stringify(before)) return null;
    const { goal, aim, days, override } = wishes;
    const columns = { goal, aim, days: days && JSON.stringify(weekdays.filter((weekday) => days.includes(weekday))), override_distance: override?.distance ?? null, override_until: told.override === undefined ? row?.until ?? null : told.override?.until ?? null };
    return edit(store, { runnerId: ownRunnerId, now, what: whatWords(told) }, (rows) => (row ? rows.update("plan_wishes", row.id, columns) : void rows.insert("plan_wishes", columns)));
  });
}

function rowOf(store: Store): z.infer<typeof wishesRow> | null {
  return store.first(wishesRow, "SELECT id, goal, aim, days, override_distance AS distance, override_until AS until FROM plan_wishes WHERE runner_id = ?", ownRunnerId);
}

function whatWords({ goal, aim, days, override }: PlanWishesTold): string {
  if (override !== undefined && goal === undefined && days === undefined && aim === undefined) return override ? "chose a long run beyond the limit" : "went back to the limit of the long run";
  return days !== undefined && goal === undefined ? "changed the days of the plan" : "changed the goal of the plan";
}
