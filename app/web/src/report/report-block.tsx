import type { ReportJson } from "../../../server/report-api.ts";
import { useNarrow } from "../parts/use-narrow.ts";

type Block = ReportJson["pages"][number][number]["blocks"][number];
type Week = Extract<Block, { readonly kind: "weeks" }>["weeks"][number];

/** One block of the report, on screen and on paper alike. */
export function ReportBlock({ block }: { readonly block: Block }) {
  if (block.kind === "facts") return <dl className="report-facts">{block.rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
  if (block.kind === "table") {
    return (
      <div className="scroll" tabIndex={0} role="group" aria-label={block.caption || block.head.join(", ")}>
        <table className="report-table">
          {block.caption !== "" && <caption>{block.caption}</caption>}
          <thead><tr>{block.head.map((cell) => <th key={cell} scope="col">{cell}</th>)}</tr></thead>
          <tbody>{block.rows.map((cells) => <tr key={cells.join("|")}>{cells.map((cell, place) => (place === 0 ? <th key={cell} scope="row">{cell}</th> : <td key={`${place} ${cell}`}>{cell}</td>))}</tr>)}</tbody>
        </table>
      </div>
    );
  }
  if (block.kind === "weeks") return <Weeks caption={block.caption} weeks={block.weeks} />;
  return <p className={block.kind === "verdict" ? "verdict" : block.kind === "note" ? "quiet" : ""}>{block.text}</p>;
}

const height = 72;

function Weeks({ caption, weeks }: { readonly caption: string; readonly weeks: readonly Week[] }) {
  const columnWidth = useNarrow() ? 28 : 48;
  const aside = columnWidth / 6;
  const furthest = Math.max(1, ...weeks.map(({ distance }) => distance));
  return (
    <figure className="report-weeks">
      <svg viewBox={`0 0 ${columnWidth * weeks.length} ${height + 2}`} role="img" aria-label={`${caption}. ${weeks.map(({ name, distanceWords, worstPain }) => `${name}: ${distanceWords}, ${worstPain === null ? "no entry" : `worst pain ${worstPain}`}`).join("; ")}`}>
        {weeks.map(({ name, distance, worstPain }, place) => {
          const left = columnWidth * place;
          const y = height - Math.max(4, ((height - 8) * (worstPain ?? 0)) / 10);
          return (
            <g key={name}>
              <rect x={left + aside} width={columnWidth - 2 * aside} y={height - (0.7 * height * distance) / furthest} height={(0.7 * height * distance) / furthest} className="report-bar" />
              {worstPain !== null && <><circle cx={left + columnWidth / 2 - 4} cy={y} r="3" className="report-dot" /><text x={left + columnWidth / 2 + 2} y={y + 4}>{worstPain}</text></>}
            </g>
          );
        })}
        <line x1="0" x2={columnWidth * weeks.length} y1={height} y2={height} className="strip-ground" />
      </svg>
      <figcaption className="quiet">{caption}; numbers are the pain, 0 to 10. From {weeks[0]?.name} to the week from {weeks.at(-1)?.name}.</figcaption>
    </figure>
  );
}
