import { markedJoints, type MarkedJoint, type MarkedMoment, type MarkedStride, type PicturePoint, type SideView } from "../../../../src/index.ts";

/** What can be marked: a joint, or an end of something upright. */
export const targets = [...markedJoints, "edge-top", "edge-bottom"] as const;

export type Target = (typeof targets)[number];

export type Points = { readonly [Marked in Target]?: PicturePoint | undefined };

/** Marks of each picture by its number; the upright edge of a video is the same on all its pictures and kept at picture 0. */
export interface Marks {
  readonly points: Readonly<Record<number, Points>>;
  readonly moments: Readonly<Record<number, MarkedMoment>>;
}

export interface MarksHistory {
  readonly now: Marks;
  readonly past: readonly Marks[];
}

export const noMarks: MarksHistory = { now: { points: {}, moments: {} }, past: [] };

/** How many steps can be taken back. */
const remembered = 500;

export type MarkAction =
  | { readonly do: "put"; readonly frame: number; readonly target: Target; readonly at: PicturePoint; readonly isSameMove?: boolean }
  | { readonly do: "take-away"; readonly frame: number; readonly target: Target }
  | { readonly do: "clear"; readonly frame: number }
  | { readonly do: "propose"; readonly many: readonly { readonly frame: number; readonly points: MarkedStride["points"] }[] }
  | { readonly do: "moment"; readonly frame: number; readonly moment: MarkedMoment }
  | { readonly do: "undo" }
  | { readonly do: "start"; readonly marks: Marks };

/** Every change can be taken back; one drag is one change. */
export function marksReducer(history: MarksHistory, action: MarkAction): MarksHistory {
  const { now, past } = history;
  const then = (next: Partial<Marks>, replacesLast = false): MarksHistory => ({ now: { ...now, ...next }, past: replacesLast ? past : [...past.slice(-remembered), now] });
  const points = (frame: number, changed: Points): Partial<Marks> => ({ points: { ...now.points, [frame]: changed } });
  switch (action.do) {
    case "put": return then(points(action.frame, { ...now.points[action.frame], [action.target]: action.at }), action.isSameMove);
    case "take-away": return then(points(action.frame, { ...now.points[action.frame], [action.target]: undefined }));
    case "clear": return then(points(action.frame, {}));
    case "propose": return then({ points: { ...now.points, ...Object.fromEntries(action.many.map(({ frame, points: found }) => [frame, { ...now.points[frame], ...found }])) } });
    case "moment": return then({ moments: { ...now.moments, [action.frame]: action.moment } });
    case "undo": return past.length === 0 ? history : { now: past.at(-1) ?? now, past: past.slice(0, -1) };
    case "start": return { now: action.marks, past: [] };
  }
}

/** Numbers of the pictures that have a joint marked, in order. */
export function markedFrames({ points }: Marks): readonly number[] {
  return Object.entries(points).filter(([, marked]) => markedJoints.some((joint) => marked[joint])).map(([frame]) => Number(frame)).toSorted((one, other) => one - other);
}

/** Where the upright edge of a picture is kept. */
export const edgeFrame = (frame: number, hasOneEdge: boolean): number => (hasOneEdge ? 0 : frame);

/** The side view that the marks make; null where no joint is marked. */
export function sideViewOf(marks: Marks, { width, height, frameRate, captureRate, hasOneEdge }: Omit<SideView, "strides"> & { readonly hasOneEdge: boolean }): SideView | null {
  const strides = markedFrames(marks).map((frame): MarkedStride => {
    const { ear, shoulder, hip, knee, ankle, toe } = marks.points[frame] ?? {};
    const edge = marks.points[edgeFrame(frame, hasOneEdge)];
    const [top, bottom] = [edge?.["edge-top"], edge?.["edge-bottom"]];
    return {
      at: frameRate === null ? null : (frame + 0.5) / frameRate, moment: marks.moments[frame] ?? "mid-stance",
      points: { ...(ear && { ear }), ...(shoulder && { shoulder }), ...(hip && { hip }), ...(knee && { knee }), ...(ankle && { ankle }), ...(toe && { toe }) },
      verticalEdge: top && bottom ? [top, bottom] : null,
    };
  });
  return strides.length === 0 ? null : { width, height, frameRate, captureRate, strides };
}

/** Marks as they were, from a side view, each stride on the picture it belongs to. */
export function marksOf({ strides }: SideView, frameOf: (stride: MarkedStride, index: number) => number, hasOneEdge = false): Marks {
  const joints = (points: MarkedStride["points"]): Points => Object.fromEntries(markedJoints.flatMap((joint): [MarkedJoint, PicturePoint][] => { const point = points[joint]; return point ? [[joint, point]] : []; }));
  const points: Record<number, Points> = {};
  for (const [index, stride] of strides.entries()) {
    const frame = frameOf(stride, index);
    points[frame] = { ...points[frame], ...joints(stride.points) };
    const edge = edgeFrame(frame, hasOneEdge);
    if (stride.verticalEdge) points[edge] = { ...points[edge], "edge-top": stride.verticalEdge[0], "edge-bottom": stride.verticalEdge[1] };
  }
  return {
    points,
    moments: Object.fromEntries(strides.map((stride, index) => [frameOf(stride, index), stride.moment])),
  };
}
