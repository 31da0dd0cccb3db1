import { numberWords } from "../../../../src/index.ts";
import type { TruthReport } from "../../../server/api.ts";
import { tidy, unitWords } from "../words/evidence-words.ts";

type DataFigure = TruthReport["data"][number];

const statusWords: Readonly<Record<DataFigure["status"], string>> = { pass: "reached", fail: "not reached", reported: "reported, not judged" };

/** What the model reaches on recorded force, where the recordings are at hand. */
export function MeasuredData({ data }: { readonly data: TruthReport["data"] }) {
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">On recorded force</h2>
      {data.length === 0
        ? <p>The model can also be held against public recordings of real force plates, footfall by footfall. They are too large to come with Footfall; with them in a folder, <code>footfall truth --data FOLDER</code> does it.</p>
        : (
          <div className="scroll" tabIndex={0} role="region" aria-label="On recorded force, as a table">
            <table className="figures-table">
              <thead><tr><th scope="col">Measure</th><th scope="col">Model</th><th scope="col">Plain half-sine</th><th scope="col">Unit</th><th scope="col">Stands</th><th scope="col">Recordings</th></tr></thead>
              <tbody>{data.map((figure) => <DataLine key={figure.set + figure.measure} figure={figure} />)}</tbody>
            </table>
          </div>
        )}
    </section>
  );
}

function DataLine({ figure: { set, measure, value, unit, baseline, status } }: { readonly figure: DataFigure }) {
  const { name, times } = unitWords({ unit, expected: value, low: null, high: null, got: baseline });
  const words = (number: number | null): string => (number === null ? "—" : numberWords(number * times, Math.abs(number * times) < 10 ? 2 : 0));
  return (
    <tr>
      <th scope="row" className="what">{tidy(measure)}</th>
      <td>{words(value)}</td>
      <td>{words(baseline)}</td>
      <td>{name}</td>
      <td>{statusWords[status]}</td>
      <td>{tidy(set)}</td>
    </tr>
  );
}
