import { briskWalkingSpeed, runWalkSession } from "../literature/index.ts";

/** Running and walking in turn [s]. */
export interface RunWalk {
  readonly run: number;
  readonly walk: number;
  readonly times: number;
}

const minutes = (run: number, walk: number): Omit<RunWalk, "times"> => ({ run: 60 * run, walk: 60 * walk });

/**
 * Steps of a restart, each within the 30 minutes of the trial of running with back pain. How fast one goes from step to step was set by no study: the first is that of the
 * usual beginners' plan, then the run grows. Assumed.
 */
const steps = [minutes(1, 1.5), minutes(2, 2), minutes(3, 2), minutes(5, 2), minutes(8, 2), minutes(12, 2)] as const;

/** Sessions until running goes through, for who ran before; beginners take three for each step. */
export const restartSessions = (ranBefore: boolean): number => steps.length * (ranBefore ? 1 : 3);

/** Running and walking after pain that was too high: both in the proportion of a middle step. Assumed. */
export const easedRunWalk = minutes(4, 1);

/** The session that comes after so many; at most as far as `limit` [m]; null where not even one turn is that short. */
export function restartSession(done: number, ranBefore: boolean, speed: number, limit: number): RunWalk | null {
  const place = Math.min(steps.length - 1, Math.floor(done / (ranBefore ? 1 : 3)));
  for (const step of steps.slice(0, place + 1).toReversed()) {
    const found = turnsWithin(step, 60 * runWalkSession.minutes.value, speed, limit);
    if (found) return found;
  }
  return null;
}

/** As many whole turns as fit into a time [s] and a way [m]; null where none does. */
export function turnsWithin(turn: Omit<RunWalk, "times">, time: number, speed: number, limit: number): RunWalk | null {
  const one = { ...turn, times: 1 };
  const times = Math.floor(Math.min(time / (turn.run + turn.walk), limit / runWalkDistance(one, speed)));
  return times >= 1 ? { ...turn, times } : null;
}

/** [m] */
export const runWalkDistance = ({ run, walk, times }: RunWalk, speed: number): number => times * (run * speed + walk * briskWalkingSpeed.value);

/** [s] */
export const runWalkTime = ({ run, walk, times }: RunWalk): number => times * (run + walk);
