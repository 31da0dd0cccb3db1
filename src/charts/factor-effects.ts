import { niceTicks } from "./drawing/nice-ticks.ts";
import { bandWords, numberWords, thinSpace } from "./drawing/number-words.ts";
import { drawing, element, label, straightPath } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** One factor's difference of pain, told between two usual values of the runner's. */
export interface FactorEffectRow {
  readonly name: string;
  /** Points of 10, with the 95 % interval. */
  readonly points: { readonly value: number; readonly low: number; readonly high: number };
  readonly isLinked: boolean;
}

export interface FactorEffectsInput {
  readonly rows: readonly FactorEffectRow[];
  /** Below this difference nothing is said to matter [points]. */
  readonly negligible: number;
  /** Width of the drawing [px]. */
  readonly width: number;
}

const [rowHeight, top] = [44, 32];
/** Wider bands than this leave the picture; the words tell them whole [points]. */
const furthest = 4;

/** How much pain goes with each factor: bands about the line of no difference, what is linked filled, the rest outlined. */
export function factorEffects({ rows, negligible, width }: FactorEffectsInput): Picture {
  const [left, right] = [8, width - 8];
  const reach = Math.min(furthest, Math.max(1.5 * negligible, ...rows.flatMap(({ points: { low, high } }) => [Math.abs(low), Math.abs(high)]))) * 1.06;
  const x = (value: number): number => left + ((Math.min(reach, Math.max(-reach, value)) + reach) / (2 * reach)) * (right - left);
  const bottom = top + rows.length * rowHeight;
  const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;
  const box = (from: number, to: number, y: number, half: number): string => straightPath([{ x: from, y: y - half }, { x: to, y: y - half }, { x: to, y: y + half }, { x: from, y: y + half }], true);
  const small = element("path", { d: box(x(-negligible), x(negligible), (top + bottom) / 2, (bottom - top) / 2), class: "ff-tolerance", fill: "#e2dcd3" });
  const zero = element("path", { d: straightPath([{ x: x(0), y: top - 4 }, { x: x(0), y: bottom }]), class: "ff-casing", stroke: "#8a8178", "stroke-width": 1.4, fill: "none" });
  const marks = rows.map(({ name, points, isLinked }, index) => {
    const y = top + index * rowHeight + 30;
    const band = element("path", { d: box(x(points.low), Math.max(x(points.high), x(points.low) + 2), y, 6), class: isLinked ? "ff-model ff-solid" : "ff-model ff-outlined", ...(isLinked ? { fill: "#0f6270" } : { fill: "none" }), stroke: "#0f6270", "stroke-width": 1.4 });
    const middle = element("path", { d: straightPath([{ x: x(points.value), y: y - 9 }, { x: x(points.value), y: y + 9 }]), class: "ff-line", stroke: "#2b2724", "stroke-width": 2.5, fill: "none" });
    return label(name, { x: left, y: y - 14 }, isLinked ? { "font-weight": 600 } : {}) + band + middle;
  });
  const { ticks, digits } = niceTicks(-reach, reach, right - left);
  const axis = element("path", { d: straightPath([{ x: left, y: bottom }, { x: right, y: bottom }]), class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none" })
    + ticks.map((tick) => label(`${tick > 0 ? "+" : ""}${numberWords(tick, digits)}`, { x: x(tick), y: bottom + 16 }, { ...quiet, "text-anchor": "middle" })).join("")
    + label("less pain", { x: x(0) - 8, y: 14 }, { ...quiet, "text-anchor": "end" }) + label("more pain", { x: x(0) + 8, y: 14 }, quiet)
    + label("points of 10; grey: less than matters", { x: right, y: bottom + 34 }, { ...quiet, "text-anchor": "end" });
  const told = rows.map(({ name, points: { value, low, high }, isLinked }) => `${name}: ${value > 0 ? "+" : ""}${numberWords(value, 1)} (${bandWords(low, high, 1)})${thinSpace}points${isLinked ? ", linked" : ""}.`);
  return { svg: drawing(width, bottom + 40, "Pain that goes with each factor, with its band", small, zero, axis, ...marks), text: `Pain that goes with each factor, in points of 10 with the interval that holds it 95 times in 100. ${told.join(" ")}` };
}
