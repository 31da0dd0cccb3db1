import type { DiscLevel, Quantity } from "../../domain/index.ts";
import { drawByBasis } from "./basis-look.ts";
import { loadStep, usualLoadScale, type LoadStep } from "./load-scale.ts";
import type { LumbarSpine } from "./lumbar-spine.ts";
import { bandWords, numberWords } from "./number-words.ts";
import { poseRunner } from "./runner-figure.ts";
import { element, label, straightPath, type Point } from "./svg.ts";

/** Where the enlarged spine lies. */
export interface LensLayout {
  /** Where its middle disc lies, and the enlarged body height. */
  readonly lens: Point;
  readonly lensHeight: number;
  /** The axis of the whiskers, and where its unit begins if not with it. */
  readonly axis: { readonly left: number; readonly right: number; readonly unit?: number };
}

type DiscLoads = readonly { readonly level: DiscLevel; readonly peakCompression: Quantity | null }[];

/** Strokes of the figure. */
export const ink = { class: "ff-line", stroke: "#4a443f", fill: "none", "stroke-linejoin": "round", "stroke-linecap": "round" } as const;

/** The spine in the lens. */
export function lensSpine(layout: LensLayout, leanDegrees: number): LumbarSpine {
  const middle = poseRunner({ x: 0, y: 0 }, layout.lensHeight, leanDegrees).lumbar.discs[2]!.centre;
  return poseRunner({ x: layout.lens.x - middle.x, y: layout.lens.y - middle.y }, layout.lensHeight, leanDegrees).lumbar;
}

/** The axis of the whiskers: its end [body weights], and where a load lies on it. */
export function lensScale({ axis }: LensLayout, discs: DiscLoads): { readonly top: number; readonly at: (value: number) => number } {
  const top = Math.max(...discs.map((disc) => disc.peakCompression?.high ?? 0), 1) * 1.06;
  return { top, at: (value) => axis.left + (Math.max(0, Math.min(value, top)) / top) * (axis.right - axis.left) };
}

/** The lumbar spine enlarged, each disc with its largest load, its band and an axis. */
export function drawLens(layout: LensLayout, leanDegrees: number, discs: DiscLoads, loadScale: { readonly low: number; readonly high: number } = usualLoadScale): string {
  const lumbar = lensSpine(layout, leanDegrees);
  const bones = [...lumbar.vertebrae.map((bone) => element("path", { ...ink, d: bone.process, class: "ff-line-far", stroke: "#a59d95", "stroke-width": 1.2 })),
    element("path", { ...ink, d: lumbar.sacrum, class: "ff-line-far", stroke: "#a59d95", "stroke-width": 1.2 }),
    element("path", { ...ink, d: lumbar.vertebrae.map((bone) => bone.body).join(""), class: "ff-bone", fill: "#fffdfa", "stroke-width": 1.6 }),
    ...lumbar.vertebrae.map((bone) => label(bone.name, { x: bone.centre.x, y: bone.centre.y + 4 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12, "text-anchor": "middle" }))];
  const { top, at: scale } = lensScale(layout, discs);
  const rows = lumbar.discs.map((disc) => {
    const load = discs.find(({ level }) => level === disc.level)?.peakCompression ?? null;
    const step = load ? loadStep(load.value, loadScale.low, loadScale.high) : { className: "ff-none", colour: "#a59d95" };
    return drawByBasis(disc.corners, load?.basis ?? "assumed", step, 1.8) + row(disc.level, disc.front, load, scale, layout, step);
  });
  return bones.join("") + rows.join("") + axisOf(top, lumbar.discs.at(-1)!.centre.y, scale, layout);
}

function row(level: DiscLevel, front: Point, load: Quantity | null, scale: (value: number) => number, layout: LensLayout, step: LoadStep): string {
  const { y } = front;
  const leader = element("path", { d: straightPath([{ x: front.x + 4, y }, { x: layout.axis.left - 6, y }]), class: "ff-hair", stroke: "#d8d1c9", "stroke-width": 1, fill: "none" });
  const name = label(level.replace("-", "–"), { x: layout.axis.left, y: y - 11 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 });
  const number = { x: layout.axis.right + 12, y: y + 5 };
  if (!load) return leader + name + label("not known", number, { class: "ff-text-quiet", fill: "#6b645d" });
  const [low, high, value] = [scale(load.low), scale(load.high), scale(load.value)];
  const whisker = element("path", { d: straightPath([{ x: low, y }, { x: high, y }]), class: `${step.className} ff-whisker`, stroke: step.colour, "stroke-width": 8, "stroke-opacity": 0.35, fill: "none" })
    + element("path", { d: straightPath([{ x: value, y: y - 8 }, { x: value, y: y + 8 }]), class: "ff-line", stroke: "#2b2724", "stroke-width": 2, fill: "none" });
  return leader + name + whisker + label(numberWords(load.value, 1), { ...number, y: y + 1 }, { "font-size": 16, "font-weight": 600 })
    + label(bandWords(load.low, load.high, 1), { x: number.x, y: y + 16 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 });
}

function axisOf(top: number, lowest: number, scale: (value: number) => number, layout: LensLayout): string {
  const y = lowest + 30;
  const every = top > 6 || (layout.axis.right - layout.axis.left) / top < 12 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(top / every) + 1 }, (_, index) => index * every);
  return element("path", { d: straightPath([{ x: layout.axis.left, y }, { x: layout.axis.right, y }]) + ticks.map((tick) => straightPath([{ x: scale(tick), y }, { x: scale(tick), y: y + 4 }])).join(""), class: "ff-hair", stroke: "#bdb5ac", "stroke-width": 1, fill: "none" })
    + ticks.map((tick) => label(numberWords(tick), { x: scale(tick), y: y + 17 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12, "text-anchor": "middle" })).join("")
    + label("times body weight", { x: layout.axis.unit ?? layout.axis.left, y: y + 34 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 });
}
