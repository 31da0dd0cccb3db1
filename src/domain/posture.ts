import type { Quantity } from "./quantity.ts";

/** How the trunk is held while running; null where not told. */
export interface Posture {
  /** Trunk to vertical, forward positive [degrees]. */
  readonly trunkLeanDegrees: number | null;
  /** Standard deviation of that angle's error [degrees]; null or left out where nobody measured it. */
  readonly trunkLeanSpreadDegrees?: number | null;
  /** Standing lumbar lordosis, L1 to S1 [degrees]. */
  readonly lordosisDegrees: number | null;
}

/** What is marked on a side view, from head to foot, on the side nearer the camera. */
export const markedJoints = ["ear", "shoulder", "hip", "knee", "ankle", "toe"] as const;

export type MarkedJoint = (typeof markedJoints)[number];

/** A place on a picture [px]: x to the right, y downwards. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** Which moment of a stride a picture shows; the trunk is read at mid-stance, overstride at initial contact. */
export const markedMoments = ["mid-stance", "initial-contact"] as const;

export type MarkedMoment = (typeof markedMoments)[number];

/** The points marked on one picture of a runner seen from the side. */
export interface MarkedStride {
  /** Place in the video [s of the file's own time]; null for a photo. */
  readonly at: number | null;
  readonly moment: MarkedMoment;
  readonly points: { readonly [Joint in MarkedJoint]?: PicturePoint | undefined };
  /** Two points on something that is upright in truth, a door or a lamp post; null where none was marked. */
  readonly verticalEdge: readonly [PicturePoint, PicturePoint] | null;
}

/** A photo, or several, or a video, with what was marked on it. The picture itself is not kept. */
export interface SideView {
  /** Size of the picture [px]. */
  readonly width: number;
  readonly height: number;
  /** Pictures per second of the file's own time; null for photos. */
  readonly frameRate: number | null;
  /** Pictures per second of true time, larger in slow motion; null where not known. */
  readonly captureRate: number | null;
  readonly strides: readonly MarkedStride[];
}

/** What one look at a runner's posture gave, as it was taken. */
export interface PostureTaken {
  /** Day it was taken, as `2026-05-02`; it holds for runs from that day on. */
  readonly day: string;
  readonly sideView: SideView | null;
  /** A lean measured elsewhere, with the standard deviation of its error where that is known [degrees]. */
  readonly toldLean: { readonly degrees: number; readonly spreadDegrees: number | null } | null;
  /** Tilt of a phone laid along the sacrum and along the thoracolumbar junction while standing, from upright [degrees]; both positive as the back arches. */
  readonly inclinometer: { readonly sacrumDegrees: number; readonly thoracolumbarDegrees: number } | null;
  readonly note: string | null;
}

/** Where a lean lies among runners: each share is how likely it lies there, given its error [1]. */
export interface LeanStanding {
  readonly place: "very-upright" | "usual" | "hunched" | "cannot-tell";
  readonly veryUpright: number;
  readonly usual: number;
  readonly hunched: number;
}

/** What is read off a posture as taken; null where it was not marked. Angles in degrees. */
export interface PostureFindings {
  /** Hip to shoulder against the vertical, forward positive. */
  readonly trunkLean: Quantity | null;
  /** Standard deviation of the trunk lean's error [degrees]. */
  readonly trunkLeanSpreadDegrees: number | null;
  /** Hip to shoulder against ankle to hip, forward positive: how far the runner bends at the hip. */
  readonly trunkToHipAnkle: Quantity | null;
  /** Shoulder to ear against the vertical, forward positive. */
  readonly head: Quantity | null;
  /** Hip to ankle against the vertical at initial contact, positive where the ankle is ahead of the hip. */
  readonly overstride: Quantity | null;
  /** Steps per minute from the spacing of mid-stances of one leg, in true time. */
  readonly stepsPerMinute: Quantity | null;
  readonly standing: LeanStanding | null;
  /** As read on the skin. */
  readonly surfaceLordosis: Quantity | null;
  /** L1 to S1, as the model takes it. */
  readonly lordosis: Quantity | null;
}
