import { footfallDifference, percentWords, type RankedChange, type Ranking } from "../../../../src/index.ts";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { useNarrow } from "../parts/use-narrow.ts";

/** Changes in the order of what each does at least, with what can be said of each. */
export function RankingList({ ranking: { rows, sentence }, onTry }: { readonly ranking: Ranking; readonly onTry?: (row: RankedChange) => void }) {
  const isNarrow = useNarrow();
  return (
    <>
      <p className="support">{sentence}</p>
      <PictureFigure
        picture={footfallDifference({
          width: isNarrow ? 344 : 640, nameWidth: isNarrow ? 148 : 240, rows: rows.map(({ title, disc }) => ({ name: title, percent: disc.footfall.change })),
          words: { about: "L5–S1 in each footfall, each change alone", less: "less", more: "more", unit: "%" },
        })}
        className="ranking"
      />
      <ol className="ranking-list">
        {rows.map((row) => (
          <li key={row.title}>
            <div>
              <p><strong>{row.title}</strong>: {percentWords(row.disc.footfall.change)} in each footfall. {saidOf(row)}</p>
              {onTry && <button type="button" className="plain" aria-label={`Try it: ${row.title}`} onClick={() => onTry(row)}>Try it</button>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function saidOf({ disc: { footfall: { verdict } }, evidence }: RankedChange): string {
  if (verdict === "same") return "The same within a hundredth.";
  if (verdict !== "cannot tell") return verdict === "lower" ? "Less, as far as can be told." : "More, as far as can be told.";
  const kinds = evidence.map(({ kind }) => kind);
  if (kinds.includes("mixed")) return "Cannot tell: the evidence here is mixed.";
  if (kinds.includes("hypothesis")) return "Cannot tell: a hypothesis, never measured in runners.";
  return kinds.includes("thin") ? "Cannot tell: the evidence here is thin." : "Cannot tell.";
}
