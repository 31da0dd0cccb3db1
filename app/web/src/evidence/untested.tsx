import type { TruthRow } from "../../../server/api.ts";
import { asSentence } from "../words/evidence-words.ts";
import { wordsOfTarget } from "../words/target-words.ts";
import { groupRows } from "./group-rows.ts";
import { SourcesOf } from "./target-card.tsx";

/** Rows nobody can hold the model against here, under the reason they share. */
export function Untested({ rows }: { readonly rows: readonly TruthRow[] }) {
  const reasons = groupRows(rows, (row) => row.reason ?? "");
  return [...reasons].map(([reason, alike]) => (
    <div className="untested" key={reason}>
      <h3>Cannot be tested{reason !== "" && <>: {asSentence(reason, false)}</>}</h3>
      <ul>
        {[...groupRows(alike, (row) => row.id)].map(([id, figures]) => (
          <li key={id} id={id} tabIndex={-1}>
            <p>{wordsOfTarget(id).title} <span className="quiet">{id}</span></p>
            <p className="quiet">{wordsOfTarget(id).says}</p>
            <SourcesOf rows={figures} />
          </li>
        ))}
      </ul>
    </div>
  ));
}
