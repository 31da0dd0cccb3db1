import { painSides, type PainRegion, type PainSide } from "../../domain/index.ts";
import { refine, smoothPath } from "./geometry.ts";
import { short, straightPath, type Point } from "./svg.ts";

/** One place where pain can be marked, as it lies on the figure. */
export interface BackPlace {
  readonly region: PainRegion;
  readonly side: PainSide;
  /** "at the waist, left" */
  readonly name: string;
  /** Its outline as an SVG path. */
  readonly outline: string;
  readonly middle: Point;
  /** The box around it, for a finger. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** The back seen from behind, so that its left is the runner's left: lower back and, past a break, the legs below the knee. */
export interface BackFigure {
  readonly width: number;
  readonly height: number;
  /** Outlines of the body. */
  readonly body: readonly string[];
  /** Fainter landmarks: lowest ribs, crest of the pelvis, spine, folds. */
  readonly landmarks: readonly string[];
  readonly places: readonly BackPlace[];
  /** The lower back as a whole, for pain that was rated and not placed. */
  readonly unplaced: BackPlace;
}

const [width, height, axis] = [320, 472, 160] as const;
/** Half the trunk's width at heights from the shoulder blades down to the thighs. */
const trunk: readonly Point[] = refine([[92, 4], [88, 40], [80, 92], [77, 132], [81, 166], [94, 206], [103, 244], [104, 284], [97, 316], [91, 338]].map(([x = 0, y = 0]) => ({ x, y })), 6);
const bands = { "upper-lumbar": [70, 116], "middle-lumbar": [116, 162], "lower-lumbar": [162, 212] } as const;
/** Half the width of the strip along the spine. */
const strip = 28;
/** Middle of a lower leg from the axis, and half its width at heights from knee to heel. */
const legAside = 48;
const leg: readonly Point[] = refine([[21, 353], [24, 372], [25, 394], [19, 424], [11, 452], [13, 468]].map(([x = 0, y = 0]) => ({ x, y })), 5);

const bandNames = { "upper-lumbar": "below the ribs", "middle-lumbar": "at the waist", "lower-lumbar": "at the belt line" } as const;

/** A place as it is said: "at the waist, left", "left leg below the knee". */
export function painPlaceName(region: PainRegion, side: PainSide): string {
  if (region === "leg-below-knee") return side === "middle" ? "legs below the knee" : `${side} leg below the knee`;
  if (region === "somewhere-in-back") return `somewhere in the back${side === "middle" ? "" : `, ${side}`}`;
  if (region === "elsewhere") return side === "middle" ? "elsewhere" : `elsewhere, ${side}`;
  return `${bandNames[region]}, ${side === "middle" ? "in the middle" : side}`;
}

let drawn: BackFigure | null = null;

/** The figure, drawn when first asked for. */
export function backFigure(): BackFigure {
  return (drawn ??= { width, height, body: bodyLines(), landmarks: landmarkLines(), places: allPlaces(), unplaced: wholeLowerBack() });
}

function bodyLines(): readonly string[] {
  const flank = (sign: number): string => straightPath(trunk.map(({ x, y }) => ({ x: axis + sign * x, y })));
  const inner = (sign: number): string => smoothPath([{ x: axis + sign * 4, y: 312 }, { x: axis + sign * 8, y: 326 }, { x: axis + sign * 10, y: 338 }]);
  const calf = (sign: number): string => straightPath(legOutline(axis + sign * legAside));
  return [-1, 1].flatMap((sign) => [flank(sign), inner(sign), calf(sign)]);
}

const legOutline = (x: number): readonly Point[] => [...leg.map((point) => ({ x: x - point.x, y: point.y })), ...leg.toReversed().map((point) => ({ x: x + point.x, y: point.y }))];

function landmarkLines(): readonly string[] {
  const both = (points: readonly (readonly [number, number])[]): readonly string[] => [-1, 1].map((sign) => smoothPath(points.map(([x, y]) => ({ x: axis + sign * x, y }))));
  const spine = Array.from({ length: 13 }, (_, index) => `M${axis} ${8 + index * 16}v8`).join("");
  // A wavy line on either side of what is left out of the legs.
  const breaks = [-1, 1].map((sign) => smoothPath([8, 26, 44, 62, 80, 96].map((x, index) => ({ x: axis + sign * x, y: 345 + (index % 2 === 0 ? -2 : 2) }))));
  return [
    spine, ...both([[10, 44], [46, 54], [70, 76]]), ...both([[30, 176], [56, 163], [78, 168]]), ...both([[24, 218], [28, 222], [32, 218]]),
    smoothPath([{ x: axis, y: 234 }, { x: axis - 1, y: 270 }, { x: axis, y: 306 }]), ...both([[4, 306], [34, 316], [66, 306]]), ...breaks,
  ];
}

function allPlaces(): readonly BackPlace[] {
  const lumbar = (["upper-lumbar", "middle-lumbar", "lower-lumbar"] as const).flatMap((region) => painSides.map((side) => lumbarPlace(region, side)));
  const legs = (["left", "right"] as const).map((side) => place("leg-below-knee", side, legOutline(axis + (side === "left" ? -legAside : legAside))));
  const elsewhere = place("elsewhere", "middle", [{ x: 250, y: 404 }, { x: 318, y: 404 }, { x: 318, y: 450 }, { x: 250, y: 450 }]);
  return [...lumbar, ...legs, elsewhere];
}

function lumbarPlace(region: keyof typeof bands, side: PainSide): BackPlace {
  const [top, bottom] = bands[region];
  if (side === "middle") return place(region, side, [{ x: axis - strip, y: top }, { x: axis + strip, y: top }, { x: axis + strip, y: bottom }, { x: axis - strip, y: bottom }]);
  const sign = side === "left" ? -1 : 1;
  return place(region, side, [...flankBetween(top, bottom).map(({ x, y }) => ({ x: axis + sign * (x - 1.5), y })), { x: axis + sign * strip, y: bottom }, { x: axis + sign * strip, y: top }]);
}

function wholeLowerBack(): BackPlace {
  const [top, bottom] = [bands["upper-lumbar"][0], bands["lower-lumbar"][1]];
  const flank = flankBetween(top, bottom);
  return place("somewhere-in-back", "middle", [...flank.map(({ x, y }) => ({ x: axis + x - 1.5, y })), ...flank.toReversed().map(({ x, y }) => ({ x: axis - x + 1.5, y }))]);
}

function flankBetween(top: number, bottom: number): readonly Point[] {
  return [{ x: halfWidth(top), y: top }, ...trunk.filter(({ y }) => y > top && y < bottom), { x: halfWidth(bottom), y: bottom }];
}

function halfWidth(y: number): number {
  const below = trunk.findIndex((point) => point.y >= y);
  const [one, other] = [trunk[below - 1], trunk[below]];
  return one && other ? one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x) : 0;
}

function place(region: PainRegion, side: PainSide, corners: readonly Point[]): BackPlace {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map((value) => Number(short(value)));
  const box = { left: left ?? 0, top: top ?? 0, width: (right ?? 0) - (left ?? 0), height: (bottom ?? 0) - (top ?? 0) };
  return { region, side, name: painPlaceName(region, side), outline: straightPath(corners, true), middle: { x: box.left + box.width / 2, y: box.top + box.height / 2 }, box };
}
