/** Changes that can be tried, the smallest first. */
export const experimentKindIds = ["warm-up", "step-rate", "surface", "shoe", "rest-day"] as const;
export type ExperimentKindId = (typeof experimentKindIds)[number];

/** How much the step rate is raised in its experiment [1], and from where on a run counts as one with more steps: half of that. */
export const moreSteps = { asked: 1.05, kept: 1.025 } as const;

/** From this share on soft ground a run counts as one on soft ground [1]. */
export const mostlySoft = 0.5;

/** A change that can be tried by lot on one's own runs. */
export interface ExperimentKind {
  readonly id: ExperimentKindId;
  readonly name: string;
  /** What to do on a run with the change, and on one without; an experiment's own words may say it closer. */
  readonly withChange: string;
  readonly without: string;
  /** How Footfall sees whether a run kept to the lot. */
  readonly seenBy: string;
  /** The factor of the link analysis that speaks of the same thing. */
  readonly factor: string;
}

export const experimentKinds: readonly ExperimentKind[] = [
  { id: "warm-up", name: "a warm-up before the run", withChange: "warm up for ten minutes before you run", without: "run without a separate warm-up, and begin as gently as you like", seenBy: "what you answer about the warm-up in the diary", factor: "warmUp" },
  { id: "step-rate", name: "5 % more steps a minute", withChange: "take about 5 % more steps a minute than usual at that speed", without: "keep your usual step rate", seenBy: "the step rate your watch measures, against your usual one at the same speed", factor: "stepRate" },
  { id: "surface", name: "softer ground", withChange: "run mostly on soft ground: grass, dirt, woodchip", without: "run mostly on the road", seenBy: "the ground under your runs, where it is known", factor: "shareOnSoftGround" },
  { id: "shoe", name: "another pair of shoes", withChange: "run in the one pair", without: "run in the other pair", seenBy: "the pair each run is given", factor: "shoe" },
  { id: "rest-day", name: "a day of rest before the run", withChange: "leave the day before this run free of running", without: "run the day before as well, however little", seenBy: "the days of your runs", factor: "daysSinceRest" },
];

/** One kind by its id. */
export function experimentKind(id: ExperimentKindId): ExperimentKind {
  const found = experimentKinds.find((kind) => kind.id === id);
  if (found === undefined) throw new RangeError(`experiment: no kind ${id}`);
  return found;
}
