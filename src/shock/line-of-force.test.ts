import { expect, it } from "vitest";
import { gravity } from "../literature/index.ts";
import { forceModelFor, leanAgainst, lineOfForce, pressingOn } from "./index.ts";

const gait = { height: 1.75, speed: 3, acceleration: 0 };
const contact = 0.25;
const stepTime = 0.36;
const forceAt = (time: number): number => (time > 0 && time < contact ? (Math.PI / 2) * (stepTime / contact) * Math.sin((Math.PI * time) / contact) : 0);

function impulseOf(of: (time: number) => number, end: number, parts = 20_000): number {
  let sum = 0;
  for (let part = 0; part < parts; part++) sum += of(((part + 0.5) / parts) * end);
  return (sum * end) / parts;
}

it("brakes as much as it drives in a steady gait, and drives by the gain of speed in another", () => {
  const foreAft = (acceleration: number): number => {
    const line = lineOfForce({ ...gait, centroidTime: contact / 2, acceleration });
    return impulseOf((time) => forceAt(time) * line.tangentAt(time), contact);
  };
  expect(foreAft(0)).toBeCloseTo(0, 6);
  // Impulse over body weight is the gain of speed in the step over g.
  expect(foreAft(1.5)).toBeCloseTo((1.5 / gravity) * stepTime, 6);
});

// One runner, 62 kg and 1.81 m, on a force-measuring treadmill (fukuchi-2017): fore–aft force of the mean contact [body weights]; contact 267 and 202 ms, centroid 0.468 and 0.476 of it.
it.each([
  [2.5, 0.267, 0.468, [[0.2, 1.55, -0.18], [0.4, 2.21, -0.13], [0.7, 1.53, 0.21], [0.8, 0.98, 0.22]]],
  [4.5, 0.202, 0.476, [[0.2, 1.61, -0.33], [0.4, 2.56, -0.22], [0.7, 1.83, 0.34], [0.8, 1.17, 0.37]]],
] as const)("at %f m/s is within 0.08 body weights of a measured contact's fore–aft force", (speed, groundContactTime, centroid, samples) => {
  const line = lineOfForce({ height: 1.81, speed, centroidTime: centroid * groundContactTime, acceleration: 0 });
  for (const [share, vertical, foreAft] of samples) expect(Math.abs(vertical * line.tangentAt(share * groundContactTime) - foreAft)).toBeLessThan(0.08);
});

it("leaves the trunk where it is against a force that leans with the whole body", () => {
  expect(leanAgainst(17, Math.tan((10 * Math.PI) / 180))).toBeCloseTo(7, 9);
});

it("presses as the vertical force alone where it stands upright, more where it brakes, less where it drives", () => {
  expect(pressingOn(7, 1.75)(1.3, 0)).toBeCloseTo(1.3, 12);
  expect(pressingOn(7, 1.75)(1.3, -0.2)).toBeGreaterThan(1.3);
  expect(pressingOn(7, 1.75)(1.3, 0.1)).toBeLessThan(1.3);
  expect(pressingOn(7, 1.75)(0, 0)).toBe(0);
});

// The figures told in the head of the lever and on its page.
it.each([[7.2, 0.07], [0, 0.19]])("leaves out, in a steady run at %f° of lean, a rise of %f before the largest force", (lean, rise) => {
  const wave = forceModelFor("run").wave({ mass: 70, legLength: 0.9275, speed: 3.33, slope: 0, groundContactTime: 0.23, stepTime: 0.356, footStrike: "unknown", stiffnessRatio: 1 });
  const line = lineOfForce({ ...gait, speed: 3.33, centroidTime: 0.475 * 0.23 });
  const most = (of: (time: number) => number): number => Math.max(...Array.from({ length: 1001 }, (_, index) => of((0.23 * index) / 1000)));
  const pressed = most((time) => pressingOn(lean, 1.75)(wave.forceAt(time), wave.forceAt(time) * line.tangentAt(time)));
  expect(Math.abs(pressed / most(wave.forceAt) - 1 - rise)).toBeLessThan(0.015);
});
