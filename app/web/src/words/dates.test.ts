import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dateWords, dayWords, momentWords, monthOf, monthWords, nearDayWords } from "./dates.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 4, 2, 12) }));
afterEach(() => void vi.useRealTimers());

test("a date is written in one way, with its year where that is another", () => {
  const day = Date.UTC(2026, 4, 2) / 86_400_000;
  expect([day, "2026-05-02", "2026-05-02T23:30:00+02:00"].map(dateWords)).toEqual(["2 May", "2 May", "2 May"]);
  expect([dayWords(day), dayWords("2025-09-13")]).toEqual(["Sat 2 May", "Sat 13 Sept 2025"]);
  expect([monthWords(day), nearDayWords(day, day), nearDayWords(day - 3, day), nearDayWords(day - 9, day)]).toEqual(["May 2026", "today", "Wednesday", "Thu 23 Apr"]);
  expect(monthOf(day)).toEqual({ first: day - 1, length: 31 });
});

test("a moment is shown by the clock it was told on, whatever the clock here", () => {
  expect(momentWords("2026-05-02T23:30:00-08:00")).toMatch(/^Sat 2 May, (23:30|11:30.PM)$/);
});
