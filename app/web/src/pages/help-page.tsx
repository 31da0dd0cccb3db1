import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { RedFlagList } from "../../../server/diary-api.ts";
import { flagsQuery } from "../api/diary-queries.ts";
import { RedFlagDialog } from "../back/red-flag-dialog.tsx";
import { useDiary } from "../back/use-diary.ts";
import { Doi } from "../evidence/citation.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { momentWords } from "../words/dates.ts";

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Signs that a doctor should look at, before any analysis: what to do, why, and whose list it is. */
export function HelpPage() {
  const { data, error, refetch } = useQuery(flagsQuery);
  const { answerFlags } = useDiary();
  const [isAsking, setAsking] = useState(false);
  const last = data?.answers.at(-1) ?? null;
  const advice = data?.advice ?? null;
  usePageTitle(advice?.urgency === "today" ? "Get medical help today" : "Signs to have looked at");
  if (error) return <Trouble error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting>Reading your answers…</Waiting>;
  return (
    <article className="help">
      <header className="page-head"><h1>{advice === null ? "Nothing is marked" : advice.urgency === "today" ? "Get medical help today" : "Have a doctor look at this soon"}</h1></header>
      {advice === null && <p>{last === null ? "The questions about signs that a doctor should look at were not answered yet." : "When you were last asked, you marked none of the signs that a doctor should look at first."}</p>}
      {advice !== null && (
        <>
          <p className="verdict">{advice.urgency === "today" ? "You marked something that a doctor should look at today, before you think about running." : "You marked something that a doctor should know of. Make an appointment in the next days, before you think about running."}</p>
          {advice.urgency === "today" && <p className="support">Call your doctor or a medical helpline now and say what you marked. If you reach nobody, or if it gets worse, go to an emergency department or call the emergency number: 112 in Europe, 999 in the United Kingdom, 911 in North America.</p>}
          <p className="support">One such sign is often harmless. It says that somebody should look, not what you have: Footfall diagnoses nothing.</p>
          <Reasons reasons={advice.reasons} flags={data.flags} />
          <p className="quiet">Answered {last && momentWords(last.at)}. Until this is settled, Footfall says nothing about your running and your pain; your diary stays open.</p>
        </>
      )}
      <div className="actions">
        {advice !== null && <button type="button" onClick={() => window.print()}>Print this page</button>}
        <button type="button" onClick={() => setAsking(true)}>{advice === null ? "Answer the questions" : "It was looked at, or has changed: answer again"}</button>
        <Link to="/back" className="button plain">To the diary</Link>
      </div>
      <Sources list={data} />
      {isAsking && <RedFlagDialog occasion={null} onLater={() => setAsking(false)} onAnswer={async (marked) => { await answerFlags(marked); setAsking(false); }} />}
    </article>
  );
}

function Reasons({ reasons, flags }: { readonly reasons: NonNullable<RedFlagList["advice"]>["reasons"]; readonly flags: RedFlagList["flags"] }) {
  return (
    <section aria-labelledby="reasons-title">
      <h2 id="reasons-title">What you marked, and why it is asked</h2>
      <ul className="reasons">
        {reasons.map(({ id, question, reason }) => (
          <li key={id}>
            <p><strong>{question}</strong></p>
            <p>{capital(reason)}.{flags.find((flag) => flag.id === id)?.urgency === "soon" && " An appointment in the next days is enough for this one."}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ list: { works, reviewed } }: { readonly list: RedFlagList }) {
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title">Where the list comes from</h2>
      <p>The signs are those of the works below; the list was last held against them on {reviewed}. The one about bone stress is a sports doctor’s rule of thumb without a source of its own here.</p>
      <ul className="plain-list">{works.map(({ id, title, doi }) => <li key={id}>{title}; <Doi doi={doi} doiVerified /></li>)}</ul>
    </section>
  );
}
