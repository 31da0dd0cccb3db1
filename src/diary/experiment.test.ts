import { describe, expect, it } from "vitest";
import { normalQuantile, seededRandom } from "../numerics/index.ts";
import { simulateDiary, usualTruth } from "./simulate-diary.ts";
import { analyseExperiment, painScatter, planExperiment, stopEarly, type ExperimentPlan, type ExperimentRun } from "./experiment.ts";

const wish = { difference: 1, spread: 1.2, alike: 0.2, runsPerBlock: 3, washoutRuns: 1, seed: 7 };

/** Runs of a whole experiment in which the change does so much. */
function carriedOut(plan: ExperimentPlan, change: number, seed: number): readonly ExperimentRun[] {
  const random = seededRandom(seed);
  const noise = (): number => normalQuantile(0.001 + 0.998 * random());
  return plan.withChange.flatMap((isWith, block) => {
    const pair = noise();
    return Array.from({ length: plan.runsPerBlock }, (_, place) => {
      const before = 3 + 0.5 * pair + 0.8 * noise();
      const after = before + (isWith ? change : 0) + 1.0 * noise();
      return { block, place, before, after, worst: after };
    });
  });
}

describe("planExperiment", () => {
  it("has its length from the power of two means", () => {
    // 2·1.2²·2.8016² ÷ 1² · 1.2 ÷ 0.8 = 33.9 counted runs an arm, two of each block's three.
    expect(planExperiment(wish)).toMatchObject({ pairs: 17, runs: 102 });
    expect(planExperiment({ ...wish, difference: 3 }).pairs).toBe(6);
  });

  it("draws which block of each pair has the change, by seed", () => {
    const { withChange, pairs } = planExperiment(wish);
    for (let pair = 0; pair < pairs; pair++) expect(withChange[2 * pair]).toBe(!withChange[2 * pair + 1]);
    expect(planExperiment(wish).withChange).toEqual(withChange);
    expect(planExperiment({ ...wish, seed: 8 }).withChange).not.toEqual(withChange);
  });

  it("refuses a washout as long as the block", () => {
    expect(() => planExperiment({ ...wish, washoutRuns: 3 })).toThrow("washout");
  });
});

describe("painScatter", () => {
  it("is what pain scatters by from run to run, not from week to week", () => {
    const diary = simulateDiary({ ...usualTruth, level: 4, spread: 1, memory: 0.01 }, 5);
    // Mean of two or three looks, each of its own half-day: spread 1 ÷ √2, with rounding and the look's own 0.4 on top.
    expect(painScatter(diary)?.spread).toBeGreaterThan(0.65);
    expect(painScatter(diary)?.spread).toBeLessThan(0.95);
    expect(painScatter(diary)?.alike).toBeLessThan(0.2);
  });

  it("is not known before ten runs", () => {
    expect(painScatter(simulateDiary({ ...usualTruth, days: 10 }, 3))).toBeNull();
    expect(painScatter({ entries: [], days: [], runs: [] })).toBeNull();
  });
});

describe("analyseExperiment", () => {
  const plan = planExperiment(wish);

  it("finds what the change does four times in five at the planned length, and nothing more often than one time in twenty", () => {
    const called = (change: number): number => Array.from({ length: 200 }, (_, index) => analyseExperiment(plan, carriedOut(plan, change, 100 + index)).verdict).filter((verdict) => verdict === "linked").length / 200;
    expect(called(1)).toBeGreaterThan(0.8);
    expect(called(0)).toBeLessThan(0.075);
  });

  it("says nothing of five pairs", () => {
    const runs = carriedOut(plan, 3, 1).filter(({ block }) => block < 10);
    expect(analyseExperiment(plan, runs)).toEqual({ effect: null, chance: 1, verdict: "not-enough" });
  });

  it("counts no washout", () => {
    const runs = carriedOut(plan, 0, 3);
    const disturbed = runs.map((run) => (run.place === 0 ? { ...run, after: 10 } : run));
    expect(analyseExperiment(plan, disturbed)).toEqual(analyseExperiment(plan, runs));
  });
});

describe("stopEarly", () => {
  const plan: ExperimentPlan = { ...planExperiment(wish), withChange: [true, false, false, true, true, false] };
  const runs = (after: readonly number[]): readonly ExperimentRun[] => after.map((rating, block) => ({ block, place: 1, before: 1, after: rating, worst: rating }));

  it("ends for pain of seven", () => {
    expect(stopEarly(plan, runs([1, 7]))).toBe("severe-pain");
    // A mean of the day may hide it.
    expect(stopEarly(plan, runs([1, 3]).map((run) => ({ ...run, worst: 2 * run.after + 1 })))).toBe("severe-pain");
  });

  it("ends when two blocks of one arm are two points worse", () => {
    expect(stopEarly(plan, runs([4, 1, 1, 4]))).toBeNull();
    expect(stopEarly(plan, runs([4, 1, 1, 4, 4]))).toBe("worse-with-change");
    expect(stopEarly(plan, runs([1, 4, 4, 1, 1]))).toBe("worse-without-change");
    expect(stopEarly(plan, runs([2, 1, 1, 2, 2]))).toBeNull();
  });

  it("is not kept from it by a run whose pain was not noted", () => {
    const noted = runs([4, 1, 1, 4, 4]);
    expect(stopEarly(plan, [...noted, ...noted.map((run) => ({ ...run, place: 2, after: NaN, worst: NaN }))])).toBe("worse-with-change");
    expect(stopEarly(plan, noted.map((run) => (run.block === 0 ? { ...run, after: NaN } : run)))).toBeNull();
  });
});
