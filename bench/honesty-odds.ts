import { analyseLink, caseCrossover, dailyLag, eventsNeeded, seededRandom, simulateDaysAtRisk, simulateOnsets, type DiaryRun, type OddsRatio, type PainEntry } from "../src/index.ts";
import type { Counts, Scenario } from "./honesty-scenario.ts";

const one = (isTrue: boolean): number => (isTrue ? 1 : 0);

const designs: Readonly<Record<string, (oddsRatio: number, seed: number) => OddsRatio>> = {
  "2 h before": (oddsRatio, seed) => {
    const { runs, onsets } = simulateOnsets(364, oddsRatio, seed);
    return caseCrossover(onsets, runs);
  },
  "day before": (oddsRatio, seed) => dailyLag(simulateDaysAtRisk(364, oddsRatio, seed)),
};

/** The two designs of single beginnings of pain, with the published odds ratio built in and with none. */
export const oddsRatioScenarios: readonly Scenario[] = Object.entries(designs).flatMap(([id, estimate]) => [1, 2.7].map((real) => ({
  id: `${id}, ${real}`, group: "odds ratio", words: `a year, odds ratio ${real} built in`,
  count: (seed: number): Counts => {
    const { value, low, high, informative } = estimate(real, seed);
    const isFinite = value > 0 && value < Infinity;
    return { diaries: 1, real, intervals: 1, held: one(low <= real && high >= real), logs: isFinite ? Math.log(value) : 0, finite: one(isFinite), informative, above: one(low > 1), below: one(high < 1) };
  },
})));

const hour = 3600;
const day = 24 * hour;
const firstDay = 18_995;

/** Runs every other day, pain from each evening to the next morning, after a run with odds that double per standard deviation of its distance and nothing else: what the formula assumes. */
function independentRuns(count: number, painfulShare: number, oddsRatio: number, seed: number) {
  const random = seededRandom(seed);
  const runs: DiaryRun[] = [];
  const entries: PainEntry[] = [];
  const look = (at: number, painRating: number): void => void entries.push({ at, utcOffset: 0, pains: painRating > 0 ? [{ region: "lower-lumbar", side: "middle", painRating }] : [], occasion: "apart-from-run", note: null });
  const base = Math.log(painfulShare / (1 - painfulShare));
  let evening = 0;
  for (let index = 0; index < 2 * count; index++) {
    const midnight = (firstDay + index) * day;
    const hasRun = index % 2 === 0;
    // Even within ±√3: standard deviation one.
    const far = hasRun ? Math.sqrt(12) * (random() - 0.5) : 0;
    look(midnight + 7 * hour, evening);
    if (hasRun) runs.push({ start: midnight + 18 * hour, end: midnight + 19 * hour, utcOffset: 0, factors: { distance: 10 + 3 * far } });
    evening = random() < 1 / (1 + Math.exp(-base - Math.log(oddsRatio) * far)) ? 1 : 0;
    look(midnight + 22 * hour, evening);
  }
  return { runs, entries, days: [] };
}

const runCounts = [33, 65, 102, 150, 200, 300];

/** How often a doubling of the odds is seen, beside the number of runs at which the formula says four times in five. */
export const powerScenarios: readonly Scenario[] = [0.5, 0.2].flatMap((share) => runCounts.map((runs) => ({
  id: `${100 * share} % painful, ${runs} runs`, group: "power", words: `formula: ${Math.round(eventsNeeded(share, 2))} runs`,
  count: (seed: number): Counts => {
    const asked = analyseLink(independentRuns(runs, share, 2, seed)).factors.find(({ id }) => id === "distance");
    const evening = asked?.effects.find(({ lag }) => lag === "day");
    return { diaries: 1, seen: one(evening !== undefined && evening.effect.pValue <= 0.05), linked: one(asked?.verdict.kind === "linked"), wrongWay: one(asked?.verdict.kind === "linked" && asked.verdict.direction === "less") };
  },
})));
