import { analyseLink, awayFromMild, cycleWave, seededRandom, simulateDiary, usualTruth, type FactorAnswer, type LinkAnalysis, type SimulatedTruth } from "../src/index.ts";
import { oddsRatioScenarios, powerScenarios } from "./honesty-odds.ts";
import type { Counts, Scenario } from "./honesty-scenario.ts";


interface Runner {
  readonly words: string;
  readonly truth: SimulatedTruth;
  /** What truly goes with pain, and may be called so. */
  readonly told?: readonly string[];
}

/** Runners without any effect of running, each with another way to be misled. */
const noEffect: Readonly<Record<string, Runner>> = {
  plain: { truth: usualTruth, words: "pain comes and goes on its own" },
  autocorrelated: { truth: { ...usualTruth, memory: 0.85 }, words: "flare-ups that last for days" },
  rarePain: { truth: { ...usualTruth, level: -1, spread: 1.6, memory: 0.7 }, words: "no pain on most days, short episodes" },
  missing: { truth: { ...usualTruth, memory: 0.7, missing: 0.15, missingByReason: 0.5 }, words: "many entries missing: after pain, at weekends, without a run" },
  weeklyRhythm: { truth: { ...usualTruth, memory: 0.6, weeklyHabit: 2, weeklyPain: 1 }, words: "pain and running both by the day of the week" },
  avoidance: { truth: { ...usualTruth, memory: 0.8, avoidance: 0.7 }, words: "runs skipped when the back hurts in the morning" },
  seasons: { truth: { ...usualTruth, memory: 0.6, season: 1.2 }, words: "pain and running rise and fall together over the months" },
  correlatedFactors: { truth: { ...usualTruth, memory: 0.6, alike: 0.85 }, words: "all that a run is made of goes together" },
  recordedSleep: { truth: { ...usualTruth, memory: 0.6, sleepPain: 0.7, sleepRunning: 0.7 }, told: ["hoursOfSleep"], words: "short nights, told in the diary, bring pain and fewer runs" },
  onceADay: { truth: { ...usualTruth, memory: 0.7, isLookedAtInMornings: false }, words: "one entry a day, in the evening" },
  onceADayAvoiding: { truth: { ...usualTruth, memory: 0.7, avoidance: 0.5, isLookedAtInMornings: false }, words: "the same, and runs skipped for pain in the morning that nobody noted" },
  onceADayPlanning: { truth: { ...usualTruth, memory: 0.7, avoidance: 0.5, isLookedAtInMornings: false, decidedAt: "evening-before" }, words: "the same, decided by the pain of the evening before" },
  onceADayLate: { truth: { ...usualTruth, memory: 0.7, avoidance: 0.5, isLookedAtInMornings: false, decidedAt: "start" }, words: "the same, decided by the pain at the hour of the run" },
  short: { truth: { ...usualTruth, days: 98, memory: 0.7 }, words: "fourteen weeks" },
  everything: {
    truth: { ...usualTruth, memory: 0.8, avoidance: 0.5, weeklyHabit: 1.5, weeklyPain: 0.6, season: 0.8, sleepPain: 0.5, sleepRunning: 0.5, missing: 0.1, missingByReason: 0.35, alike: 0.7 },
    told: ["hoursOfSleep"], words: "all of these at once",
  },
};

/** What no method can see: shown, never counted. */
const unseen: typeof noEffect = {
  unrecordedSleep: { truth: { ...usualTruth, memory: 0.6, sleepPain: 0.7, sleepRunning: -0.7, isSleepTold: false, isLookedAtInMornings: false }, words: "a cause of both that the diary was never told: good nights bring fewer runs and less pain" },
  decidedLate: { truth: { ...usualTruth, memory: 0.7, avoidance: 0.5, decidedAt: "start" }, words: "looked at in the morning, yet runs are skipped for pain that came later in the day" },
  missingByContent: { truth: { ...usualTruth, memory: 0.6, missingByPain: 0.9 }, words: "painful looks without a run are often not entered" },
};

/** A runner with an effect: which factor has it, null where it is running itself, and what is true between two of its values. */
interface Affected extends Runner {
  readonly factor: string | null;
  readonly real: (from: number, to: number) => number;
  /** Factors that may be called beside it. */
  readonly beside?: readonly string[];
}

/** Far from the scale's ends, so that an effect of one point is one point. */
const steady: SimulatedTruth = { ...usualTruth, level: 4, spread: 1.2, memory: 0.6 };
/** The generator's distances spread by this [km] for one of its standard deviations; its cycles are this long [days]. */
const [kilometresPerDeviation, cycleLength] = [3, 28] as const;
const ofRunning = (runEffect: number, words: string, rest: Partial<SimulatedTruth> = {}): Affected => ({ truth: { ...steady, runEffect, ...rest }, words, factor: null, real: () => runEffect });
const effects: Readonly<Record<string, Affected>> = {
  "0.3 points": ofRunning(0.3, "after every run 0.3 points more for a day"),
  "0.6 points": ofRunning(0.6, "0.6 points"),
  "1 point": ofRunning(1, "1 point"),
  "1 point, fourteen weeks": ofRunning(1, "1 point, a diary of fourteen weeks", { days: 98 }),
  "0.8 points, avoided": ofRunning(0.8, "0.8 points, runs skipped for pain, entries missing", { avoidance: 0.5, missing: 0.15, missingByReason: 0.3 }),
  "1 point, once a day": ofRunning(1, "1 point, one entry a day, in the evening", { isLookedAtInMornings: false }),
  "long runs": { truth: { ...steady, distanceEffect: 0.6, alike: 0.5 }, words: "0.6 points for each standard deviation of distance, nothing from running as such", factor: "distance", beside: ["longestRunRatio"], real: (from, to) => (0.6 / kilometresPerDeviation) * (to - from) },
  cycle: { truth: { ...steady, cycleEffect: 1 }, words: "highest on day 2 of the cycle, by 2 points over half a cycle later", factor: "cycleDay", real: (from, to) => cycleWave(to, cycleLength) - cycleWave(from, cycleLength) },
  "cold and heat": { truth: { ...steady, temperatureEffect: 1.5 }, words: "1.5 points more for ten degrees from 12 °C, to either side", factor: "temperature", real: (from, to) => 1.5 * (awayFromMild(to) - awayFromMild(from)) },
};

const one = (isTrue: boolean): number => (isTrue ? 1 : 0);

function countNoEffect({ truth, told = [] }: Runner, seed: number): Counts {
  const { running, factors } = analyseLink(simulateDiary(truth, seed));
  const untrue = factors.filter(({ id }) => !told.includes(id));
  const isRunning = running.verdict.kind === "linked";
  const isFactor = untrue.some(({ verdict }) => verdict.kind === "linked");
  const intervals = running.effects.filter(({ range }) => range === null).map(({ effect }) => effect);
  const ranges = running.effects.flatMap(({ range }) => range ?? []);
  const factorEffects = untrue.flatMap(({ effects: of }) => of);
  const [factorIntervals, jointIntervals] = [true, false].map((isSingle) => factorEffects.filter(({ slopes }) => (slopes === 1) === isSingle).map(({ effect }) => effect));
  const holding = (of: readonly { readonly low: number; readonly high: number }[]): number => of.filter(({ low, high }) => low <= 0 && high >= 0).length;
  return {
    diaries: 1, running: one(isRunning), factor: one(isFactor), either: one(isRunning || isFactor), notLinked: one(running.verdict.kind === "not-linked"),
    notEnough: one(running.verdict.kind === "not-enough"), apart: one(running.verdict.kind === "cannot-be-told-apart"), intervals: intervals.length, held: holding(intervals), ranges: ranges.length, rangesHeld: holding(ranges), factorIntervals: factorIntervals?.length ?? 0, factorHeld: holding(factorIntervals ?? []),
    jointIntervals: jointIntervals?.length ?? 0, jointHeld: holding(jointIntervals ?? []),
  };
}

/** True by construction in the day after a run, by its looks up to the next morning. */
function countEffect({ truth, factor, real, beside = [] }: Affected, seed: number): Counts {
  const { running, factors } = analyseLink(simulateDiary(truth, seed));
  const own = factors.find(({ id }) => id === factor);
  const verdict = factor === null ? running.verdict : own?.verdict;
  const inTime = ({ lag }: { readonly lag: string }): boolean => lag === "day" || lag === "nextMorning";
  // A range, and the interval of two values chosen after looking, hold the truth at least 95 times in 100; any other interval 95.
  const told = factor === null ? running.effects.filter(inTime).map(({ effect, range }) => ({ effect, told: range ?? effect, isWider: range !== null })) : (own?.effects.filter(inTime) ?? []).map(({ effect, slopes }) => ({ effect, told: effect, isWider: slopes > 1 }));
  const truly = real(own?.from ?? NaN, own?.to ?? NaN);
  const innocent = factors.filter(({ id }) => id !== factor && !beside.includes(id));
  const isHeld = ({ told: { low, high } }: (typeof told)[number]): boolean => low <= truly && high >= truly;
  const [ranges, intervals] = [told.filter(({ isWider }) => isWider), told.filter(({ isWider }) => !isWider)];
  return {
    diaries: 1, found: one(verdict?.kind === "linked"), wrongWay: one(verdict?.kind === "linked" && isWrongWay(verdict.direction, truly)), shared: one(verdict?.kind === "cannot-be-told-apart"), notLinked: one(verdict?.kind === "not-linked"),
    otherFactor: one(innocent.some((other) => other.verdict.kind === "linked")), intervals: intervals.length, held: intervals.filter(isHeld).length, ranges: ranges.length, rangesHeld: ranges.filter(isHeld).length,
    estimate: told[0]?.effect.value ?? 0, estimates: one(told.length > 0), real: told.length > 0 ? truly : 0,
  };
}

const isWrongWay = (direction: "more" | "less", truly: number): boolean => (direction === "more") !== truly > 0;

/** Distance effects drawn from the prior itself: the shrunk intervals must hold them on average. */
function countShrunk(seed: number): Counts {
  const nothing = { diaries: 0, intervals: 0, held: 0, unshrunkHeld: 0 };
  const before = ofDistance(analyseLink(simulateDiary(steady, seed)));
  if (before === null) return nothing;
  const kept = before.told.shrunk.value / before.told.effect.value;
  const real = (before.told.effect.standardError * Math.sqrt(kept / (1 - kept)) * normalDraw(seed)) / before.kilometres;
  const found = ofDistance(analyseLink(simulateDiary({ ...steady, distanceEffect: kilometresPerDeviation * real }, seed + 50_000_000)));
  if (found === null) return nothing;
  const { told: { effect, shrunk }, kilometres } = found;
  const truly = real * kilometres;
  return {
    diaries: 1, intervals: 1, held: one(shrunk.low <= truly && shrunk.high >= truly), unshrunkHeld: one(effect.low <= truly && effect.high >= truly),
    shrunkError: (shrunk.value - truly) ** 2, unshrunkError: (effect.value - truly) ** 2,
  };
}

/** What is told of distance for the day after a run, and between distances how far apart. */
function ofDistance({ factors }: LinkAnalysis): { readonly told: FactorAnswer["effects"][number]; readonly kilometres: number } | null {
  const distance = factors.find(({ id }) => id === "distance");
  const told = distance?.effects.find(({ lag }) => lag === "day");
  return distance && told ? { told, kilometres: distance.to - distance.from } : null;
}

/** Near enough a standard normal number: twelve even ones less six. */
function normalDraw(seed: number): number {
  const random = seededRandom(seed);
  return Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
}

const scenariosOf = <Of extends Runner>(group: Scenario["group"], runners: Readonly<Record<string, Of>>, count: (runner: Of, seed: number) => Counts): readonly Scenario[] =>
  Object.entries(runners).map(([id, runner]) => ({ id, group, words: runner.words, count: (seed) => count(runner, seed) }));

export const scenarios: readonly Scenario[] = [
  ...oddsRatioScenarios,
  ...powerScenarios,
  ...scenariosOf("no effect", noEffect, countNoEffect),
  ...scenariosOf("unseen", unseen, countNoEffect),
  ...scenariosOf("effect", effects, countEffect),
  { id: "prior", group: "shrunk", words: "effects of distance drawn from the prior", count: countShrunk },
];
