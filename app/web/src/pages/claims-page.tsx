import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { claimVerdicts } from "../../../../src/index.ts";
import type { ClaimsJson } from "../../../server/claims-api.ts";
import { claimsQuery } from "../api/link-queries.ts";
import { Doi } from "../evidence/citation.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { citedAs } from "../words/evidence-words.ts";

/** The seven claims of the article, each held against evidence, model and the runner's own data. */
export function ClaimsPage() {
  usePageTitle("Claims");
  const { data, error, refetch } = useQuery(claimsQuery);
  return (
    <>
      <header className="page-head"><h1>Seven claims{data?.isSample && <span className="tag after">Sample</span>}</h1></header>
      <p className="lead">The article “Running Back Pain” makes seven claims. Here is what each rests on: what is published, what the model says for you, and what your own data say.</p>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={800}>Holding the claims against evidence, model and your data…</Waiting>}
      {data && <Ledger ledger={data} />}
      <p><Link to="/evidence" className="line-link">The model against published results</Link></p>
    </>
  );
}

function Ledger({ ledger: { rows, isSample, unseen, modelVersion } }: { readonly ledger: ClaimsJson }) {
  return (
    <>
      {isSample && <p className="quiet">“You” is the simulated sample runner, until your own runs and looks are here.</p>}
      <ol className="claims">{rows.map((row) => <Claim key={row.id} row={row} />)}</ol>
      <p className="quiet">{unseen}</p>
      <p className="quiet">Model {modelVersion}. The same, for scripts: <code>footfall claims --json</code></p>
    </>
  );
}

function Claim({ row: { id, says, verdict, because, published, agreement, model, own } }: { readonly row: ClaimsJson["rows"][number] }) {
  return (
    <li className="claim" id={id}>
      <h2>{says}</h2>
      <p><strong className="claim-verdict">{claimVerdicts[verdict]}</strong> {because}</p>
      <dl>
        <dt>Published</dt>
        <dd>
          <ul>{published.map(({ finding, works }) => (
            <li key={finding}>
              {finding}
              <span className="quiet"> {works.map(({ id: work, title, doi, doiVerified }, index) => <span key={work}>{index > 0 && "; "}{citedAs(title).by}, <Doi doi={doi} doiVerified={doiVerified} /></span>)}</span>
            </li>
          ))}</ul>
          <p>{agreement}</p>
        </dd>
        <dt>The model, for you</dt>
        <dd><p>{model}</p></dd>
        <dt>Your own data</dt>
        <dd>{own.map((sentence) => <p key={sentence}>{sentence}</p>)}</dd>
      </dl>
    </li>
  );
}
