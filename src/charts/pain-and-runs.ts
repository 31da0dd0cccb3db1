import { dayStretches, dayTicks, type DayStretch } from "./drawing/day-axis.ts";
import { fullDay } from "./drawing/day-words.ts";
import { niceTicks } from "./drawing/nice-ticks.ts";
import { numberWords, thinSpace } from "./drawing/number-words.ts";
import { painStep } from "./drawing/pain-scale.ts";
import { drawing, element, label, straightPath } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** A day with at least one entry in the diary; a day without one is not among them. */
export interface DiaryDay {
  /** Day of the runner's own calendar [days since 1970-01-01]. */
  readonly day: number;
  /** Worst rating of the day, 0 where every entry says "no pain". */
  readonly worst: number;
}

export interface PainAndRunsInput {
  /** First and last day shown. */
  readonly from: number;
  readonly to: number;
  readonly days: readonly DiaryDay[];
  /** Runs by day, their distance in `distanceUnit`. */
  readonly runs: readonly { readonly day: number; readonly distance: number }[];
  readonly distanceUnit: "km" | "mi";
  /** Width of the drawing [px]. */
  readonly width: number;
}

const [left, right, top, painHeight, runHeight, foot] = [36, 8, 28, 110, 56, 28] as const;
const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;
const base = top + painHeight;
/** Room that the label of a day takes [px]. */
const tickLabel = 48;

/** Pain above one line of days, runs below it. A ring on the line is "no pain"; where the line is broken, nothing was noted. */
export function painAndRuns(input: PainAndRunsInput): Picture {
  const { from, to, width, distanceUnit } = input;
  const room = width - left - right;
  const x = (day: number): number => left + ((day - from) / Math.max(1, to - from + 1)) * room;
  const { unit, stretches } = dayStretches(from, to, room);
  const days = input.days.filter(({ day }) => day >= from && day <= to);
  const runs = input.runs.filter(({ day }) => day >= from && day <= to);
  const told = stretches.map((stretch) => ({ stretch, days: within(days, stretch), distance: within(runs, stretch).reduce((sum, { distance }) => sum + distance, 0) }));
  const most = Math.max(1, ...told.map(({ distance }) => distance));
  const painAt = (rating: number): number => base - (rating / 10) * (painHeight - 6);
  const body = told.map(({ stretch, days: noted, distance }) => {
    const [start, end] = [x(stretch.from), x(stretch.to + 1)];
    return baseLine(start, end, noted.length / (stretch.to - stretch.from + 1)) + painMark((start + end) / 2, end - start, noted, painAt) + runBar(start, end, (distance / most) * runHeight);
  });
  const grid = [5, 10].map((rating) => element("path", { d: straightPath([{ x: left, y: painAt(rating) }, { x: width - right, y: painAt(rating) }]), class: "ff-hair", stroke: "#d8d1c9", "stroke-width": 1, fill: "none" }) + label(String(rating), { x: left - 8, y: painAt(rating) + 4 }, { ...quiet, "text-anchor": "end" })).join("");
  const names = label(`above: worst pain of 10 · below: ${distanceUnit} a ${unit}`, { x: 0, y: 12 }, quiet) + label("0", { x: left - 8, y: base + 4 }, { ...quiet, "text-anchor": "end" }) + (runs.length === 0 ? "" : runAxis(most));
  const bottom = base + runHeight + 6;
  const ticks = dayTicks(from, to, room).filter(({ day }) => x(day) + tickLabel < width).map(({ day, text }) => element("path", { d: straightPath([{ x: x(day), y: bottom }, { x: x(day), y: bottom + 5 }]), class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none" }) + label(text, { x: x(day) + 3, y: bottom + 18 }, quiet)).join("");
  const text = painAndRunsWords(input, days, runs);
  return { svg: drawing(width, bottom + foot, `Pain and runs day by day, ${fullDay(from)} to ${fullDay(to)}`, grid, names, ...body, ticks), text };
}

function painAndRunsWords({ from, to, distanceUnit }: PainAndRunsInput, days: readonly DiaryDay[], runs: PainAndRunsInput["runs"]): string {
  const length = Math.max(0, to - from + 1);
  const distance = runs.reduce((sum, run) => sum + run.distance, 0);
  const ran = runs.length === 0 ? "No run." : `${runs.length} ${runs.length === 1 ? "run" : "runs"}, ${numberWords(distance)}${thinSpace}${distanceUnit} in all.`;
  if (days.length === 0) return `${fullDay(from)} to ${fullDay(to)}: nothing was noted of the back. ${ran}`;
  const worst = days.reduce((one, other) => (other.worst > one.worst ? other : one));
  const painless = days.filter((day) => day.worst === 0).length;
  const pain = worst.worst === 0 ? "no pain on any of them" : `no pain on ${painless} of them; the worst was ${worst.worst} of 10 on ${fullDay(worst.day)}`;
  return `${fullDay(from)} to ${fullDay(to)}: the back was noted on ${days.length} of ${length} days, ${pain}. Nothing was noted on ${length - days.length}. ${ran}`;
}

const within = <Dated extends { readonly day: number }>(all: readonly Dated[], { from, to }: DayStretch): readonly Dated[] => all.filter(({ day }) => day >= from && day <= to);

/** The line of days: whole where every day was noted, thin where some were, dotted where none was. */
function baseLine(start: number, end: number, noted: number): string {
  const d = straightPath([{ x: start, y: base }, { x: end, y: base }]);
  if (noted === 0) return element("path", { d, class: "ff-line-far", stroke: "#a59d95", "stroke-width": 1.4, "stroke-dasharray": "1 4", fill: "none" });
  return element("path", { d, class: "ff-line", stroke: "#4a443f", "stroke-width": noted > 0.5 ? 2 : 1, fill: "none" });
}

/** A stem up to the worst rating; over several days a wider foot up to their mean. */
function painMark(middle: number, room: number, noted: readonly DiaryDay[], painAt: (rating: number) => number): string {
  if (noted.length === 0) return "";
  const worst = Math.max(...noted.map((day) => day.worst));
  const radius = Math.max(2, Math.min(6, room / 2 - 0.5));
  if (worst === 0) return element("circle", { cx: middle, cy: base - radius - 3, r: radius * 0.8, class: "ff-no-pain", fill: "#fffdfa", stroke: "#4a443f", "stroke-width": 1.2 });
  const mean = noted.reduce((sum, day) => sum + day.worst, 0) / noted.length;
  const step = painStep(worst / 10);
  const bar = (half: number, rating: number): string => element("rect", { x: middle - half, y: painAt(rating), width: 2 * half, height: base - painAt(rating), class: `${step.className} ff-solid`, fill: step.colour });
  return bar(Math.min(1.5, room / 4), worst) + (noted.length > 1 ? bar(room * 0.4, mean) : "")
    + element("circle", { cx: middle, cy: painAt(worst), r: radius, class: `${step.className} ff-pain-dot`, fill: step.colour, stroke: "#5f2a5c", "stroke-width": 1 });
}

function runBar(start: number, end: number, height: number): string {
  const gap = Math.min(2, (end - start) * 0.15);
  return height === 0 ? "" : element("rect", { x: start + gap, y: base + 4, width: end - start - 2 * gap, height: Math.max(1, height), class: "ff-run-bar", fill: "#0f6270" });
}

function runAxis(most: number): string {
  const tick = niceTicks(0, most, runHeight).ticks.at(-1) ?? 0;
  return label(numberWords(tick), { x: left - 8, y: base + 8 + (tick / most) * runHeight }, { ...quiet, "text-anchor": "end" });
}
