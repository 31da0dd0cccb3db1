import type { TruthReport } from "../../../server/api.ts";
import { countedBenchmarks } from "../words/evidence-words.ts";
import { countWords } from "../words/units.ts";
import { RowLink } from "./row-link.tsx";

/** The rule a model has to pass before it is let in, and how it stands. */
export function Gate({ report, onGo }: { readonly report: TruthReport; readonly onGo: () => void }) {
  const { passed, needed, got, mandatoryMissing } = report.gate;
  const missing = mandatoryMissing.length;
  return (
    <section aria-labelledby="gate-title">
      <h2 id="gate-title">The gate</h2>
      <p>
        We set ourselves a gate. The results below come in rows, each with one figure or several, and a row counts only if all of its figures come out. The model passes when every row of mathematics,
        of what is contested and of what we may say holds, and at least {needed} of {countedBenchmarks(report)} rows of measurements, some of which we named beforehand and may not miss.
      </p>
      <p>
        <strong>{passed ? "It passes" : "It does not pass yet"}:</strong> {got} rows of measurements come out, of the {needed} needed
        {missing === 0 ? ", and every row that must hold does." : `; ${countWords(missing, "row that must hold does not, or cannot be tested", "rows that must hold do not, or cannot be tested")}.`}
      </p>
      {missing > 0 && (
        <details>
          <summary>{missing === 1 ? "The missing row" : `The ${missing} missing rows`}</summary>
          <ul className="gate-missing">
            {mandatoryMissing.map((row) => <li key={row}>{idsIn(row).map((id, index) => <span key={id}>{index > 0 && " or "}<RowLink id={id} onGo={onGo} /></span>)}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

/** "B12 or B13" names two rows, either of which would do. */
const idsIn = (row: string): readonly string[] => row.split(" or ");
