/** The week's plan: GET /api/plan and `footfall plan --json` answer the same; GET /api/plan.ics is the same as a calendar. */
import { z } from "zod";
import { dayOfIso, planGoals, sessionKinds, weekdays } from "../../src/index.ts";
import { quantity } from "../storage/run-summary-schema.ts";
import { editRecord } from "./underfoot-api.ts";

/** Query of GET /api/plan and /api/plan.ics: first of the seven days; absent, today. */
export const planQuery = z.object({ from: z.string().refine((text) => dayOfIso(text) !== null, "must be a day, as 2026-11-23").optional() });

/** Query of GET /api/plan.ics: with a reminder so many minutes before each run, none where absent. */
export const calendarQuery = planQuery.extend({ reminder: z.coerce.number().int("must be whole minutes").min(0, "must be whole minutes, 0 to 1440").max(1440, "must be whole minutes, 0 to 1440").optional() });

const session = z.object({
  kind: z.enum(sessionKinds),
  /** [m]; null for strength work. */
  distance: z.number().nullable(),
  /** [s] */
  duration: z.number(),
  /** Running and walking in turn [s]; null where it is not. */
  runWalk: z.object({ run: z.number(), walk: z.number(), times: z.int() }).nullable(),
  /** [kcal], above standing still. */
  energy: quantity.nullable(),
  ground: z.enum(["hard", "soft"]).nullable(),
  shoe: z.string().nullable(),
  isOptional: z.boolean(),
  title: z.string(),
  details: z.array(z.string()).readonly(),
});

export const weekPlan = z.object({
  from: z.string(),
  isSample: z.boolean(),
  /** The week in one sentence. */
  sentence: z.string(),
  standing: z.enum(["running", "returning", "after-break", "new"]),
  daysSinceRun: z.int().nullable(),
  goal: z.enum(planGoals),
  /** Longest run aimed for [m]. */
  aim: z.number().nullable(),
  daysOffered: z.array(z.enum(weekdays)).readonly(),
  daysFrom: z.enum(["told", "habit", "assumed"]),
  override: z.object({ distance: z.number(), until: z.string() }).nullable(),
  /** Longest run of the 30 days before the day of the long run, and 110 % of it [m]. */
  limit: z.object({ longest: z.number(), on: z.string(), limit: z.number() }).nullable(),
  /** A run beyond it by the runner's own wish: over the longest [1], and the published hazard. */
  beyond: z.object({ ratio: z.number(), hazard: quantity }).nullable(),
  pain: z.object({
    zone: z.enum(["unknown", "comfortable", "tolerable", "too-high"]), afterRun: z.number().nullable(), nextMorning: z.number().nullable(), hasSettled: z.boolean().nullable(), weeklyRise: z.number().nullable(),
  }),
  isHeld: z.boolean(),
  /** The last four weeks [1/week], [m/week], [s/week], [m], [m/s]; null where nothing was run in them. */
  habit: z.object({ runsPerWeek: z.number(), distancePerWeek: z.number(), timePerWeek: z.number(), longest: z.number(), speed: z.number() }).nullable(),
  /** Of all runs [m], [s], [kcal]. */
  distance: z.number(),
  duration: z.number(),
  energy: quantity.nullable(),
  weeksToAim: z.int().nullable(),
  days: z.array(z.object({ day: z.string(), weekday: z.enum(weekdays), done: z.number().nullable(), sessions: z.array(session).readonly() })).readonly(),
  reasons: z.array(z.object({
    about: z.enum(["limit", "restart", "pain", "ground-and-shoes", "strength", "energy", "activity"]), text: z.string(), sources: z.array(z.string()).readonly(), basis: z.enum(["measured", "published", "assumed"]),
  })).readonly(),
});

/** PUT /api/plan/wishes: what was changed; null where nothing was. */
export const planTold = z.object({ edit: editRecord.nullable() });

export type WeekPlanJson = z.infer<typeof weekPlan>;
export type PlanTold = z.infer<typeof planTold>;
