/** One pair of shoes. */
export interface Shoe {
  readonly name: string;
  /** Heel stiffness in the impact test's sense [N/mm]; null where unknown. */
  readonly stiffnessNewtonsPerMillimetre: number | null;
  /** Distance run in it before Footfall knew it [m]. */
  readonly distanceBefore: number;
}
