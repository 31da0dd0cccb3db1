import { describe, expect, it } from "vitest";
import { sampleNear, track } from "./track.ts";

/** Two laps of a square of 100 m, a position every 10 m. */
const lap = [...Array.from({ length: 10 }, (_, step) => [step, 0]), ...Array.from({ length: 10 }, (_, step) => [10, step]), ...Array.from({ length: 10 }, (_, step) => [10 - step, 10]), ...Array.from({ length: 10 }, (_, step) => [0, 10 - step])];
const route = [...lap, ...lap];
const input = {
  latitudeDegrees: route.map(([, north]) => 47 + (north ?? 0) * 9e-5), longitudeDegrees: route.map(([east]) => 8 + (east ?? 0) * 9e-5 / Math.cos((47 * Math.PI) / 180)),
  load: route.map(() => 2), loadName: "L5–S1", distanceUnit: "km" as const,
};

const startOf = (svg: string): { x: number; y: number } => {
  const [, x, y] = /<circle cx="([\d.]+)" cy="([\d.]+)"/.exec(svg) ?? [];
  return { x: Number(x), y: Number(y) };
};

describe("sampleNear", () => {
  const start = startOf(track(input).svg);

  it("finds the position under the finger, on the lap that is being drawn", () => {
    expect(sampleNear(input, start)).toBe(0);
    expect(sampleNear(input, start, 38)).toBe(40);
  });

  it("finds nothing far from the route", () => {
    expect(sampleNear(input, { x: -400, y: -400 })).toBeNull();
    expect(sampleNear({ ...input, latitudeDegrees: input.latitudeDegrees.map(() => null) }, start)).toBeNull();
  });
});

it("draws a picked stretch wider, and nothing of it where none can be picked", () => {
  expect(track(input).svg).not.toContain("ff-selected");
  expect(track({ ...input, isSelected: (sample) => sample > 10 && sample < 20 }).svg.match(/class="ff-selected"/g)).toHaveLength(1);
});
