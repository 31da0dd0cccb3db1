import type { ExperimentKindId } from "./diary/index.ts";
import { moreSteps } from "./diary/index.ts";
import type { LinkAnswer, ToldFactor } from "./link-answer.ts";

/** What the diary so far lets expect of a change: points of 10 with the 95 % interval, drawn towards nothing by the prior. */
export interface ExpectedPoints {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How far a change moves its factor, in the factor's own unit. */
const moves: Readonly<Partial<Record<ExperimentKindId, { readonly factor: string; readonly by: (factor: ToldFactor) => number }>>> = {
  "warm-up": { factor: "warmUp", by: () => 1 },
  "step-rate": { factor: "stepRate", by: ({ from, to }) => ((moreSteps.asked - 1) * (from + to)) / 2 },
  surface: { factor: "shareOnSoftGround", by: () => 50 },
  "rest-day": { factor: "daysSinceRest", by: () => -1 },
};

/** What a change may be expected to do, from what went with it in the diary; null where the diary cannot say. An association, no promise: the experiment is there to tell. */
export function expectedPoints(kind: ExperimentKindId, { factors }: Pick<LinkAnswer, "factors">): ExpectedPoints | null {
  const move = moves[kind];
  const factor = factors.find(({ id }) => id === move?.factor);
  const effect = factor?.effects.find(({ lag }) => lag === "day") ?? factor?.effects[0];
  if (!move || !factor || !effect || !(factor.to > factor.from)) return null;
  const times = move.by(factor) / (factor.to - factor.from);
  const ends = [effect.shrunk.low * times, effect.shrunk.high * times].toSorted((one, other) => one - other);
  return { value: effect.shrunk.value * times, low: ends[0] ?? NaN, high: ends[1] ?? NaN };
}
