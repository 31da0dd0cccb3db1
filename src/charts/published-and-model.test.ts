import { expect, test } from "vitest";
import { niceTicks } from "./drawing/nice-ticks.ts";
import { publishedAndModelWords } from "./drawing/published-words.ts";
import { publishedAndModel, type PublishedAndModelInput } from "./published-and-model.ts";

const stiffness: PublishedAndModelInput = { name: "Leg stiffness", published: { value: 10.4, low: 8.1, high: 12.7 }, model: { value: 12.69, low: 10.08, high: 15.98 }, unit: "kN/m" };
const words = (change: Partial<PublishedAndModelInput>): { readonly published: string; readonly model: string; readonly text: string } => publishedAndModelWords({ ...stiffness, ...change });

/** Left and right end of the tolerance, and the place of the model's value [px]. */
function places(input: PublishedAndModelInput): { readonly low: number; readonly high: number; readonly model: number } {
  const { svg } = publishedAndModel(input);
  const [, low, width] = /ff-tolerance"[^>]* x="([\d.-]+)"[^>]* width="([\d.]+)"/.exec(svg) ?? [];
  const model = /ff-model-mark"[^>]* cx="([\d.-]+)"/.exec(svg)?.[1] ?? [...svg.matchAll(/d="M([\d.-]+) 31L/g)].at(-1)?.[1];
  return { low: Number(low), high: Number(low) + Number(width), model: Number(model) };
}

test("says the published value with its tolerance and the model's with its band, to the digits that are known", () => {
  expect(words({})).toMatchObject({ published: "10.4 ± 2.3", model: "12.7 (10.1–16.0)" });
  expect(words({}).text).toBe("Leg stiffness: published 10.4 (8.1–12.7 counts as reproduced); the model 12.7 (10.1–16.0), in kN/m. The model’s value lies inside.");
  expect(words({ published: { value: 2, low: 1.75, high: 2.25 } }).published).toBe("2.00 ± 0.25");
  expect(words({ published: { value: 271, low: 248, high: 294 } }).published).toBe("271 ± 23");
  expect(words({ published: { value: 60.1, low: 46.3, high: 73.9 } }).published).toBe("60.1 ± 13.8");
  expect(words({ published: { value: 1524.5, low: 1522.9755, high: 1526.0245 }, model: { value: 1524.48, low: null, high: null } })).toMatchObject({ published: "1524.5 ± 1.5", model: "1524.5" });
});

test("a rule is said as a rule", () => {
  expect(words({ published: { value: null, low: -0.8, high: 0.8 } }).published).toBe("−0.8 to 0.8");
  expect(words({ published: { value: null, low: 0, high: null } }).published).toBe("at least 0");
  expect(words({ published: { value: null, low: 0.0001, high: null } }).published).toBe("above 0");
  expect(words({ published: { value: null, low: 3, high: 3 }, model: { value: 3, low: null, high: null }, unit: "" }).text).toBe("Leg stiffness: required exactly 3; the model 3 (no band). The model’s value lies inside.");
  expect(words({ model: null }).text).toMatch(/the model gives no value, in kN\/m\.$/);
});

test("what lies inside in numbers lies inside on paper, and outside outside", () => {
  for (const value of [7, 8.5, 12.6, 13, 40]) {
    for (const model of [{ value, low: null, high: null }, { value, low: value - 1, high: value + 2 }]) {
      const at = places({ ...stiffness, model });
      expect(at.model > at.low && at.model < at.high).toBe(value > 8.1 && value < 12.7);
    }
  }
});

test("an open rule reaches to the end of the axis", () => {
  const at = places({ ...stiffness, published: { value: null, low: 0, high: null } });
  expect(at.high).toBeCloseTo(200);
  expect(at.model).toBeGreaterThan(at.low);
});

test("axis numbers are round, ordered, and have room", () => {
  for (const [low, high] of [[0, 1], [240, 293], [-13.4, -6.4], [1522.8, 1526.2], [0.3534, 0.3546], [-40, 3]] as const) {
    const { ticks, digits } = niceTicks(low, high, 128);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThan(7);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(low);
      expect(tick).toBeLessThanOrEqual(high);
      expect(Number(tick.toFixed(digits))).toBeCloseTo(tick, 9);
    }
  }
});
