import { describe, expect, test } from "vitest";
import { compareFootfalls, type ComparedName, type OutputDifference, type FootfallComparison } from "./compare.ts";
import { discLevels } from "./domain/index.ts";
import { ConditionError, type FootfallCondition } from "./footfall-condition.ts";

const runner: FootfallCondition = { speed: 3.1, mass: 68, height: 1.75, footStrike: "rearfoot" };
const compare = (one: FootfallCondition, other: FootfallCondition): FootfallComparison => compareFootfalls({ ...runner, ...one }, { ...runner, ...other });
const output = (comparison: FootfallComparison, name: ComparedName): OutputDifference => comparison.outputs.find((each) => each.name === name) ?? expect.unreachable(name);

describe("a difference", () => {
  test("between two alike footfalls is nothing, surely", () => {
    const { outputs, evidence } = compare({}, {});
    expect(evidence).toEqual([]);
    for (const { difference, verdict } of outputs) {
      expect(difference).toMatchObject({ value: 0, low: 0, high: 0 });
      expect(verdict).toBe("same");
    }
  });

  test("turns its sign, and its band with it, where the two change places", () => {
    const there = compare({ surface: "grass", trunkLeanDegrees: 2 }, { surface: "asphalt", stepRate: 2.9, trunkLeanDegrees: 12 });
    const back = compare({ surface: "asphalt", stepRate: 2.9, trunkLeanDegrees: 12 }, { surface: "grass", trunkLeanDegrees: 2 });
    for (const { name, difference } of there.outputs) {
      const { value, low, high } = output(back, name).difference ?? expect.unreachable();
      expect(-value).toBeCloseTo(difference?.value ?? NaN, 9);
      expect(-high).toBeCloseTo(difference?.low ?? NaN, 9);
      expect(-low).toBeCloseTo(difference?.high ?? NaN, 9);
    }
  });

  test("of peak force at told times is the half-sine's: step time over contact time", () => {
    const [long, short] = [{ groundContactTime: 0.26, flightTime: 0.1 }, { groundContactTime: 0.24, flightTime: 0.12 }];
    const { one, other, difference } = output(compareFootfalls({ speed: 3, ...long }, { speed: 3, ...short }), "peakVerticalForce");
    expect((other?.value ?? NaN) / (one?.value ?? NaN)).toBeCloseTo((0.36 / 0.24) / (0.36 / 0.26), 9);
    expect(difference?.value).toBeCloseTo((other?.value ?? NaN) - (one?.value ?? NaN), 12);
  });

  test("has a band from what both share, far narrower than one band less the other", () => {
    const { one, other, difference } = output(compare({ stepRate: 160 / 60 }, { stepRate: 175 / 60 }), "L5-S1");
    const subtracted = (one?.high ?? NaN) - (one?.low ?? NaN) + ((other?.high ?? NaN) - (other?.low ?? NaN));
    expect((difference?.high ?? NaN) - (difference?.low ?? NaN)).toBeLessThan(subtracted / 5);
  });

  test("is told in words that follow its band, whatever is compared", () => {
    const speeds = [2.2, 5.1];
    for (const speed of speeds) {
      for (const other of [{ speed: speed + 0.4 }, { slope: 0.08 }, { footStrike: "forefoot" as const }, { mass: 90 }, { lordosisDegrees: 30 }, { trunkLeanDegrees: 20 }, { surface: "sand" as const }]) {
        for (const { difference, verdict, sentence, one } of compare({ speed }, { speed, ...other }).outputs) {
          if (difference === null) continue;
          const { low, value, high } = difference;
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          if (verdict === "higher") expect(low).toBeGreaterThan(0);
          if (verdict === "lower") expect(high).toBeLessThan(0);
          if (verdict === "same") expect(Math.max(Math.abs(low), Math.abs(high))).toBeLessThan(0.01 * (one?.value ?? 0));
          expect(sentence).toMatch(verdict === "cannot tell" ? /we cannot tell/ : verdict === "same" ? /the same in both/ : /(higher|lower|longer|shorter) in the second/);
          expect(sentence).not.toMatch(/NaN|undefined/);
        }
      }
    }
  });

  test("is not made up where a footfall has no first peak", () => {
    const first = output(compare({}, { footStrike: "forefoot" }), "impactPeak");
    expect(first).toMatchObject({ other: null, difference: null, verdict: null });
    expect(first.sentence).toMatch(/does not stand out in the second/);
    expect(output(compare({}, { footStrike: "forefoot" }), "peakTibialAcceleration").sentence).toMatch(/cannot be told in the second/);
  });

  test("of two strikes claims no side of force or disc: each shape is one runner's, and untold against told is a laboratory's against another's", () => {
    for (const speed of [2.5, 4, 5.5]) {
      for (const [one, other] of [["rearfoot", "forefoot"], ["unknown", "rearfoot"], ["midfoot", "unknown"]] as const) {
        const comparison = compare({ speed, footStrike: one }, { speed, footStrike: other });
        for (const name of ["peakVerticalForce", ...discLevels] as const) expect(output(comparison, name).verdict, `${name}, ${one} to ${other}`).toBe("cannot tell");
      }
    }
  });

  test("of a footfall that contradicts itself is refused", () => {
    expect(() => compare({}, { stepRate: 3.2, groundContactTime: 0.4, flightTime: 0.1 })).toThrow(ConditionError);
  });
});

describe("what is contested looks contested", () => {
  const contested: readonly (readonly [string, FootfallCondition, FootfallCondition])[] = [
    ["shoe softness (C1)", { shoeStiffnessNewtonsPerMillimetre: 61 }, { shoeStiffnessNewtonsPerMillimetre: 95 }],
    ["ground (C3)", { surface: "grass" }, { surface: "asphalt" }],
    ["wear (C4)", { shoeDistanceKilometres: 0 }, { shoeDistanceKilometres: 800 }],
  ];
  test.each(contested)("%s: no output is surely higher or lower, and the words say mixed", (_name, one, other) => {
    for (const strike of ["rearfoot", "unknown"] as const) {
      const { outputs, evidence } = compare({ ...one, footStrike: strike }, { ...other, footStrike: strike });
      expect(evidence).toMatchObject([{ kind: "mixed" }]);
      expect(evidence[0]?.sentence).toContain("The evidence here is mixed");
      for (const { name, verdict, evidence: kind } of outputs) {
        expect(["cannot tell", "same", null], name).toContain(verdict);
        expect(kind).toBe("mixed");
      }
    }
  });

  test("asphalt against concrete differs by less than a hundredth (C3)", () => {
    for (const { verdict } of compare({ surface: "concrete" }, { surface: "asphalt" }).outputs) expect(verdict).toBe("same");
  });

  test("a worn shoe's peak force stays within 5 %, nothing included (C4)", () => {
    const { one, difference } = output(compare({ shoeDistanceKilometres: 0 }, { shoeDistanceKilometres: 800 }), "peakVerticalForce");
    expect(difference?.low).toBeLessThanOrEqual(0);
    expect(difference?.high).toBeGreaterThanOrEqual(0);
    expect((difference?.high ?? NaN) / (one?.value ?? NaN)).toBeLessThan(0.05);
  });

  test("a lean is a hypothesis: up to what the lever gives standing, and nothing is possible (C5)", () => {
    const comparison = compare({ trunkLeanDegrees: 0 }, { trunkLeanDegrees: 10 });
    const { one, difference, verdict } = output(comparison, "L5-S1");
    expect((difference?.value ?? NaN) / (one?.value ?? NaN)).toBeLessThan(0.95);
    expect(difference?.value).toBeGreaterThan(0);
    expect(difference?.low).toBeLessThanOrEqual(0);
    expect(verdict).toBe("cannot tell");
    expect(comparison.evidence[0]).toMatchObject({ kind: "hypothesis", targets: ["C5"] });
  });

  test("quicker steps load each footfall less; of injuries nothing is promised (C6)", () => {
    const comparison = compare({ stepRate: 160 / 60 }, { stepRate: 175 / 60 });
    for (const name of ["peakVerticalForce", "L5-S1"] as const) expect(output(comparison, name).verdict).toBe("lower");
    expect(comparison.evidence[0]?.sentence).toMatch(/injuries or back pain is not known, the evidence is insufficient/);
  });
});
