import { expect, it } from "vitest";
import { caseCrossover, dailyLag } from "./case-crossover.ts";
import { covariates } from "./covariates.ts";
import { dayCovariateIds } from "../domain/index.ts";

const hour = 3600;
const day = 24 * hour;

it("compares the two hours before pain with the same hours of the two days before", () => {
  const onset = 10 * day + 9 * hour;
  const run = (start: number): { start: number; end: number } => ({ start, end: start + hour });
  // Ended an hour before; ended exactly two hours before, so not in the window; at the control hours.
  expect(caseCrossover([onset], [run(onset - 2 * hour)])).toMatchObject({ value: Infinity, informative: 1, cases: 1 });
  expect(caseCrossover([onset], [run(onset - 3 * hour)])).toMatchObject({ value: NaN, low: 0, high: Infinity, informative: 0 });
  expect(caseCrossover([onset], [run(onset - day - hour)])).toMatchObject({ value: 0, high: expect.any(Number), informative: 1 });
  expect(caseCrossover([onset], [run(onset - 3 * day)])).toMatchObject({ informative: 0 });
});

it("is the discordant pairs' ratio with one control", () => {
  const design = { window: 2 * hour, controlsBefore: [day] };
  const onsets = Array.from({ length: 20 }, (_, index) => (3 * index + 5) * day);
  // Exposed as case in 12 of them, as control in 4 others.
  const runs = onsets.flatMap((onset, index) => (index < 12 ? [{ start: onset - hour, end: onset }] : index < 16 ? [{ start: onset - day - hour, end: onset - day }] : []));
  expect(caseCrossover(onsets, runs, design).value).toBeCloseTo(3, 6);
});

it("days of different seasons are never compared", () => {
  const exposedCase = { day: 0, isExposed: true, isOnset: true };
  expect(dailyLag([exposedCase, { day: 27, isExposed: false, isOnset: false }]).informative).toBe(1);
  expect(dailyLag([exposedCase, { day: 28, isExposed: false, isOnset: false }]).informative).toBe(0);
});

it("every covariate has its question, once, with answers that can be given", () => {
  expect(covariates.map(({ id }) => id).sort()).toEqual([...dayCovariateIds].sort());
  for (const { id, question, answers, unit, low, high, why, published, source } of covariates) {
    expect(question.endsWith("?"), id).toBe(true);
    expect((answers === null) !== (unit === null), id).toBe(true);
    expect(high > low && why.length > 10, id).toBe(true);
    if (published !== null) expect(published.source, id).toBe(source);
  }
});
