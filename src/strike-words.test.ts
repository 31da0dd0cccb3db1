import { expect, it } from "vitest";
import { footStrikes } from "./domain/index.ts";
import { simulateFootfall, type FootfallCondition } from "./simulate.ts";
import { strikeWords } from "./strike-words.ts";

const wordsOf = (condition: FootfallCondition): string | null => strikeWords(condition, simulateFootfall(condition));

it("say by how much the peak moves when the strike is told, and that the told one's band holds both", () => {
  for (const speed of [2, 3, 4, 5, 6]) {
    const untold = simulateFootfall({ speed, mass: 70 }).peakVerticalForce.value.toFixed(2);
    for (const footStrike of footStrikes.filter((strike) => strike !== "unknown")) {
      const condition = { speed, mass: 70, footStrike };
      expect(wordsOf(condition)).toContain(`${untold} in place of ${simulateFootfall(condition).peakVerticalForce.value.toFixed(2)}`);
      expect(wordsOf(condition)).toContain("the band holds both");
    }
    expect(wordsOf({ speed, mass: 70 })).toContain(`in place of ${untold}`);
    expect(wordsOf({ speed, mass: 70 })).toContain("between laboratories");
  }
});

it("say nothing of walking, whose wave has no strike", () => {
  expect(wordsOf({ speed: 1.3 })).toBeNull();
});
