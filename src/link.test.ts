import { expect, it } from "vitest";
import { diaryRuns, painfulLevel, type RunForLink } from "./link.ts";
import type { PainEntry } from "./domain/index.ts";

const day = 86_400;
const run = (index: number, distance: number, rest: Partial<RunForLink> = {}): RunForLink => ({
  startedAt: index * day + 18 * 3600, duration: 3600, utcOffset: 0, distance, speed: 3, climb: 100, stepRate: 2.8, relativeDose: { "L5-S1": { exponent2: 1.1, exponent6: 1.2, exponent9: 1.3 }, "L1-L2": { exponent2: 0.8, exponent6: 0.9, exponent9: 1 } },
  shareOnHardGround: 0.8, shareOnSoftGround: null, shoe: "a", shoeDistance: 200e3, contactTimeDrift: 0.02, trunkLeanDegrees: null, ...rest,
});

it("turns a run into factors in a runner's units; what is not known is absent", () => {
  const [first] = diaryRuns([run(0, 10e3)], "L5-S1");
  expect(first?.factors).toEqual({ distance: 10, dose: 1.2, speed: expect.closeTo(10.8), climb: expect.closeTo(10), stepRate: expect.closeTo(168), shareOnHardGround: 80, shoeDistance: expect.closeTo(200), contactTimeDrift: 2, daysSinceRest: 0 });
});

it("sets the distance against the longest of 30 days, that run itself left out", () => {
  const ratios = diaryRuns([run(0, 20e3), run(1, 10e3), run(40, 12e3), run(41, 18e3)], "L5-S1").map(({ factors }) => factors["longestRunRatio"]);
  expect(ratios).toEqual([undefined, 0.5, undefined, 1.5]);
});

it("counts the days in a row", () => {
  expect(diaryRuns([run(0, 1), run(1, 1), run(2, 1), run(5, 1)], "L5-S1").map(({ factors }) => factors["daysSinceRest"])).toEqual([0, 1, 2, 0]);
});

it("asks of each shoe that was run in ten times, of one where there are two", () => {
  const inShoes = (...shoes: readonly string[]) => diaryRuns(shoes.flatMap((shoe, place) => Array.from({ length: 10 }, (_, index) => run(100 * place + index, 1, { shoe }))), "L5-S1");
  expect(inShoes("a", "b").filter((_, index) => index % 10 === 0).map(({ factors }) => [factors["shoe:a"], factors["shoe:b"]])).toEqual([[1, undefined], [0, undefined]]);
  expect(Object.keys(inShoes("a", "b", "c")[0]?.factors ?? {}).filter((id) => id.startsWith("shoe:"))).toEqual(["shoe:a", "shoe:b", "shoe:c"]);
  expect(inShoes("a")[0]?.factors["shoe:a"]).toBeUndefined();
  expect(diaryRuns([run(0, 1), run(1, 1, { shoe: "b" })], "L5-S1")[0]?.factors["shoe:a"]).toBeUndefined();
});

it("takes the disc behind the band that hurts most often", () => {
  const at = (region: PainEntry["pains"][number]["region"]): PainEntry => ({ at: 0, utcOffset: 0, pains: [{ region, side: "left", painRating: 2 }], occasion: "after-run", note: null });
  expect(painfulLevel([at("upper-lumbar"), at("upper-lumbar"), at("lower-lumbar"), at("leg-below-knee")])).toBe("L1-L2");
  expect(painfulLevel([])).toBe("L5-S1");
  expect(diaryRuns([run(0, 1)], "L1-L2")[0]?.factors["dose"]).toBe(0.9);
});
