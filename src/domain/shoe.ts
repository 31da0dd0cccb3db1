import type { Speaker, Stretch } from "./stretch.ts";

/** Kinds of running shoe, from least to most under the foot; a worn trainer is a daily trainer with a past. */
export const shoeKinds = ["minimal", "racing", "daily-trainer", "maximal", "worn-trainer"] as const;

export type ShoeKind = (typeof shoeKinds)[number];

/** What the midsole is made of. */
export const foams = ["eva", "tpu", "peba", "other"] as const;

export type Foam = (typeof foams)[number];

/** One pair of shoes, as far as told; null is "not told". */
export interface Shoe {
  readonly name: string;
  readonly brand: string | null;
  readonly model: string | null;
  readonly kind: ShoeKind | null;
  /** Height of the sole under the heel [m]. */
  readonly stackHeight: number | null;
  /** How much higher the heel stands than the toes [m]. */
  readonly heelToToeDrop: number | null;
  readonly foam: Foam | null;
  /** Heel stiffness in the impact test's sense [N/mm]. */
  readonly stiffnessNewtonsPerMillimetre: number | null;
  /** Calendar day it was bought, for example 2026-05-02. */
  readonly boughtOn: string | null;
  /** Calendar day it was last meant to be run in. */
  readonly retiredOn: string | null;
  /** Distance run in it before Footfall knew it [m]. */
  readonly distanceBefore: number;
}

/** A pair of which nothing but its name is told. */
export const untoldShoe: Omit<Shoe, "name"> = {
  brand: null, model: null, kind: null, stackHeight: null, heelToToeDrop: null, foam: null, stiffnessNewtonsPerMillimetre: null, boughtOn: null, retiredOn: null, distanceBefore: 0,
};

/** A stretch run in one pair, and who says so; no pair where the runner says that it was none of theirs. */
export interface ShoeStretch extends Stretch {
  readonly shoeId: number | null;
  readonly by: Speaker;
}
