import { footfallDifference, percentWords, rangeWords, rankGroups, type RankedChange, type RankGroup, type Ranking } from "../../../../src/index.ts";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { useNarrow } from "../parts/use-narrow.ts";

const groupNames: Readonly<Record<RankGroup, string>> = { told: "", contested: "Contested: no place in the order", "not-this-week": "Apart: nothing that a week changes" };

/** Changes in the order of what each does at least, what is contested and what no week changes behind them, with what can be said of each. */
export function RankingList({ ranking: { rows, sentence }, onTry }: { readonly ranking: Ranking; readonly onTry?: (row: RankedChange) => void }) {
  const isNarrow = useNarrow();
  return (
    <>
      <p className="support">{sentence}</p>
      <PictureFigure
        picture={footfallDifference({
          width: isNarrow ? 344 : 640, nameWidth: isNarrow ? 148 : 240, rows: rows.map(({ title, disc, group }) => ({ name: title, percent: disc.footfall.change, isContested: group === "contested", group: groupNames[group] })),
          words: { about: "L5–S1 in each footfall, each change alone", less: "less", more: "more", unit: "%" },
        })}
        className="ranking"
      />
      {rankGroups.map((group) => <RankedRows key={group} name={groupNames[group]} rows={rows.filter((row) => row.group === group)} onTry={onTry} />)}
    </>
  );
}

/** What can be told stands in an order, the rest beside it. */
function RankedRows({ name, rows, onTry }: { readonly name: string; readonly rows: readonly RankedChange[]; readonly onTry: ((row: RankedChange) => void) | undefined }) {
  if (rows.length === 0) return null;
  const List = name === "" ? "ol" : "ul";
  return (
    <>
      {name !== "" && <h3>{name}</h3>}
      <List className="ranking-list">
        {rows.map((row) => (
          <li key={row.title}>
            <div>
              <p><strong>{row.title}</strong>: {(row.group === "contested" ? rangeWords : percentWords)(row.disc.footfall.change)} in each footfall. {saidOf(row)}</p>
              {onTry && <button type="button" className="plain" aria-label={`Try it: ${row.title}`} onClick={() => onTry(row)}>Try it</button>}
            </div>
          </li>
        ))}
      </List>
    </>
  );
}

function saidOf({ group, disc: { footfall: { verdict } }, evidence }: RankedChange): string {
  const kinds = evidence.map(({ kind }) => kind);
  if (group === "contested") return kinds.includes("mixed") ? "Cannot tell: the evidence here is mixed." : "Cannot tell: a hypothesis, never measured in runners.";
  if (verdict === "same") return "The same within a hundredth.";
  if (verdict !== "cannot tell") return verdict === "lower" ? "Less, as far as can be told." : "More, as far as can be told.";
  return kinds.includes("thin") ? "Cannot tell: the evidence here is thin." : "Cannot tell.";
}
