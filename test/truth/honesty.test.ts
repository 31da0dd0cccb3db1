import { describe, expect, it } from "vitest";
import { upperLimit } from "../../bench/honesty-table.ts";
import type { Counts, Scenario } from "../../bench/honesty-scenario.ts";
import { scenarios } from "../../bench/honesty-scenarios.ts";

/** The bench's scenarios with few diaries each: enough to see a verdict that has gone wrong, not to prove one right; the proof is in docs/models/link-analysis.md. */
function counted(group: Scenario["group"], diaries: number, only?: string): ReadonlyMap<string, Counts> {
  return new Map(scenarios.filter((scenario) => scenario.group === group && (only === undefined || scenario.id === only)).map(({ id, count }, index) => {
    const total: Record<string, number> = {};
    for (let seed = 0; seed < diaries; seed++) for (const [name, value] of Object.entries(count(900_000_000 + 1000 * index + seed))) total[name] = (total[name] ?? 0) + value;
    return [id, total];
  }));
}

const summed = (all: ReadonlyMap<string, Counts>, name: string): number => [...all.values()].reduce((sum, counts) => sum + (counts[name] ?? 0), 0);

describe("simulated runners of whom the truth is known", () => {
  it("are not told of a link that is not there", () => {
    const runners = counted("no effect", 6);
    expect(runners.size).toBe(15);
    // 90 diaries: with a true rate of 5 % more than 9 false calls come up about once in a hundred.
    expect(summed(runners, "either")).toBeLessThanOrEqual(9);
    for (const [id, { either = 0 }] of runners) expect(either, id).toBeLessThanOrEqual(4);
    expect(summed(runners, "held") / summed(runners, "intervals")).toBeGreaterThan(0.92);
    // One entry a day, in the evening: ends that hold the truth, and no interval.
    for (const id of ["onceADay", "onceADayAvoiding", "onceADayPlanning", "onceADayLate"]) expect(runners.get(id)?.["intervals"], id).toBe(0);
    expect(summed(runners, "rangesHeld") / summed(runners, "ranges")).toBeGreaterThan(0.93);
    expect(summed(runners, "factorHeld") / summed(runners, "factorIntervals")).toBeGreaterThan(0.94);
  });

  it("are told of the link that is there, never the wrong way round", () => {
    const runners = counted("effect", 5);
    expect(runners.get("1 point")?.["found"]).toBe(5);
    expect(runners.get("0.6 points")?.["found"]).toBeGreaterThanOrEqual(4);
    expect(runners.get("cold and heat")?.["found"]).toBeGreaterThanOrEqual(4);
    expect(summed(runners, "wrongWay")).toBe(0);
    expect(summed(runners, "held") / summed(runners, "intervals")).toBeGreaterThan(0.88);
  });

  it("are misled by what no diary tells: the bench must be able to see a false link, and an interval that misses", () => {
    // One false link in seven: of 30 diaries none has one in a hundred.
    expect(summed(counted("unseen", 30, "missingByContent"), "running")).toBeGreaterThan(0);
    const late = counted("unseen", 8, "decidedLate");
    expect(summed(late, "held") / summed(late, "intervals")).toBeLessThan(0.85);
  });
});

it("the upper limit of a rate is Clopper and Pearson's", () => {
  // No hit in n trials: 1 − 0.05^(1/n).
  expect(upperLimit(0, 2000)).toBeCloseTo(1 - 0.05 ** (1 / 2000), 9);
  // R: binom.test(100, 2000, alternative = "less")$conf.int.
  expect(upperLimit(100, 2000)).toBeCloseTo(0.058770314, 8);
});
