import { useEffect, useMemo, useRef, useState } from "react";
import type uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Basis, DiscLevel } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { useUnits } from "../parts/use-units.ts";
import { themeChanged } from "../parts/theme.ts";
import { clockWords, distanceWords } from "../words/units.ts";
import { drawPanel, panelHeight } from "./draw-panel.ts";
import { lookOf } from "./look.ts";
import { panelsOf } from "./panels.ts";
import { SeriesTable } from "./series-table.tsx";

/** The run from start to end: four series, one cursor, one zoom, and the same as a table. */
export function RunSeriesView({ series, disc, loadBasis }: { readonly series: RunSeries; readonly disc: DiscLevel; readonly loadBasis: Basis }) {
  const units = useUnits();
  const panels = useMemo(() => panelsOf(series, disc, loadBasis, units), [series, disc, loadBasis, units]);
  const hosts = useRef<(HTMLDivElement | null)[]>([]);
  const charts = useRef<uPlot[]>([]);
  const [at, setAt] = useState<number | null>(null);
  const [redrawn, setRedrawn] = useState(0);

  useEffect(() => {
    const again = (): void => setRedrawn((count) => count + 1);
    const media = matchMedia("(prefers-color-scheme: dark)");
    media.addEventListener("change", again);
    window.addEventListener(themeChanged, again);
    return () => {
      media.removeEventListener("change", again);
      window.removeEventListener(themeChanged, again);
    };
  }, []);

  useEffect(() => {
    const first = hosts.current[0];
    if (!first) return;
    const group = `series-${Math.round(series.time.at(-1) ?? 0)}`;
    const look = lookOf(first);
    const drawn = panels.flatMap((panel, index) => {
      const host = hosts.current[index];
      return host ? [drawPanel(host, panel, series.time, host.clientWidth, look, index === panels.length - 1, group, setAt)] : [];
    });
    charts.current = drawn;
    const resized = new ResizeObserver(() => {
      for (const chart of drawn) chart.setSize({ width: first.clientWidth, height: chart.height });
    });
    resized.observe(first);
    return () => {
      resized.disconnect();
      for (const chart of drawn) chart.destroy();
    };
  }, [panels, series, redrawn]);

  const end = series.time.at(-1) ?? 0;
  const moveTo = (index: number): void => {
    setAt(index);
    for (const chart of charts.current) chart.setCursor({ left: chart.valToPos(series.time[index] ?? 0, "x"), top: 10 }, false);
  };
  const zoom = (times: number): void => {
    const scale = charts.current[0]?.scales["x"];
    const [from, to] = [scale?.min ?? 0, scale?.max ?? end];
    const middle = at === null ? (from + to) / 2 : series.time[at] ?? 0;
    const half = Math.min(end, ((to - from) / times)) / 2;
    const left = Math.max(0, Math.min(middle - half, end - 2 * half));
    for (const chart of charts.current) chart.setScale("x", { min: left, max: Math.min(end, left + 2 * half) });
  };
  const whole = (): void => {
    for (const chart of charts.current) chart.setScale("x", { min: 0, max: end });
  };
  const moment = at === null ? null : momentWords(series, at, units);
  return (
    <div className="series">
      <div className="series-tools">
        <p className="series-moment">{moment ?? <span className="quiet">Point at a moment, or use the slider; drag across to look closer.</span>}</p>
        <div className="actions">
          <button type="button" onClick={() => zoom(2)}>Closer</button>
          <button type="button" onClick={() => zoom(0.5)}>Wider</button>
          <button type="button" onClick={whole}>Whole run</button>
        </div>
      </div>
      {panels.map((panel, index) => (
        <div className="series-panel" key={panel.id}>
          <p className="series-name"><span>{panel.name} <span className="quiet">{panel.unit}</span></span><span className="series-value">{at === null ? "" : panel.words(at) ?? "—"}</span></p>
          <div className="series-host" aria-hidden style={{ minHeight: panelHeight + (index === panels.length - 1 ? 20 : 0) }} ref={(host) => { hosts.current[index] = host; }} />
        </div>
      ))}
      <p className="series-axis quiet" aria-hidden>time since the start</p>
      <input
        type="range" className="series-slider" min={0} max={Math.max(0, series.length - 1)} value={at ?? 0} aria-label="Moment of the run"
        aria-valuetext={`${momentWords(series, at ?? 0, units)}: ${panels.map((panel) => `${panel.name} ${panel.words(at ?? 0) ?? "not known"}`).join("; ")}`}
        onChange={(event) => moveTo(Number(event.target.value))}
      />
      <SeriesTable series={series} panels={panels} />
    </div>
  );
}

function momentWords(series: RunSeries, index: number, units: Parameters<typeof distanceWords>[1]): string {
  const metres = series.distance?.[index] ?? null;
  return `${clockWords(series.time[index] ?? 0)}${metres === null ? "" : `, ${distanceWords(metres, units, 2)}`}`;
}
