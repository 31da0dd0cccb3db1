import { describe, expect, it } from "vitest";
import { analyseLink } from "./link-analysis.ts";
import { dayRows, lags } from "./day-rows.ts";
import type { Diary } from "./diary.ts";
import { oddsOfHigherRating } from "./higher-rating.ts";
import { wordsOfFactor } from "./factor-names.ts";
import { factorWords, runningWords } from "./link-words.ts";
import { simulateDiary, usualTruth } from "./simulate-diary.ts";
import { eventsNeeded } from "./verdict.ts";

const hour = 3600;
const day = 24 * hour;
const look = (at: number, painRating: number): Diary["entries"][number] => ({ at, utcOffset: 0, pains: painRating > 0 ? [{ region: "lower-lumbar", side: "left", painRating }] : [], occasion: "apart-from-run", note: null });
const run = (start: number): Diary["runs"][number] => ({ start, end: start + hour, utcOffset: 0, factors: {} });
const after = (diary: Diary, index: number): Readonly<Record<string, number>> => Object.fromEntries(lags.map(({ id }, lag) => [id, dayRows(diary)[index]?.after[lag] ?? NaN]));

/** Processor time of this program, whatever else the machine does; the best of three. */
const secondsOfWork = (work: () => unknown): number => Math.min(...[1, 2, 3].map(() => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}));

describe("dayRows", () => {
  const diary: Diary = { days: [], runs: [run(18 * hour)], entries: [look(8 * hour, 3), look(19 * hour, 5), look(22 * hour, 1), look(day + 8 * hour, 4), look(day + 20 * hour, 2), look(3 * day, 0)] };

  it("takes pain before the run for before, and every lag's mean for after", () => {
    expect(dayRows(diary)[0]).toMatchObject({ before: 3, weekBefore: 3 });
    expect(after(diary, 0)).toEqual({ during: 5, day: (5 + 1 + 4) / 3, nextMorning: 4, later: 1 });
  });

  it("gives a day without a run the hour at which the runner usually starts", () => {
    expect(dayRows(diary)[1]).toMatchObject({ before: 4, runs: [] });
    expect(after(diary, 1)).toMatchObject({ day: 2, nextMorning: NaN });
  });

  it("tells no entry from no pain", () => {
    expect(after(diary, 2)).toEqual({ during: NaN, day: 0, nextMorning: NaN, later: NaN });
    expect(dayRows({ entries: [], days: [], runs: [run(0)] })).toEqual([]);
  });

  it("counts days by the runner's own clock", () => {
    const east = dayRows({ days: [], runs: [], entries: [{ ...look(23 * hour, 2), utcOffset: 2 * hour }] });
    expect(east[0]?.day).toBe(1);
  });
});

describe("analyseLink", () => {
  it("finds a point of pain after each run, on the right day, with a band that holds it", () => {
    const diary = simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect: 1 }, 4);
    const { running, factors } = analyseLink(diary);
    expect(running.verdict).toMatchObject({ kind: "linked", direction: "more" });
    const found = running.effects.find(({ lag }) => lag === "day")?.effect;
    expect(found?.low).toBeLessThan(1);
    expect(found?.high).toBeGreaterThan(1);
    // By ranks alone it is the same story.
    expect(oddsOfHigherRating(diary)?.low).toBeGreaterThan(1);
    expect(oddsOfHigherRating({ ...diary, entries: diary.entries.slice(0, 20) })).toBeNull();
    expect(factors.filter(({ verdict }) => verdict.kind === "linked")).toEqual([]);
    expect(runningWords(running)).toMatch(/^In the 24 hours from a run your pain was \d\.\d points of 10 higher \(\d\.\d to \d\.\d\)/);
  });

  it("finds the long run where only the distance matters, and tells it between two of this runner's distances", () => {
    const { running, factors } = analyseLink(simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, distanceEffect: 0.8 }, 9));
    const distance = factors.find(({ id }) => id === "distance");
    expect(running.verdict.kind).not.toBe("linked");
    expect(distance?.verdict).toMatchObject({ kind: "linked", direction: "more" });
    if (distance) expect(factorWords(distance, wordsOfFactor("distance", { distanceUnit: "km", shoeNames: {} }), (id) => id)).toMatch(/with distance 1\d km rather than \d+, your pain was \d\.\d points of 10 higher/);
  });

  it("says “not linked” with its bound where there is nothing", () => {
    const { running } = analyseLink(simulateDiary(usualTruth, 21));
    expect(running.verdict.kind).toBe("not-linked");
    expect(runningWords(running)).toMatch(/: at most 0\.\d points of 10 higher, if at all; people notice a change from about 1 point\.$/);
  });

  it("says how much is missing after three weeks, from the runner's own rates", () => {
    const { running } = analyseLink(simulateDiary({ ...usualTruth, days: 21 }, 2));
    expect(running.verdict).toMatchObject({ kind: "not-enough" });
    if (running.verdict.kind === "not-enough") {
      expect(running.verdict.moreDays).toBeGreaterThan(30);
      expect(running.verdict.moreRuns).toBeLessThan(running.verdict.moreDays);
    }
  });

  it("calls pain that is lower after runs only where the back was looked at just before them: who hurts skips runs", () => {
    const eased = simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect: -1 }, 15);
    const inTheMorning = { ...eased, runs: eased.runs.map((of) => ({ ...of, start: of.start - 9 * hour, end: of.end - 9 * hour })) };
    expect(analyseLink(inTheMorning).running.verdict).toMatchObject({ kind: "linked", direction: "less" });
    expect(runningWords(analyseLink(inTheMorning).running)).toMatch(/points of 10 lower/);
    expect(analyseLink(eased).running.verdict).toEqual({ kind: "cannot-be-told-apart", from: ["painBefore"] });
    expect(runningWords(analyseLink(eased).running)).toMatch(/note it before you run/);
  });

  it("tells of evening entries no interval, only ends that hold the truth whatever hour decided on the run, and no link that is not there", () => {
    for (const decidedAt of ["evening-before", "morning", "start"] as const) {
      const { running } = analyseLink(simulateDiary({ ...usualTruth, memory: 0.8, avoidance: 0.7, isLookedAtInMornings: false, decidedAt }, 3));
      expect(running.verdict.kind).not.toBe("linked");
      expect(running.effects.length).toBeGreaterThan(0);
      for (const { range, effect } of running.effects) {
        expect(range?.low).toBeLessThanOrEqual(Math.min(0, effect.low));
        expect(range?.high).toBeGreaterThanOrEqual(Math.max(0, effect.high));
      }
    }
    const told = analyseLink(simulateDiary({ ...usualTruth, memory: 0.8, avoidance: 0.7 }, 3));
    expect(told.running.effects.map(({ range }) => range)).toEqual(told.running.effects.map(() => null));
  });

  it("asks an evening diary for a look before the run where only that look is missing", () => {
    const { running } = analyseLink(simulateDiary({ ...usualTruth, avoidance: 0.7, isLookedAtInMornings: false }, 3));
    expect(running.verdict).toEqual({ kind: "cannot-be-told-apart", from: ["painBefore"] });
    expect(runningWords(running)).toMatch(/note it before you run, or in the morning/);
  });

  it("finds a point of pain after each run in an evening diary too, and tells between what it lies", () => {
    const { running } = analyseLink(simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect: 1, isLookedAtInMornings: false }, 4));
    expect(running.verdict).toMatchObject({ kind: "linked", direction: "more" });
    expect(runningWords(running)).toMatch(/your pain was between \d\.\d and \d\.\d points of 10 higher than at the same hours/);
  });

  it("finds a wave over the cycle, tells its highest day, and not a straight line's", () => {
    const { factors } = analyseLink(simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, cycleEffect: 1.5 }, 5));
    const cycle = factors.find(({ id }) => id === "cycleDay");
    expect(cycle?.verdict).toMatchObject({ kind: "linked", direction: "more" });
    // Built in at day 2 of 28, and half a cycle later the other way: within three days.
    expect(Math.abs((((cycle?.to ?? 0) - 2 + 42) % 28) - 14)).toBeLessThanOrEqual(3);
    if (cycle) expect(factorWords(cycle, wordsOfFactor("cycleDay", { distanceUnit: "km", shoeNames: {} }), (id) => id)).toMatch(/^Your pain was highest around day \d+ of your cycle: \d\.\d points of 10 higher \(\d\.\d to \d\.\d\) than around day 1\d\.$/);
  });

  it("finds cold and heat that both bring pain, where a straight line finds neither", () => {
    const { factors } = analyseLink(simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, temperatureEffect: 2 }, 6));
    const temperature = factors.find(({ id }) => id === "temperature");
    expect(temperature?.verdict).toMatchObject({ kind: "linked", direction: "more" });
    // Away from the middle, to one side or the other.
    expect(Math.abs((temperature?.to ?? 0) - 12)).toBeGreaterThan(Math.abs((temperature?.from ?? 0) - 12));
    if (temperature) expect(factorWords(temperature, wordsOfFactor("temperature", { distanceUnit: "km", shoeNames: {} }), (id) => id)).toMatch(/with temperature -?\d+ °C rather than \d+ °C, your pain was \d\.\d points of 10 higher/);
  });

  it("holds back “not linked” where the band reaches beyond what people notice, one point", () => {
    const { running } = analyseLink(simulateDiary({ ...usualTruth, days: 84, missing: 0.3 }, 21));
    expect(running.effects.some(({ effect: { low, high } }) => Math.max(-low, high) > 1)).toBe(true);
    expect(running.verdict.kind).toBe("not-enough");
    expect(runningWords(running)).toMatch(/would show a difference of one point/);
  });

  it("does not tell running from the weekday where they are one", () => {
    const free = simulateDiary(usualTruth, 5);
    const sundays = Array.from({ length: 52 }, (_, week) => run((18_995 + 7 * week + 6) * day + 18 * hour));
    expect(analyseLink({ ...free, runs: sundays }).running.verdict).toEqual({ kind: "cannot-be-told-apart", from: ["weekday"] });
  });

  it("does not tell apart two factors that always came together, and names the other", () => {
    const diary = simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, distanceEffect: 1 }, 7);
    const doubled = { ...diary, runs: diary.runs.map((of) => ({ ...of, factors: { distance: of.factors["distance"] ?? NaN, dose: 0.1 * (of.factors["distance"] ?? NaN) + 0.001 * (of.start % 7) } })) };
    const verdicts = Object.fromEntries(analyseLink(doubled).factors.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts["distance"]).toEqual({ kind: "cannot-be-told-apart", from: ["dose"] });
    expect(verdicts["dose"]).toEqual({ kind: "cannot-be-told-apart", from: ["distance"] });
  });

  it("looks back two years at most, and is quick with ten", () => {
    const diary = simulateDiary({ ...usualTruth, days: 3650 }, 3);
    expect(analyseLink(diary).days).toBe(730);
    expect(secondsOfWork(() => analyseLink(diary))).toBeLessThan(1);
  });

  it("has an answer for diaries with next to nothing in them", () => {
    const empty: Diary = { entries: [], days: [], runs: [] };
    for (const diary of [empty, { ...empty, runs: [run(0)] }, { ...empty, entries: [look(0, 3)] }, { ...empty, entries: [look(0, 0)], runs: [run(0)] }]) {
      expect(analyseLink(diary).running.verdict.kind).toBe("not-enough");
      expect(runningWords(analyseLink(diary).running)).toMatch(/^Not enough yet/);
    }
  });

  it("repeats itself for the same diary and seed", () => {
    const diary = simulateDiary(usualTruth, 8);
    expect(analyseLink(diary, 3)).toEqual(analyseLink(diary, 3));
  });

  it("analyses a year with 30 factors in half a second on one core", () => {
    const diary = simulateDiary(usualTruth, 12);
    const { days, factors } = analyseLink(diary);
    expect(secondsOfWork(() => analyseLink(diary))).toBeLessThan(0.5);
    expect(days).toBe(364);
    expect(factors.length).toBeGreaterThanOrEqual(29);
  });
});

it("the events needed are those of Hsieh's formula: 65 where half are painful, 102 where a fifth are", () => {
  expect(Math.round(eventsNeeded(0.5, 2))).toBe(65);
  expect(Math.round(eventsNeeded(0.2, 2))).toBe(102);
});
