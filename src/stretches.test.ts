import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speakers, type Speaker, type Stretch } from "./domain/index.ts";
import { cutOut, settleStretches } from "./stretches.ts";

interface Said extends Stretch {
  readonly by: Speaker;
  readonly word: string;
}

const said = (from: number, to: number, by: Speaker, word: string): Said => ({ from, to, by, word });
const settle = (stretches: readonly Said[], length: number): readonly Said[] => settleStretches(stretches, length, (one, other) => one.word === other.word && one.by === other.by);

describe("settleStretches", () => {
  it("lets the hand go before the file, the rule and the map, whatever their order", () => {
    const all = [said(0, 1000, "hand", "grass"), said(0, 3000, "map", "gravel"), said(500, 2000, "rule", "dirt"), said(0, 700, "file", "track")];
    expect(settle(all, 2500)).toEqual([said(0, 1000, "hand", "grass"), said(1000, 2000, "rule", "dirt"), said(2000, 2500, "map", "gravel")]);
  });

  it("lets one speaker's last word hold and joins neighbours that say the same", () => {
    expect(settle([said(0, 9, "hand", "a"), said(3, 5, "hand", "b"), said(3, 5, "hand", "a")], 9)).toEqual([said(0, 9, "hand", "a")]);
  });

  it("never overlaps, never leaves the run, and says in each place what the most trusted said there", () => {
    const stretch = fc.record({ from: fc.integer({ min: -5, max: 40 }), span: fc.integer({ min: 0, max: 20 }), by: fc.constantFrom(...speakers), word: fc.constantFrom("a", "b", "c") });
    fc.assert(fc.property(fc.array(stretch, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (given, length) => {
      const told = given.map(({ from, span, by, word }) => said(from, from + span, by, word));
      const settled = settle(told, length);
      for (const [index, { from, to }] of settled.entries()) {
        expect(from).toBeGreaterThanOrEqual(settled[index - 1]?.to ?? 0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(length);
      }
      for (let place = 0.5; place < length; place++) {
        const there = told.filter(({ from, to }) => from <= place && place < to);
        const best = there.toSorted((one, other) => speakers.indexOf(one.by) - speakers.indexOf(other.by))[0];
        const answer = settled.find(({ from, to }) => from <= place && place < to);
        expect(answer?.by).toBe(best?.by);
        expect(answer?.word).toBe(there.findLast(({ by }) => by === best?.by)?.word);
      }
    }));
  });
});

describe("cutOut", () => {
  it("leaves what is on either side", () => {
    expect(cutOut([{ from: 0, to: 10 }], { from: 3, to: 5 })).toEqual([{ from: 0, to: 3 }, { from: 5, to: 10 }]);
    expect(cutOut([{ from: 0, to: 10 }, { from: 20, to: 30 }], { from: 5, to: 25 })).toEqual([{ from: 0, to: 5 }, { from: 25, to: 30 }]);
    expect(cutOut([{ from: 3, to: 4 }], { from: 0, to: 10 })).toEqual([]);
  });
});
