import { expect, test } from "vitest";
import { painAndRuns } from "./pain-and-runs.ts";

const monday = Math.floor(Date.UTC(2026, 3, 6) / 86_400_000);
const count = (svg: string, className: string): number => svg.split(`class="${className}"`).length - 1;

test("no pain, pain and nothing noted are three different things, in the drawing and in words", () => {
  const { svg, text } = painAndRuns({ from: monday, to: monday + 6, days: [{ day: monday, worst: 0 }, { day: monday + 2, worst: 4 }, { day: monday + 9, worst: 9 }], runs: [{ day: monday + 2, distance: 10 }], distanceUnit: "km", width: 640 });
  expect(count(svg, "ff-no-pain")).toBe(1);
  expect(count(svg, "ff-pain-1 ff-pain-dot")).toBe(1);
  // The line of days is broken on the five days without an entry; a day outside is not counted.
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(5);
  expect(count(svg, "ff-run-bar")).toBe(1);
  expect(text).toBe("6 Apr 2026 to 12 Apr 2026: the back was noted on 2 of 7 days, no pain on 1 of them; the worst was 4 of 10 on 8 Apr 2026. Nothing was noted on 5. 1 run, 10\u202fkm in all.");
});

test("ten years are drawn by months, each with its worst day and its mean", () => {
  const days = Array.from({ length: 3650 }, (_, index) => ({ day: monday - index, worst: index % 100 === 0 ? 10 : 0 }));
  const { svg } = painAndRuns({ from: monday - 3649, to: monday, days, runs: [], distanceUnit: "km", width: 640 });
  expect(svg).toContain("km a month");
  // Without a run there is no scale for runs, and no label reaches beyond the drawing.
  expect([...svg.matchAll(/<text x="([\d.]+)"/g)].every(([, x]) => Number(x) < 600)).toBe(true);
  expect(svg.match(/text-anchor="end"/g)).toHaveLength(3);
  expect(svg.length).toBeLessThan(120_000);
});
