import type { Body } from "../domain/index.ts";
import { assumedBody, layoffDays, longestRunShare, runWalkSession } from "../literature/index.ts";
import { weekdayOf, weekdays, type Weekday } from "./calendar-day.ts";
import { assumedDays, briskRunDay, chooseDays, longRunDay } from "./choose-days.ts";
import { readPain } from "./pain-monitoring.ts";
import { dayOfRun, runsBefore, type PastRun } from "./past-run.ts";
import { optionsBeside, sessionOn, withEnergy, type SessionMaker } from "./plan-sessions.ts";
import { rotationFor } from "./rotation.ts";
import { totalEnergy, type BodyMass } from "./run-energy.ts";
import { longerRunHazard, runLimit, sinceLayoff, type RunLimit } from "./run-limit.ts";
import { restartSessions } from "./run-walk.ts";
import { runningHabit, type RunningHabit } from "./running-habit.ts";
import type { PlannedDay, PlanQuestion, PlanWishes, Standing, WeekPlan } from "./week-plan.ts";

/** Plans seven days from the runner's own four weeks, goal and days. The same question has the same answer. */
export function planWeek(question: PlanQuestion): WeekPlan {
  const { today, now, wishes, entries, hasUrgentSign } = question;
  const known = runsBefore(question.runs, today + 1);
  const lastRun = known.at(-1) ?? null;
  const current = sinceLayoff(known);
  const standing = standingOf(question, known, current);
  const habit = standing === "after-break" ? null : runningHabit(current, today);
  const pain = readPain(entries, lastRun, now);
  const [daysOffered, daysFrom] = offeredDays(wishes, habit);
  const isRestart = standing !== "running" || habit === null;
  const count = isRestart ? Math.min(runWalkSession.perWeek.value, daysOffered.length) : runsWanted(habit, daysOffered, daysFrom);
  const chosen = chooseDays(daysOffered, count, habit?.days ?? []);
  const long = longRunDay(chosen, habit?.longDay ?? null);
  const maker: SessionMaker = {
    habit, wishes, runsPerWeek: chosen.length, long, brisk: briskRunDay(chosen, long), isEased: pain.zone === "too-high" || wishes.goal === "comeback",
    restart: isRestart ? { done: standing === "after-break" ? 0 : current.length, ranBefore: question.ranBefore || known.length > 0 } : null,
  };

  const doneOn = (day: number): readonly PastRun[] => known.filter((run) => dayOfRun(run) === day);
  const week = Array.from({ length: 7 }, (_, index) => today + index);
  const runDays = hasUrgentSign ? [] : week.filter((day) => chosen.includes(weekdayOf(day)) && doneOn(day).length === 0);
  const rotation = rotationFor(runDays.length, known, question.pairs, today);
  const energyOf = withEnergy(massOf(question.body), habit);
  const runs = runDays.map((day, place) => ({ day, session: energyOf({ ...sessionOn(day, place, runLimit(known, day), maker), ...rotation[place]! }) }));
  const free = hasUrgentSign ? [] : week.filter((day) => daysOffered.includes(weekdayOf(day)));
  const options = optionsBeside(free, runDays, isRestart || maker.isEased).map(({ day, session }) => ({ day, session: energyOf(session) }));
  const days = week.map((day): PlannedDay => {
    const done = doneOn(day);
    return {
      day, weekday: weekdayOf(day), done: done.length === 0 ? null : done.reduce((sum, { distance }) => sum + distance, 0),
      sessions: [...runs, ...options].filter((planned) => planned.day === day).map(({ session }) => session),
    };
  });

  const sessions = runs.map(({ session }) => session);
  const limit = runLimit(known, week.find((day) => weekdayOf(day) === long) ?? today);
  return {
    from: today, days, standing, daysSinceRun: lastRun && today - dayOfRun(lastRun), goal: wishes.goal, daysOffered, daysFrom, limit, beyond: beyondOf(sessions, limit), pain, isHeld: hasUrgentSign, habit,
    distance: sessions.reduce((sum, { distance }) => sum + (distance ?? 0), 0), duration: sessions.reduce((sum, { duration }) => sum + duration, 0),
    energy: sessions.length > 0 ? totalEnergy(sessions.flatMap(({ energy }) => energy ?? [])) : null,
    weeksToAim: wishes.goal === "further" ? weeksTo(wishes.aim, limit) : null,
  };
}

function standingOf({ today, ranBefore }: PlanQuestion, known: readonly PastRun[], current: readonly PastRun[]): Standing {
  const [last, first] = [known.at(-1), current[0]];
  if (!last || !first) return ranBefore ? "after-break" : "new";
  if (today - dayOfRun(last) > layoffDays.value) return "after-break";
  const hadBreak = known.length > current.length || (ranBefore && today - dayOfRun(first) <= layoffDays.value);
  return hadBreak && current.length < restartSessions(true) ? "returning" : "running";
}

function offeredDays({ days }: PlanWishes, habit: RunningHabit | null): readonly [readonly Weekday[], WeekPlan["daysFrom"]] {
  if (days !== null && days.length > 0) return [weekdays.filter((weekday) => days.includes(weekday)), "told"];
  return habit ? [weekdays.filter((weekday) => habit.days.includes(weekday)), "habit"] : [assumedDays, "assumed"];
}

/** As many runs as usual; where the runner told more days, one more at most. */
function runsWanted({ runsPerWeek }: RunningHabit, days: readonly Weekday[], from: WeekPlan["daysFrom"]): number {
  const usual = Math.max(1, Math.round(runsPerWeek));
  return Math.min(days.length, from === "told" ? usual + 1 : usual);
}

function massOf({ mass, sex, assumed }: Body): BodyMass {
  const { value, low, high } = assumedBody[sex ?? "unknown"].mass;
  return assumed.includes("mass") ? { value: mass, low: (mass * low) / value, high: (mass * high) / value, basis: "assumed" } : { value: mass, low: mass, high: mass, basis: "measured" };
}

function beyondOf(sessions: readonly { readonly distance: number | null }[], limit: RunLimit | null): WeekPlan["beyond"] {
  const ratio = limit === null ? 0 : Math.max(0, ...sessions.map(({ distance }) => distance ?? 0)) / limit.longest;
  const hazard = longerRunHazard(ratio);
  return hazard && { ratio, hazard };
}

function weeksTo(aim: number | null, limit: RunLimit | null): number | null {
  return aim === null || limit === null || aim <= limit.longest ? null : Math.ceil(Math.log(aim / limit.longest) / Math.log(longestRunShare.value) - 1e-9);
}
