import type { ReportJson } from "../../../server/report-api.ts";
import { painPlaces } from "../../../../src/index.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import { useNarrow } from "../parts/use-narrow.ts";

type Block = ReportJson["pages"][number][number]["blocks"][number];

/** One block of the report, on screen and on paper alike. */
export function ReportBlock({ block }: { readonly block: Block }) {
  const isNarrow = useNarrow();
  if (block.kind === "facts") return <dl className="report-facts">{block.rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
  if (block.kind === "table") {
    // On a narrow screen three columns of sentences would be three columns of words.
    if (isNarrow && block.head.length > 2) return <StackedRows block={block} />;
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
  if (block.kind === "weeks") return <Weeks caption={block.caption} weeks={block.weeks} scale={block.scale} />;
  if (block.kind === "back") return <Places block={block} />;
  return <p className={block.kind === "verdict" ? "verdict" : block.kind === "note" ? "quiet" : ""}>{block.text}</p>;
}

function StackedRows({ block: { caption, head, rows } }: { readonly block: Extract<Block, { readonly kind: "table" }> }) {
  return (
    <>
      {caption !== "" && <p className="quiet">{caption}</p>}
      <ul className="report-stack" aria-label={caption || head.join(", ")}>
        {rows.map(([first, ...rest]) => (
          <li key={[first, ...rest].join("|")}>
            <p><strong>{first}</strong></p>
            {rest.map((cell, place) => <p key={head[place + 1]}><span className="quiet">{head[place + 1]}: </span>{cell}</p>)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The back with what hurt; its words stand below it. */
function Places({ block }: { readonly block: Extract<Block, { readonly kind: "back" }> }) {
  const { svg, text } = painPlaces(block);
  return (
    <figure className="report-back">
      <Drawing svg={svg} />
      <figcaption className="quiet">{block.caption}.<span className="unseen"> {text}</span></figcaption>
    </figure>
  );
}

const [height, scaleWidth, foot] = [88, 48, 20];

function Weeks({ caption, weeks, scale }: Pick<Extract<Block, { readonly kind: "weeks" }>, "caption" | "weeks" | "scale">) {
  const isNarrow = useNarrow();
  const columnWidth = isNarrow ? 24 : 48;
  const aside = columnWidth / 6;
  const right = scaleWidth + columnWidth * weeks.length;
  const furthest = Math.max(1, ...weeks.map(({ distance }) => distance));
  const up = (distance: number): number => (0.75 * height * distance) / furthest;
  return (
    <figure className="report-weeks">
      <svg viewBox={`0 0 ${right} ${height + foot}`} role="img" aria-label={`${caption}. ${weeks.map(({ name, distanceWords, worstPain }) => `${name}: ${distanceWords}, ${worstPain === null ? "no entry" : `worst pain ${worstPain}`}`).join("; ")}`}>
        {scale.map(({ distance, words }) => (
          <g key={distance}>
            <line x1={scaleWidth - 4} x2={right} y1={height - up(distance)} y2={height - up(distance)} className="report-scale" />
            <text x={scaleWidth - 8} y={height - up(distance) + 4} textAnchor="end" className="report-label">{words}</text>
          </g>
        ))}
        {weeks.map(({ name, distance, worstPain }, place) => {
          const left = scaleWidth + columnWidth * place;
          const y = height - Math.max(4, ((height - 8) * (worstPain ?? 0)) / 10);
          return (
            <g key={name}>
              <rect x={left + aside} width={columnWidth - 2 * aside} y={height - up(distance)} height={up(distance)} className="report-bar" />
              {worstPain !== null && <><circle cx={left + columnWidth / 2 - 4} cy={y} r="3" className="report-dot" /><text x={left + columnWidth / 2 + 2} y={y + 4}>{worstPain}</text></>}
              {place % (isNarrow ? 3 : 2) === 0 && <text x={isNarrow ? left + aside : left + columnWidth / 2} y={height + 15} textAnchor={isNarrow ? "start" : "middle"} className="report-label">{name}</text>}
            </g>
          );
        })}
        <line x1={scaleWidth} x2={right} y1={height} y2={height} className="strip-ground" />
      </svg>
      <figcaption className="quiet">{caption}; weeks begin on the days below, numbers are the pain, 0 to 10.</figcaption>
    </figure>
  );
}
