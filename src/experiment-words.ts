import type { ExperimentResult } from "./diary/index.ts";
import type { FollowedExperiment, ExperimentProtocol } from "./experiment.ts";

const points = (value: number): string => Math.abs(value).toFixed(1);

/** What an experiment found, in words. */
export function resultWords({ effect, chance, verdict }: ExperimentResult, { plan: { difference } }: Pick<ExperimentProtocol, "plan">): string {
  if (effect === null) return "Not enough yet: fewer than six pairs of blocks have runs with a look at the back before and after.";
  const isMore = effect.value > 0;
  const [low, high] = isMore ? [effect.low, effect.high] : [-effect.high, -effect.low];
  const size = `${points(effect.value)} points of 10 ${isMore ? "higher" : "lower"} with the change than without (${low.toFixed(1)} to ${high.toFixed(1)})`;
  if (verdict === "linked") return `In the 24 hours from a run your pain was ${size}. Of 1000 ways the coin could have fallen, ${atMost(1000 * chance)} would show as much by chance.`;
  if (verdict === "not-linked") return `The change makes no difference of ${difference} points or more to your pain: it was ${size}.`;
  return `It cannot be told whether the change does anything: your pain was ${size}.`;
}

const atMost = (ways: number): string => (ways < 1 ? "fewer than one" : `about ${Math.round(ways)}`);

const reasons = {
  "severe-pain": "Ended early: your pain reached 7 of 10 after a run. Whatever brought it, this is not the time to try things.",
  "worse-with-change": "Ended early: the last two blocks with the change were worse by two points or more. Go back to how you ran before.",
  "worse-without-change": "Ended early: the last two blocks without the change were worse by two points or more. You may keep the change.",
} as const;

/** How an experiment stands, in words. */
export function stateWords({ state, endedFor, runs }: Pick<FollowedExperiment, "state" | "endedFor" | "runs">, { plan }: Pick<ExperimentProtocol, "plan">): string {
  if (endedFor !== null) return reasons[endedFor];
  if (state === "complete") return `All ${plan.runs} runs are done.`;
  if (state === "stopped") return `You stopped it after ${runs.length} of ${plan.runs} runs.`;
  return `${runs.length} of ${plan.runs} runs are done.`;
}

/** How many runs kept to the lot. */
export function keptWords(runs: FollowedExperiment["runs"]): string {
  const count = (kept: boolean | null): number => runs.filter((run) => run.kept === kept).length;
  const unknown = count(null);
  return runs.length === 0 ? "" : `${count(true)} of ${runs.length} runs kept to what was drawn, ${count(false)} did not${unknown > 0 ? `, of ${unknown} it cannot be seen` : ""}. They are compared as they were drawn, kept or not: that keeps the comparison fair.`;
}
