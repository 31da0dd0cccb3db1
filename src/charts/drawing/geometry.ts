import { curveCatmullRom, curveCatmullRomClosed, line } from "d3-shape";
import type { Point } from "./svg.ts";

/** The point `along` a direction of `angle` degrees from straight up, clockwise, from another. */
export function reach(from: Point, length: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: from.x + length * Math.sin(radians), y: from.y - length * Math.cos(radians) };
}

/** The point a share of the way from one to another, and `aside` to the right of that way. */
export function between(from: Point, to: Point, share: number, aside = 0): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return { x: from.x + (to.x - from.x) * share - y * aside, y: from.y + (to.y - from.y) * share + x * aside };
}

/** A smooth path through points. */
export function smoothPath(points: readonly Point[], closed = false): string {
  const draw = line<Point>((point) => point.x, (point) => point.y).curve(closed ? curveCatmullRomClosed.alpha(0.5) : curveCatmullRom.alpha(0.5)).digits(2);
  return draw([...points]) ?? "";
}

/** A smooth line through few points, told by many: centripetal between neighbours. */
export function refine(points: readonly Point[], perPiece: number): readonly Point[] {
  const fine: Point[] = [];
  for (let piece = 0; piece + 1 < points.length; piece++) {
    const [before, from, to, after] = [points[Math.max(0, piece - 1)]!, points[piece]!, points[piece + 1]!, points[Math.min(points.length - 1, piece + 2)]!];
    for (let step = 0; step < perPiece; step++) fine.push(hermite(before, from, to, after, step / perPiece));
  }
  const last = points.at(-1);
  return last ? [...fine, last] : fine;
}

/** The outline of a ribbon along a line, its width [px] at each point. */
export function ribbon(spine: readonly Point[], width: (share: number) => number): readonly Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  spine.forEach((point, index) => {
    const [before, after] = [spine[Math.max(0, index - 1)]!, spine[Math.min(spine.length - 1, index + 1)]!];
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const half = width(index / (spine.length - 1)) / 2;
    const [x, y] = [((before.y - after.y) / length) * half, ((after.x - before.x) / length) * half];
    left.push({ x: point.x - x, y: point.y - y });
    right.unshift({ x: point.x + x, y: point.y + y });
  });
  return [...left, ...right];
}

// Cubic Hermite with Catmull-Rom tangents.
function hermite(before: Point, from: Point, to: Point, after: Point, share: number): Point {
  const [square, cube] = [share * share, share ** 3];
  const mix = (p: number, q: number, r: number, s: number): number =>
    0.5 * (2 * q + (r - p) * share + (2 * p - 5 * q + 4 * r - s) * square + (3 * q - p - 3 * r + s) * cube);
  return { x: mix(before.x, from.x, to.x, after.x), y: mix(before.y, from.y, to.y, after.y) };
}
