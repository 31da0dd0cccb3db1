import type { SpreadColumn } from "./quantity.ts";

/** How the body moves at a footfall: `walk` duty factor 0.5 or more; `jog` a running gait below 2.5 m/s; `sprint` above 7 m/s. */
export const gaits = ["walk", "jog", "run", "sprint"] as const;

export type Gait = (typeof gaits)[number];

/** Ways to reconstruct footfalls, best data first. */
export const footfallMethods = ["running-dynamics", "step-rate-and-speed", "speed", "walking"] as const;

export type FootfallMethodId = (typeof footfallMethods)[number];

/** Which foot, by its code in `Footfalls.foot`. */
export const feet = ["unknown", "left", "right"] as const;

/** Footfalls of one recording as columns, one row per foot contact, in order of time. */
export interface Footfalls {
  readonly length: number;
  /** Initial contact [s since the recording's start]. */
  readonly time: Float64Array;
  /** Index into `feet`. */
  readonly foot: Uint8Array;
  /** Index into `gaits`. */
  readonly gait: Uint8Array;
  /** Index into `footfallMethods`. */
  readonly method: Uint8Array;
  /** Speed over ground [m/s]. */
  readonly speed: SpreadColumn;
  /** Rise over run [1], uphill positive; 0 where no altitude was recorded. */
  readonly slope: SpreadColumn;
  /** Initial contact to the other foot's initial contact [Hz]. */
  readonly stepRate: SpreadColumn;
  /** Length of the step that begins here [m]. */
  readonly stepLength: SpreadColumn;
  /** Initial contact to toe-off of the same foot [s]. */
  readonly groundContactTime: SpreadColumn;
  /** Toe-off to the other foot's initial contact [s]; negative in walking, where both feet are down. */
  readonly flightTime: SpreadColumn;
  /** Rise and fall of the centre of mass in the step [m]. */
  readonly verticalOscillation: SpreadColumn;
  /** Ground contact time over stride time [1]. */
  readonly dutyFactor: SpreadColumn;
}

/** A share of a run's footfalls that one method reconstructed. */
export interface MethodShare {
  readonly id: FootfallMethodId;
  /** Share of the footfalls [1]. */
  readonly share: number;
}
