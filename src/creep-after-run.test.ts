import { expect, it } from "vitest";
import { steadyRecording } from "../test/fixtures/steady-recording.ts";
import { analyseRecording, creepAfterRun, type CreepAfterRun } from "./index.ts";

const runner = { mass: 70, height: 1.75, sex: "male", birthYear: 1985 } as const;

function creepOf(minutes: number, speed = 3.3, trunkLeanDegrees = 7.2): CreepAfterRun {
  const recording = steadyRecording({ seconds: 60 * minutes, channels: { speed, stepRate: 2.8 } });
  const { footfalls, loads, body } = analyseRecording(recording, { runner, posture: { trunkLeanDegrees, lordosisDegrees: null } });
  return creepAfterRun(footfalls, loads, body, trunkLeanDegrees);
}

it("after half an hour stature is what runners lost in one: 5.1 ± 1.9 mm (Garbutt 1990), 60 % of it in the first half", () => {
  const { statureLoss, history, lumbarHeightLoss } = creepOf(30);
  expect(Math.abs(1000 * statureLoss.value - 5.1)).toBeLessThan(1.9);
  const middle = history.statureLoss[Math.round(history.statureLoss.length / 2) - 1] ?? NaN;
  expect(Math.abs(middle / statureLoss.value - 0.6)).toBeLessThan(0.01);
  expect(lumbarHeightLoss.low).toBeLessThan(0.063);
  expect(lumbarHeightLoss.high).toBeGreaterThan(0.063);
});

it("grows with time ever more slowly, and with lean", () => {
  const [short, long, longest] = [creepOf(10), creepOf(20), creepOf(30)].map(({ statureLoss }) => statureLoss.value);
  expect((long ?? NaN) - (short ?? NaN)).toBeGreaterThan((longest ?? NaN) - (long ?? NaN));
  expect(creepOf(20, 3.3, 12).statureLoss.value).toBeGreaterThan(long ?? NaN);
});

it("comes back: 70 % in four hours, nearly all in eight, and says that it is no sign of harm", () => {
  const { left, words } = creepOf(20);
  expect(left.map(({ hours }) => hours)).toEqual([1, 2, 4, 8]);
  expect(left[2]?.share).toBeCloseTo(0.3, 2);
  expect(left[3]?.share).toBeLessThan(0.1);
  expect(words).toContain("with and without back pain");
});
