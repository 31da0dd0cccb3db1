import { metresPer } from "../domain/index.ts";
import { loadStep, loadSteps } from "./drawing/load-scale.ts";
import { bandWords, numberWords, thinSpace } from "./drawing/number-words.ts";
import { drawing, element, label, straightPath, type Point } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** A route on blank ground: no map is asked for, so nobody learns where the runner runs. */
export interface TrackInput {
  readonly latitudeDegrees: readonly (number | null)[];
  readonly longitudeDegrees: readonly (number | null)[];
  /** Load at each position [body weights]; null where nobody ran. */
  readonly load: readonly (number | null)[];
  /** What the load is, for example `L5–S1`. */
  readonly loadName: string;
  readonly distanceUnit: "km" | "mi";
  /** Whether a position belongs to a stretch that was picked; drawn wider. Absent where nothing can be picked. */
  readonly isSelected?: (sample: number) => boolean;
}

const [width, height, margin, foot] = [344, 320, 24, 56];

/** Draws the route north up, coloured by load between its 5th and 95th percentile, with start, end and a scale bar. */
export function track(input: TrackInput): Picture {
  const places = placesOf(input);
  if (places.length < 2) return { svg: drawing(width, 48, "No route", label("No positions in this recording.", { x: 0, y: 28 })), text: "No positions in this recording, so no route." };
  const { project, pixelsPerMetre } = projection(places);
  const loads = places.flatMap(({ load }) => (load === null ? [] : [load])).toSorted((one, other) => one - other);
  const [low, high] = [loads[Math.floor(loads.length * 0.05)] ?? 0, loads[Math.floor(loads.length * 0.95)] ?? 1];
  const pieces = piecesOf(places, project, low, high);
  const shape = { fill: "none", "stroke-linejoin": "round", "stroke-linecap": "round" } as const;
  const casing = pieces.map(({ points }) => straightPath(points)).join("");
  const selected = input.isSelected ? selectedPath(places, project, input.isSelected) : "";
  const [start, end] = [project(places[0]!), project(places.at(-1)!)];
  const title = "The route, coloured by load";
  const spread = loads.length === 0 ? "the load along it is not known" : `coloured by the load on ${input.loadName}, which lies between ${bandWords(low, high, 1)} times body weight for nine tenths of it`;
  const svg = drawing(
    width, height, title,
    selected === "" ? "" : element("path", { ...shape, d: selected, class: "ff-selected", stroke: "#2b2724", "stroke-width": 12 }),
    element("path", { ...shape, d: casing, class: "ff-casing", stroke: "#8d857d", "stroke-width": 5.5 }),
    ...pieces.map((piece) => element("path", { ...shape, d: straightPath(piece.points), class: piece.className, stroke: piece.colour, "stroke-width": 4 })),
    element("circle", { cx: start.x, cy: start.y, r: 5, class: "ff-mark-start", fill: "#fffdfa", stroke: "#2b2724", "stroke-width": 2 }),
    element("circle", { cx: end.x, cy: end.y, r: 5, class: "ff-mark-end", fill: "#2b2724", stroke: "#fffdfa", "stroke-width": 2 }),
    ...namesOfEnds(start, end),
    scaleBar(pixelsPerMetre, input.distanceUnit),
    loads.length === 0 ? "" : scaleOfLoad(low, high, input.loadName),
  );
  return { svg, text: `The route with north up, ${spread}.` };
}

/**
 * The position recorded nearest to a point of the drawing; null where the route is farther than a finger is wide.
 * Where the route passes more than once, the pass that lies next to the position `beside`, or else the first.
 */
export function sampleNear(input: TrackInput, point: Point, beside = 0): number | null {
  const places = placesOf(input);
  if (places.length < 2) return null;
  const { project } = projection(places);
  const near = places.map((place) => {
    const { x, y } = project(place);
    return { sample: place.sample, far: Math.hypot(x - point.x, y - point.y) };
  });
  const closest = near.reduce((least, { far }) => Math.min(least, far), Infinity);
  if (closest > fingerWidth) return null;
  const passes = near.filter(({ far }) => far <= closest + lineWidth);
  return passes.reduce((best, pass) => (Math.abs(pass.sample - beside) < Math.abs(best.sample - beside) ? pass : best)).sample;
}

/** [px of the drawing] */
const [fingerWidth, lineWidth] = [32, 6];

function selectedPath(places: readonly Place[], project: (place: Place) => Point, isSelected: (sample: number) => boolean): string {
  const runs: Point[][] = [];
  let isInside = false;
  for (const place of places) {
    const isIn = isSelected(place.sample);
    if (isIn && (!isInside || place.isAfterGap)) runs.push([]);
    if (isIn) runs.at(-1)?.push(project(place));
    isInside = isIn;
  }
  return runs.map((points) => straightPath(points)).join("");
}

interface Place {
  /** Which of the recording's positions it is. */
  readonly sample: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly load: number | null;
  /** No position was recorded just before. */
  readonly isAfterGap: boolean;
}

function placesOf({ latitudeDegrees, longitudeDegrees, load }: TrackInput): readonly Place[] {
  const places: Place[] = [];
  let isAfterGap = true;
  latitudeDegrees.forEach((latitude, index) => {
    const longitude = longitudeDegrees[index] ?? null;
    if (latitude === null || longitude === null) {
      isAfterGap = true;
      return;
    }
    places.push({ sample: index, latitude, longitude, load: load[index] ?? null, isAfterGap });
    isAfterGap = false;
  });
  return places;
}

// Equirectangular about the middle of the route: true to scale within a run's few kilometres.
function projection(places: readonly Place[]): { readonly project: (place: Place) => Point; readonly pixelsPerMetre: number } {
  const metresPerDegree = 111_195;
  const first = places[0]!;
  // Longitudes relative to the first, so that a route over the date line stays whole.
  const east = (place: Place): number => ((place.longitude - first.longitude + 540) % 360) - 180;
  let [west, eastmost, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const place of places) {
    [west, eastmost] = [Math.min(west, east(place)), Math.max(eastmost, east(place))];
    [south, north] = [Math.min(south, place.latitude), Math.max(north, place.latitude)];
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [Math.max((eastmost - west) * shrink * metresPerDegree, 1), Math.max((north - south) * metresPerDegree, 1)];
  const pixelsPerMetre = Math.min((width - 2 * margin) / wide, (height - 2 * margin - foot) / high);
  const [left, top] = [(width - wide * pixelsPerMetre) / 2, margin + (height - 2 * margin - foot - high * pixelsPerMetre) / 2];
  const project = (place: Place): Point => ({
    x: left + (east(place) - west) * shrink * metresPerDegree * pixelsPerMetre,
    y: top + (north - place.latitude) * metresPerDegree * pixelsPerMetre,
  });
  return { project, pixelsPerMetre };
}

interface Piece {
  readonly points: Point[];
  readonly className: string;
  readonly colour: string;
}

// Neighbours of one colour are one line, and steps smaller than a screen shows are left out.
function piecesOf(places: readonly Place[], project: (place: Place) => Point, low: number, high: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let last: Point | null = null;
  for (const place of places) {
    const point = project(place);
    const step = place.load === null ? { className: "ff-none-line", colour: "#d8d1c9" } : loadStep(place.load, low, high);
    const className = place.load === null ? step.className : `${step.className} ff-outlined`;
    const piece = pieces.at(-1);
    if (place.isAfterGap || !piece || !last) pieces.push({ points: [point], className, colour: step.colour });
    else if (Math.hypot(point.x - last.x, point.y - last.y) < 1) continue;
    else if (piece.className === className) piece.points.push(point);
    else pieces.push({ points: [last, point], className, colour: step.colour });
    last = point;
  }
  return pieces;
}

function namesOfEnds(start: Point, end: Point): readonly string[] {
  const beside = (point: Point): { readonly at: Point; readonly anchor: string } =>
    point.x > width - 60 ? { at: { x: point.x - 10, y: point.y - 8 }, anchor: "end" } : { at: { x: point.x + 10, y: point.y - 8 }, anchor: "start" };
  const named = (text: string, point: Point): string => label(text, beside(point).at, { "font-size": 12, "text-anchor": beside(point).anchor, class: "ff-text ff-halo", stroke: "#fffdfa", "stroke-width": 3, "paint-order": "stroke" });
  return Math.hypot(start.x - end.x, start.y - end.y) < 48 ? [named("start and end", start)] : [named("start", start), named("end", end)];
}

function scaleBar(pixelsPerMetre: number, unit: "km" | "mi"): string {
  const metresPerUnit = metresPer[unit];
  const length = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].find((candidate) => candidate * metresPerUnit * pixelsPerMetre <= 110) ?? 0.01;
  const [x, y, pixels] = [margin, height - 22, length * metresPerUnit * pixelsPerMetre];
  const bar = straightPath([{ x, y: y - 4 }, { x, y }, { x: x + pixels, y }, { x: x + pixels, y: y - 4 }]);
  return element("path", { d: bar, class: "ff-line", fill: "none", stroke: "#4a443f", "stroke-width": 1.2 }) + label(`${length}${thinSpace}${unit}`, { x, y: y + 16 }, { "font-size": 12, class: "ff-text-quiet", fill: "#6b645d" });
}

function scaleOfLoad(low: number, high: number, name: string): string {
  const [each, right, y] = [14, width - margin, height - 30];
  const left = right - each * loadSteps;
  const swatches = Array.from({ length: loadSteps }, (_, index) => {
    const step = loadStep(index + 0.5, 0, loadSteps);
    return element("rect", { x: left + index * each, y, width: each, height: 8, class: `${step.className} ff-solid`, fill: step.colour });
  });
  const quiet = { "font-size": 12, class: "ff-text-quiet", fill: "#6b645d" };
  return swatches.join("") + label(numberWords(low, 1), { x: left, y: y + 24 }, quiet) + label(numberWords(high, 1), { x: right, y: y + 24 }, { ...quiet, "text-anchor": "end" })
    + label(`${name}, × body weight`, { x: right, y: y - 6 }, { ...quiet, "text-anchor": "end" });
}
