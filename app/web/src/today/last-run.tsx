import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { bodyPicture } from "../../../../src/index.ts";
import { runQuery } from "../api/queries.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import { useUnits } from "../parts/use-units.ts";
import { runInShort } from "../words/run-sentences.ts";
import { dayWords } from "../words/dates.ts";

/** What the last run did: its body picture small, and two short sentences; its page has the rest. */
export function LastRun({ id }: { readonly id: number }) {
  const { data: run } = useQuery(runQuery(id));
  const units = useUnits();
  const picture = useMemo(() => run && bodyPicture({ size: "small", trunkLeanDegrees: run.trunkLeanDegrees, peakVerticalForce: run.summary.peakVerticalForce, discs: run.summary.discs }), [run]);
  const sentences = run && runInShort(run, units);
  return (
    <section aria-labelledby="last-run-title" className="last-run">
      <h2 id="last-run-title">Your last run</h2>
      <div className="last-run-body">
        <div className="last-run-picture">{picture && <Drawing svg={picture.svg} isDecoration />}</div>
        <div>
          {run && <p className="quiet">{dayWords(run.summary.startedAt)}{run.isSample && <span className="tag after">Sample</span>}</p>}
          {run && <p><Link to="/runs/$runId" params={{ runId: String(run.id) }} className="line-link">{run.title}</Link></p>}
          {sentences && <p>{sentences.what}</p>}
          {sentences && <p className="quiet">{sentences.compared}</p>}
        </div>
      </div>
    </section>
  );
}
