import { memo, useMemo } from "react";
import { publishedAndModel } from "../../../../src/index.ts";
import type { TruthRow } from "../../../server/api.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import { asSentence, conditionWords, countSentence, figureName, isCount, pictureOf, standingOf, standingWords, whyWords } from "../words/evidence-words.ts";
import { wordsOfTarget } from "../words/target-words.ts";
import { Citation } from "./citation.tsx";

/** One published result: what it is, each of its figures beside the model's, and where it stands in print. */
export const TargetCard = memo(function TargetCard({ id, rows }: { readonly id: string; readonly rows: readonly TruthRow[] }) {
  const { title, says } = wordsOfTarget(id);
  const conditions = new Set(rows.map(conditionWords));
  const shared = rows.length > 1 && conditions.size === 1 ? [...conditions].join("") : null;
  return (
    <article className="target" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>{title} <span className="quiet">{id}</span></h3>
        <p>{says}</p>
        {shared && <p className="quiet">{asSentence(shared)}</p>}
      </header>
      <ul>
        {rows.map((row, index) => <li key={`${row.part ?? ""}${row.condition}${index}`}><TargetFigure row={row} above={rows[index - 1] ?? null} isConditionShared={shared !== null} /></li>)}
      </ul>
      <SourcesOf rows={rows} />
    </article>
  );
});

/** One figure; what it shares with the one above, or with all of its row, is not said again. */
function TargetFigure({ row, above, isConditionShared }: { readonly row: TruthRow; readonly above: TruthRow | null; readonly isConditionShared: boolean }) {
  const picture = useMemo(() => {
    const input = pictureOf(row);
    return input && !isCount(row) ? publishedAndModel(input) : null;
  }, [row]);
  const condition = isConditionShared || above?.condition === row.condition ? "" : conditionWords(row);
  const why = row.reason !== null && above?.reason === row.reason ? null : whyWords(row);
  return (
    <div className={`target-figure${picture ? "" : " without-picture"}`}>
      <div>
        {row.part !== null && <p>{sentenceStart(figureName(row))}</p>}
        {condition !== "" && <p className={row.part === null ? "" : "quiet"}>{sentenceStart(condition)}</p>}
        {isCount(row) && <p>{countSentence(row)}</p>}
      </div>
      {picture && <Drawing svg={picture.svg} />}
      <p className={`standing ${standingOf(row)}`}>{standingWords[standingOf(row)](row)}</p>
      {why && <p className="quiet target-why">{why}</p>}
    </div>
  );
}

/** The works a row's figures were published in. */
export function SourcesOf({ rows }: { readonly rows: readonly TruthRow[] }) {
  const works = [...new Map(rows.map(({ source }) => [source.id, source])).values()].flatMap(({ id, ...source }) => (id === null ? [] : [{ id, ...source }]));
  if (works.length === 0) return rows.some((row) => row.status !== "untestable") ? <p className="quiet">{rows[0]?.table === "V" ? "A law of physics, no single work’s result." : "The work is not in our list of sources yet."}</p> : null;
  return <p className="quiet">{works.map((work, index) => <span key={work.id}>{index > 0 && "; "}<Citation {...work} /></span>)}</p>;
}

const sentenceStart = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
