import { expect, test } from "vitest";
import { draftOf, draftReducer, emptyDraft, likelyOccasion, painsOf, type DraftStep, type EntryDraft } from "./entry-draft.ts";

const after = (...steps: readonly DraftStep[]): EntryDraft => steps.reduce(draftReducer, emptyDraft());
const waist = { region: "middle-lumbar", side: "left" } as const;
const calf = { region: "leg-below-knee", side: "right" } as const;

test("places take the rating that is chosen, each can have its own, and a place marked again is unmarked", () => {
  const two = after({ do: "rate", rating: 4 }, { do: "toggle", ...waist }, { do: "toggle", ...calf }, { do: "rate-place", ...calf, rating: 2 });
  expect(two.pains).toEqual([{ ...waist, painRating: 4 }, { ...calf, painRating: 2 }]);
  // A second thought about the rating moves the place that had it, not the one with its own.
  expect(draftReducer(two, { do: "rate", rating: 6 }).pains).toEqual([{ ...waist, painRating: 6 }, { ...calf, painRating: 2 }]);
  expect(draftReducer(two, { do: "toggle", ...waist }).pains).toEqual([{ ...calf, painRating: 2 }]);
});

test("no place is marked before there is a rating for it", () => {
  expect(after({ do: "toggle", ...waist }).pains).toEqual([]);
});

test("a rating without a place is kept as somewhere in the back, and gives way to the first place marked", () => {
  const rated = after({ do: "rate", rating: 4 });
  const kept = painsOf(rated);
  expect(kept).toEqual([{ region: "somewhere-in-back", side: "middle", painRating: 4 }]);
  const again = draftOf({ at: 0, utcOffset: 0, pains: kept, occasion: "after-run", note: null });
  expect(again).toMatchObject({ rating: 4, pains: [] });
  expect(painsOf(draftReducer(again, { do: "toggle", ...waist }))).toEqual([{ ...waist, painRating: 4 }]);
  expect(painsOf(emptyDraft())).toEqual([]);
});

test("the clock tells whether it was during a run or shortly after", () => {
  const runs = [{ start: 1000, end: 4600 }];
  expect([999, 1000, 4600, 4601, 4600 + 6 * 3600, 4601 + 6 * 3600].map((at) => likelyOccasion(at, runs))).toEqual(["apart-from-run", "during-run", "during-run", "after-run", "after-run", "apart-from-run"]);
});
