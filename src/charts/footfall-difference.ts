import { bandWords, numberWords, thinSpace } from "./drawing/number-words.ts";
import { niceTicks } from "./drawing/nice-ticks.ts";
import { hatch } from "./drawing/basis-look.ts";
import { drawing, element, label, straightPath } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** One output's difference between two footfalls, as a share of the first's value. */
export interface DifferenceRow {
  readonly name: string;
  /** The second over the first, less one [%]; null where it cannot be compared. */
  readonly percent: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The evidence disagrees on it: its band is drawn quietly, without a middle. */
  readonly isContested?: boolean;
  /** What it stands under; a new one is written above its first row. */
  readonly group?: string;
}

export interface FootfallDifferenceInput {
  readonly rows: readonly DifferenceRow[];
  /** Width of the drawing [px]. */
  readonly width: number;
  /** Room for the names [px]. */
  readonly nameWidth?: number;
  /** What is compared with what; two footfalls where nothing is said. */
  readonly words?: { readonly about: string; readonly less: string; readonly more: string; readonly unit: string };
}

const [rowHeight, headingHeight, top] = [32, 24, 28];
const ofTwoFootfalls = { about: "The second footfall against the first", less: "less in the second", more: "more", unit: "% of the first" } as const;

/** What is different in the second footfall, each output with its band about the line of no difference. */
export function footfallDifference({ rows, width, nameWidth = 132, words = ofTwoFootfalls }: FootfallDifferenceInput): Picture {
  const [left, right] = [nameWidth, width - 16];
  const ends = rows.flatMap(({ percent }) => (percent ? [percent.low, percent.high] : []));
  const reach = Math.max(5, ...ends.map(Math.abs)) * 1.06;
  const x = (value: number): number => left + ((value + reach) / (2 * reach)) * (right - left);
  const headed = rows.map(({ group = "" }, index) => group !== (index === 0 ? "" : rows[index - 1]?.group ?? ""));
  const headings = (count: number): number => headed.slice(0, count).filter(Boolean).length;
  const bottom = top + rows.length * rowHeight + headings(rows.length) * headingHeight;
  const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;
  const { ticks, digits } = niceTicks(-reach, reach, right - left);
  const marks = rows.map(({ name, percent, isContested = false, group = "" }, index) => {
    const y = top + (index + 0.5) * rowHeight + headings(index + 1) * headingHeight;
    const title = (headed[index] && group !== "" ? label(group, { x: 0, y: y - rowHeight / 2 - 4 }, quiet) : "") + label(name, { x: 0, y: y + 4 });
    if (percent === null) return title + label("cannot be compared", { x: x(0) + 8, y: y + 4 }, quiet);
    const [from, to] = [x(percent.low), Math.max(x(percent.high), x(percent.low) + 2)];
    const corners = [{ x: from, y: y - 6 }, { x: to, y: y - 6 }, { x: to, y: y + 6 }, { x: from, y: y + 6 }];
    const line = { class: "ff-model ff-outlined", stroke: "#0f6270", fill: "none" } as const;
    if (isContested) return title + element("path", { d: straightPath(corners, true), class: "ff-casing", stroke: "#8a8178", fill: "none", "stroke-width": 1.4, "stroke-dasharray": "1.4 4", "stroke-linecap": "round" });
    return title + element("path", { ...line, d: hatch(corners, 4), "stroke-width": 1 }) + element("path", { ...line, d: straightPath(corners, true), "stroke-width": 1.4 })
      + element("path", { d: straightPath([{ x: x(percent.value), y: y - 9 }, { x: x(percent.value), y: y + 9 }]), class: "ff-line", stroke: "#2b2724", "stroke-width": 2.5, fill: "none" });
  });
  const axis = element("path", { d: straightPath([{ x: left, y: bottom }, { x: right, y: bottom }]) + ticks.map((tick) => straightPath([{ x: x(tick), y: bottom }, { x: x(tick), y: bottom + 4 }])).join(""), class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none" })
    + element("path", { d: straightPath([{ x: x(0), y: top - 6 }, { x: x(0), y: bottom }]), class: "ff-casing", stroke: "#8a8178", "stroke-width": 1.4, fill: "none" })
    + ticks.map((tick) => label(`${tick > 0 ? "+" : ""}${numberWords(tick, digits)}`, { x: x(tick), y: bottom + 18 }, { ...quiet, "text-anchor": "middle" })).join("")
    + label(words.less, { x: x(0) - 10, y: 12 }, { ...quiet, "text-anchor": "end" }) + label(words.more, { x: x(0) + 10, y: 12 }, quiet)
    + label(words.unit, { x: right, y: bottom + 34 }, { ...quiet, "text-anchor": "end" });
  const text = `${words.about}. ${rows.map(({ name, percent, isContested }) => (percent === null ? `${name}: cannot be compared.` : isContested ? `${name}: between ${numberWords(percent.low, 1)} and ${numberWords(percent.high, 1)}${thinSpace}%, contested.` : `${name}: ${numberWords(percent.value, 1)} (${bandWords(percent.low, percent.high, 1)})${thinSpace}%.`)).join(" ")}`;
  return { svg: drawing(width, bottom + 40, `${words.about}: differences with their bands`, axis, ...marks), text };
}
