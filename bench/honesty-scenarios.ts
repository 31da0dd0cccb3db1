import { analyseLink, seededRandom, simulateDiary, usualTruth, type LinkAnalysis, type SimulatedTruth } from "../src/index.ts";
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
  short: { truth: { ...usualTruth, days: 98, memory: 0.7 }, words: "fourteen weeks" },
  everything: {
    truth: { ...usualTruth, memory: 0.8, avoidance: 0.5, weeklyHabit: 1.5, weeklyPain: 0.6, season: 0.8, sleepPain: 0.5, sleepRunning: 0.5, missing: 0.1, missingByReason: 0.35, alike: 0.7 },
    told: ["hoursOfSleep"], words: "all of these at once",
  },
};

/** What no method can see: shown, never counted. */
const unseen: typeof noEffect = {
  unrecordedSleep: { truth: { ...usualTruth, memory: 0.6, sleepPain: 0.7, sleepRunning: -0.7, isSleepTold: false, isLookedAtInMornings: false }, words: "a cause of both that the diary was never told: good nights bring fewer runs and less pain" },
  missingByContent: { truth: { ...usualTruth, memory: 0.6, missingByPain: 0.9 }, words: "painful looks without a run are often not entered" },
};

/** Runners whom running, or its distance, does give pain. Far from the scale's ends, so that an effect of one point is one point. */
const steady: SimulatedTruth = { ...usualTruth, level: 4, spread: 1.2, memory: 0.6 };
const effects: typeof noEffect = {
  "0.3 points": { truth: { ...steady, runEffect: 0.3 }, words: "after every run 0.3 points more for a day" },
  "0.6 points": { truth: { ...steady, runEffect: 0.6 }, words: "0.6 points" },
  "1 point": { truth: { ...steady, runEffect: 1 }, words: "1 point" },
  "1 point, fourteen weeks": { truth: { ...steady, runEffect: 1, days: 98 }, words: "1 point, a diary of fourteen weeks" },
  "0.8 points, avoided": { truth: { ...steady, runEffect: 0.8, avoidance: 0.5, missing: 0.15, missingByReason: 0.3 }, words: "0.8 points, runs skipped for pain, entries missing" },
  "long runs": { truth: { ...steady, distanceEffect: 0.6, alike: 0.5 }, words: "0.6 points for each standard deviation of distance, nothing from running as such" },
};

const one = (isTrue: boolean): number => (isTrue ? 1 : 0);

function countNoEffect({ truth, told = [] }: Runner, seed: number): Counts {
  const { running, factors } = analyseLink(simulateDiary(truth, seed));
  const untrue = factors.filter(({ id }) => !told.includes(id));
  const isRunning = running.verdict.kind === "linked";
  const isFactor = untrue.some(({ verdict }) => verdict.kind === "linked");
  const intervals = running.effects.map(({ effect }) => effect);
  const factorIntervals = untrue.flatMap(({ effects: of }) => of.map(({ effect }) => effect));
  const holding = (of: readonly { readonly low: number; readonly high: number }[]): number => of.filter(({ low, high }) => low <= 0 && high >= 0).length;
  return {
    diaries: 1, running: one(isRunning), factor: one(isFactor), either: one(isRunning || isFactor), notLinked: one(running.verdict.kind === "not-linked"),
    notEnough: one(running.verdict.kind === "not-enough"), apart: one(running.verdict.kind === "cannot-be-told-apart"), intervals: intervals.length, held: holding(intervals), factorIntervals: factorIntervals.length, factorHeld: holding(factorIntervals),
  };
}

/** Odds, lags and the slope of distance are true by construction in the day after a run, by its looks up to the next morning. */
function countEffect({ truth }: Runner, seed: number): Counts {
  const { running, factors } = analyseLink(simulateDiary(truth, seed));
  const isOfDistance = truth.distanceEffect !== 0;
  const distance = factors.find(({ id }) => id === "distance");
  const verdict = isOfDistance ? distance?.verdict : running.verdict;
  const asked = (isOfDistance ? distance?.effects : running.effects)?.filter(({ lag }) => lag === "day" || lag === "nextMorning") ?? [];
  const real = isOfDistance ? truth.distanceEffect / kilometresPerDeviation : truth.runEffect;
  const innocent = factors.filter(({ id }) => !isOfDistance || (id !== "distance" && id !== "longestRunRatio"));
  return {
    diaries: 1, found: one(verdict?.kind === "linked"), wrongWay: one(verdict?.kind === "linked" && verdict.direction === "less"), shared: one(verdict?.kind === "cannot-be-told-apart"),
    otherFactor: one(innocent.some((factor) => factor.verdict.kind === "linked")), intervals: asked.length, held: asked.filter(({ effect }) => effect.low <= real && effect.high >= real).length,
    estimate: asked[0]?.effect.value ?? 0, estimates: one(asked.length > 0), real,
  };
}

/** The generator's distances spread by this [km] for one of its standard deviations. */
const kilometresPerDeviation = 3;

/** Distance effects drawn from the prior itself: the shrunk intervals must hold them on average. */
function countShrunk(seed: number): Counts {
  const prior = ofDistance(analyseLink(simulateDiary(steady, seed)));
  if (prior === null) return { diaries: 0, intervals: 0, held: 0, unshrunkHeld: 0 };
  const kept = prior.shrunk.value / prior.effect.value;
  const spread = prior.effect.standardError * Math.sqrt(kept / (1 - kept));
  const real = spread * normalDraw(seed);
  const found = ofDistance(analyseLink(simulateDiary({ ...steady, distanceEffect: kilometresPerDeviation * real }, seed + 50_000_000)));
  if (found === null) return { diaries: 0, intervals: 0, held: 0, unshrunkHeld: 0 };
  return {
    diaries: 1, intervals: 1, held: one(found.shrunk.low <= real && found.shrunk.high >= real), unshrunkHeld: one(found.effect.low <= real && found.effect.high >= real),
    shrunkError: (found.shrunk.value - real) ** 2, unshrunkError: (found.effect.value - real) ** 2,
  };
}

const ofDistance = ({ factors }: LinkAnalysis) => factors.find(({ id }) => id === "distance")?.effects.find(({ lag }) => lag === "day") ?? null;

/** Near enough a standard normal number: twelve even ones less six. */
function normalDraw(seed: number): number {
  const random = seededRandom(seed);
  return Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
}

const scenariosOf = (group: Scenario["group"], runners: typeof noEffect, count: (runner: Runner, seed: number) => Counts): readonly Scenario[] =>
  Object.entries(runners).map(([id, runner]) => ({ id, group, words: runner.words, count: (seed) => count(runner, seed) }));

export const scenarios: readonly Scenario[] = [
  ...oddsRatioScenarios,
  ...powerScenarios,
  ...scenariosOf("no effect", noEffect, countNoEffect),
  ...scenariosOf("unseen", unseen, countNoEffect),
  ...scenariosOf("effect", effects, countEffect),
  { id: "prior", group: "shrunk", words: "effects of distance drawn from the prior", count: countShrunk },
];
