/** A piece of a run, from one distance along it to another [m]. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Who may say what lay under the foot, the most trusted first: the runner's hand, the file, a rule of the runner's, a map. */
export const speakers = ["hand", "file", "rule", "map"] as const;

export type Speaker = (typeof speakers)[number];
