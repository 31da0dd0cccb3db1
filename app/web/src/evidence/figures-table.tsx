import { publishedAndModelWords } from "../../../../src/index.ts";
import type { TruthRow } from "../../../server/api.ts";
import { conditionWords, figureName, pictureOf, standingOf, standingWords } from "../words/evidence-words.ts";
import { wordsOfTarget } from "../words/target-words.ts";
import { authorsOf } from "./citation.tsx";

/** The pictures' twin: every figure as a line of words and numbers, to be read out or copied. */
export function FiguresTable({ rows, caption }: { readonly rows: readonly TruthRow[]; readonly caption: string }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`${caption}, as a table`}>
      <table className="figures-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr><th scope="col">Row</th><th scope="col">What, and when</th><th scope="col">Published, or required</th><th scope="col">Model</th><th scope="col">Unit</th><th scope="col">Stands</th><th scope="col">Source</th></tr>
        </thead>
        <tbody>{rows.map((row, index) => <FigureLine key={`${row.id}${row.part ?? ""}${row.condition}${index}`} row={row} />)}</tbody>
      </table>
    </div>
  );
}

function FigureLine({ row }: { readonly row: TruthRow }) {
  const input = pictureOf(row);
  const words = input && publishedAndModelWords(input);
  return (
    <tr>
      <th scope="row">{row.id}</th>
      <td className="what">{[wordsOfTarget(row.id).title, figureName(row), conditionWords(row), row.reason ?? ""].filter((text) => text !== "").join("; ")}</td>
      <td>{words?.published ?? "—"}</td>
      <td>{row.got === null ? "—" : words?.model}</td>
      <td>{input?.unit || "—"}</td>
      <td className="stands">{standingWords[standingOf(row)](row)}</td>
      <td>{row.source.id === null ? "—" : authorsOf(row.source.id)}{row.source.doi !== null && <>, doi {row.source.doi}</>}</td>
    </tr>
  );
}
