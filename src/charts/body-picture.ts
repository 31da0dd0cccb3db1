import { bodyPictureWords, type BodyPictureInput } from "./drawing/body-words.ts";
import { ribbon } from "./drawing/geometry.ts";
import { loadStep, usualLoadScale } from "./drawing/load-scale.ts";
import { drawLens, ink, type LensLayout } from "./drawing/lumbar-lens.ts";
import { bandWords, numberWords } from "./drawing/number-words.ts";
import { poseRunner, type RunnerFigure } from "./drawing/runner-figure.ts";
import { drawing, element, label, straightPath, type Point } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

export type { BodyPictureInput } from "./drawing/body-words.ts";

/** Lean drawn where none was told [degrees]. */
const drawnLean = 7;

/** A runner from the side, the way of the shock from foot to head, and the five lumbar discs with their numbers and bands. */
export function bodyPicture(input: BodyPictureInput): Picture {
  const words = bodyPictureWords(input);
  const { title } = words;
  if (input.size === "small") return { svg: drawing(48, 64, title, figure(poseRunner({ x: 21, y: 62 }, 59, lean(input)), input, 0.7)), text: words.text };
  const layout = layouts[input.size];
  const runner = poseRunner(layout.ground, layout.bodyHeight, lean(input));
  const svg = drawing(layout.width, layout.height, title, groundLine(layout), link(runner, layout), figure(runner, input, 1.6), drawLens(layout, lean(input), input.discs, input.loadScale), groundPush(input, layout));
  return { svg, text: words.text };
}

interface Layout extends LensLayout {
  readonly width: number;
  readonly height: number;
  /** Where the runner stands. */
  readonly ground: Point;
  readonly bodyHeight: number;
  /** Where the hairlines from the figure's spine to the enlarged one end, where they lie side by side. */
  readonly link: { readonly top: Point; readonly bottom: Point } | null;
}

const layouts: Record<"large" | "tall", Layout> = {
  large: {
    width: 720, height: 484, ground: { x: 142, y: 446 }, bodyHeight: 432, lens: { x: 426, y: 204 }, lensHeight: 2250,
    link: { top: { x: 330, y: 96 }, bottom: { x: 300, y: 344 } }, axis: { left: 500, right: 636 },
  },
  tall: {
    width: 344, height: 576, ground: { x: 160, y: 282 }, bodyHeight: 272, lens: { x: 112, y: 432 }, lensHeight: 1850,
    link: null, axis: { left: 164, right: 268 },
  },
};

const lean = (input: BodyPictureInput): number => Math.max(-10, Math.min(30, input.trunkLeanDegrees ?? drawnLean));

/** The silhouette: every shape once in ink and once, a line narrower, in paper, so that only the common outline stays. */
function figure(runner: RunnerFigure, input: BodyPictureInput, lineWidth: number): string {
  const silhouette = (paths: readonly string[], isFar: boolean): string =>
    element("g", { ...ink, class: isFar ? "ff-line-far" : "ff-line", stroke: isFar ? "#a59d95" : "#4a443f", "stroke-width": lineWidth * 2 }, ...paths.map((d) => element("path", { d })))
    + element("g", { class: "ff-paper", fill: "#fffdfa", stroke: "none" }, ...paths.map((d) => element("path", { d })));
  return silhouette(runner.far, true) + silhouette(runner.body, false) + silhouette(runner.arm, false) + shock(runner) + spine(runner, input, lineWidth * 0.7);
}

// The band narrows as less of the body rides above it; its width is drawn, not computed.
function shock(runner: RunnerFigure): string {
  const size = runner.ground.y - runner.shockPath.at(-1)!.y;
  return [0.056, 0.034, 0.014].map((width) =>
    element("path", { d: straightPath(ribbon(runner.shockPath, (share) => size * width * (1 - 0.82 * share)), true), class: "ff-shock", fill: "#1a6a77", "fill-opacity": 0.17 })).join("");
}

function spine(runner: RunnerFigure, input: BodyPictureInput, lineWidth: number): string {
  const bones = element("path", { ...ink, d: runner.lumbar.vertebrae.map((bone) => bone.body).join(""), class: "ff-bone", fill: "#fffdfa", "stroke-width": lineWidth });
  const discs = runner.lumbar.discs.map((disc) => {
    const load = input.discs.find(({ level }) => level === disc.level)?.peakCompression;
    const step = load ? loadStep(load.value, input.loadScale?.low ?? usualLoadScale.low, input.loadScale?.high ?? usualLoadScale.high) : null;
    return element("path", { d: straightPath(disc.corners, true), class: step ? `${step.className} ff-solid` : "ff-none", fill: step?.colour ?? "#a59d95", stroke: "none" });
  });
  return bones + discs.join("");
}

// Two hairlines say that the enlarged spine is the one in the figure.
function link(runner: RunnerFigure, layout: Layout): string {
  if (!layout.link) return "";
  const [first, last] = [runner.lumbar.discs[0]!.centre, runner.lumbar.discs.at(-1)!.centre];
  const { top, bottom } = layout.link;
  const d = straightPath([first, top]) + straightPath([last, bottom]);
  return element("path", { d, class: "ff-hair", stroke: "#d8d1c9", "stroke-width": 1, fill: "none" });
}

function groundLine(layout: Layout): string {
  const { x, y } = layout.ground;
  return element("path", { d: straightPath([{ x: x - layout.bodyHeight * 0.3, y }, { x: x + layout.bodyHeight * 0.32, y }]), class: "ff-line-far", stroke: "#a59d95", "stroke-width": 1.2, "stroke-linecap": "round", fill: "none" });
}

function groundPush({ peakVerticalForce }: BodyPictureInput, layout: Layout): string {
  if (!peakVerticalForce) return "";
  const { low, high, value } = peakVerticalForce;
  const at = { x: layout.ground.x, y: layout.ground.y + 22 };
  return label(`ground: ${numberWords(value, 1)} (${bandWords(low, high, 1)}) times body weight`, at, { "text-anchor": "middle", "font-size": 12 });
}
