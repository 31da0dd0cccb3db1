import { describe, expect, it } from "vitest";
import type { PainEntry, PlacedPain } from "../domain/index.ts";
import { redFlagAdvice, redFlagOccasion, redFlags, redFlagsReviewed } from "./red-flags.ts";

const entry = (day: number, ...pains: readonly PlacedPain[]): PainEntry => ({ at: day * 86_400, utcOffset: 0, pains, occasion: "apart-from-run", note: null });
const back = (painRating: number): PlacedPain => ({ region: "lower-lumbar", side: "left", painRating });
const weeks = Array.from({ length: 20 }, (_, day) => entry(day, back(3)));

describe("the questions are asked", () => {
  it("at the first entry, even of no pain", () => {
    expect(redFlagOccasion(entry(0), [])).toBe("first-entry");
  });

  it("whenever pain is 7 or more", () => {
    expect(redFlagOccasion(entry(21, back(7)), [entry(1, back(6))])).toBe("severe-pain");
    expect(redFlagOccasion(entry(21, back(5)), weeks)).toBeNull();
  });

  it("on a change of pattern: below the knee, at a new place, or much worse", () => {
    expect(redFlagOccasion(entry(2, { region: "leg-below-knee", side: "right", painRating: 1 }), [entry(1, back(2))])).toBe("changed-pattern");
    expect(redFlagOccasion(entry(21, { region: "upper-lumbar", side: "middle", painRating: 2 }), weeks)).toBe("changed-pattern");
    expect(redFlagOccasion(entry(21, back(6)), weeks)).toBe("changed-pattern");
    expect(redFlagOccasion(entry(21), weeks)).toBeNull();
  });
});

describe("the list", () => {
  it("has the signs of the reference, each with question, reason and a date for all", () => {
    expect(redFlagsReviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const id of ["saddle-numbness", "bladder-or-bowel", "both-legs", "leg-weakness", "trauma", "fever", "cancer-history", "night-pain", "weight-loss", "belly-pulse"]) expect(redFlags.map((flag) => flag.id)).toContain(id);
    for (const { id, question, reason, sources } of redFlags) {
      expect(question.endsWith("?"), id).toBe(true);
      expect(reason.length, id).toBeGreaterThan(15);
      // What has no source in the list is asked for the runner's sake and says so by having none.
      if (id !== "bone-stress") expect(sources.length, id).toBeGreaterThan(0);
    }
  });

  it("sends to help today for one urgent sign, and tells that reason first", () => {
    expect(redFlagAdvice([])).toBeNull();
    expect(redFlagAdvice(["weight-loss"])?.urgency).toBe("soon");
    const advice = redFlagAdvice(["weight-loss", "saddle-numbness"]);
    expect(advice?.urgency).toBe("today");
    expect(advice?.reasons.map(({ id }) => id)).toEqual(["saddle-numbness", "weight-loss"]);
  });
});
