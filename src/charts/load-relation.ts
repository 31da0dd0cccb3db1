import { niceTicks } from "./drawing/nice-ticks.ts";
import { bandWords, numberWords, thinSpace } from "./drawing/number-words.ts";
import { drawing, element, label, straightPath, type Point } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One way of moving, along the axis. */
export interface RelationLine {
  readonly name: string;
  readonly points: readonly {
    readonly at: number;
    /** Load of one footfall [body weights]. */
    readonly footfall: Banded;
    /** Load of a kilometre, the plain sum, against that of now [%]. */
    readonly perKilometre: Banded;
    /** The same counted by the contested exponents [%]. */
    readonly exponents: readonly number[];
  }[];
}

/** Load per footfall and per kilometre against one thing. */
export interface LoadRelationInput {
  /** What it is told against, its unit, what a place is multiplied by to be in it, and decimals. */
  readonly axis: { readonly name: string; readonly unit: string; readonly times: number; readonly digits: number };
  readonly lines: readonly RelationLine[];
  /** Where the runner is now. */
  readonly now: number;
  /** The runner's own runs. */
  readonly runs: readonly { readonly at: number; readonly footfall: number; readonly perKilometre: number }[];
  /** What a distance is called. */
  readonly distance: "km" | "mi";
  /** Width of the drawing [px]. */
  readonly width: number;
}

const [panelHeight, titleHeight, axisHeight, left] = [168, 40, 40, 40];
const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;

/** Above the load of one footfall, below that of a kilometre, which has more of them where they are lighter; bands hatched, own runs as rings. */
export function loadRelation(input: LoadRelationInput): Picture {
  const { axis, lines, now, runs, width } = input;
  const ats = [...lines.flatMap(({ points }) => points.map(({ at }) => at)), now].map((at) => at * axis.times);
  const [from, to] = [Math.min(...ats), Math.max(...ats)];
  const span = to > from ? to - from : 1;
  const x = (at: number): number => left + ((at * axis.times - from) / span) * (width - left - 12);
  const shown = runs.filter(({ at }) => at * axis.times >= from && at * axis.times <= to);
  const perKilometre = input.distance === "km" ? "kilometre" : "mile";
  const upper = panel(input, { top: titleHeight, title: "In each footfall", unit: "L5–S1, × body weight", x, of: ({ footfall }) => footfall, runs: shown.map(({ at, footfall }) => ({ at, value: footfall })), exponents: false });
  const lower = panel(input, { top: 2 * titleHeight + panelHeight, title: `Over a ${perKilometre}`, unit: "plain sum, % against now", x, of: (point) => point.perKilometre, runs: shown.map((run) => ({ at: run.at, value: run.perKilometre })), exponents: true });
  const bottom = 2 * (titleHeight + panelHeight);
  const { ticks, digits } = niceTicks(from, to, width - left - 12);
  const foot = element("path", { class: "ff-casing", stroke: "#8a8178", "stroke-width": 1, fill: "none", d: straightPath([{ x: left, y: bottom }, { x: width - 12, y: bottom }]) + ticks.map((tick) => straightPath([{ x: x(tick / axis.times), y: bottom }, { x: x(tick / axis.times), y: bottom + 4 }])).join("") })
    + ticks.map((tick) => label(numberWords(tick, digits), { x: x(tick / axis.times), y: bottom + 18 }, { ...quiet, "text-anchor": "middle" })).join("")
    + label(`${axis.name}, ${axis.unit}`, { x: width - 12, y: bottom + 36 }, { ...quiet, "text-anchor": "end" });
  const title = `Load on L5–S1 in each footfall and over a ${perKilometre}, against ${axis.name}`;
  return { svg: drawing(width, bottom + axisHeight, title, upper, lower, foot), text: wordsOf(input, shown) };
}

interface Panel {
  readonly top: number;
  readonly title: string;
  readonly unit: string;
  readonly x: (at: number) => number;
  readonly of: (point: RelationLine["points"][number]) => Banded;
  readonly runs: readonly { readonly at: number; readonly value: number }[];
  /** Whether the contested exponents are drawn too. */
  readonly exponents: boolean;
}

function panel({ lines, now, width }: LoadRelationInput, { top, title, unit, x, of, runs, exponents }: Panel): string {
  const all = [...lines.flatMap(({ points }) => points.flatMap((point) => [of(point).low, of(point).high, ...(exponents ? point.exponents : [])])), ...runs.map(({ value }) => value), ...(exponents ? [0] : [])];
  const [least, most] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const room = most > least ? 0.06 * (most - least) : 1;
  const y = (value: number): number => top + panelHeight - 8 - ((value - least + room) / (most - least + 2 * room)) * (panelHeight - 16);
  const { ticks, digits } = niceTicks(least - room, most + room, panelHeight);
  const grid = ticks.filter((_, index) => index % Math.ceil(ticks.length / 4) === 0).map((tick) =>
    element("path", { d: straightPath([{ x: left, y: y(tick) }, { x: width - 12, y: y(tick) }]), class: "ff-hair", stroke: "#e2dcd3", "stroke-width": 1, fill: "none" })
    + label(numberWords(tick, digits), { x: left - 6, y: y(tick) + 4 }, { ...quiet, "text-anchor": "end" }));
  const drawn = lines.map(({ name, points }) => {
    const curve = (value: (point: RelationLine["points"][number]) => number): Point[] => points.map((point) => ({ x: x(point.at), y: y(value(point)) }));
    const [middle] = curve((point) => of(point).value);
    const band = element("path", { d: hatched(curve((point) => of(point).low), curve((point) => of(point).high)), class: "ff-trace", stroke: "#0f6270", "stroke-width": 1, "stroke-opacity": 0.4, fill: "none" });
    const edges = [curve((point) => of(point).low), curve((point) => of(point).high)].map((edge) => element("path", { d: straightPath(edge), class: "ff-trace", stroke: "#0f6270", "stroke-width": 1, "stroke-opacity": 0.6, fill: "none" })).join("");
    const others = exponents ? (points[0]?.exponents ?? []).map((_, index) => element("path", { d: straightPath(curve((point) => point.exponents[index] ?? 0)), class: "ff-trace-other", stroke: "#4a443f", "stroke-width": 1.2, "stroke-dasharray": "4 3", fill: "none" })).join("") : "";
    const line = element("path", { d: straightPath(curve((point) => of(point).value)), class: "ff-trace", stroke: "#0f6270", "stroke-width": 2.2, "stroke-linejoin": "round", fill: "none" });
    const named = lines.length > 1 && middle ? label(name, { x: middle.x + 4, y: y(of(points[0]!).high) - 6 }, { "font-weight": 600 }) : "";
    return band + edges + others + line + named;
  });
  const here = element("path", { d: straightPath([{ x: x(now), y: top }, { x: x(now), y: top + panelHeight }]), class: "ff-line", stroke: "#4a443f", "stroke-width": 1.4, "stroke-dasharray": "2 3", fill: "none" })
    + (exponents ? "" : label("now", { x: x(now) + (x(now) > width - 60 ? -6 : 6), y: top + 10 }, { ...quiet, "text-anchor": x(now) > width - 60 ? "end" : "start" }));
  const rings = runs.map(({ at, value }) => element("circle", { cx: x(at), cy: y(value), r: 4, class: "ff-model-mark", fill: "#fffdfa", stroke: "#0f6270", "stroke-width": 1.6 })).join("");
  const head = label(title, { x: 0, y: top - 22 }, { "font-weight": 600 }) + label(`${unit}${exponents ? "; dashed: exponents 2, 6, 9" : ""}`, { x: 0, y: top - 6 }, quiet);
  return head + grid.join("") + drawn.join("") + here + rings;
}

/** Upright lines between two curves, as one path. */
function hatched(low: readonly Point[], high: readonly Point[]): string {
  let path = "";
  for (let index = 1; index < low.length; index++) {
    const [from, to, top, next] = [low[index - 1]!, low[index]!, high[index - 1]!, high[index]!];
    const count = Math.max(1, Math.floor((to.x - from.x) / 5));
    for (let part = 0; part < count; part++) {
      const share = part / count;
      const at = from.x + share * (to.x - from.x);
      path += straightPath([{ x: at, y: from.y + share * (to.y - from.y) }, { x: at, y: top.y + share * (next.y - top.y) }]);
    }
  }
  return path;
}

function wordsOf({ axis, lines, distance }: LoadRelationInput, runs: LoadRelationInput["runs"]): string {
  const per = distance === "km" ? "kilometre" : "mile";
  const at = (value: number): string => `${numberWords(value * axis.times, axis.digits)}${thinSpace}${axis.unit}`;
  const sentences = lines.map(({ name, points }) => {
    const places = [points[0], points[Math.floor((points.length - 1) / 2)], points.at(-1)].flatMap((point) => point ?? []);
    return `${name}: ${places.map((point) => `${atWords(at(point.at))} ${banded(point.footfall, 2)} times body weight in each footfall and ${banded(point.perKilometre, 0)}${thinSpace}% over a ${per}`).join("; ")}.`;
  });
  const values = runs.map(({ footfall }) => footfall);
  const own = runs.length === 0 ? "" : ` Your own runs, ${runs.length} of them: ${bandWords(Math.min(...values), Math.max(...values), 2)} times body weight in a typical footfall.`;
  return `Load on L5–S1 against ${axis.name}. ${sentences.join(" ")}${own}`;
}

const banded = ({ value, low, high }: Banded, digits: number): string => `${numberWords(value, digits)} (${bandWords(low, high, digits)})`;
/** A place along the axis in brackets: it is a choice, not an estimate. */
const atWords = (place: string): string => `(at ${place})`;
