import { expect, it } from "vitest";
import { diaryTargets } from "./diary.ts";
import { judge } from "./target.ts";

it.each(["N3", "N5", "N6", "N9"])("%s is met, with as many simulated diaries as tell 93 from 95 percent", (id) => {
  const rows = diaryTargets(2000).filter((target) => target.id === id).map(judge);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ status }) => status !== "pass").map(({ part, got }) => `${part}: ${got}`)).toEqual([]);
});

it("what the program computes at each start passes too", () => {
  expect(diaryTargets().map(judge).filter(({ status }) => status !== "pass").map(({ part, got }) => `${part}: ${got}`)).toEqual([]);
});
