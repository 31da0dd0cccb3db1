import { useQuery } from "@tanstack/react-query";
import type { FindingsJson } from "../../../server/report-api.ts";
import { findingsQuery } from "../api/report-queries.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import "../styles/report.css";

/** What to try next, the smallest change first, each with what may be expected and how it will be seen. */
export function NextSteps() {
  const { data, error, refetch } = useQuery(findingsQuery);
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">What to try next</h2>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={240}>Weighing what could be tried…</Waiting>}
      {data && <p className="quiet">{data.next.length === 0 ? "Nothing in your running asks for a change." : "The smallest change first; one at a time, or nobody can tell which of them it was."}</p>}
      {data && data.next.length > 0 && <ol className="next-steps">{data.next.map((step) => <Step key={step.id} step={step} />)}</ol>}
    </section>
  );
}

function Step({ step: { title, pain, loadWords, evidence, check } }: { readonly step: FindingsJson["next"][number] }) {
  return (
    <li>
      <h3>{title}</h3>
      <p>{pain}{loadWords !== null && ` ${loadWords}`}</p>
      {evidence !== null && <p className="quiet">{evidence}</p>}
      <p className="quiet">How it will be seen: {check}</p>
    </li>
  );
}
