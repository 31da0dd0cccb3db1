import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropAround, cropsFor, jointsFromLandmarks } from "./pose-landmarks.ts";

describe("landmarks of a pose", () => {
  const landmarks = Array.from({ length: 33 }, (_, index) => ({ x: index / 100, y: index / 50, visibility: index % 2 === 0 ? 0.9 : 0.4 }));

  it("become the joints of the better seen side, on the whole picture", () => {
    const points = jointsFromLandmarks(landmarks, { x: 100, y: 50, width: 200, height: 400 });
    // Right side: 8, 12, 24, 26, 28, 32.
    expect(points.ear).toEqual({ x: 116, y: 114 });
    expect(points.toe).toEqual({ x: 164, y: 306 });
  });

  it("leave out what is not seen", () => {
    const hidden = landmarks.map((landmark, index) => (index === 24 ? { ...landmark, visibility: 0.2 } : landmark));
    const { hip, knee } = jointsFromLandmarks(hidden, { x: 0, y: 0, width: 100, height: 100 });
    expect([hip, knee?.x]).toEqual([undefined, 26]);
    expect(jointsFromLandmarks([], { x: 0, y: 0, width: 1, height: 1 }).hip).toBeUndefined();
  });
});

describe("where to look", () => {
  it("is the whole picture, then squares that reach both ends", () => {
    const crops = cropsFor(1920, 1080, []);
    expect(crops[0]).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
    expect([crops[1]?.x, crops.at(-1)?.x]).toEqual([0, 840]);
    expect(cropsFor(500, 500, []).length).toBe(1);
  });

  it("is around what is marked, always inside the picture", () => {
    const inside = { min: 0, max: 1000, noNaN: true };
    fc.assert(fc.property(fc.array(fc.record({ x: fc.double(inside), y: fc.double({ ...inside, max: 600 }) }), { minLength: 2, maxLength: 6 }), fc.double({ min: 0, max: 2, noNaN: true }), (points, margin) => {
      const { x, y, width, height } = cropAround(1000, 600, points, margin);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(1001);
      expect(y + height).toBeLessThanOrEqual(601);
      expect(Math.min(width, height)).toBeGreaterThan(0);
      for (const point of points) expect(point.x >= x - 1 && point.x <= x + width + 1 && point.y >= y - 1 && point.y <= y + height + 1).toBe(true);
    }), { seed: 3, numRuns: 500 });
  });
});
