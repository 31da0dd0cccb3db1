import { describe, expect, it } from "vitest";
import { beginExperiment, experimentTask, followExperiment, keptWords, offerExperiments, resultWords, stateWords, type ExperimentAsked, type ExperimentProtocol, type LinkInput, type RunForLink } from "./index.ts";
import { seededRandom } from "./numerics/index.ts";

const day = 86_400;
const hour = 3600;
const start = 20_000 * day;
/** Runs come every other day at six; before the experiment there were twenty. */
const before = 20;
const startOf = (index: number): number => start + (2 * index - 2 * before) * day + 18 * hour;

const run = (index: number, rest: Partial<RunForLink> = {}): RunForLink => ({
  startedAt: startOf(index), duration: 3000, utcOffset: 0, distance: 9000, speed: 3 + 0.1 * Math.sin(index), climb: null, stepRate: 2.8 + 0.2 * 0.1 * Math.sin(index), relativeDose: {}, shareOnHardGround: null, shareOnSoftGround: null,
  shoe: null, shoeDistance: null, contactTimeDrift: null, trunkLeanDegrees: null, ...rest,
});

const look = (at: number, painRating: number): LinkInput["entries"][number] => ({ at, utcOffset: 0, pains: painRating > 0 ? [{ region: "lower-lumbar", side: "middle", painRating }] : [], occasion: "apart-from-run", note: null });

interface Lived {
  readonly runs: number;
  readonly painOf?: (index: number, random: () => number) => number;
  readonly runOf?: (index: number) => Partial<RunForLink>;
  readonly days?: LinkInput["days"];
}

/** A runner's notes: 2 before each run, and after it 2 or 3 by chance unless said otherwise. */
function lived({ runs, painOf = (_, random) => (random() < 0.5 ? 2 : 3), runOf = () => ({}), days = [] }: Lived): LinkInput {
  const random = seededRandom(3);
  const all = Array.from({ length: before + runs }, (_, index) => index);
  const entries = all.flatMap((index) => [look(startOf(index) - 3 * hour, 2), look(startOf(index) + 4 * hour, index < before ? (random() < 0.5 ? 2 : 3) : painOf(index - before, random))]);
  return { entries, days, runs: all.map((index) => run(index, index < before ? {} : runOf(index - before))), distanceUnit: "km", shoeNames: { "1": "Old", "2": "New" } };
}

const asked: ExperimentAsked = { kind: "step-rate", shoes: null, difference: 1, seed: 5 };
const begin = (rest: Partial<ExperimentAsked> = {}): ExperimentProtocol => beginExperiment(lived({ runs: 0 }), { ...asked, ...rest }, start - day);
const blockOf = (index: number): number => Math.floor(index / 3);

describe("an experiment is offered", () => {
  it("with its length for each difference, the smallest change first; each says why it cannot be made", () => {
    const offers = offerExperiments(lived({ runs: 0 }), start);
    expect(offers.map(({ kind, trouble }) => [kind, trouble])).toEqual([["warm-up", null], ["step-rate", null], ["surface", null], ["shoe", null], ["rest-day", null]]);
    // n = 2·σ²·2.80² ÷ Δ² an arm, σ no less than 0.5; six pairs of blocks of three at least.
    const runs = offers[0]!.lengths.map((length) => length.runs!);
    expect(runs).toEqual(runs.toSorted((one, other) => other - one));
    expect(runs.at(-1)).toBe(36);
    expect(offers[0]!.lengths.at(-1)!.weeks).toBe(Math.ceil(36 / (20 / 8)));
    const noLooks = { ...lived({ runs: 0 }), entries: [] };
    expect(offerExperiments(noLooks, start).every(({ trouble }) => trouble?.includes("ten runs first"))).toBe(true);
    const noSteps = { ...lived({ runs: 0 }), runs: lived({ runs: 0 }).runs.map((each) => ({ ...each, stepRate: null })) };
    expect(offerExperiments(noSteps, start).map(({ trouble }) => trouble !== null)).toEqual([false, true, false, false, false]);
  });

  it("and refused in words", () => {
    expect(() => begin({ kind: "shoe" })).toThrow("two different pairs");
    expect(() => begin({ kind: "shoe", shoes: { with: "1", without: "9" } })).toThrow("no pair 9");
    expect(() => begin({ shoes: { with: "1", without: "2" } })).toThrow("shoes only");
    expect(() => beginExperiment({ ...lived({ runs: 0 }), entries: [] }, asked, start)).toThrow("ten runs first");
  });
});

describe("an experiment is followed", () => {
  const protocol = begin();
  const { plan } = protocol;
  const isWith = (index: number): boolean => plan.withChange[blockOf(index)] ?? false;

  it("says what the next run is to be, block by block as drawn", () => {
    const none = followExperiment(protocol, lived({ runs: 0 }));
    expect(none).toMatchObject({ state: "under-way", runs: [], next: { number: 1, block: 0, withChange: plan.withChange[0], isWashout: true } });
    const four = followExperiment(protocol, lived({ runs: 4 }));
    expect(four.next).toEqual({ number: 5, block: 1, withChange: plan.withChange[1], isWashout: false });
    expect(stateWords(four, protocol)).toBe(`4 of ${plan.runs} runs are done.`);
    expect(experimentTask(protocol, true, lived({ runs: 0 }))).toMatch(/about 176 in place of 168$/);
    expect(experimentTask(begin({ kind: "shoe", shoes: { with: "2", without: "1" } }), false, lived({ runs: 0 }))).toBe("run in “Old”");
  });

  it("sees from the measured step rate, at the run's own speed, which runs kept to the lot", () => {
    // A quicker run has more steps anyway: at 4 m/s this runner takes 3.0 a second, which is no change.
    const kept = followExperiment(protocol, lived({ runs: 6, runOf: (index) => (index === 5 ? { stepRate: null } : isWith(index) ? { speed: 3, stepRate: 2.8 * 1.05 } : { speed: 4, stepRate: 3 }) }));
    expect(kept.runs.map((each) => each.kept)).toEqual([true, true, true, true, true, null]);
    const not = followExperiment(protocol, lived({ runs: 6, runOf: () => ({ speed: 3, stepRate: 2.8 }) }));
    expect(not.runs.map((each) => each.kept)).toEqual([0, 1, 2, 3, 4, 5].map((index) => !isWith(index)));
    expect(keptWords(not.runs)).toMatch(/^3 of 6 runs kept to what was drawn, 3 did not\. They are compared as they were drawn/);
  });

  it("sees pair, ground, warm-up and rest day", () => {
    const keptTo = (rest: Partial<ExperimentAsked>, life: Lived) => followExperiment(begin(rest), lived(life)).runs.map(({ kept, withChange }) => (kept === null ? null : kept === withChange));
    expect(keptTo({ kind: "shoe", shoes: { with: "2", without: "1" } }, { runs: 3, runOf: (index) => ({ shoe: ["2", "1", null][index] ?? null }) })).toEqual([true, false, null]);
    expect(keptTo({ kind: "surface" }, { runs: 3, runOf: (index) => ({ shareOnSoftGround: [0.9, 0.1, null][index] ?? null }) })).toEqual([true, false, null]);
    expect(keptTo({ kind: "warm-up" }, { runs: 3, days: [{ day: 20_000, answers: { warmUp: 1 } }, { day: 20_002, answers: { warmUp: 0 } }] })).toEqual([true, false, null]);
    expect(keptTo({ kind: "rest-day" }, { runs: 3 })).toEqual([true, true, true]);
  });

  it("finds what the change does once it is complete, and nothing where it does nothing", () => {
    const worse = followExperiment(protocol, lived({ runs: plan.runs + 5, painOf: (index) => (isWith(index) ? 4 : 3) - (index % 9 === 4 ? 1 : 0) }));
    expect(worse).toMatchObject({ state: "complete", next: null, endedFor: null });
    expect(worse.runs).toHaveLength(plan.runs);
    expect(worse.result.verdict).toBe("linked");
    expect(resultWords(worse.result, protocol)).toMatch(/your pain was \d\.\d points of 10 higher with the change than without \(\d\.\d to \d\.\d\)\. Of 1000 ways the coin could have fallen/);
    const nothing = followExperiment(protocol, lived({ runs: plan.runs }));
    expect(nothing.result.verdict).not.toBe("linked");
  });

  it("ends at the run after which it should; what comes later changes nothing", () => {
    const severe = { painOf: (index: number) => (index === 3 ? 8 : 2) };
    const ended = followExperiment(protocol, lived({ runs: 4, ...severe }));
    expect(ended).toMatchObject({ state: "ended-early", endedFor: "severe-pain", next: null });
    expect(followExperiment(protocol, lived({ runs: 9, ...severe })).runs).toEqual(ended.runs);
    expect(stateWords(ended, protocol)).toMatch(/^Ended early: your pain reached 7 of 10/);
  });

  it("keeps the place of a run whose pain was not noted, and of a stopped experiment counts the runs before", () => {
    const life = lived({ runs: 6 });
    const forgotten = { ...life, entries: life.entries.filter(({ at }) => at < startOf(before + 2) - 5 * hour || at > startOf(before + 3)) };
    const { runs } = followExperiment(protocol, forgotten);
    expect(runs.map(({ block }) => block)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(runs[2]).toMatchObject({ before: null, after: null });
    const stopped = followExperiment(protocol, life, startOf(before + 2) + 1);
    expect([stopped.state, stopped.runs.length]).toEqual(["stopped", 3]);
    expect(resultWords(stopped.result, protocol)).toMatch(/^Not enough yet/);
  });
});
