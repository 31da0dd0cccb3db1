import { describe, expect, it } from "vitest";
import { nextOstrcQuestion, ostrcQuestions, ostrcWording, scoreOstrc, type OstrcAnswer } from "./ostrc-o2.ts";

const each: readonly OstrcAnswer[] = [0, 1, 2, 3];

describe("the gatekeeper", () => {
  it("ends with the first answer: score 0, whatever stands behind", () => {
    expect(nextOstrcQuestion({ participation: 0 })).toBeNull();
    expect(scoreOstrc({ participation: 0, pain: 3 })).toEqual({ score: 0, isSubstantial: false });
  });

  it("ends with the fourth: score 100, not 25, and a substantial problem", () => {
    expect(nextOstrcQuestion({ participation: 3 })).toBeNull();
    expect(scoreOstrc({ participation: 3 })).toEqual({ score: 100, isSubstantial: true });
  });

  it("asks the others in their order and scores nothing before", () => {
    expect(nextOstrcQuestion({})).toBe("participation");
    expect(nextOstrcQuestion({ participation: 1 })).toBe("modification");
    expect(nextOstrcQuestion({ participation: 2, modification: 0, performance: 1 })).toBe("pain");
    expect(scoreOstrc({ participation: 2, modification: 0, performance: 1 })).toBeNull();
    expect(scoreOstrc({})).toBeNull();
  });
});

it("adds 0, 8, 17 or 25 on every question", () => {
  const points = [0, 8, 17, 25];
  for (const participation of [1, 2] as const)
    for (const modification of each)
      for (const performance of each)
        for (const pain of each)
          expect(scoreOstrc({ participation, modification, performance, pain })).toEqual({
            score: [participation, modification, performance, pain].reduce<number>((sum, answer) => sum + points[answer]!, 0),
            isSubstantial: modification >= 2 || performance >= 2,
          });
});

it("has four answers to each question, all about the lower back", () => {
  for (const question of ostrcQuestions) expect(new Set(ostrcWording[question].answers).size).toBe(4);
  expect(ostrcWording.modification.answers).toEqual(["No modification", "To a minor extent", "To a moderate extent", "To a major extent"]);
  for (const { question } of Object.values(ostrcWording)) expect(question).toMatch(/lower back/);
});
