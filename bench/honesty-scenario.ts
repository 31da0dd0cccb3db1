/** What one simulated diary adds to the counts of its scenario. */
export type Counts = Readonly<Record<string, number>>;

/** One kind of simulated runner, and what is counted of each. */
export interface Scenario {
  readonly id: string;
  readonly group: "no effect" | "unseen" | "effect" | "shrunk" | "odds ratio" | "power";
  readonly words: string;
  readonly count: (seed: number) => Counts;
}
