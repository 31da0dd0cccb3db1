import { useQuery } from "@tanstack/react-query";
import { driftSentences, formLines } from "../../../../src/index.ts";
import { formQuery } from "../api/queries.ts";
import { Term } from "./term.tsx";
import { Trouble, Waiting } from "./waiting.tsx";

/** How evenly and how straight the body advanced, and what changed from the first to the last quarter. */
export function RunFormSection({ runId }: { readonly runId: number }) {
  const { data: form, error, refetch } = useQuery(formQuery(runId));
  return (
    <section aria-labelledby="form-title">
      <h2 id="form-title">Going in a line</h2>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!form && !error && <Waiting height={320}>Laying the run’s quarters side by side…</Waiting>}
      {form && (
        <>
          {driftSentences(form).map((sentence) => <p key={sentence} className="support">{sentence}</p>)}
          <div className="scroll" tabIndex={0} role="region" aria-label="Figures of form">
            <table>
              <caption className="unseen">How evenly and how straight you ran, each figure with its band</caption>
              <thead><tr><th scope="col">Figure</th><th scope="col">Value and <Term name="band" /></th><th scope="col">What it is</th></tr></thead>
              <tbody>
                {formLines(form).map(({ name, value, meaning, isTold }) => <tr key={name}><th scope="row">{name}</th><td className={isTold ? undefined : "quiet"}>{value}</td><td>{meaning}</td></tr>)}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
