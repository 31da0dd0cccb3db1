import type { TruthRow } from "../../../server/api.ts";
import { Choice } from "../parts/choice.tsx";
import { countStandings, standingOf, type Standing } from "../words/evidence-words.ts";
import { tableWords, tables, type Table } from "../words/target-words.ts";

/** What of the evidence is shown, and how. */
export interface Shown {
  readonly standing: Standing | "all";
  readonly table: Table | "all";
  readonly as: "pictures" | "table";
}

export const everything: Shown = { standing: "all", table: "all", as: "pictures" };

export function Filters({ rows, shown, onShow }: { readonly rows: readonly TruthRow[]; readonly shown: Shown; readonly onShow: (shown: Shown) => void }) {
  const counts = countStandings(rows);
  return (
    <div className="evidence-filters">
      <Choice
        label="Show" value={shown.standing} onChoose={(standing) => onShow({ ...shown, standing })}
        options={[
          { value: "all", name: `All ${rows.length}` }, { value: "reproduced", name: `Reproduced ${counts.reproduced}` }, { value: "not-reproduced", name: `Not reproduced ${counts["not-reproduced"]}` },
          { value: "fitted", name: `Fitted ${counts.fitted}` }, { value: "untestable", name: `Cannot be tested ${counts.untestable}` },
        ]}
      />
      <Choice
        label="About" value={shown.table} onChoose={(table) => onShow({ ...shown, table })}
        options={[{ value: "all", name: "All" }, ...tables.map((table) => ({ value: table, name: tableWords[table].short }))]}
      />
      <Choice label="As" value={shown.as} onChoose={(as) => onShow({ ...shown, as })} options={[{ value: "pictures", name: "Pictures" }, { value: "table", name: "A table in words" }]} />
    </div>
  );
}

export function filterRows(rows: readonly TruthRow[], { standing, table }: Shown): readonly TruthRow[] {
  return rows.filter((row) => (standing === "all" || standingOf(row) === standing) && (table === "all" || row.table === table));
}
