import { isOnFoot, type RoutePoint, type Workout } from "./workout.ts";

/** A route belongs to a workout that at least this share of it lies within. */
const leastWithin = 0.5;

/**
 * Older exports hold routes that no workout names. Each goes to the workout on foot without a route of its own that it lies over in time; where several do, as when two
 * apps recorded one run, to the one whose beginning and end fit it best.
 */
export async function joinLooseRoutes(workouts: readonly Workout[], routes: readonly string[], read: (path: string) => Promise<readonly RoutePoint[]>): Promise<void> {
  const named = new Set(workouts.flatMap((workout) => workout.routes));
  const loose = routes.filter((path) => !named.has(path));
  const waiting = workouts.filter((workout) => isOnFoot(workout) && workout.routes.length === 0);
  if (waiting.length === 0) return;
  for (const path of loose) {
    const span = spanOf(await read(path));
    const owner = span && bestFit(waiting, span);
    owner?.routes.push(path);
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(points: readonly RoutePoint[]): Span | null {
  let from = Infinity;
  let to = -Infinity;
  for (const { time } of points) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  return from < to ? { from, to } : null;
}

function bestFit(workouts: readonly Workout[], { from, to }: Span): Workout | null {
  let best: { readonly workout: Workout; readonly fit: number } | null = null;
  for (const workout of workouts) {
    const shared = Math.min(to, workout.endedAt) - Math.max(from, workout.startedAt);
    const whole = Math.max(to, workout.endedAt) - Math.min(from, workout.startedAt);
    if (shared >= leastWithin * (to - from) && shared / whole > (best?.fit ?? 0)) best = { workout, fit: shared / whole };
  }
  return best?.workout ?? null;
}
