import type { PainRegion, PainSide } from "../../domain/index.ts";
import { backFigure, type BackFigure, type BackPlace } from "./back-figure.ts";
import type { PainStep } from "./pain-scale.ts";
import { drawing, element, label } from "./svg.ts";

/** What is drawn at a place of the back. */
export interface BackMark {
  readonly region: PainRegion;
  readonly side: PainSide;
  readonly step: PainStep;
  /** Written on it, where there is room. */
  readonly figure: string;
}

/** Half the height of one figure at the size of marks [px]. */
const figureDrop = 5;

/** The back with marks; small for a row of a list, where writing would not be read. */
export function backDrawing(size: "large" | "small", title: string, marks: readonly BackMark[]): string {
  const figure = backFigure();
  const { width, height, body, landmarks, places } = figure;
  const isLarge = size === "large";
  const line = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
  const lines = (paths: readonly string[], className: string, stroke: string, weight: number): string => element("path", { ...line, d: paths.join(""), class: className, stroke, "stroke-width": weight });
  const isUnplaced = ({ region }: BackMark): boolean => region === "somewhere-in-back";
  const filled = [
    ...marks.filter(isUnplaced).flatMap((mark) => markedPlaces(figure, mark).map((place) => drawUnplaced(place, mark, isLarge))),
    ...marks.filter((mark) => !isUnplaced(mark)).flatMap((mark) => markedPlaces(figure, mark).map((place) => drawMark(place, mark, isLarge))),
  ];
  const borders = isLarge ? element("path", { ...line, d: places.map(({ outline }) => outline).join(""), class: "ff-back-place", stroke: "#8a8178", "stroke-width": 1, "stroke-dasharray": "1 4" }) : "";
  const words = isLarge
    ? ["left", "right"].map((side, index) => label(side, { x: index === 0 ? 40 : 280, y: 145 }, { ...quiet, "text-anchor": "middle" })).join("") + label("elsewhere", { x: 284, y: 398 }, { ...quiet, "text-anchor": "middle" })
    : "";
  return drawing(width, height, title, ...filled, borders, lines(landmarks, "ff-line-far", "#a59d95", isLarge ? 1.4 : 6), lines(body, "ff-line", "#4a443f", isLarge ? 1.8 : 8), words);
}

const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;

function drawMark({ outline, middle }: BackPlace, { step, figure }: BackMark, isLarge: boolean): string {
  // Where there is no room for the figure, an edge makes pale places seen.
  const shape = element("path", { d: outline, class: `${step.className} ${isLarge ? "ff-solid" : "ff-pain-dot"}`, fill: step.colour, ...(isLarge ? {} : { stroke: "#5f2a5c", "stroke-width": 7 }) });
  return isLarge ? shape + label(figure, { x: middle.x, y: middle.y + figureDrop }, { class: `ff-text ${step.className}-ink`, fill: step.ink, "text-anchor": "middle", "font-size": 15, "font-weight": 600 }) : shape;
}

/** Pain that was not placed lies over the whole lower back, pale and with a dotted edge; its figure stands beside it. */
function drawUnplaced({ outline }: BackPlace, { step, figure }: BackMark, isLarge: boolean): string {
  const edge = { stroke: "#5f2a5c", "stroke-width": isLarge ? 1.4 : 7, "stroke-dasharray": isLarge ? "1.4 4" : "7 14", "stroke-linecap": "round" } as const;
  const shape = element("path", { d: outline, class: `${step.className} ff-pain-unplaced`, fill: step.colour, "fill-opacity": 0.45, ...edge });
  return isLarge ? shape + label("somewhere", { x: 284, y: 84 }, { ...quiet, "text-anchor": "middle" }) + label(figure, { x: 284, y: 102 }, { "text-anchor": "middle", "font-size": 15, "font-weight": 600 }) : shape;
}

/** Where a mark lies: what was not placed is the whole lower back, a leg of no side is both, a side of elsewhere is elsewhere. */
export function markedPlaces({ places, unplaced }: BackFigure, { region, side }: Pick<BackMark, "region" | "side">): readonly BackPlace[] {
  if (region === unplaced.region) return [unplaced];
  return places.filter((place) => place.region === region && (region === "elsewhere" || place.side === side || (region === "leg-below-knee" && side === "middle")));
}
