import type { TruthRow } from "../../../server/api.ts";
import { countStandings, missedRows } from "../words/evidence-words.ts";
import { tableWords, type Table } from "../words/target-words.ts";
import { countWords } from "../words/units.ts";
import type { Shown } from "./filters.tsx";
import { groupRows } from "./group-rows.ts";
import { FiguresTable } from "./figures-table.tsx";
import { TargetCard } from "./target-card.tsx";
import { Untested } from "./untested.tsx";

/** One table of targets: what it asks, its rows drawn or in words, and what of it cannot be tested. */
export function TableGroup({ table, rows, shown }: { readonly table: Table; readonly rows: readonly TruthRow[]; readonly shown: Shown }) {
  if (rows.length === 0) return null;
  const { title, says } = tableWords[table];
  const heading = <><h2 id={`table-${table}`}>{title}</h2><p>{says}</p><p className="quiet">{standingSummary(rows, table)}</p></>;
  if (shown.as === "table") return <section aria-labelledby={`table-${table}`}>{heading}<FiguresTable rows={rows} caption={title} /></section>;
  const byTarget = groupRows(rows, (row) => row.id);
  const tested = [...byTarget].filter(([, figures]) => figures.some((row) => row.status !== "untestable"));
  const untested = [...byTarget.values()].filter((figures) => figures.every((row) => row.status === "untestable")).flat();
  const cards = tested.map(([id, figures]) => <TargetCard key={id} id={id} rows={figures} />);
  // Sums that come out are asked for by few: they stay folded while everything is shown.
  const isFolded = table === "V" && shown.table === "all" && shown.standing === "all" && missedRows(rows).length === 0;
  return (
    <section aria-labelledby={`table-${table}`}>
      {heading}
      {isFolded ? <details><summary>Show all of them</summary>{cards}</details> : cards}
      <Untested rows={untested} />
    </section>
  );
}

function standingSummary(rows: readonly TruthRow[], table: Table): string {
  const counts = countStandings(rows);
  const done = table === "V" || table === "B" ? "reproduced" : "kept";
  const parts = [[counts.reproduced, done], [counts["not-reproduced"], `not ${done}`], [counts.untestable, "cannot be tested"], [counts.fitted, "used for fitting"]] as const;
  return `${countWords(rows.length, "figure")}: ${parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(", ")}`;
}
