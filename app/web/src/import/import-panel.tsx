import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { numberWords } from "../../../../src/index.ts";
import { promptsQuery } from "../api/diary-queries.ts";
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
          {state.tally.totalBytes === null
            ? <progress max={Math.max(1, state.tally.total)} value={state.tally.done} aria-label="Files read" />
            : <progress max={Math.max(1, state.tally.totalBytes)} value={state.tally.bytes ?? 0} aria-label="Bytes read" />}
          <p className="quiet file-name">{state.tally.file}</p>
          <div className="actions"><button type="button" onClick={cancel}>Stop here</button></div>
        </>
      )}
      {state.phase === "over" && (
        <>
          <p role="status"><strong>{state.isUndone ? "Taken back: the runs of this import are gone again." : summaryWords(state.tally, state.isCancelled)}</strong></p>
          {!state.isUndone && state.tally.cameTwice > 0 && <p>{twiceWords(state.tally.cameTwice)} <Link to="/runs/twice" onClick={dismiss}>See which</Link></p>}
          {!state.isUndone && state.tally.refused.length > 0 && <Refusals tally={state.tally} />}
          {!state.isUndone && state.ids.map((id) => <p key={id} className="quiet"><a href={`/api/imports/${id}/files.csv`} download>What became of each file, as a table</a></p>)}
          {!state.isUndone && state.tally.imported > 0 && <AskedAfter onGo={dismiss} />}
          <div className="actions">
            {!state.isUndone && state.tally.onlyRun !== null && <Link className="button main" to="/runs/$runId" params={{ runId: String(state.tally.onlyRun) }} onClick={dismiss}>Open the run</Link>}
            {!state.isUndone && state.tally.imported > 0 && <button type="button" onClick={undo}>Undo</button>}
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

/** The back around a run that just came in is best remembered now. */
function AskedAfter({ onGo }: { readonly onGo: () => void }) {
  const [first] = useQuery(promptsQuery).data?.runs ?? [];
  return first ? <p>{first.question} <Link to="/" onClick={onGo}>Answer on Today</Link></p> : null;
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

function progressWords({ done, total, rate, imported, bytes, totalBytes, secondsLeft }: Tally): string {
  if (total === 0) return "Sending the archive to Footfall on this machine";
  const pace = rate === null ? "" : `, ${numberWords(rate, rate < 10 ? 1 : 0)} a second`;
  const read = bytes === null || totalBytes === null ? "" : `, ${countWords(imported, "run")} so far, ${numberWords(bytes / 1e6)} of ${numberWords(totalBytes / 1e6)} MB`;
  const left = secondsLeft === null ? "" : `, about ${secondsLeft < 60 ? `${numberWords(Math.ceil(secondsLeft))} s` : durationWords(secondsLeft)} left`;
  return `Read ${numberWords(done)} of ${countWords(total, "file")}${read}${pace}${left}`;
}

const twiceWords = (count: number): string => (count === 1
  ? "One of them is the same run as another recording: it is listed once, and the other stands behind it."
  : `${numberWords(count)} of them are the same runs as other recordings: each is listed once, and the other stands behind it.`);

function summaryWords({ imported, alreadyHere, notRuns, refused }: Tally, isCancelled: boolean): string {
  const parts = [
    `${countWords(imported, "run")} imported`,
    ...(alreadyHere > 0 ? [`${numberWords(alreadyHere)} already here`] : []),
    ...(notRuns > 0 ? [`${countWords(notRuns, "file")} of other kinds left alone`] : []),
    ...(refused.length > 0 ? [`${numberWords(refused.length)} not taken`] : []),
  ];
  return `${isCancelled ? "Stopped. " : ""}${parts.join(", ")}.`;
}
