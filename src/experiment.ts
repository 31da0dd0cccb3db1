import {
  analyseExperiment, experimentKind, experimentKinds, experimentRuns, moreSteps, mostlySoft, painScatter, planExperiment, stopEarly,
  type Diary, type DrawnRun, type ExperimentKindId, type ExperimentPlan, type ExperimentResult, type PainScatter, type StopReason,
} from "./diary/index.ts";
import { leastNoticedPainChange } from "./literature/index.ts";
import type { LinkInput } from "./link-answer.ts";
import { diaryRuns, painfulLevel, type RunForLink } from "./link.ts";

/** A runner's usual step rate by speed: stepRate = rate + perSpeed·(v − speed). */
export interface UsualStepRate {
  /** [m/s] */
  readonly speed: number;
  /** [Hz] */
  readonly rate: number;
  /** [Hz per m/s] */
  readonly perSpeed: number;
}

/** What was decided before the first run and is never changed afterwards. */
export interface ExperimentProtocol {
  readonly kind: ExperimentKindId;
  /** The pairs compared, with and without the change; null for other kinds. */
  readonly shoes: { readonly with: string; readonly without: string } | null;
  readonly usualStepRate: UsualStepRate | null;
  readonly plan: ExperimentPlan;
  readonly scatter: PainScatter;
  /** [s since 1970] */
  readonly startedAt: number;
}

export interface ExperimentAsked {
  readonly kind: ExperimentKindId;
  readonly shoes: ExperimentProtocol["shoes"];
  /** Smallest difference worth knowing [points of 10]. */
  readonly difference: number;
  readonly seed: number;
}

/** An experiment that cannot be made, and why. */
export class ExperimentRefusal extends Error {}

/** Runs of a block, and how many of its first do not count: what came before still shows in them. */
const [runsPerBlock, washoutRuns] = [3, 1] as const;
/** A longer experiment is not kept up [runs]. */
const mostRuns = 180;
const day = 86_400;

/** Smallest differences offered [points of 10]. */
export const experimentDifferences = [0.5, 1, 1.5, 2] as const;
export const usualDifference = leastNoticedPainChange.value;

/** A kind of experiment as it would be for this runner. */
export interface ExperimentOffer {
  readonly kind: ExperimentKindId;
  /** Why it cannot be made now; null where it can. */
  readonly trouble: string | null;
  /** How long it takes to see each difference; null where that is longer than anyone keeps up. */
  readonly lengths: readonly { readonly difference: number; readonly runs: number | null; readonly weeks: number | null }[];
}

/** Every kind of experiment, the smallest change first, with its length by this runner's own scatter and rate of runs. */
export function offerExperiments(input: LinkInput, now: number): readonly ExperimentOffer[] {
  const scatter = scatterOf(input);
  const perWeek = input.runs.filter(({ startedAt }) => startedAt > now - 56 * day).length / 8;
  const lengths = experimentDifferences.map((difference) => {
    const runs = scatter && lengthFor(difference, scatter, 1).runs;
    return runs === null || runs > mostRuns ? { difference, runs: null, weeks: null } : { difference, runs, weeks: perWeek > 0 ? Math.ceil(runs / perWeek) : null };
  });
  return experimentKinds.map(({ id }) => ({ kind: id, lengths, trouble: troubleWith(id, input, scatter, now) }));
}

/** Draws an experiment. Throws an ExperimentRefusal where it cannot be made. */
export function beginExperiment(input: LinkInput, { kind, shoes, difference, seed }: ExperimentAsked, now: number): ExperimentProtocol {
  const scatter = scatterOf(input);
  const trouble = troubleWith(kind, input, scatter, now);
  if (trouble !== null || scatter === null) throw new ExperimentRefusal(trouble ?? noScatter);
  if (kind === "shoe" && (shoes === null || shoes.with === shoes.without)) throw new ExperimentRefusal("two different pairs are compared: name both");
  const unknownPair = shoes && [shoes.with, shoes.without].find((id) => input.shoeNames[id] === undefined);
  if (unknownPair) throw new ExperimentRefusal(`there is no pair ${unknownPair} in your cabinet`);
  if (kind !== "shoe" && shoes !== null) throw new ExperimentRefusal("pairs are named for an experiment with shoes only");
  const plan = lengthFor(difference, scatter, seed);
  if (plan.runs > mostRuns) throw new ExperimentRefusal(`to see ${difference} points it would take ${plan.runs} runs, more than the ${mostRuns} anyone keeps up; choose a larger difference`);
  return { kind, shoes, usualStepRate: kind === "step-rate" ? usualStepRate(input.runs, now) : null, plan, scatter, startedAt: now };
}

const noScatter = "how much your pain scatters is not known yet: note your back before and after ten runs first";

function troubleWith(kind: ExperimentKindId, { runs, shoeNames }: LinkInput, scatter: PainScatter | null, now: number): string | null {
  if (scatter === null) return noScatter;
  if (kind === "step-rate" && usualStepRate(runs, now) === null) return "your usual step rate is not known: it takes five runs with a measured step rate in the last three months";
  if (kind === "shoe" && Object.keys(shoeNames).length < 2) return "there are not two pairs in your cabinet";
  return null;
}

const scatterOf = ({ entries, days, runs }: LinkInput): PainScatter | null => painScatter({ entries, days, runs: runs.map(bareRun) });
const bareRun = ({ startedAt, duration, utcOffset }: RunForLink): Diary["runs"][number] => ({ start: startedAt, end: startedAt + duration, utcOffset, factors: {} });

/** Pain that hardly scatters so far may yet: an experiment is never planned on less [points]. */
const leastSpread = 0.5;

function lengthFor(difference: number, { spread, alike }: PainScatter, seed: number): ExperimentPlan {
  return planExperiment({ difference, spread: Math.max(spread, leastSpread), alike, runsPerBlock, washoutRuns, seed });
}

const fewestForUsual = 5;

/** Least squares of step rate on speed over the last three months; null with too few runs. */
function usualStepRate(runs: readonly RunForLink[], now: number): UsualStepRate | null {
  const told = runs.flatMap(({ startedAt, speed, stepRate }) => (startedAt > now - 91 * day && speed !== null && stepRate !== null ? [{ speed, stepRate }] : []));
  if (told.length < fewestForUsual) return null;
  const mean = (of: (run: (typeof told)[number]) => number): number => told.reduce((sum, run) => sum + of(run), 0) / told.length;
  const [speed, rate] = [mean((run) => run.speed), mean((run) => run.stepRate)];
  const spread = mean((run) => (run.speed - speed) ** 2);
  return { speed, rate, perSpeed: spread > 0 ? mean((run) => (run.speed - speed) * (run.stepRate - rate)) / spread : 0 };
}

/** One run of an experiment: what was drawn for it, and whether it kept to that. */
export interface FollowedRun {
  /** [s since 1970] */
  readonly startedAt: number;
  readonly utcOffset: number;
  readonly block: number;
  readonly isWashout: boolean;
  readonly withChange: boolean;
  /** Null where it cannot be known. */
  readonly kept: boolean | null;
  /** Ratings before and after; null where none was noted. */
  readonly before: number | null;
  readonly after: number | null;
}

/** How an experiment stands. */
export interface FollowedExperiment {
  readonly state: "under-way" | "ended-early" | "stopped" | "complete";
  /** Why it ended before its length. */
  readonly endedFor: StopReason | null;
  readonly runs: readonly FollowedRun[];
  /** What the next run is to be; null once it is over. */
  readonly next: { readonly number: number; readonly block: number; readonly withChange: boolean; readonly isWashout: boolean } | null;
  /** By the lot, whether kept or not. */
  readonly result: ExperimentResult;
}

/** Follows an experiment through the runs and the diary since it began; it ends at the first run after which it should, so that later runs change nothing. */
export function followExperiment(protocol: ExperimentProtocol, input: LinkInput, stoppedAt: number | null = null): FollowedExperiment {
  const { plan, startedAt } = protocol;
  const level = painfulLevel(input.entries);
  const byStart = new Map(input.runs.map((run) => [run.startedAt, run]));
  const drawn = experimentRuns(plan, { ...input, runs: diaryRuns(input.runs, level) }, startedAt).filter(({ run }) => stoppedAt === null || run.start <= stoppedAt);
  const early = drawn.findIndex((_, index) => stopEarly(plan, drawn.slice(0, index + 1)) !== null);
  const counted = early < 0 ? drawn : drawn.slice(0, early + 1);
  const endedFor = early < 0 ? null : stopEarly(plan, counted);
  const isComplete = counted.length >= plan.runs;
  const state = endedFor !== null ? "ended-early" : isComplete ? "complete" : stoppedAt === null ? "under-way" : "stopped";
  const at = counted.length;
  return {
    state, endedFor,
    runs: counted.map((run) => ({
      startedAt: run.run.start, utcOffset: run.run.utcOffset, block: run.block, isWashout: run.place < plan.washoutRuns, withChange: plan.withChange[run.block] ?? false,
      kept: keptTo(protocol, run, byStart.get(run.run.start), input), before: known(run.before), after: known(run.after),
    })),
    next: state === "under-way" ? { number: at + 1, block: Math.floor(at / plan.runsPerBlock), withChange: plan.withChange[Math.floor(at / plan.runsPerBlock)] ?? false, isWashout: at % plan.runsPerBlock < plan.washoutRuns } : null,
    result: analyseExperiment(plan, counted),
  };
}

const known = (rating: number): number | null => (Number.isNaN(rating) ? null : rating);

/** Whether a run was as its block asked; null where that cannot be seen. */
function keptTo({ kind, shoes, usualStepRate: usual, plan }: ExperimentProtocol, { block, run }: DrawnRun, told: RunForLink | undefined, { days }: LinkInput): boolean | null {
  const withChange = plan.withChange[block] ?? false;
  // A third pair kept to neither side.
  if (shoes !== null) return told === undefined || told.shoe === null ? null : told.shoe === (withChange ? shoes.with : shoes.without);
  const was = hadChange(kind, run, told, days, usual);
  return was === null ? null : was === withChange;
}

function hadChange(kind: ExperimentKindId, run: DrawnRun["run"], told: RunForLink | undefined, days: LinkInput["days"], usual: UsualStepRate | null): boolean | null {
  const localDay = Math.floor((run.start + run.utcOffset) / day);
  switch (kind) {
    case "warm-up": {
      const answer = days.find((each) => each.day === localDay)?.answers.warmUp;
      return answer === undefined ? null : answer === 1;
    }
    case "step-rate":
      if (usual === null || told === undefined || told.stepRate === null || told.speed === null) return null;
      return told.stepRate / (usual.rate + usual.perSpeed * (told.speed - usual.speed)) >= moreSteps.kept;
    case "surface":
      return told === undefined || told.shareOnSoftGround === null ? null : told.shareOnSoftGround >= mostlySoft;
    case "rest-day":
      return run.factors["daysSinceRest"] === 0;
    case "shoe":
      return null;
  }
}

/** What to do on a run of an experiment, for this runner. */
export function experimentTask({ kind, shoes, usualStepRate: usual }: Pick<ExperimentProtocol, "kind" | "shoes" | "usualStepRate">, withChange: boolean, { shoeNames }: Pick<LinkInput, "shoeNames">): string {
  const words = experimentKind(kind);
  if (shoes !== null) return `run in “${shoeNames[withChange ? shoes.with : shoes.without] ?? "a pair that is gone"}”`;
  if (usual === null) return withChange ? words.withChange : words.without;
  const rate = 60 * usual.rate;
  return withChange ? `${words.withChange}: about ${Math.round(moreSteps.asked * rate)} in place of ${Math.round(rate)}` : `${words.without}: about ${Math.round(rate)} a minute`;
}
