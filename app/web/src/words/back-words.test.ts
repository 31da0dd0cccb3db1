import { expect, test } from "vitest";
import { backSentence } from "./back-words.ts";

// A Saturday.
const today = Math.floor(Date.UTC(2026, 4, 2) / 86_400_000);
const noted = (...told: readonly (readonly [ago: number, worst: number])[]) => told.map(([ago, worst]) => ({ day: today - ago, worst, entries: 1, painful: worst > 0 ? 1 : 0, pains: [] })).toReversed();

test("says how the back was, on how many days that rests, and never takes silence for no pain", () => {
  expect(backSentence([], today)).toBeNull();
  expect(backSentence(noted([9, 4]), today)).toBe("Nothing was noted of your back for 9 days.");
  expect(backSentence(noted([0, 0], [3, 0]), today)).toBe("No pain in the last week: your back was noted on 2 of the last 7 days.");
  expect(backSentence(noted([0, 1], [2, 4], [3, 0], [8, 9]), today)).toBe("Your back’s worst of the last week was 4 of 10, on Thursday; noted on 3 of the last 7 days, 1 of them without pain.");
});
