import {
  covariates, factorSureness, factorWords, lags, oddsOfHigherRating, permutationNull, runningSureness, runningWords, unseenWords, wordsOfFactor,
  type EffectRange, type FactorAnswer, type FactorTelling, type LagId, type LinkAnalysis, type OddsRatio, type Verdict,
} from "./diary/index.ts";
import type { DayCovariates, DiscLevel, PainEntry } from "./domain/index.ts";

import { diaryRuns, linkPainToRuns, painfulLevel, type RunForLink } from "./link.ts";
import { modelVersion } from "./model-version.ts";
import { isoTime } from "./summarise.ts";

/** Everything the answer is worked out from. */
export interface LinkInput extends FactorTelling {
  readonly entries: readonly PainEntry[];
  readonly days: readonly DayCovariates[];
  readonly runs: readonly RunForLink[];
}

/** Points of 10, with their 95 % interval. */
interface Points {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** An odds ratio with its 95 % interval; null where the diary does not bound it. */
interface ToldOdds {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface Told {
  readonly verdict: Verdict;
  /** The verdict in words. */
  readonly sentence: string;
  /** How surely; null where nothing is linked. */
  readonly sureness: string | null;
}

/** One factor, told between two usual values of this runner's. */
export interface ToldFactor extends Told {
  readonly id: string;
  readonly name: string;
  readonly isOfRun: boolean;
  readonly from: number;
  readonly to: number;
  /** What the contrast is, for example "with distance 14 km rather than 8"; null where nothing could be asked. */
  readonly contrast: string | null;
  readonly experiment: string | null;
  /** Per lag: points of pain at `to` over `from`, and the same drawn towards nothing by the prior. */
  readonly effects: readonly { readonly lag: LagId; readonly days: number; readonly points: Points; readonly shrunk: Points }[];
}

/** Does pain go with running, and with which part of it: as every door of Footfall tells it. */
export interface LinkAnswer {
  /** First and last day of what was looked at; null without entries. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly days: number;
  readonly daysWithEntry: number;
  readonly runDays: number;
  /** The disc behind the band of the back that was marked most. */
  readonly painfulLevel: DiscLevel;
  readonly running: Told & {
    /** Points at each lag with their 95 % interval; null where nobody looked at the back between the evening before and the run: there only a range is told, whose ends hold the truth at least 95 times in 100 whatever decided on the run. */
    readonly effects: readonly { readonly lag: LagId; readonly lagWords: string; readonly days: number; readonly runDays: number; readonly points: Points | null; readonly range: EffectRange | null }[];
    readonly shuffle: { readonly calendars: number; readonly asStrong: number; readonly weeks: number; readonly null: string };
    readonly oddsRatios: { readonly twoHours: ToldOdds; readonly day: ToldOdds; readonly higherRating: ToldOdds | null };
  };
  readonly factors: readonly ToldFactor[];
  /** Names of what was held constant, and of what was told too seldom for that. */
  readonly heldConstant: readonly string[];
  readonly toldTooSeldom: readonly string[];
  /** What no method can see; part of every verdict. */
  readonly unseen: string;
  readonly modelVersion: string;
}

/** Works out and words the answer; the same input gives the same answer. */
export function answerLink(input: LinkInput): LinkAnswer {
  const { entries, days, runs } = input;
  const analysis = linkPainToRuns(entries, days, runs);
  const level = painfulLevel(entries);
  const { running } = analysis;
  const [first, last] = spanOf(entries, analysis.days);
  const asked = analysis.factors.filter(({ effects }) => effects.length > 0).length;
  return {
    firstDay: first, lastDay: last, days: analysis.days, daysWithEntry: analysis.daysWithEntry, runDays: analysis.runDays, painfulLevel: level,
    running: {
      verdict: running.verdict, sentence: runningWords(running), sureness: runningSureness(running),
      effects: running.effects.map(({ lag, effect, range, days: counted, runDays }) => ({ lag, lagWords: lagWords(lag), days: counted, runDays, points: range === null ? points(effect) : null, range })),
      shuffle: { calendars: running.guard.permutations, asStrong: Math.round(running.guard.pValue * (running.guard.permutations + 1)) - 1, weeks: running.guard.weeks, null: permutationNull },
      oddsRatios: { twoHours: odds(running.oddsRatios.twoHours), day: odds(running.oddsRatios.day), higherRating: oddsOrNull(oddsOfHigherRating({ entries, days, runs: diaryRuns(runs, level) })) },
    },
    factors: analysis.factors.map((factor) => tellFactor(factor, input, asked)).toSorted(byVerdict),
    heldConstant: analysis.heldConstant.map((id) => wordsOfFactor(id, input).name),
    toldTooSeldom: seldomTold(days, analysis),
    unseen: unseenWords, modelVersion,
  };
}

const covariateIds: ReadonlySet<string> = new Set(covariates.map(({ id }) => id));

function tellFactor(factor: FactorAnswer, telling: FactorTelling, asked: number): ToldFactor {
  const { id, verdict, from, to } = factor;
  const words = wordsOfFactor(id, telling);
  const effects = factor.effects.map(({ lag, days, effect, shrunk }) => ({ lag, days, points: points(effect), shrunk: points(shrunk) }));
  return {
    id, name: words.name, isOfRun: !covariateIds.has(id), verdict, from, to, contrast: effects.length > 0 ? words.rather(to, from) : null, experiment: words.experiment, effects,
    sentence: factorWords(factor, words, (other) => wordsOfFactor(other, telling).name), sureness: factorSureness(factor, asked),
  };
}

const order = { linked: 0, "cannot-be-told-apart": 1, "not-linked": 2, "not-enough": 3 } as const;

function byVerdict(one: ToldFactor, other: ToldFactor): number {
  return order[one.verdict.kind] - order[other.verdict.kind] || strongest(other) - strongest(one);
}

const strongest = ({ effects }: ToldFactor): number => effects.reduce((most, { points: { value } }) => Math.max(most, Math.abs(value)), 0);

/** What is said of a lag: "the morning after a run". */
function lagWords(id: LagId): string {
  return lags.find((lag) => lag.id === id)?.words ?? id;
}

const points = ({ value, low, high }: Points): Points => ({ value, low, high });

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function odds({ value, low, high }: Pick<OddsRatio, "value" | "low" | "high">): ToldOdds {
  return { value: finite(value), low: finite(low), high: finite(high) };
}

const oddsOrNull = (ratio: Pick<OddsRatio, "value" | "low" | "high"> | null): ToldOdds | null => ratio && odds(ratio);

function spanOf(entries: readonly PainEntry[], days: number): readonly [string | null, string | null] {
  const last = entries.reduce((latest, { at, utcOffset }) => Math.max(latest, at + utcOffset), -Infinity);
  return Number.isFinite(last) ? [isoTime(last - 86_400 * (days - 1), 0).slice(0, 10), isoTime(last, 0).slice(0, 10)] : [null, null];
}

/** Questions answered on some days, yet too seldom to be held constant; pain-killers never are. */
function seldomTold(days: readonly DayCovariates[], { heldConstant }: LinkAnalysis): readonly string[] {
  return covariates.filter(({ id, role }) => role !== "response" && !heldConstant.includes(id) && days.some(({ answers }) => answers[id] !== undefined)).map(({ name }) => name);
}
