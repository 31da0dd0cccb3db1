import type { MarkedStride, Quantity, SideView } from "../domain/index.ts";
import { cameraTiltByEye, edgeMarkingError, handMarkingError, oneCameraAngleError } from "../literature/index.ts";
import { ninetyPercent } from "../numerics/index.ts";
import { facingOf, pointTroubles, strideAngles, type StrideAngles } from "./side-view.ts";

/** An angle over several strides [degrees] and the standard deviation of its error. */
export interface Angle {
  readonly value: number;
  readonly spread: number;
  readonly strides: number;
}

/** The angles of a side view; null where their points were not marked. */
export interface SideViewAngles {
  readonly trunkLean: Angle | null;
  readonly trunkToHipAnkle: Angle | null;
  readonly head: Angle | null;
  readonly overstride: Angle | null;
}

/** How many strides' worth the marking error known beforehand counts for, beside what the strides themselves show. */
const priorStrides = 4;

/**
 * Angles of a side view with their error.
 *
 * variance = s²/n + tilt² + camera². s² is what differs from stride to stride: hand and runner together, the marking error as known beforehand counting for
 * four strides. Tilt and camera are the same in every stride, so that no number of strides makes them smaller. Tilt leaves no trace in the angle of trunk to leg.
 * Marking error of a line of length L between two points, each off by σ: √2·σ/L; where the middle of three points is shared its error counts in both lines.
 */
export function sideViewAngles(view: SideView): SideViewAngles {
  const troubled = new Set(pointTroubles(view).map(({ stride }) => stride));
  const strides = view.strides.filter((_, index) => !troubled.has(index));
  const facing = facingOf(view.strides);
  if (facing === null) return { trunkLean: null, trunkToHipAnkle: null, head: null, overstride: null };
  const of = (moment: MarkedStride["moment"], value: (angles: StrideAngles) => number, marking: (angles: StrideAngles) => number, hasTilt: boolean): Angle | null => {
    const told = strides.filter((stride) => stride.moment === moment).map((stride) => ({ stride, angles: strideAngles(stride, facing) })).filter(({ angles }) => Number.isFinite(value(angles)));
    const tilt = hasTilt ? tiltVariance(told.map(({ stride }) => stride), view.height) : 0;
    return pooled(told.map(({ angles }) => ({ value: value(angles), marking: degrees(marking(angles)) })), tilt);
  };
  return {
    trunkLean: of("mid-stance", ({ trunkLean }) => trunkLean, ({ trunk }) => (Math.SQRT2 * joint(trunk)) / trunk, true),
    trunkToHipAnkle: of("mid-stance", ({ trunkToHipAnkle }) => trunkToHipAnkle, ({ trunk, hipToAnkle }) => joint(trunk) * Math.hypot(1 / trunk, 1 / hipToAnkle, 1 / trunk + 1 / hipToAnkle), false),
    head: of("mid-stance", ({ head }) => head, ({ trunk, neck }) => (Math.SQRT2 * joint(Number.isFinite(trunk) ? trunk : 2 * neck)) / neck, true),
    overstride: of("initial-contact", ({ overstride }) => overstride, ({ trunk, hipToAnkle }) => (Math.SQRT2 * joint(Number.isFinite(trunk) ? trunk : hipToAnkle * 0.6)) / hipToAnkle, true),
  };
}

/** An angle with its central 90 % band. */
export function bandedAngle({ value, spread }: { readonly value: number; readonly spread: number }): Quantity {
  return { value, low: value - ninetyPercent * spread, high: value + ninetyPercent * spread, unit: "degree", basis: "measured" };
}

/** Error of one marked point on a runner of this size [px]. */
const joint = (trunk: number): number => handMarkingError.value * trunk;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** An edge marked once for the whole video is wrong once; several photos have several. */
function tiltVariance(strides: readonly MarkedStride[], height: number): number {
  const edges = new Set(strides.map(({ verticalEdge }) => JSON.stringify(verticalEdge)));
  const variances = strides.map(({ verticalEdge }) => {
    if (!verticalEdge) return cameraTiltByEye.value ** 2;
    const [one, other] = verticalEdge;
    return degrees((Math.SQRT2 * edgeMarkingError.value * height) / Math.hypot(one.x - other.x, one.y - other.y)) ** 2;
  });
  return mean(variances) / Math.max(1, edges.size);
}

function pooled(angles: readonly { readonly value: number; readonly marking: number }[], tilt: number): Angle | null {
  if (angles.length === 0) return null;
  const value = mean(angles.map((angle) => angle.value));
  const beforehand = mean(angles.map(({ marking }) => marking ** 2));
  const seen = angles.reduce((sum, angle) => sum + (angle.value - value) ** 2, 0);
  const perStride = (priorStrides * beforehand + seen) / (priorStrides + angles.length - 1);
  return { value, spread: Math.sqrt(perStride / angles.length + tilt + oneCameraAngleError.value ** 2), strides: angles.length };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
