import { expect, it } from "vitest";
import { sensitivity } from "./sensitivity.ts";
import { simulateFootfall } from "./simulate.ts";

const runner = { mass: 70, height: 1.75, speed: 3.3, footStrike: "rearfoot" } as const;
const rows = sensitivity(runner);
const rowOf = (input: string, kind = "choice"): (typeof rows)[number] | undefined => rows.find((row) => row.input === input && row.kind === kind);

it("gives what simulating both ends gives", () => {
  const load = (trunkLeanDegrees: number): number => simulateFootfall({ ...runner, trunkLeanDegrees }).compression["L5-S1"].value;
  const row = rowOf("trunkLeanDegrees");
  expect(row?.change["L5-S1"].value).toBeCloseTo(100 * (load(Number(row?.high)) / load(Number(row?.low)) - 1), 9);
});

it("shares add up to one within a kind, the largest first", () => {
  for (const kind of ["choice", "unknown"]) {
    const shares = rows.filter((row) => row.kind === kind).map(({ shareOfVariance }) => shareOfVariance);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
  }
});

it("cannot tell shoe, wear and surface from nothing, nor lean, a hypothesis; and can tell mass, speed and step rate", () => {
  for (const input of ["shoeStiffnessNewtonsPerMillimetre", "shoeDistanceKilometres", "surface", "trunkLeanDegrees"]) expect(rowOf(input)?.isTold, input).toBe(false);
  for (const input of ["mass", "speed", "stepRate"]) expect(rowOf(input)?.isTold, input).toBe(true);
});

it("heavier by 9 % is loaded more by 9 %: compression goes with body weight", () => {
  const row = rowOf("mass");
  expect(row?.change["L1-L2"].value).toBeCloseTo(100 * (73 / 67 - 1), 0);
});

it("a longer lever arm and a slower pace load less; every change has its band", () => {
  expect(rowOf("leverArm", "unknown")?.change["L5-S1"].value).toBeLessThan(0);
  for (const { change } of rows) for (const { value, low, high } of Object.values(change)) expect(low <= value && value <= high).toBe(true);
});

it("is the same every time, for a walker too", () => {
  expect(sensitivity(runner)).toEqual(rows);
  expect(sensitivity({ speed: 1.4 }).find(({ input }) => input === "trunkLeanDegrees")?.doubt).toBe("hypothesis");
});
