import type { Body, PainEntry, Quantity } from "../domain/index.ts";
import type { Figure } from "../literature/index.ts";
import type { Weekday } from "./calendar-day.ts";
import type { PainReading } from "./pain-monitoring.ts";
import type { PastRun } from "./past-run.ts";
import type { Rotation } from "./rotation.ts";
import type { RunLimit } from "./run-limit.ts";
import type { RunWalk } from "./run-walk.ts";
import type { RunningHabit } from "./running-habit.ts";

/** What a runner wants of the weeks to come: run as now, make the longest run longer, or come back by run-walk. */
export const planGoals = ["keep", "further", "comeback"] as const;

export type PlanGoal = (typeof planGoals)[number];

export interface PlanWishes {
  readonly goal: PlanGoal;
  /** Longest run aimed for [m]; null for none. */
  readonly aim: number | null;
  /** Days that can be run on; null where not told. */
  readonly days: readonly Weekday[] | null;
  /** A long run wanted in spite of the limit [m], and the last day that holds [days since 1970-01-01]. */
  readonly override: { readonly distance: number; readonly until: number } | null;
}

/** Everything a plan is made from. */
export interface PlanQuestion {
  /** First day of the seven [days since 1970-01-01], and the moment asked [s since 1970]. */
  readonly today: number;
  readonly now: number;
  /** Runs of at least the last sixty days. */
  readonly runs: readonly PastRun[];
  /** Whether there are older ones. */
  readonly ranBefore: boolean;
  readonly entries: readonly PainEntry[];
  /** A sign was marked for which a doctor should be seen today. */
  readonly hasUrgentSign: boolean;
  readonly wishes: PlanWishes;
  readonly body: Body;
  /** Names of the pairs in use. */
  readonly pairs: readonly string[];
}

export const sessionKinds = ["easy-run", "long-run", "brisk-run", "run-walk", "walk", "strength"] as const;

export interface PlannedSession extends Rotation {
  readonly kind: (typeof sessionKinds)[number];
  /** [m]; null for strength work. */
  readonly distance: number | null;
  /** [s] */
  readonly duration: number;
  readonly runWalk: RunWalk | null;
  /** Null for strength work. */
  readonly energy: Quantity | null;
  /** May be left out without the plan missing anything. */
  readonly isOptional: boolean;
}

export interface PlannedDay {
  readonly day: number;
  readonly weekday: Weekday;
  /** Run on that day already [m]; null where nothing was. */
  readonly done: number | null;
  readonly sessions: readonly PlannedSession[];
}

/** Where the runner stands: running, in the first runs after a break, in a break, or without any run known. */
export type Standing = "running" | "returning" | "after-break" | "new";

export interface WeekPlan {
  readonly from: number;
  readonly days: readonly PlannedDay[];
  readonly standing: Standing;
  /** Days since the last run; null where none is known. */
  readonly daysSinceRun: number | null;
  readonly goal: PlanGoal;
  /** Days that may be run on, and whether the runner told them, their runs did, or nobody. */
  readonly daysOffered: readonly Weekday[];
  readonly daysFrom: "told" | "habit" | "assumed";
  /** Limit on the day of the long run; null where nothing was run in the 30 days before it. */
  readonly limit: RunLimit | null;
  /** A long run beyond the limit by the runner's own wish: over the longest [1], and what was seen after such. */
  readonly beyond: { readonly ratio: number; readonly hazard: Figure } | null;
  readonly pain: PainReading;
  /** A doctor comes first: nothing is planned. */
  readonly isHeld: boolean;
  readonly habit: RunningHabit | null;
  /** Way of all runs and run-walks [m], and their time [s]. */
  readonly distance: number;
  readonly duration: number;
  /** Of those; null where there is none. */
  readonly energy: Quantity | null;
  /** Weeks until the aim at ten per cent a week; null where there is none, or it is reached. */
  readonly weeksToAim: number | null;
}
