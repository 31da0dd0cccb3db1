import type { Quantity } from "../domain/index.ts";
import type { FootfallMotion } from "./drawing/footfall-motion.ts";
import { footfallText } from "./drawing/footfall-words.ts";
import { niceTicks } from "./drawing/nice-ticks.ts";
import { bandWords, numberWords } from "./drawing/number-words.ts";
import { drawing, element, label, straightPath } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** What the traces show: one footfall, or two on the same axes. */
export interface FootfallTracesInput {
  readonly motions: readonly FootfallMotion[];
  /** Width of the drawing [px]. */
  readonly width: number;
}

/** Where times lie in the traces, for a cursor over them. */
export interface TraceFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** [s] */
  readonly end: number;
}

interface Trace {
  readonly name: string;
  readonly unit: string;
  /** Null where the model cannot tell it. */
  readonly signal: (motion: FootfallMotion) => Float64Array | null;
  readonly peak: (motion: FootfallMotion) => Quantity | null;
}

const traces: readonly Trace[] = [
  { name: "Ground", unit: "× body weight", signal: (motion) => motion.verticalForce, peak: (motion) => motion.peaks.verticalForce },
  { name: "Shin", unit: "g", signal: (motion) => motion.tibialAccelerationG, peak: (motion) => motion.peaks.tibialAcceleration },
  { name: "Sacrum", unit: "g", signal: (motion) => motion.sacralAccelerationG, peak: (motion) => motion.peaks.sacralAcceleration },
  { name: "Head", unit: "g", signal: (motion) => motion.headAccelerationG, peak: (motion) => motion.peaks.headAcceleration },
  { name: "L5–S1", unit: "× body weight", signal: (motion) => motion.compression["L5-S1"], peak: (motion) => motion.peaks.compression["L5-S1"] },
];

const [plotHeight, nameHeight, axisHeight] = [76, 24, 36];
const rowHeightOf = (motions: readonly FootfallMotion[]): number => plotHeight + nameHeight * Math.min(2, motions.length);

/** Where the traces' time axis lies. */
export function traceFrame({ motions, width }: FootfallTracesInput): TraceFrame {
  return { left: 32, right: width - 8, top: nameHeight - 4, bottom: traces.length * rowHeightOf(motions), end: Math.max(...motions.map((motion) => motion.stepTime)) };
}

/** Force and acceleration over one step, from the ground up; a second footfall is drawn dashed. */
export function footfallTraces(input: FootfallTracesInput): Picture {
  const frame = traceFrame(input);
  const rows = traces.map((trace, index) => row(trace, index * rowHeightOf(input.motions), input.motions, frame));
  const text = `Traces of one step, from the ground up. ${input.motions.map((motion, index) => `${input.motions.length > 1 ? (index === 0 ? "First footfall: " : " Second footfall: ") : ""}${footfallText(motion)}`).join("")}`;
  return { svg: drawing(input.width, frame.bottom + axisHeight, "Ground force, and acceleration of shin, sacrum and head, over one step", ...rows, timeAxis(frame)), text };
}

function row({ name, unit, signal, peak }: Trace, top: number, motions: readonly FootfallMotion[], { left, right, end }: TraceFrame): string {
  const largest = Math.max(1, ...motions.map((motion) => peak(motion)?.high ?? 0), ...motions.flatMap((motion) => [...(signal(motion) ?? [])])) * 1.04;
  const [ceiling, floor] = [top + nameHeight * Math.min(2, motions.length), top + rowHeightOf(motions) - 6];
  const [x, y] = [(time: number): number => left + (time / end) * (right - left), (value: number): number => floor - (Math.max(0, value) / largest) * (floor - ceiling)];
  const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;
  const { ticks, digits } = niceTicks(0, largest, floor - ceiling);
  const shown = ticks.filter((_, index) => index % Math.ceil(ticks.length / 3) === 0);
  const grid = shown.map((tick) => element("path", { d: straightPath([{ x: left, y: y(tick) }, { x: right, y: y(tick) }]), class: "ff-hair", stroke: "#e2dcd3", "stroke-width": 1, fill: "none" })
    + label(numberWords(tick, digits), { x: left - 6, y: y(tick) + 4 }, { ...quiet, "text-anchor": "end" }));
  const lines = motions.map((motion, index) => {
    const points = Array.from(signal(motion) ?? [], (value, sample) => ({ x: x(sample / motion.sampleRate), y: y(value) }));
    const dash = index === 0 ? {} : { "stroke-dasharray": "5 4" };
    return bandMark(peak(motion), x(motion.stepTime) - 6 * index, y) + element("path", { d: straightPath(points), class: index === 0 ? "ff-trace" : "ff-trace-other", stroke: index === 0 ? "#0f6270" : "#4a443f", "stroke-width": 1.8, "stroke-linejoin": "round", fill: "none", ...dash });
  });
  const peaks = motions.map((motion) => { const found = peak(motion); return found ? `${numberWords(found.value, 1)} (${bandWords(found.low, found.high, 1)})` : "cannot tell"; });
  const numbers = motions.length > 1 ? label(peaks.join(" and "), { x: left, y: top + 34 }, quiet) : label(peaks.map((words) => (words === "cannot tell" ? words : `up to ${words}`)).join(""), { x: right, y: top + 14 }, { ...quiet, "text-anchor": "end" });
  return label(name, { x: left, y: top + 14 }, { "font-weight": 600 }) + label(unit, { x: left + 10 + name.length * 8.4, y: top + 14 }, quiet) + numbers + grid.join("") + lines.join("");
}

/** The band of the largest value, at the end of the trace. */
function bandMark(peak: Quantity | null, x: number, y: (value: number) => number): string {
  return peak === null ? "" : element("path", { d: straightPath([{ x, y: y(peak.low) }, { x, y: y(peak.high) }]), class: "ff-band", stroke: "#0f6270", "stroke-width": 5, "stroke-opacity": 0.35, fill: "none" });
}

function timeAxis({ left, right, bottom, end }: TraceFrame): string {
  const { ticks } = niceTicks(0, 1000 * end, right - left);
  const x = (milliseconds: number): number => left + (milliseconds / (1000 * end)) * (right - left);
  const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;
  return element("path", { d: straightPath([{ x: left, y: bottom }, { x: right, y: bottom }]) + ticks.map((tick) => straightPath([{ x: x(tick), y: bottom }, { x: x(tick), y: bottom + 4 }])).join(""), class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none" })
    + ticks.map((tick) => label(numberWords(tick), { x: x(tick), y: bottom + 18 }, { ...quiet, "text-anchor": tick === 0 ? "start" : "middle" })).join("")
    + label("ms after initial contact", { x: right, y: bottom + 34 }, { ...quiet, "text-anchor": "end" });
}
