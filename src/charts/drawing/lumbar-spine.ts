import { discLevels, type DiscLevel } from "../../domain/index.ts";
import type { Point } from "./svg.ts";

/** The lumbar spine in outline: five discs between vertebrae, seen from the side, front to the right. */
export interface LumbarSpine {
  readonly discs: readonly DrawnDisc[];
  readonly vertebrae: readonly DrawnVertebra[];
  /** The sacrum below the lowest disc, as a path. */
  readonly sacrum: string;
}

export interface DrawnDisc {
  readonly level: DiscLevel;
  readonly centre: Point;
  /** Corners of the lozenge, in order round it. */
  readonly corners: readonly Point[];
  /** The lozenge's tip toward the belly. */
  readonly front: Point;
}

export interface DrawnVertebra {
  readonly name: string;
  readonly centre: Point;
  readonly body: string;
  readonly process: string;
}

// Shares of body height, drawn to the proportions of an adult spine; no result rests on them.
const depth = 0.0205;
const discHalfHeight = 0.0036;

/** Draws the spine along `column`: the centres of the five discs from L1-L2 down, with one point above them and one below. */
export function drawLumbarSpine(column: readonly Point[], bodyHeight: number): LumbarSpine {
  const discs = discLevels.map((level, index) => {
    const face = faceAt(column, index + 1);
    const corners = lozenge.map(([x, y]) => face(x * depth * bodyHeight, y * discHalfHeight * bodyHeight));
    return { level, face, centre: face(0, 0), corners, front: face(0.56 * depth * bodyHeight, 0) };
  });
  const above = faceAt(column, 0);
  const faces = [above, ...discs.map((disc) => disc.face)];
  const vertebrae = discs.map((disc, index) => vertebra(`L${index + 1}`, faces[index]!, disc.face, bodyHeight));
  return { discs, vertebrae, sacrum: sacrumBelow(discs.at(-1)!.face, bodyHeight) };
}

const lozenge = [[0.56, 0], [0.36, 0.95], [-0.34, 0.8], [-0.52, 0], [-0.34, -0.8], [0.36, -0.95]] as const;

/** Places a point given forward and downward of a disc's centre, along its own axes. */
type Face = (forward: number, down: number) => Point;

function faceAt(column: readonly Point[], index: number): Face {
  const centre = column[index]!;
  const [above, below] = [column[Math.max(0, index - 1)]!, column[Math.min(column.length - 1, index + 1)]!];
  const length = Math.hypot(below.x - above.x, below.y - above.y) || 1;
  const [x, y] = [(below.x - above.x) / length, (below.y - above.y) / length];
  return (forward, down) => ({ x: centre.x + x * down + y * forward, y: centre.y + y * down - x * forward });
}

function vertebra(name: string, upper: Face, lower: Face, bodyHeight: number): DrawnVertebra {
  const half = (depth * bodyHeight) / 2;
  const gap = discHalfHeight * bodyHeight * 1.35;
  const [topFront, topBack, bottomFront, bottomBack] = [upper(half, gap), upper(-half, gap), lower(half, -gap), lower(-half, -gap)];
  const [frontWaist, backWaist] = [waist(topFront, bottomFront, topBack, 0.14), waist(topBack, bottomBack, topFront, 0.12)];
  const centre = { x: (topFront.x + bottomBack.x) / 2, y: (topFront.y + bottomBack.y) / 2 };
  const body = `M${at(topFront)}Q${at(frontWaist)} ${at(bottomFront)}L${at(bottomBack)}Q${at(backWaist)} ${at(topBack)}Z`;
  const reach = bodyHeight * 0.86;
  const back = (outward: number, down: number): Point => {
    const from = { x: (topBack.x + bottomBack.x) / 2, y: (topBack.y + bottomBack.y) / 2 };
    const [x, y] = [(topBack.x - topFront.x) / (2 * half), (topBack.y - topFront.y) / (2 * half)];
    return { x: from.x + (x * outward - y * down) * reach, y: from.y + (y * outward + x * down) * reach };
  };
  // Arch, then the blade that can be felt under the skin, slanting down.
  const process = `M${at(back(-0.0004, 0.0055))}C${at(back(0.006, 0.004))} ${at(back(0.01, 0.001))} ${at(back(0.015, 0.002))}`
    + `C${at(back(0.022, 0.001))} ${at(back(0.03, -0.003))} ${at(back(0.034, -0.006))}C${at(back(0.037, -0.009))} ${at(back(0.035, -0.014))} ${at(back(0.031, -0.0135))}`
    + `C${at(back(0.025, -0.013))} ${at(back(0.018, -0.0115))} ${at(back(0.013, -0.0085))}C${at(back(0.009, -0.006))} ${at(back(0.005, -0.0005))} ${at(back(-0.0004, 0.0005))}`;
  return { name, centre, body, process };
}

// A bone's side is a little hollow between its two end plates.
function waist(top: Point, bottom: Point, opposite: Point, share: number): Point {
  const middle = { x: (top.x + bottom.x) / 2, y: (top.y + bottom.y) / 2 };
  return { x: middle.x + (opposite.x - top.x) * share, y: middle.y + (opposite.y - top.y) * share };
}

function sacrumBelow(face: Face, bodyHeight: number): string {
  const place = (forward: number, down: number): string => at(face(forward * bodyHeight, down * bodyHeight));
  return `M${place(0.0098, 0.0052)}C${place(0.005, 0.014)} ${place(-0.003, 0.022)} ${place(-0.0085, 0.031)}C${place(-0.011, 0.036)} ${place(-0.0105, 0.041)} ${place(-0.0065, 0.045)}`
    + `C${place(-0.012, 0.0455)} ${place(-0.0175, 0.041)} ${place(-0.019, 0.034)}C${place(-0.0205, 0.025)} ${place(-0.0195, 0.013)} ${place(-0.0102, 0.0052)}Z`;
}

const at = (point: Point): string => `${Math.round(point.x * 100) / 100} ${Math.round(point.y * 100) / 100}`;
