import { drawByBasis } from "./drawing/basis-look.ts";
import { niceTicks } from "./drawing/nice-ticks.ts";
import { numberWords } from "./drawing/number-words.ts";
import { publishedAndModelWords, type PublishedAndModelInput } from "./drawing/published-words.ts";
import { drawing, element, label, straightPath } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

export type { PublishedAndModelInput } from "./drawing/published-words.ts";

const [width, height] = [344, 80];
const plot = { left: 72, right: 200, numbers: 212 } as const;
const lanes = { published: 16, model: 40, axis: 56 } as const;

/** The published value with its tolerance as a soft band, and below it the model's value with its hatched band, on one axis. */
export function publishedAndModel(input: PublishedAndModelInput): Picture {
  const { published, model, unit } = input;
  const words = publishedAndModelWords(input);
  const span = axisSpan(input);
  const scale = (value: number): number => plot.left + ((value - span.low) / (span.high - span.low)) * (plot.right - plot.left);
  const svg = drawing(
    width, height, words.text,
    tolerance(input, scale),
    published.value === null ? "" : tick(scale(published.value), lanes.published, "ff-line", "#4a443f"),
    model === null ? "" : modelMark(model, scale),
    axis(span, scale),
    name(published.value === null ? "required" : "published", lanes.published), number(words.published, lanes.published),
    name("model", lanes.model), number(words.model, lanes.model),
    label(unit, { x: plot.numbers, y: lanes.axis + 20 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 }),
  );
  return { svg, text: words.text };
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** The stretch of numbers shown: everything that is drawn, and some room where the rule is open at one end. */
function axisSpan({ published, model }: PublishedAndModelInput): Span {
  const known = [published.value, published.low, published.high, model?.value ?? null, model?.low ?? null, model?.high ?? null].filter((value) => value !== null);
  const [low, high] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const room = high > low ? high - low : Math.max(Math.abs(high), 1) * 0.4;
  return { low: low - room * (published.low === null ? 0.4 : 0.08), high: high + room * (published.high === null ? 0.4 : 0.08) };
}

// The tolerance reaches down behind the model's lane, so that inside and outside are seen at once; an open end has no edge.
function tolerance({ published: { low, high } }: PublishedAndModelInput, scale: (value: number) => number): string {
  if (low === null && high === null) return "";
  const [from, to] = [low === null ? plot.left : scale(low), high === null ? plot.right : scale(high)];
  const [top, bottom] = [lanes.published - 12, lanes.axis];
  const edges = [low, high].flatMap((end) => (end === null ? [] : [straightPath([{ x: scale(end), y: top }, { x: scale(end), y: bottom }])])).join("");
  return element("rect", { class: "ff-tolerance", fill: "#e2dcd3", x: from, y: top, width: Math.max(to - from, 1), height: bottom - top })
    + element("path", { class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none", d: edges });
}

function modelMark({ value, low, high }: NonNullable<PublishedAndModelInput["model"]>, scale: (value: number) => number): string {
  const x = scale(value);
  if (low === null || high === null) {
    return element("circle", { class: "ff-model-mark", fill: "#fffdfa", stroke: "#0f6270", "stroke-width": 2, cx: x, cy: lanes.model, r: 4.5 });
  }
  const [from, to, top, bottom] = [scale(low), Math.max(scale(high), scale(low) + 2), lanes.model - 6, lanes.model + 6];
  const corners = [{ x: from, y: top }, { x: to, y: top }, { x: to, y: bottom }, { x: from, y: bottom }];
  return drawByBasis(corners, "simulated", { className: "ff-model", colour: "#0f6270" }, 1.4) + tick(x, lanes.model, "ff-line", "#4a443f");
}

function tick(x: number, y: number, className: string, colour: string): string {
  return element("path", { d: straightPath([{ x, y: y - 9 }, { x, y: y + 9 }]), class: className, stroke: colour, "stroke-width": 2.5, fill: "none" });
}

function axis(span: Span, scale: (value: number) => number): string {
  const { ticks, digits } = niceTicks(span.low, span.high, plot.right - plot.left);
  const y = lanes.axis;
  const numbered = ticks.filter((value) => scale(value) + numberWords(value, digits).length * 3.5 <= plot.numbers - 8);
  const marks = ticks.map((value) => straightPath([{ x: scale(value), y }, { x: scale(value), y: y + 4 }])).join("");
  return element("path", { d: straightPath([{ x: plot.left, y }, { x: plot.right, y }]) + marks, class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none" })
    + numbered.map((value) => label(numberWords(value, digits), { x: scale(value), y: y + 20 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12, "text-anchor": "middle" })).join("");
}

function name(text: string, y: number): string {
  return label(text, { x: 0, y: y + 4 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 13 });
}

function number(text: string, y: number): string {
  return label(text, { x: plot.numbers, y: y + 4 }, { "font-size": text.length > 19 ? 12 : 14 });
}
