import { Link } from "@tanstack/react-router";
import { numberWords } from "../../../../src/index.ts";
import { countWords, durationWords } from "../words/units.ts";
import { useImport } from "./import-context.tsx";
import type { Tally } from "./import-state.ts";

/** The import under way, and what came of it. */
export function ImportPanel() {
  const { state, cancel, undo, dismiss } = useImport();
  if (state.phase === "none") return null;
  return (
    <section className="import-panel" aria-label="Import">
      {state.phase === "running" && (
        <>
          <p aria-live="off">{progressWords(state.tally)}</p>
          <progress max={state.tally.total} value={state.tally.done} aria-label="Files read" />
          <p className="quiet file-name">{state.tally.file}</p>
          <div className="actions"><button type="button" onClick={cancel}>Stop here</button></div>
        </>
      )}
      {state.phase === "over" && (
        <>
          <p role="status"><strong>{state.isUndone ? "Taken back: the runs of this import are gone again." : summaryWords(state.tally, state.isCancelled)}</strong></p>
          {!state.isUndone && state.tally.refused.length > 0 && <Refusals tally={state.tally} />}
          <div className="actions">
            {!state.isUndone && state.tally.imported.length === 1 && <Link className="button main" to="/runs/$runId" params={{ runId: String(state.tally.imported[0]?.id) }} onClick={dismiss}>Open the run</Link>}
            {!state.isUndone && state.tally.imported.length > 0 && <button type="button" onClick={undo}>Undo</button>}
            <button type="button" className="plain" onClick={dismiss}>Close</button>
          </div>
        </>
      )}
      {state.phase === "failed" && (
        <>
          <p role="alert"><strong>The import stopped.</strong> {state.message} What came in before is kept.</p>
          <div className="actions"><button type="button" className="plain" onClick={dismiss}>Close</button></div>
        </>
      )}
    </section>
  );
}

function Refusals({ tally }: { readonly tally: Tally }) {
  return (
    <details open={tally.refused.length <= 3}>
      <summary>Not taken, and why</summary>
      <ul className="refusals">
        {tally.refused.map(({ file, message, where }, index) => <li key={index}><strong className="file-name">{file}</strong>{where ? `, ${where}` : ""}: {message}</li>)}
      </ul>
    </details>
  );
}

function progressWords({ done, total, rate }: Tally): string {
  const pace = rate === null ? "" : `, ${numberWords(rate, rate < 10 ? 1 : 0)} a second`;
  const left = rate === null || done === 0 ? "" : `, about ${(total - done) / rate < 60 ? `${numberWords(Math.ceil((total - done) / rate))} s` : durationWords((total - done) / rate)} left`;
  return `Read ${numberWords(done)} of ${countWords(total, "file")}${pace}${left}`;
}

function summaryWords({ imported, alreadyHere, refused }: Tally, isCancelled: boolean): string {
  const parts = [
    `${countWords(imported.length, "run")} imported`,
    ...(alreadyHere > 0 ? [`${numberWords(alreadyHere)} already here`] : []),
    ...(refused.length > 0 ? [`${numberWords(refused.length)} not taken`] : []),
  ];
  return `${isCancelled ? "Stopped. " : ""}${parts.join(", ")}.`;
}
