import { expect, it } from "vitest";
import { dayRows } from "./day-rows.ts";
import { heldColumns } from "./link-model.ts";
import { simulateDiary, usualTruth } from "./simulate-diary.ts";

it("holds constant what was told on most days of both kinds, not what only the runs' days tell", () => {
  const diary = simulateDiary(usualTruth, 7);
  const runDays = new Set(diary.runs.map(({ start }) => Math.floor(start / 86_400)));
  const held = (days: typeof diary.days): readonly string[] => heldColumns(dayRows({ ...diary, days })).told.map(({ id }) => id);
  expect(held(diary.days)).toContain("temperature");
  const onRunDays = held(diary.days.map(({ day, answers: { temperature, ...answers } }) => ({ day, answers: runDays.has(day) && temperature !== undefined ? { ...answers, temperature } : answers })));
  expect(onRunDays).not.toContain("temperature");
  expect(onRunDays).toContain("stress");
});

it("does so even for a runner who runs on nearly every day", () => {
  const diary = simulateDiary({ ...usualTruth, weeklyHabit: 0, avoidance: 0, sleepRunning: 0 }, 7);
  const runs = Array.from({ length: 364 }, (_, index) => ({ start: (18_995 + index) * 86_400 + 64_800, end: (18_995 + index) * 86_400 + 68_400, utcOffset: 0, factors: {} })).filter((_, index) => index % 10 !== 0);
  const runDays = new Set(runs.map(({ start }) => Math.floor(start / 86_400)));
  const rows = dayRows({ entries: diary.entries, runs, days: diary.days.map(({ day }) => ({ day, answers: runDays.has(day) ? { temperature: 20 + (day % 3) } : {} })) });
  expect(heldColumns(rows).told).toEqual([]);
});
