import { worksUsed, type WorkUsed } from "../../../../src/index.ts";
import type { TruthRow } from "../../../server/api.ts";
import { citedAs, seenWords } from "../words/evidence-words.ts";
import { Doi } from "./citation.tsx";

/** Every work Footfall rests on: what of it the model uses, and which rows hold the model against it. */
export function Works({ rows }: { readonly rows: readonly TruthRow[] }) {
  const works = worksUsed().toSorted((one, other) => one.title.localeCompare(other.title));
  return (
    <section aria-labelledby="works-title">
      <h2 id="works-title">Sources</h2>
      <p>{works.length} works, and what each is used for. A link leads to the work itself; Footfall asks nothing of it until you follow it.</p>
      <ul className="works">
        {works.map((work) => (
          <li key={work.id}>
            <p><strong>{citedAs(work.title).by}</strong>{citedAs(work.title).what && <>, {citedAs(work.title).what}</>}</p>
            <p className="quiet">{usesOf(work, rows)}</p>
            <p className="quiet"><Doi doi={work.doi} doiVerified={work.doiVerified} />; {seenWords(work.evidence)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function usesOf({ id, gives }: WorkUsed, rows: readonly TruthRow[]): string {
  const tests = [...new Set(rows.filter((row) => row.source.id === id).map((row) => row.id))];
  const uses = [...(gives.length > 0 ? [`gives the model: ${gives.join(", ")}`] : []), ...(tests.length > 0 ? [`tests the model in ${tests.join(", ")}`] : [])];
  if (uses.length === 0) return "Read for context; no number of ours rests on it.";
  const text = uses.join("; ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
