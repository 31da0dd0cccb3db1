import { briskWalkingSpeed, weeklyActivity } from "../literature/index.ts";
import { weekdayOf, type Weekday } from "./calendar-day.ts";
import { runEnergy, type BodyMass } from "./run-energy.ts";
import type { RunLimit } from "./run-limit.ts";
import { easedRunWalk, restartSession, runWalkDistance, runWalkTime, turnsWithin, type RunWalk } from "./run-walk.ts";
import type { RunningHabit } from "./running-habit.ts";
import type { PlannedSession, PlanWishes } from "./week-plan.ts";

/** What the sessions of a week are made by. */
export interface SessionMaker {
  readonly habit: RunningHabit | null;
  readonly wishes: PlanWishes;
  readonly runsPerWeek: number;
  readonly long: Weekday | null;
  readonly brisk: Weekday | null;
  /** Pain was too high by the rule, or the runner wants it gentle: run and walk in turn. */
  readonly isEased: boolean;
  /** A restart by run-walk, and how far it has come; null where running goes on. */
  readonly restart: { readonly done: number; readonly ranBefore: boolean } | null;
}

type Made = Omit<PlannedSession, "energy">;

const untold = { ground: null, shoe: null } as const;
const walkTime = 30 * 60;
const strengthTime = 20 * 60;
/** A usual run is no shorter than this share of the long one [1]. */
const shortestShare = 0.4;
/** Speed taken where none is known [m/s]: easy for most. Assumed. */
const untoldSpeed = 2.4;
/** Distances are planned in these [m], never rounded over the limit. */
const grain = 100;

/** The run of one day, the `place`-th of the week; never further than the limit of that day, but by the runner's own wish. */
export function sessionOn(day: number, place: number, limit: RunLimit | null, { habit, wishes, runsPerWeek, long, brisk, isEased, restart }: SessionMaker): Made {
  const most = limit?.limit ?? Infinity;
  if (restart || !habit) {
    const { done = 0, ranBefore = false } = restart ?? {};
    return runWalkOrWalk(restartSession(done + place, ranBefore, speedOf(habit), most), speedOf(habit));
  }
  const isLong = weekdayOf(day) === long;
  const longest = Math.max(Math.min(habit.longest, most), wishes.goal === "further" ? Math.min(wishes.aim ?? Infinity, most) : 0);
  const shared = runsPerWeek > 1 ? (habit.distancePerWeek - Math.min(habit.longest, most)) / (runsPerWeek - 1) : habit.longest;
  const usual = Math.min(Math.max(shared, shortestShare * longest), habit.longest, most);
  if (isEased) return runWalkOrWalk(turnsWithin(easedRunWalk, usual / habit.speed, habit.speed, most), habit.speed);
  const wished = isLong && wishes.override !== null && day <= wishes.override.until ? wishes.override.distance : null;
  const distance = wished ?? rounded(isLong ? longest : usual, most);
  const isBrisk = !isLong && habit.briskSpeed !== null && weekdayOf(day) === brisk;
  return { ...untold, kind: isLong ? "long-run" : isBrisk ? "brisk-run" : "easy-run", distance, duration: distance / (isBrisk ? habit.briskSpeed : habit.speed), runWalk: null, isOptional: false };
}

const speedOf = (habit: RunningHabit | null): number => habit?.speed ?? untoldSpeed;
const rounded = (distance: number, most: number): number => Math.min(Math.round(distance / grain), Math.floor(most / grain + 1e-9)) * grain;

function runWalkOrWalk(runWalk: RunWalk | null, speed: number): Made {
  return runWalk === null ? walk(false) : { ...untold, kind: "run-walk", distance: runWalkDistance(runWalk, speed), duration: runWalkTime(runWalk), runWalk, isOptional: false };
}

const walk = (isOptional: boolean): Made => ({ ...untold, kind: "walk", distance: walkTime * briskWalkingSpeed.value, duration: walkTime, runWalk: null, isOptional });
const strength: Made = { ...untold, kind: "strength", distance: null, duration: strengthTime, runWalk: null, isOptional: true };

/** What can be done on the days on offer beside the runs: strength work on as many as are advised, walks on the others where running is held short. */
export function optionsBeside(days: readonly number[], runDays: readonly number[], hasWalks: boolean): readonly { readonly day: number; readonly session: Made }[] {
  const free = days.filter((day) => !runDays.includes(day));
  const strengthDays = [...free, ...runDays.filter((day) => days.includes(day))].slice(0, weeklyActivity.strengthDays.value);
  return [
    ...strengthDays.map((day) => ({ day, session: strength })),
    ...(hasWalks ? free.filter((day) => !strengthDays.includes(day)).map((day) => ({ day, session: walk(true) })) : []),
  ];
}

/** Completes a session by what it costs this body. */
export function withEnergy(mass: BodyMass, habit: RunningHabit | null): (session: Made) => PlannedSession {
  return (session) => {
    const { kind, distance, runWalk } = session;
    if (distance === null) return { ...session, energy: null };
    const running = kind === "walk" ? 0 : runWalk ? runWalk.times * runWalk.run * speedOf(habit) : distance;
    return { ...session, energy: runEnergy(mass, { run: running, walk: distance - running }, habit?.costPerMetre ?? null) };
  };
}
