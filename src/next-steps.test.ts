import { describe, expect, it } from "vitest";
import { usualCell } from "./footfall-cells.ts";
import { answerLink, type LinkAnswer, type ToldFactor } from "./link-answer.ts";
import { findings } from "./next-steps.ts";

const empty = answerLink({ entries: [], days: [], runs: [], distanceUnit: "km", shoeNames: {} });
const runner = { mass: 70, height: 1.75, sex: null, birthYear: null } as const;
const baseline = { runner, trunkLeanDegrees: null, lordosisDegrees: null, cells: [usualCell(runner)] };

const factor = (id: string, verdict: ToldFactor["verdict"]): ToldFactor => ({ id, name: id, isOfRun: true, from: 1, to: 2, contrast: null, experiment: null, effects: [], verdict, sentence: `${id} in words.`, sureness: null });
const linked = { kind: "linked", direction: "more", lag: "day" } as const;
const answered = (verdict: LinkAnswer["running"]["verdict"], factors: readonly ToldFactor[] = []): LinkAnswer => ({ ...empty, running: { ...empty.running, verdict, sentence: "The verdict." }, factors });
const ids = (link: LinkAnswer): readonly string[] => findings(link, baseline).next.map(({ id }) => id);

describe("what to try next", () => {
  it("leads with the verdict; before there is enough, a look at the back comes first", () => {
    const told = findings(empty, null);
    expect(told.sentence).toBe(empty.running.sentence);
    expect(told.next[0]).toMatchObject({ id: "look", load: null });
    expect(told.evidence.at(-1)).toBe(empty.unseen);
  });

  it("asks for runs on other days where the weekday stands in the way", () => {
    expect(ids(answered({ kind: "cannot-be-told-apart", from: ["weekday"] }))[0]).toBe("other-days");
    expect(ids(answered({ kind: "cannot-be-told-apart", from: ["painBefore"] }))[0]).toBe("look");
  });

  it("takes what the diary points at, the smallest change first, and nothing that it cleared", () => {
    expect(ids(answered(linked, [factor("distance", linked), factor("stepRate", linked), factor("warmUp", { kind: "not-linked", atMost: 0.3 })]))).toEqual(["step-rate", "long-run"]);
    expect(ids(answered(linked))).toEqual(["warm-up", "step-rate"]);
    expect(ids(answered({ kind: "not-linked", atMost: 0.4 }))).toEqual([]);
    expect(ids(answered({ kind: "not-linked", atMost: 0.4 }, [factor("shoe:3", linked)]))).toEqual(["shoe"]);
  });

  it("tells of each its effect with the band, what is contested as such, and how it will be seen", () => {
    const { next } = findings(answered(linked, [factor("stepRate", linked), factor("shareOnHardGround", linked), factor("distance", linked)]), baseline);
    const [steps, ground, long] = next;
    expect(steps).toMatchObject({ id: "step-rate", pain: "stepRate in words.", experiment: "step-rate", evidence: expect.stringContaining("insufficient") });
    expect([steps?.load?.low, steps?.load?.high].every((end) => end !== undefined && end < 0)).toBe(true);
    expect(ground?.load?.low).toBeLessThan(0);
    expect(ground?.load?.high).toBeGreaterThan(0);
    expect(ground?.loadWords).toMatch(/cannot tell/);
    expect(long).toMatchObject({ id: "long-run", load: null, experiment: null, check: expect.stringContaining("goes on comparing") });
    expect(next.length).toBeLessThanOrEqual(4);
  });
});
