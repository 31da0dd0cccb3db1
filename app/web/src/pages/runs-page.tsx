import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link } from "@tanstack/react-router";
import { duplicatesQuery } from "../api/data-queries.ts";
import { runsQuery, statusQuery } from "../api/queries.ts";
import type { RunListItem } from "../../../server/api.ts";
import { useImport } from "../import/import-context.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { RunRow } from "../parts/run-row.tsx";
import { Term } from "../parts/term.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { monthWords } from "../words/dates.ts";
import { countWords } from "../words/units.ts";

/** What happened on my runs: every run in one line, newest first. */
export function RunsPage() {
  usePageTitle("Runs");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(runsQuery);
  const isSample = useQuery(statusQuery).data?.isSampleShown ?? data?.pages[0]?.runs[0]?.isSample ?? false;
  const runs = data?.pages.flatMap((page) => page.runs) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const { open } = useImport();
  return (
    <>
      <header className="page-head">
        <h1>Runs</h1>
        {!isSample && total > 0 && <button type="button" onClick={() => open()}>Import runs</button>}
      </header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={480}>Reading your runs…</Waiting>}
      {data && isSample && (
        <section className="door" aria-label="Sample">
          <p><strong className="tag before">Sample</strong> These runs belong to a simulated runner, so that you can look around. Yours take their place as soon as the first is in.</p>
          <button type="button" className="main large" onClick={() => open()}>Import my runs</button>
          <p className="quiet">Choose files from your watch, or drop them anywhere on this page: FIT, TCX or GPX. They stay on this machine.</p>
        </section>
      )}
      {data && total === 0 && <NoRuns onOpen={() => open()} />}
      {total > 0 && (
        <>
          <p className="quiet lead">{countWords(total, "run")}. The load on your lowest disc, <Term name="L5–S1" />, is set against your own <Term name="usual">usual run</Term>.</p>
          {!isSample && <CameTwice />}
          <RunList runs={runs} />
          {hasNextPage && <p><button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show earlier runs</button></p>}
        </>
      )}
    </>
  );
}

/** A word where only the runner can tell whether two recordings are one run. */
function CameTwice() {
  const waiting = useQuery(duplicatesQuery).data?.undecided.length ?? 0;
  return waiting === 0 ? null : <p className="lead"><Link to="/runs/twice">{waiting === 1 ? "Two recordings lie" : `${waiting} pairs of recordings lie`} over each other in time</Link>: are they one run, or two?</p>;
}

function NoRuns({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <section className="door">
      <p>Your runs will be listed here: how far, how fast, how many footfalls, and what they asked of your back.</p>
      <button type="button" className="main large" onClick={onOpen}>Import my runs</button>
      <p className="quiet">Choose files from your watch, or drop them anywhere on this page: FIT, TCX or GPX, also as .gz. They stay on this machine.</p>
    </section>
  );
}

function RunList({ runs }: { readonly runs: readonly RunListItem[] }) {
  // One scale for all rows, so that strips can be compared.
  const loads = runs.flatMap((run) => run.loadStrip).filter((value) => value !== null).toSorted((one, other) => one - other);
  const scale = { low: loads[Math.floor(loads.length * 0.02)] ?? 0, high: loads[Math.floor(loads.length * 0.98)] ?? 1 };
  const months = new Map<string, RunListItem[]>();
  for (const run of runs) months.set(monthWords(run.startedAt), [...(months.get(monthWords(run.startedAt)) ?? []), run]);
  return (
    <div className="runs">
      <div className="runs-head quiet" aria-hidden>
        <span>When</span><span>Distance</span><span>Pace</span><span>Footfalls</span><span>Load on the back, whole run</span><span>Load along the run</span>
      </div>
      {[...months].map(([month, inMonth]) => (
        <Fragment key={month}>
          <h2 className="month">{month}</h2>
          <ul>
            {inMonth.map((run) => <li key={run.id}><RunRow run={run} scale={scale} /></li>)}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}
