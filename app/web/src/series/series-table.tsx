import { numberWords } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { useUnits } from "../parts/use-units.ts";
import { clockWords, withBand } from "../words/units.ts";
import type { Panel } from "./panels.ts";
import { splitsOf } from "./splits.ts";

/** The series' twin: means over each kilometre or mile. */
export function SeriesTable({ series, panels }: { readonly series: RunSeries; readonly panels: readonly Panel[] }) {
  const units = useUnits();
  const unit = series.distance ? units.distance : "time";
  return (
    <details className="twin">
      <summary>As a table, {series.distance ? `each ${units.distance}` : "each five minutes"}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label="Series as a table">
        <table>
          <caption className="unseen">Means over each part of the run, with their bands</caption>
          <thead>
            <tr><th scope="col">{unit}</th>{panels.map((panel) => <th scope="col" key={panel.id}>{panel.name} <span className="quiet">{panel.unit}</span></th>)}</tr>
          </thead>
          <tbody>
            {splitsOf(series, panels, units).map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => <td key={panels[index]?.id}>{cell === null ? "—" : wordsOf(cell, panels[index])}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function wordsOf(cell: { readonly value: number; readonly low: number; readonly high: number }, panel: Panel | undefined): string {
  if (panel?.id === "pace") return clockWords(cell.value);
  const digits = panel?.id === "load" ? 1 : 0;
  return panel?.band ? withBand(cell, digits) : numberWords(cell.value, digits);
}
