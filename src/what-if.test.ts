import { describe, expect, it } from "vitest";
import { generatedRun } from "../bench/generated-run.ts";
import { analyseRecording } from "./analyse.ts";
import { compareShoes } from "./compare-shoes.ts";
import { footfallCells, mergeCells, usualCell, type FootfallCell } from "./footfall-cells.ts";
import { readRecordings } from "./recordings/index.ts";
import { placeOnRelation, runnerRelation } from "./runner-relations.ts";
import { takenStiffness } from "./shoe-stiffness.ts";
import { dose } from "./shock/index.ts";
import { simulateFootfall } from "./simulate.ts";
import { tradeOffWords } from "./trade-off-words.ts";
import { doseLaws, whatIf, type DiscWhatIf, type WhatIfBaseline } from "./what-if.ts";
import { shoeOfKind, shoeOfPair, whatIfBaseline } from "./what-if-asked.ts";
import type { WhatIfChange } from "./what-if-change.ts";
import { changeWords, rankParts, rankPlausible } from "./what-if-ranking.ts";
import { whatIfWords } from "./what-if-words.ts";

const runner = { mass: 70, height: 1.75, sex: null, birthYear: null } as const;
const cell: FootfallCell = { ...usualCell(runner), speed: 3.2, stepRate: 2.8, groundContactTime: 0.245 };
const baseline: WhatIfBaseline = { runner, trunkLeanDegrees: 6, lordosisDegrees: null, cells: [cell] };
const lowest = (change: WhatIfChange, ground = baseline): DiscWhatIf => whatIf(ground, change).discs.at(-1)!;
const factor = ({ change }: { readonly change: { readonly value: number } }): number => 1 + change.value / 100;

describe("one footfall", () => {
  it("is what simulate says of it, before and after", () => {
    const told = { speed: 3.2, stepRate: 2.8, groundContactTime: 0.245, mass: 70, height: 1.75, trunkLeanDegrees: 6, gait: "run" } as const;
    expect(lowest({}).footfall.before.value).toBeCloseTo(simulateFootfall(told).compression["L5-S1"].value, 9);
    expect(lowest({ leanDegrees: 4 }).footfall.after.value).toBeCloseTo(simulateFootfall({ ...told, trunkLeanDegrees: 10 }).compression["L5-S1"].value, 9);
    const curved = simulateFootfall({ ...told, lordosisDegrees: 80 }).compression["L5-S1"].value;
    expect(lowest({}, { ...baseline, lordosisDegrees: 80 }).footfall.before.value).toBeCloseTo(curved, 9);
    expect(curved).not.toBeCloseTo(lowest({}).footfall.before.value, 4);
  });

  it("changes nothing where nothing is changed", () => {
    for (const { footfall, perKilometre } of whatIf(baseline, {}).discs) {
      expect(footfall.change).toMatchObject({ value: 0, low: 0, high: 0 });
      for (const law of doseLaws) expect(perKilometre[law].verdict).toBe("same");
    }
    expect(whatIf(baseline, {}).evidence).toEqual([]);
  });

  it("adds up: a kilometre's plain sum is its footfalls times their load, and exponents count them by their own power", () => {
    const { footfallsPerKilometre: { before, after } } = whatIf(baseline, { stepRate: 1.08 });
    const { footfall, perKilometre } = lowest({ stepRate: 1.08 });
    expect(before).toBeCloseTo((1000 * 2.8) / 3.2, 6);
    expect(after / before).toBeCloseTo(1.08, 9);
    expect(factor(perKilometre.sum)).toBeCloseTo(factor(footfall) * 1.08, 9);
    expect(factor(perKilometre.exponent2)).toBeCloseTo(factor(footfall) * 1.08 ** 0.1, 9);
    expect(factor(perKilometre.exponent6)).toBeCloseTo(factor(footfall) * 1.08 ** (1 / 6), 9);
    expect(factor(perKilometre.exponent9)).toBeCloseTo(factor(footfall) * 1.08 ** (1 / 9), 9);
  });

  it("has bands of the difference, not differences of bands", () => {
    const { before, after, change } = lowest({ stepRate: 1.05 }).footfall;
    const subtracted = { low: 100 * (after.low / before.high - 1), high: 100 * (after.high / before.low - 1) };
    expect(change.high - change.low).toBeLessThan(0.2 * (subtracted.high - subtracted.low));
    expect(change.low).toBeLessThan(change.value);
    expect(change.value).toBeLessThan(change.high);
  });
});

describe("what is contested", () => {
  it.each<[WhatIfChange, string]>([
    [{ shoeStiffnessNewtonsPerMillimetre: 61 }, "mixed"], [{ shoeStiffnessNewtonsPerMillimetre: 200 }, "mixed"], [{ surface: "grass" }, "mixed"], [{ shoeDistanceKilometres: 800 }, "mixed"],
    [{ leanDegrees: 5 }, "hypothesis"], [{ leanDegrees: -5 }, "hypothesis"], [{ leanDegrees: 10 }, "hypothesis"], [{ slope: 0.05 }, "thin"],
  ])("%j claims no side (C1, C3, C4, C5)", (change, kind) => {
    const answer = whatIf(baseline, change);
    expect(answer.evidenceKind).toBe(kind);
    for (const { footfall, perKilometre } of answer.discs) for (const each of [footfall, ...doseLaws.map((law) => perKilometre[law])]) expect(each.verdict).toBe("cannot tell");
    expect(whatIfWords(answer)[0]).toMatch(/^We cannot tell whether L5–S1 would carry more or less/);
  });

  it("asphalt against concrete: under a hundredth (C3)", () => {
    const { footfall } = lowest({ surface: "asphalt" }, { ...baseline, cells: [{ ...cell, surface: "concrete" }] });
    expect(footfall.verdict).toBe("same");
  });
});

describe("another pair", () => {
  const [told, racing] = [takenStiffness({ stiffnessNewtonsPerMillimetre: 78, kind: null }).stiffness, takenStiffness({ stiffnessNewtonsPerMillimetre: null, kind: "racing" }).stiffness];
  const worn = { ...baseline, cells: [{ ...cell, shoeStiffnessNewtonsPerMillimetre: 78 }] };

  it("draws the same unknowns as the comparison of two pairs", () => {
    const { discPeak } = compareShoes([{ ...cell, footfalls: 1 }], { ...runner, trunkLeanDegrees: 6 }, { stiffness: told, distance: 0 }, { stiffness: racing, distance: 300e3 }, false);
    const { change } = lowest(shoeOfPair({ name: "Road pair", stiffness: racing, distance: 300e3 }), worn).footfall;
    expect(change.high - change.low).toBeGreaterThan(10);
    expect(change.low).toBeCloseTo(100 * discPeak!.low, 0);
    expect(change.high).toBeCloseTo(100 * discPeak!.high, 0);
  });

  it("is called by its name, and is no other where it is as stiff as the one worn", () => {
    expect(changeWords(shoeOfPair({ name: "Road pair", stiffness: racing, distance: 300e3 }))).toMatch(/^all in Road pair, /);
    expect(changeWords(shoeOfKind("worn-trainer"))).toMatch(/^all in a worn trainer, /);
    expect(lowest(shoeOfPair({ name: "The same", stiffness: told, distance: 0 }), worn).footfall.change).toMatchObject({ value: 0, low: 0, high: 0 });
  });
});

describe("the trade-off of shorter steps (B29)", () => {
  it("takes less off a kilometre than off a step, and adds less to it", () => {
    for (const stepRate of [0.9, 1 / 0.9]) {
      const clipped = Math.min(1.1, stepRate);
      const { footfall, perKilometre } = lowest({ stepRate: clipped });
      expect(Math.sign(footfall.change.value)).toBe(clipped > 1 ? -1 : 1);
      for (const law of doseLaws) expect(Math.sign(clipped - 1) * (perKilometre[law].change.value - footfall.change.value)).toBeGreaterThan(0);
    }
  });

  it("is named with its source's proxy", () => {
    expect(tradeOffWords(baseline)).toMatch(/22\.2\s% off each step and only 7\.5\s% off a mile.*knee is a proxy/);
    expect(tradeOffWords({ ...baseline, cells: [{ ...cell, isWalking: true }] })).toBeNull();
  });
});

describe("a run as cells", () => {
  const analyses = [1, 2, 3].flatMap((seed) => readRecordings(generatedRun({ seed, minutes: 25, hasRunningDynamics: seed !== 2 })).recordings.map((recording) => analyseRecording(recording, { runner })));

  it("keeps footfalls, and the doses within half a per cent", () => {
    for (const analysis of analyses) {
      const cells = footfallCells(analysis);
      const footfalls = cells.reduce((sum, each) => sum + each.footfalls, 0);
      expect(footfalls).toBe(analysis.footfalls.length);
      expect(cells.length).toBeLessThan(80);
      const whole = dose(analysis.loads.peakCompressionBodyWeights["L5-S1"].value);
      const kilometres = cells.reduce((sum, each) => sum + (each.footfalls * each.speed) / each.stepRate, 0) / 1000;
      const { perKilometre } = lowest({}, { runner, trunkLeanDegrees: null, lordosisDegrees: null, cells });
      for (const [law, power] of [["exponent2", 0.1], ["exponent6", 1 / 6], ["exponent9", 1 / 9]] as const) {
        expect(perKilometre[law].before.value / (70 * 9.80665 * whole[law] * kilometres ** -power)).toBeCloseTo(1, 2.3);
      }
    }
  });

  it("answers the same from several runs' cells as from those merged", () => {
    const all = analyses.flatMap(footfallCells);
    const merged = mergeCells(all);
    expect(merged.reduce((sum, each) => sum + each.footfalls, 0)).toBeCloseTo(all.reduce((sum, each) => sum + each.footfalls, 0), 6);
    const change = { speed: 0.95, stepRate: 1.05, mass: -2 };
    const [one, other] = [all, merged].map((cells) => lowest(change, { runner, trunkLeanDegrees: null, lordosisDegrees: null, cells }));
    for (const law of doseLaws) expect(Math.abs(one!.perKilometre[law].change.value - other!.perKilometre[law].change.value)).toBeLessThan(0.1);
  });

  it("leaves walking breaks their pace", () => {
    const walking = { ...cell, isWalking: true, speed: 1.4, stepRate: 1.9, groundContactTime: 0.65 };
    expect(lowest({ speed: 1.1 }, { ...baseline, cells: [walking] }).footfall.verdict).toBe("same");
    expect(lowest({ mass: 5 }, { ...baseline, cells: [walking] }).footfall.verdict).toBe("higher");
  });
});

describe("which matters most", () => {
  it("puts what can be told first, by what is left when the uncertainty is taken off, then what is contested, and body mass apart", () => {
    const { rows, sentence } = rankPlausible(baseline);
    expect(rows).toHaveLength(8);
    const told = rows.filter(({ group }) => group === "told");
    const sure = told.map(({ atLeast }) => atLeast);
    expect(sure).toEqual(sure.toSorted((one, other) => other - one));
    expect(rows.slice(0, told.length)).toEqual(told);
    // C1, C3, C4 and C5: whatever the model gives, none of them has a place in the order.
    expect(rows.filter(({ group }) => group === "contested").map(({ change }) => Object.keys(change)[0]).toSorted()).toEqual(["leanDegrees", "shoeDistanceKilometres", "shoeStiffnessNewtonsPerMillimetre", "surface"]);
    expect(rows.at(-1)).toMatchObject({ group: "not-this-week", change: { mass: -3 } });
    expect(sentence).toMatch(/On 5° more upright, .* the evidence is contested: they have no place in this order\. Body mass stands apart/);
    expect(sentence.split("On 5°")[0]).not.toMatch(/kg|upright/);
  });

  it("tells of the parts of a change, and that nothing can be told where nothing can", () => {
    expect(rankParts(baseline, { speed: 0.8, leanDegrees: 2, surface: "grass" }).rows.map(({ title }) => title)).toEqual(["20\u202f% slower", "2° more lean", "all on grass"]);
    expect(rankParts(baseline, { surface: "sand", shoeDistanceKilometres: 0 }).sentence).toMatch(/cannot be told/);
    expect(changeWords({})).toBe("");
  });
});

describe("the runner's own relations", () => {
  it("a step in walking carries less than one at speed, a brisk walk about as much as a slow jog, and running rises with speed (claim 2)", () => {
    const { points } = runnerRelation(baseline, "speed")!;
    const at = (isWalking: boolean, speed: number) => points.filter(({ gait }) => (gait === "walk") === isWalking).toSorted((one, other) => Math.abs(one.at - speed) - Math.abs(other.at - speed))[0]!;
    expect(at(true, 1.4).footfall.value).toBeLessThan(0.8 * at(false, 3.4).footfall.value);
    expect(at(true, 2).footfall.low).toBeLessThan(at(false, 2).footfall.high);
    const running = points.filter(({ gait }) => gait !== "walk").map(({ footfall }) => footfall.value);
    expect(running).toEqual(running.toSorted((one, other) => one - other));
    for (const { footfall, perKilometre } of points) for (const { value, low, high } of [footfall, ...Object.values(perKilometre)]) expect([low <= value, value <= high]).toEqual([true, true]);
  });

  it("stand at nothing where the runner is now", () => {
    for (const name of ["stepRate", "slope"] as const) {
      const { now, points } = runnerRelation(baseline, name)!;
      expect(points.find(({ at }) => Math.abs(at - now) < 1e-9)?.perKilometre.sum.value).toBeCloseTo(0, 9);
    }
    expect(placeOnRelation(baseline, [cell], "speed")).toMatchObject({ at: 3.2, perKilometre: 0 });
    expect(runnerRelation({ ...baseline, cells: [] }, "speed")).toBeNull();
  });
});

describe("what cannot be", () => {
  it.each<[WhatIfChange, RegExp]>([
    [{ stepRate: 1.4 }, /step rate 140 % of what it was: give something between 90 and 110/], [{ mass: -80 }, /body mass −80 kg added/], [{ leanDegrees: NaN }, /trunk lean \?/], [{ shoeDistanceKilometres: -1 }, /distance in the shoe/],
  ])("%j is refused in words", (change, words) => {
    expect(() => whatIf(baseline, change)).toThrow(words);
  });

  it("a child cannot lose what it weighs, nobody can lean further than the model holds, and nothing run is said", () => {
    expect(() => whatIf({ ...baseline, runner: { ...runner, mass: 30 } }, { mass: -10 })).toThrow(/leaves 20 kg/);
    expect(() => whatIf({ ...baseline, trunkLeanDegrees: 40 }, { leanDegrees: 10 })).toThrow(/makes 50°/);
    expect(() => whatIf({ ...baseline, cells: [] }, {})).toThrow(/no footfall to change/);
    expect(whatIfBaseline({ runner, trunkLeanDegrees: null, lordosisDegrees: null, cells: [] }, "weeks")).toMatchObject({ isAssumed: true, baseline: { cells: [{ speed: 3 }] } });
  });
});
