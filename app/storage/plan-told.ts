import { isoDay, planReasons, planSentence, sessionDetails, sessionTitle, tellKilometres, tellMiles, type PlanWishes, type Quantity, type TellDistance, type WeekPlan } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { weekPlan, type PlanMoment } from "./plan.ts";
import { readRunner } from "./runners.ts";

/** Distances in the owner's own unit. */
export function distanceTeller(store: Store): TellDistance {
  return readRunner(store).units.distance === "mi" ? tellMiles : tellKilometres;
}

/** The plan with its words, as page and command line show it. */
export function tellWeekPlan(store: Store, moment: PlanMoment, wishes?: PlanWishes) {
  const { plan, wishes: wished, isSample } = weekPlan(store, moment, wishes);
  const tell = distanceTeller(store);
  const { goal, standing, daysSinceRun, daysOffered, daysFrom, pain, isHeld, distance, duration, energy, weeksToAim } = plan;
  return {
    from: isoDay(plan.from), isSample, sentence: planSentence(plan, tell), standing, daysSinceRun, goal, aim: wished.aim, daysOffered, daysFrom,
    override: wished.override && { distance: wished.override.distance, until: isoDay(wished.override.until) },
    limit: plan.limit && { longest: plan.limit.longest, on: isoDay(plan.limit.day), limit: plan.limit.limit },
    beyond: plan.beyond && { ratio: plan.beyond.ratio, hazard: hazardOf(plan.beyond) }, pain, isHeld, habit: plan.habit && habitOf(plan.habit), distance, duration, energy, weeksToAim,
    days: plan.days.map(({ day, weekday, done, sessions }) => ({
      day: isoDay(day), weekday, done,
      sessions: sessions.map((session) => ({ ...session, title: sessionTitle(session, tell), details: sessionDetails(session, tell) })),
    })),
    reasons: planReasons(plan, tell),
  };
}

const hazardOf = ({ hazard: { value, low, high } }: NonNullable<WeekPlan["beyond"]>): Quantity => ({ value, low, high, unit: "1", basis: "measured" });

function habitOf({ runsPerWeek, distancePerWeek, timePerWeek, longest, speed }: NonNullable<WeekPlan["habit"]>) {
  return { runsPerWeek, distancePerWeek, timePerWeek, longest, speed };
}
