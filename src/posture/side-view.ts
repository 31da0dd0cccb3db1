import { markedJoints, type MarkedJoint, type MarkedStride, type PicturePoint, type SideView } from "../domain/index.ts";

/** Where a runner goes on the picture: 1 to the right, -1 to the left. */
export type Facing = 1 | -1;

/** Angles of one marked picture [degrees], with lengths their error follows from; NaN where a point is missing. */
export interface StrideAngles {
  readonly trunkLean: number;
  readonly trunkToHipAnkle: number;
  readonly head: number;
  readonly overstride: number;
  /** Lengths on the picture [px]. */
  readonly trunk: number;
  readonly neck: number;
  readonly hipToAnkle: number;
}

/** Which way the runner goes: toes point there, summed over all pictures; null where no foot tells. */
export function facingOf(strides: readonly MarkedStride[]): Facing | null {
  const ahead = strides.reduce((sum, { points: { ankle, toe } }) => sum + (ankle && toe ? toe.x - ankle.x : 0), 0);
  return ahead === 0 ? null : ahead > 0 ? 1 : -1;
}

/**
 * Angles of one picture. An angle to the vertical is atan2(forward, up) of the line from its lower to its upper point, less the picture's tilt.
 * Rests on: square pixels, a camera at right angles to the way and at hip height, no lens distortion; what these are off by is part of the one-camera error.
 */
export function strideAngles({ points, verticalEdge }: MarkedStride, facing: Facing): StrideAngles {
  const { ear, shoulder, hip, ankle } = points;
  const tilt = verticalEdge ? facing * tiltOf(verticalEdge) : 0;
  const lean = (lower: PicturePoint | undefined, upper: PicturePoint | undefined): number =>
    lower && upper ? degrees(Math.atan2(facing * (upper.x - lower.x), lower.y - upper.y)) - tilt : NaN;
  const trunkLean = lean(hip, shoulder);
  const legLean = lean(ankle, hip);
  return {
    trunkLean, trunkToHipAnkle: trunkLean - legLean, head: lean(shoulder, ear), overstride: -legLean,
    trunk: distance(hip, shoulder), neck: distance(shoulder, ear), hipToAnkle: distance(hip, ankle),
  };
}

/** How far something upright leans to the right on the picture [degrees]. */
export function tiltOf([one, other]: readonly [PicturePoint, PicturePoint]): number {
  const [top, bottom] = one.y < other.y ? [one, other] : [other, one];
  return degrees(Math.atan2(top.x - bottom.x, bottom.y - top.y));
}

/** A point that cannot be where it was put: which, on which picture (from 0), and what to do. */
export interface PointTrouble {
  readonly stride: number;
  readonly joint: MarkedJoint | null;
  readonly message: string;
}

/** Joints that must lie one above the other while a runner is upright, the grossest slips first. */
const above = [["shoulder", "knee"], ["hip", "ankle"], ["ear", "shoulder"], ["shoulder", "hip"], ["hip", "knee"], ["knee", "ankle"]] as const satisfies readonly (readonly [MarkedJoint, MarkedJoint])[];

/** Beyond this an edge is not the upright it was taken for [degrees]. */
const largestTilt = 30;

/** Everything that cannot be true of a side view's points; empty where all can. */
export function pointTroubles({ width, height, strides }: SideView): readonly PointTrouble[] {
  if (!(width >= 1 && height >= 1)) return [{ stride: 0, joint: null, message: "the picture has no size; choose another" }];
  return strides.flatMap((stride, index) => strideTroubles(stride, width, height).map(({ joint, message }) => ({ stride: index, joint, message: `picture ${index + 1}: ${message}` })));
}

function strideTroubles({ points, verticalEdge }: MarkedStride, width: number, height: number): Omit<PointTrouble, "stride">[] {
  const isInside = ({ x, y }: PicturePoint): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
  const outside = Object.entries(points).filter(([, point]) => point && !isInside(point)).map(([name]) => ({ joint: asJoint(name), message: `the ${name} lies outside the picture; mark it again` }));
  const turned = above.flatMap(([upper, lower]) => {
    const [high, low] = [points[upper], points[lower]];
    if (!high || !low || high.y < low.y) return [];
    return [{ joint: lower, message: `the ${lower} lies ${high.y === low.y ? "level with" : "above"} the ${upper}; move one of them, or turn the picture upright` }];
  });
  const edge = verticalEdge === null ? [] : edgeTroubles(verticalEdge, isInside);
  return [...outside, ...turned, ...edge].map(({ joint, message }) => ({ joint, message }));
}

function edgeTroubles(edge: readonly [PicturePoint, PicturePoint], isInside: (point: PicturePoint) => boolean): { readonly joint: null; readonly message: string }[] {
  if (!edge.every(isInside)) return [{ joint: null, message: "the upright edge lies outside the picture; mark it again" }];
  if (distance(...edge) < 10) return [{ joint: null, message: "the two ends of the upright edge lie on one another; mark them far apart" }];
  return Math.abs(tiltOf(edge)) > largestTilt ? [{ joint: null, message: `the upright edge leans by more than ${largestTilt}°; mark something that is upright in truth` }] : [];
}

const asJoint = (name: string): MarkedJoint | null => markedJoints.find((joint) => joint === name) ?? null;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

function distance(one: PicturePoint | undefined, other: PicturePoint | undefined): number {
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : NaN;
}
