import { civilDay, fullDay, monthName } from "./drawing/day-words.ts";
import { painStep } from "./drawing/pain-scale.ts";
import { drawing, element, label } from "./drawing/svg.ts";
import type { DiaryDay } from "./pain-and-runs.ts";
import type { Picture } from "./picture.ts";

export interface PainCalendarInput {
  /** Last day shown [days since 1970-01-01]; the weeks before it as far as there is room. */
  readonly to: number;
  /** Earliest day shown, where the room reaches further back. */
  readonly from: number;
  readonly days: readonly DiaryDay[];
  /** Days with a run. */
  readonly runDays: readonly number[];
  /** Width of the drawing [px]. */
  readonly width: number;
}

const [cell, gap, left, top] = [16, 2, 36, 24] as const;
const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;

/** Weeks side by side, each day a square: filled by its worst pain, a ring for "no pain", a speck where nothing was noted; a bar below for a run. */
export function painCalendar({ from, to, days, runDays, width }: PainCalendarInput): Picture {
  const room = Math.max(1, Math.floor((width - left) / cell));
  const monday = to - civilDay(to).weekday;
  const firstMonday = Math.max(monday - 7 * (room - 1), from - civilDay(from).weekday);
  const first = Math.max(from, firstMonday);
  const worst = new Map(days.map((day) => [day.day, day.worst]));
  const ran = new Set(runDays);
  const shown = Array.from({ length: Math.max(0, to - first + 1) }, (_, index) => first + index);
  const at = (day: number): { readonly x: number; readonly y: number } => ({ x: left + Math.floor((day - firstMonday) / 7) * cell, y: top + civilDay(day).weekday * cell });
  const squares = shown.map((day) => square(at(day), worst.get(day), ran.has(day)));
  const weekdays = ["Mon", "Wed", "Fri", "Sun"].map((name, index) => label(name, { x: 0, y: top + index * 2 * cell + 12 }, { ...quiet, "font-size": 11 })).join("");
  let lastLabel = -99;
  const months = shown.filter((day) => civilDay(day).date === 1 || day === first).map((day) => {
    const { x } = at(day);
    if (x - lastLabel < 34) return "";
    lastLabel = x;
    const { month, year } = civilDay(day);
    return label(month === 0 ? String(year) : monthName(month), { x, y: 14 }, quiet);
  }).join("");
  const title = `Calendar of the back, ${fullDay(first)} to ${fullDay(to)}`;
  return { svg: drawing(width, top + 7 * cell, title, weekdays, months, ...squares), text: calendarWords(shown, worst, ran) };
}

function square({ x, y }: { readonly x: number; readonly y: number }, worst: number | undefined, hasRun: boolean): string {
  const [centreX, centreY] = [x + (cell - gap) / 2, y + (cell - gap) / 2];
  const run = hasRun ? element("rect", { x: x + 2, y: y + cell - gap - 2, width: cell - gap - 4, height: 2, class: "ff-run-bar", fill: "#0f6270" }) : "";
  if (worst === undefined) return element("circle", { cx: centreX, cy: centreY, r: 1, class: "ff-unnoted", fill: "#a59d95" }) + run;
  if (worst === 0) return element("circle", { cx: centreX, cy: centreY - 1, r: 4, class: "ff-no-pain", fill: "#fffdfa", stroke: "#4a443f", "stroke-width": 1.2 }) + run;
  const step = painStep(worst / 10);
  return element("rect", { x, y, width: cell - gap, height: hasRun ? cell - gap - 4 : cell - gap, rx: 2, class: `${step.className} ff-pain-dot`, fill: step.colour, stroke: "#5f2a5c", "stroke-width": 0.6 }) + run;
}

/** Month by month in words. */
function calendarWords(shown: readonly number[], worst: ReadonlyMap<number, number>, ran: ReadonlySet<number>): string {
  const months = new Map<string, number[]>();
  for (const day of shown) {
    const { year, month } = civilDay(day);
    const name = `${monthName(month)} ${year}`;
    months.set(name, [...(months.get(name) ?? []), day]);
  }
  const told = [...months].map(([name, days]) => {
    const ratings = days.flatMap((day) => worst.get(day) ?? []);
    const runs = days.filter((day) => ran.has(day)).length;
    const pain = ratings.filter((rating) => rating > 0);
    const noted = ratings.length === 0 ? "nothing noted" : `noted on ${ratings.length} of ${days.length} days, ${pain.length === 0 ? "no pain" : `pain on ${pain.length}, at worst ${Math.max(...pain)} of 10`}`;
    return `${name}: ${noted}; ${runs === 0 ? "no day" : runs === 1 ? "1 day" : `${runs} days`} with a run.`;
  });
  return told.length === 0 ? "No day to show." : told.join(" ");
}
