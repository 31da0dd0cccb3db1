import type { MarkedJoint, MarkedStride, PicturePoint } from "../domain/index.ts";

/** One landmark of a pose: place as a share of the picture's width and height, and how surely it is seen [1]. */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly visibility?: number | undefined;
}

/** A part of a picture [px]. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Places of the joints among BlazePose's 33 landmarks, left side then right. */
const places = { ear: [7, 8], shoulder: [11, 12], hip: [23, 24], knee: [25, 26], ankle: [27, 28], toe: [31, 32] } as const satisfies Record<MarkedJoint, readonly [number, number]>;

/** Below this a landmark is a guess behind something else [1]. */
const leastVisibility = 0.5;

/** The joints of the side nearer the camera, the one that is better seen, on the whole picture; those not seen are left out. */
export function jointsFromLandmarks(landmarks: readonly Landmark[], crop: Crop): MarkedStride["points"] {
  const seen = (side: 0 | 1): number => Object.values(places).reduce((sum, pair) => sum + (landmarks[pair[side]]?.visibility ?? 0), 0);
  const side = seen(1) > seen(0) ? 1 : 0;
  const at = (joint: MarkedJoint): PicturePoint | undefined => {
    const found = landmarks[places[joint][side]];
    if (!found || (found.visibility ?? 0) < leastVisibility) return undefined;
    return { x: tenth(crop.x + found.x * crop.width), y: tenth(crop.y + found.y * crop.height) };
  };
  return { ear: at("ear"), shoulder: at("shoulder"), hip: at("hip"), knee: at("knee"), ankle: at("ankle"), toe: at("toe") };
}

/**
 * Where to look for a runner, best first. Pose models look at a small square: a wide picture is looked at as a whole, then in squares of its height from left to
 * right, each overlapping the next by half. Where points are marked already, only around them.
 */
export function cropsFor(width: number, height: number, marked: readonly PicturePoint[]): readonly Crop[] {
  if (marked.length >= 2) return [cropAround(width, height, marked, 0.8)];
  const whole = { x: 0, y: 0, width, height };
  const side = Math.min(width, height);
  const steps = Math.ceil((Math.max(width, height) - side) / (side / 2));
  const squares = Array.from({ length: steps === 0 ? 0 : steps + 1 }, (_, index): Crop => {
    const offset = Math.round(((Math.max(width, height) - side) * index) / steps);
    return width >= height ? { x: offset, y: 0, width: side, height: side } : { x: 0, y: offset, width: side, height: side };
  });
  return [whole, ...squares];
}

/** A square around points, wider than they are by a share on each side, inside the picture where it can be. */
export function cropAround(width: number, height: number, points: readonly PicturePoint[], margin: number): Crop {
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const side = Math.min(Math.max(width, height), Math.max(right - left, bottom - top, 8) * (1 + 2 * margin));
  const x = clamp((left + right) / 2 - side / 2, 0, Math.max(0, width - side));
  const y = clamp((top + bottom) / 2 - side / 2, 0, Math.max(0, height - side));
  return { x: Math.round(x), y: Math.round(y), width: Math.round(Math.min(side, width - x)), height: Math.round(Math.min(side, height - y)) };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const tenth = (value: number): number => Math.round(value * 10) / 10;
