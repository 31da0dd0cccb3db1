import { loadStep } from "./drawing/load-scale.ts";
import { bandWords } from "./drawing/number-words.ts";
import { element } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** The load along one run, small enough for a row of a list. */
export interface LoadStripInput {
  /** Peak compression [body weights] over equal stretches of time; null where nobody ran. */
  readonly values: readonly (number | null)[];
  /** Ends of the scale of colour and height [body weights], the same for every row of a list. */
  readonly low: number;
  readonly high: number;
}

const [width, height] = [120, 24];

/** One bar per stretch, higher and darker for more load; a stretch without running stays blank. */
export function loadStrip({ values, low, high }: LoadStripInput): Picture {
  const each = width / Math.max(values.length, 1);
  const bars = values.map((value, index) => {
    if (value === null) return element("rect", { class: "ff-none", fill: "#d8d1c9", x: index * each, y: height - 1, width: each, height: 1 });
    const share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
    const barHeight = 4 + share * (height - 4);
    const step = loadStep(value, low, high);
    return element("rect", { class: `${step.className} ff-solid`, fill: step.colour, x: index * each, y: height - barHeight, width: each + 0.1, height: barHeight });
  });
  const known = values.filter((value) => value !== null);
  const text = known.length === 0 ? "Load along the run: not known" : `Load on L5–S1 along the run: typical peaks of ${bandWords(Math.min(...known), Math.max(...known), 1)} times body weight`;
  // Stretched to the row it stands in: its width is only time.
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": text, class: "ff-picture" }, ...bars);
  return { svg, text };
}
