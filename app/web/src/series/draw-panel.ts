import uPlot from "uplot";
import { bandFill, edgeDash, withAlpha, type Look } from "./look.ts";
import type { Panel } from "./panels.ts";
import { clockWords } from "../words/units.ts";

export const panelHeight = 136;

/** One series as a uPlot chart; cursor and zoom are shared by all that have the same `group`. */
export function drawPanel(host: HTMLElement, panel: Panel, time: readonly number[], width: number, look: Look, isLast: boolean, group: string, onMove: (index: number | null) => void): uPlot {
  const [low, high] = rangeOf(panel);
  const axis = { stroke: look.quiet, font: look.font, grid: { stroke: look.hair, width: 1 }, ticks: { show: false } } as const;
  const edge = { stroke: panel.basis === "measured" ? "transparent" : withAlpha(look.line, 0.75), width: 1, dash: edgeDash(panel.basis), points: { show: false } };
  const series: uPlot.Series[] = [{}, { stroke: look.line, width: 1.6, points: { show: false } }];
  if (panel.band) series.push({ ...edge }, { ...edge });
  return new uPlot({
    width, height: panelHeight + (isLast ? 20 : 0), legend: { show: false }, padding: [8, 8, 0, 0],
    cursor: { sync: { key: group, scales: ["x", null] }, drag: { x: true, y: false }, points: { size: 7, stroke: look.ink, fill: look.ink } },
    scales: { x: { time: false }, y: { range: [low, high], dir: panel.isDownward ? -1 : 1 } },
    axes: [
      { ...axis, show: isLast, size: 32, values: (_, splits) => splits.map((split) => clockWords(split)), incrs: [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200] },
      { ...axis, size: 52, space: 28, values: (_, splits) => splits.map((split) => panel.tick(split)), ...(panel.id === "pace" ? { incrs: [5, 10, 15, 30, 60, 120, 300, 600] } : {}) },
    ],
    series,
    ...(panel.band ? { bands: [{ series: [3, 2] satisfies [number, number], fill: () => bandFill(panel.basis, look.line) }] } : {}),
    hooks: { setCursor: [(chart) => onMove(chart.cursor.idx ?? null)] },
  }, panel.band ? [[...time], [...panel.value], [...panel.band.low], [...panel.band.high]] : [[...time], [...panel.value]], host);
}

// From the 1st to the 99th hundredth, so that one slip of the watch does not flatten the rest.
function rangeOf({ value, band }: Panel): [number, number] {
  const sorted = (column: readonly (number | null)[]): number[] => column.filter((item) => item !== null).toSorted((one, other) => one - other);
  const [lows, highs] = band ? [sorted(band.low), sorted(band.high)] : [sorted(value), sorted(value)];
  const low = lows[Math.floor(lows.length * 0.01)] ?? 0;
  const high = highs[Math.ceil(highs.length * 0.99) - 1] ?? 1;
  const room = Math.max((high - low) * 0.08, Math.abs(high) * 0.01, 0.01);
  return [low - room, high + room];
}
