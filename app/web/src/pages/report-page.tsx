import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { questionPart, reportQuery } from "../api/report-queries.ts";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { ReportBlock } from "../report/report-block.tsx";
import "../styles/plan.css";
import "../styles/report.css";

/** Two pages for the physio: to read here, to print, to hand over as PDF. */
export function ReportPage() {
  usePageTitle("Report for the physio");
  const [question, setQuestion] = useState("");
  const [typed, setTyped] = useState("");
  const { data, error, refetch } = useQuery({ ...reportQuery(question), placeholderData: keepPreviousData });
  return (
    <article className="report">
      <p className="crumbs"><Link to="/back">Back</Link></p>
      <div className="report-tools">
        <form className="field" onSubmit={(event) => { event.preventDefault(); setQuestion(typed); }}>
          <label htmlFor="question">Your question, in your own words</label>
          <div className="with-unit"><input id="question" type="text" maxLength={300} value={typed} onChange={(event) => setTyped(event.target.value)} /><button type="submit">Put it on</button></div>
          <p className="quiet">Left empty: does my back pain go with my running, and with which part of it?</p>
        </form>
        <p className="actions"><a className="button main" href={`/api/report.pdf${questionPart(question)}`} download="footfall-report.pdf">Download as PDF</a><button type="button" onClick={() => window.print()}>Print</button></p>
      </div>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={900}>Putting the report together…</Waiting>}
      {data && (
        <>
          <h1>{data.title}</h1>
          <p className="quiet lead">{data.lead}</p>
          {data.pages.map((sections) => (
            <div key={sections[0]?.title} className="sheet">
              {sections.map(({ title, blocks }) => (
                <section key={title} className={blocks.some(({ kind }) => kind === "back") ? "with-back" : undefined}><h2>{title}</h2>{blocks.map((block) => <ReportBlock key={JSON.stringify(block)} block={block} />)}</section>
              ))}
            </div>
          ))}
        </>
      )}
    </article>
  );
}
