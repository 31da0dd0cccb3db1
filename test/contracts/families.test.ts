import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { footfallMethods, gaits } from "../../src/domain/index.ts";
import { footfallMethodRegistry } from "../../src/footfalls/index.ts";
import { newTiming, type Moment } from "../../src/footfalls/moment.ts";
import { forceModels } from "../../src/shock/index.ts";

const body = { mass: 70, height: 1.75, sex: null, legLength: 0.9275, assumed: [] };
const context = { body, own: null, stepRateLogRatio: 0 };

/** Names of what a folder's files export with this type annotation: the members of a family, found in the code itself. */
function declaredMembers(folder: string, type: string): string[] {
  const path = fileURLToPath(new URL(`../../src/${folder}`, import.meta.url));
  const sources = readdirSync(path).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  return sources.flatMap((name) => [...readFileSync(`${path}/${name}`, "utf8").matchAll(new RegExp(`const (\\w+): ${type} = \\{\\s*id: "([^"]+)"`, "g"))].map((match) => match[2] ?? ""));
}

describe("footfall methods", () => {
  it("are all registered, in the order of the domain's list", () => {
    expect(declaredMembers("footfalls", "FootfallMethod").sort()).toEqual([...footfallMethods].sort());
    expect(footfallMethodRegistry.map((method) => method.id)).toEqual([...footfallMethods]);
  });

  const moments: readonly (Moment & { readonly isWalking: boolean })[] = [
    { speed: 3, slope: 0, stepRate: 2.8, groundContactTime: 0.25, isWalking: false },
    { speed: 3, slope: 0.1, stepRate: 2.8, groundContactTime: NaN, isWalking: false },
    { speed: 3, slope: -0.1, stepRate: NaN, groundContactTime: NaN, isWalking: false },
    { speed: 1.3, slope: 0, stepRate: 1.8, groundContactTime: NaN, isWalking: true },
    { speed: 1.3, slope: 0, stepRate: NaN, groundContactTime: 0.65, isWalking: true },
  ];
  for (const method of footfallMethodRegistry) {
    it(`${method.id} gives a plausible timing with a spread wherever it applies, and never applies to a moment without any data`, () => {
      let applied = 0;
      for (const { isWalking, ...moment } of moments) {
        if (!method.applies(moment, isWalking)) continue;
        applied++;
        const timing = newTiming();
        method.estimate(moment, context, timing);
        expect(timing.stepRate).toBeGreaterThan(1.2);
        expect(timing.stepRate).toBeLessThan(4.5);
        expect(timing.groundContactTime).toBeGreaterThan(0.1);
        expect(timing.groundContactTime).toBeLessThan(1.2);
        expect(timing.stepRateSpread).toBeGreaterThan(0);
        expect(timing.groundContactTimeSpread).toBeGreaterThan(0);
        // The duty factor says whether a gait is what it claims to be.
        expect((timing.groundContactTime * timing.stepRate) / 2 >= 0.5).toBe(isWalking);
      }
      expect(applied).toBeGreaterThan(0);
      const empty: Moment = { speed: NaN, slope: 0, stepRate: NaN, groundContactTime: NaN };
      expect(method.applies(empty, false) || method.applies(empty, true)).toBe(false);
    });
  }
});

describe("force models", () => {
  it("are all registered, and one applies to each gait", () => {
    expect(declaredMembers("shock", "ForceModel").sort()).toEqual(forceModels.map((model) => model.id).sort());
    for (const gait of gaits) expect(forceModels.some((model) => model.applies(gait))).toBe(true);
  });
});
