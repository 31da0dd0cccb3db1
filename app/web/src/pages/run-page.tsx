import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { discLevels, type DiscLevel } from "../../../../src/index.ts";
import type { Removed, RunDetail } from "../../../server/api.ts";
import { ask } from "../api/ask.ts";
import { runQuery, seriesQuery } from "../api/queries.ts";
import { RunUnderfoot } from "../change/run-underfoot.tsx";
import { typicalOf } from "../footfall/conditions.ts";
import { Choice } from "../parts/choice.tsx";
import { useNote } from "../parts/notes.tsx";
import { RunBody } from "../parts/run-body.tsx";
import { RunCreep } from "../parts/run-creep.tsx";
import { RunDiscFigures } from "../parts/run-disc-figures.tsx";
import { RunFormSection } from "../parts/run-form-section.tsx";
import { RunRests } from "../parts/run-rests.tsx";
import { RunTrack } from "../parts/run-track.tsx";
import { useUnits } from "../parts/use-units.ts";
import { NotFound, usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { RunSeriesView } from "../series/run-series-view.tsx";
import { momentWords } from "../words/dates.ts";
import { discName, runSentences } from "../words/run-sentences.ts";

/** What happened on one run. */
export function RunPage() {
  const { runId } = useParams({ from: "/runs/$runId" });
  const id = Number(runId);
  const isNumber = Number.isInteger(id) && id > 0;
  const { data: run, error, refetch } = useQuery(runQuery(id));
  // Asked for at once: it takes longest, and need not wait until the run itself is drawn.
  useQuery({ ...seriesQuery(id), enabled: isNumber, notifyOnChangeProps: [] });
  usePageTitle(run?.title ?? "Run");
  if (!isNumber) return <NotFound />;
  if (error) return <><Link to="/runs">Runs</Link><Trouble error={error} onAgain={() => void refetch()} /></>;
  if (!run) return <Waiting height={800}>Reading the run and following its footfalls…</Waiting>;
  return <RunView key={id} run={run} />;
}

function RunView({ run }: { readonly run: RunDetail }) {
  const units = useUnits();
  const [disc, setDisc] = useState<DiscLevel>("L5-S1");
  const series = useQuery(seriesQuery(run.id));
  const sentences = runSentences(run, units);
  const typical = typicalOf(run);
  return (
    <article className="run">
      <nav className="crumbs" aria-label="Runs beside this one">
        <Link to="/runs">Runs</Link>
        <span className="crumbs-beside">
          {run.earlierId && <Link to="/runs/$runId" params={{ runId: String(run.earlierId) }}>Earlier</Link>}
          {run.laterId && <Link to="/runs/$runId" params={{ runId: String(run.laterId) }}>Later</Link>}
        </span>
      </nav>
      <header>
        <h1>{run.title}{run.isSample && <span className="tag after">Sample</span>}</h1>
        <p className="quiet">
          {momentWords(run.summary.startedAt)}
          {run.shoe && <> · {run.shoe.name}</>}{run.indoor && <> · treadmill</>}{run.device && <> · {run.device}</>}
        </p>
      </header>
      <p className="verdict">{sentences.what}</p>
      <p className="support">{sentences.compared}</p>
      <p className="support">{sentences.rests}</p>
      <section aria-labelledby="body-title">
        <h2 id="body-title">From the ground to your back</h2>
        <RunBody run={run} />
        {typical && <p className="actions"><Link className="button" to="/footfall" search={typical}>Watch a typical footfall of this run</Link></p>}
        <div className="disc-choice">
          <Choice label="Look closer at one disc" value={disc} onChoose={setDisc} options={discLevels.map((value) => ({ value, name: discName(value) }))} />
        </div>
        <RunDiscFigures run={run} disc={disc} />
      </section>
      <section aria-labelledby="series-title">
        <h2 id="series-title">Along the run</h2>
        {series.error && <Trouble error={series.error} onAgain={() => void series.refetch()} />}
        {series.data ? <RunSeriesView series={series.data} disc={disc} loadBasis={run.summary.discs.find(({ level }) => level === disc)?.peakCompression.basis ?? "simulated"} /> : !series.error && <Waiting height={760}>Following every footfall…</Waiting>}
      </section>
      {series.data?.creep && <RunCreep creep={series.data.creep} />}
      {series.data?.latitudeDegrees && <RunTrack series={series.data} disc={disc} />}
      <RunFormSection runId={run.id} />
      <RunUnderfoot runId={run.id} series={series.data} />
      <RunRests run={run} />
      <RunFile run={run} />
    </article>
  );
}

/** What can be taken from here, and taken away. */
function RunFile({ run }: { readonly run: RunDetail }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useNote();
  const refresh = () => client.invalidateQueries({ queryKey: ["runs"] }).then(() => client.invalidateQueries({ queryKey: ["status"] }));
  const restore = async (): Promise<void> => {
    await ask<Removed>(`/api/runs/${run.id}/restore`, { method: "POST" });
    await refresh();
    say({ text: `“${run.title}” is back.` });
  };
  const remove = async (): Promise<void> => {
    try {
      await ask<Removed>(`/api/runs/${run.id}`, { method: "DELETE" });
    } catch (error) {
      say({ text: error instanceof Error ? error.message : String(error) });
      return;
    }
    await navigate({ to: "/runs" });
    say({ text: `“${run.title}” is removed.`, action: { name: "Undo", run: () => void restore() } });
    await refresh();
  };
  return (
    <section aria-labelledby="file-title">
      <h2 id="file-title">Take it with you</h2>
      <div className="actions">
        <a className="button" href={`/api/runs/${run.id}/footfalls.csv`} download>Every footfall as CSV</a>
        <a className="button" href={`/api/runs/${run.id}/original`} download={run.file.name}>The original file</a>
        <button type="button" onClick={() => void remove()}>Remove this run</button>
      </div>
    </section>
  );
}
