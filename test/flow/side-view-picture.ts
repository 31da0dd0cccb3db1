/** A stick figure of a runner with known angles, its points and a drawing of it: what an end-to-end test marks. */
export interface DrawnRunner {
  readonly width: number;
  readonly height: number;
  readonly points: Readonly<Record<"ear" | "shoulder" | "hip" | "knee" | "ankle" | "toe", { readonly x: number; readonly y: number }>>;
  readonly edge: readonly [{ readonly x: number; readonly y: number }, { readonly x: number; readonly y: number }];
}

/** Draws nothing yet: trunk and leg lean forward by these degrees, the whole picture tilted to the right by `tilt`. */
export function drawnRunner({ trunk, leg, head, tilt = 0 }: { readonly trunk: number; readonly leg: number; readonly head: number; readonly tilt?: number }): DrawnRunner {
  const [width, height] = [960, 720];
  const reach = ({ x, y }: { readonly x: number; readonly y: number }, length: number, degrees: number) => ({
    x: x + length * Math.sin(((degrees + tilt) * Math.PI) / 180), y: y - length * Math.cos(((degrees + tilt) * Math.PI) / 180),
  });
  const ankle = { x: 450, y: 620 };
  const knee = reach(ankle, 140, leg);
  const hip = reach(knee, 150, leg);
  const shoulder = reach(hip, 180, trunk);
  const post = { x: 150, y: 660 };
  const round = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: Math.round(x), y: Math.round(y) });
  return {
    width, height, edge: [round(reach(post, 560, 0)), post],
    points: { ear: round(reach(shoulder, 80, head)), shoulder: round(shoulder), hip: round(hip), knee: round(knee), ankle, toe: round(reach(ankle, 60, 88)) },
  };
}

/** Lines of the drawing, for a canvas or an SVG. */
export function strokes({ points, edge }: DrawnRunner): readonly (readonly { readonly x: number; readonly y: number }[])[] {
  const { ear, shoulder, hip, knee, ankle, toe } = points;
  return [[ear, shoulder, hip, knee, ankle, toe], edge];
}

/** Trunk to vertical of the rounded points [degrees], corrected by the edge, reckoned apart from the program: slopes, not atan2 of leans. */
export function trunkLeanOf({ points: { shoulder, hip }, edge: [top, bottom] }: DrawnRunner): number {
  const turned = (from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): number => 90 - (Math.atan2(from.y - to.y, to.x - from.x) * 180) / Math.PI;
  return turned(hip, shoulder) - turned(bottom, top);
}
