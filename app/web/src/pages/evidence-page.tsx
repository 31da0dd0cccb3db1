import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { startTransition, useEffect, useState } from "react";
import type { TruthReport } from "../../../server/api.ts";
import { truthQuery } from "../api/queries.ts";
import { everything, filterRows, Filters, type Shown } from "../evidence/filters.tsx";
import { Gate } from "../evidence/gate.tsx";
import { MeasuredData } from "../evidence/measured-data.tsx";
import { RowLink } from "../evidence/row-link.tsx";
import { TableGroup } from "../evidence/table-group.tsx";
import { Works } from "../evidence/works.tsx";
import { presetPair } from "../footfall/presets.ts";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { missedRows, verdictSentences } from "../words/evidence-words.ts";
import { tables } from "../words/target-words.ts";
import { countWords } from "../words/units.ts";

/** Why should I believe this? The model held against published results, figure by figure. */
export function EvidencePage() {
  usePageTitle("Evidence");
  const { data, error, refetch } = useQuery(truthQuery);
  return (
    <>
      <header className="page-head"><h1>Evidence</h1></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={800}>Holding the model against published results…</Waiting>}
      {data && <Evidence report={data} />}
    </>
  );
}

function Evidence({ report }: { readonly report: TruthReport }) {
  const [shown, setShown] = useState<Shown>(everything);
  const rows = filterRows(report.rows, shown);
  const { what, howSure } = verdictSentences(report);
  const missed = missedRows(report.rows);
  const showAll = (): void => setShown(everything);
  // The answer and the first table are drawn at once, the hundred figures behind them when there is time; an address that names one waits for all.
  const [isWhole, setWhole] = useState(location.hash !== "");
  useEffect(() => startTransition(() => setWhole(true)), []);
  // The rows come after the address was read: go to the one it names.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  return (
    <div className="evidence">
      <p className="verdict">{what}</p>
      <p>{howSure}</p>
      <p><Link to="/evidence/claims" className="line-link">Seven claims about running and back pain, held against evidence and your own data</Link></p>
      <p className="see-it">See what it computes: <Link to="/footfall">watch one footfall</Link>, or <Link to="/footfall/compare" search={presetPair("shoe", {})}>compare two</Link>.</p>
      {missed.length > 0 && <p className="missed">Missed, wholly or in part: {missed.map((id, index) => <span key={id}>{index > 0 && "; "}<RowLink id={id} onGo={showAll} /></span>)}.</p>}
      <Gate report={report} onGo={showAll} />
      <section aria-labelledby="figures-title">
        <h2 id="figures-title">Figure by figure</h2>
        <p>
          The grey band is what was published, or what is required: inside it, a figure counts as reproduced. The hatched band is the model’s, and holds nine runners in ten; a ring is a single value
          of the model, without a band.
        </p>
        <Filters rows={report.rows} shown={shown} onShow={setShown} />
        <p className="quiet" role="status">{rows.length === 0 ? "No figure is of this kind." : `${countWords(rows.length, "figure")} shown, in ${countWords(new Set(rows.map((row) => row.id)).size, "row")}`}</p>
      </section>
      {tables.slice(0, isWhole ? tables.length : 1).map((table) => <TableGroup key={table} table={table} rows={rows.filter((row) => row.table === table)} shown={shown} />)}
      {isWhole ? <><MeasuredData data={report.data} /><Works rows={report.rows} /></> : <div className="evidence-to-come" aria-hidden />}
      <p className="quiet">Model {report.modelVersion}. The same, for scripts: <code>footfall truth --json</code></p>
    </div>
  );
}
