import type { Channel } from "../../domain/index.ts";
import type { Series } from "./stretch-log.ts";

/** What is taken from a quantity's records: a channel of its own, or a sum over the stretch. */
export type TakenAs = Extract<Channel, "speed" | "stepLength" | "groundContactTime" | "verticalOscillation" | "power" | "heartRatePerMinute"> | "steps" | "distance";

/** A point of a route. */
export interface RoutePoint {
  readonly time: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
  readonly speed: number;
}

/** A workout with everything that was recorded during it. */
export interface Workout {
  readonly activity: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly utcOffset: number | null;
  readonly source: string;
  /** As Apple writes it. */
  readonly device: string;
  /** As its totals tell [m]; NaN where they do not. */
  distance: number;
  indoor: boolean | null;
  /** Paths of its route files within the export; once they were read, of those that could not be. */
  readonly routes: string[];
  readonly events: { readonly kind: "pause" | "resume"; readonly time: number }[];
  /** Records per quantity and source, as they come. */
  readonly records: Map<TakenAs, Map<string, Series>>;
  /** The points of its routes, once they were read. */
  readonly points: RoutePoint[];
}

/** Apple's name of a sport, `running` for `HKWorkoutActivityTypeRunning`. */
export function sportOf({ activity }: Workout): string {
  return activity.replace(/^HKWorkoutActivityType/, "").replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/** Whether Footfall reads workouts of this sport. */
export function isOnFoot(workout: Workout): boolean {
  return /^(running|walking|hiking|track and field)$/.test(sportOf(workout));
}
