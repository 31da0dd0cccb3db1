import { useQuery } from "@tanstack/react-query";
import type { ExperimentJson, ExperimentListJson } from "../../../server/experiment-api.ts";
import type { EditRecord } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { experimentsQuery } from "../api/link-queries.ts";
import { useEdit } from "../change/use-edit.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { numberWords } from "../../../../src/index.ts";
import { ExperimentForm } from "./experiment-form.tsx";
import { dateWords, dayWords } from "../words/dates.ts";

/** One change, tried by lot: what is under way, what was found, what could be tried next. */
export function ExperimentsSection() {
  const { data, error, refetch } = useQuery(experimentsQuery);
  return (
    <section className="experiments" aria-labelledby="experiments-title">
      <h2 id="experiments-title">Try one change</h2>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={240}>Looking at what could be tried…</Waiting>}
      {data && <Experiments list={data} />}
    </section>
  );
}

function Experiments({ list }: { readonly list: ExperimentListJson }) {
  const current = list.experiments.find(({ state }) => state === "under-way");
  const past = list.experiments.filter((experiment) => experiment !== current);
  return (
    <>
      <p className="lead">A diary shows what goes together. Whether a change helps, only trying it tells: some runs with it, some without. Footfall tosses a coin for which: were you to choose, you might try it in the better weeks, and they would pass for the change.</p>
      {current ? <UnderWay experiment={current} /> : <ExperimentForm list={list} />}
      {past.map((experiment) => <Past key={experiment.id} experiment={experiment} />)}
    </>
  );
}

function UnderWay({ experiment }: { readonly experiment: ExperimentJson }) {
  const edit = useEdit();
  const { id, name, next, stateSentence, runs, protocol } = experiment;
  return (
    <div className="experiment">
      <h3>Under way: {name}</h3>
      {next && <p className="verdict">Next run: {next.task}.</p>}
      {next?.isWashout && <p className="quiet">It begins a block and does not count yet: what came before still shows in it.</p>}
      <p>{stateSentence}</p>
      <progress aria-label="Runs done" max={protocol.runs} value={runs.length} />
      <RunsOfExperiment experiment={experiment} />
      <Protocol experiment={experiment} />
      <p><button type="button" onClick={() => void edit(() => ask<{ readonly edit: EditRecord }>(`/api/experiments/${id}/stop`, { method: "POST" }))}>Stop this experiment</button></p>
    </div>
  );
}

function Past({ experiment }: { readonly experiment: ExperimentJson }) {
  const { name, startedAt, stateSentence, result, resultToday } = experiment;
  return (
    <div className="experiment">
      <h3>{name[0]?.toUpperCase()}{name.slice(1)}, from {dateWords(startedAt)}</h3>
      <p><strong>{result.sentence}</strong></p>
      <p>{stateSentence}{result.judgedAt && ` Judged on ${dateWords(result.judgedAt)}, and kept as it was then.`}</p>
      {resultToday && <p className="quiet">The diary was changed since. By what it says now: {resultToday}</p>}
      <RunsOfExperiment experiment={experiment} />
      <Protocol experiment={experiment} />
    </div>
  );
}

const rating = (value: number | null): string => (value === null ? "not noted" : numberWords(value, 1));

function RunsOfExperiment({ experiment: { runs, keptSentence } }: { readonly experiment: ExperimentJson }) {
  if (runs.length === 0) return null;
  return (
    <details>
      <summary>The runs so far</summary>
      <p>{keptSentence}</p>
      <div className="scroll" role="region" aria-label="Runs of the experiment" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">Day</th><th scope="col">The coin said</th><th scope="col">Kept to it</th><th scope="col">Pain before</th><th scope="col">Pain after</th><th scope="col">Counts</th></tr></thead>
          <tbody>{runs.map(({ startedAt, utcOffset, withChange, kept, before, after, isWashout }) => (
            <tr key={startedAt}>
              <th scope="row">{dayWords(Math.floor((Date.parse(startedAt) / 1000 + utcOffset) / 86_400))}</th><td>{withChange ? "with" : "without"}</td><td>{kept === null ? "cannot be seen" : kept ? "yes" : "no"}</td><td>{rating(before)}</td><td>{rating(after)}</td><td>{isWashout ? "no, first of its block" : "yes"}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </details>
  );
}

function Protocol({ experiment: { protocol, tasks, seenBy, startedAt } }: { readonly experiment: ExperimentJson }) {
  return (
    <details>
      <summary>The protocol</summary>
      <p>Fixed on {dateWords(startedAt)}, before the first run. With the change: {tasks.withChange}. Without: {tasks.without}. Whether a run kept to it is seen by {seenBy}.</p>
      <p>{protocol.pairs} pairs of blocks of {protocol.runsPerBlock} runs; in each pair one block has the change, and a coin chose which (seed {protocol.seed}: with it anyone can toss the same coins again); the first run of a block does not count. Long enough to see {protocol.difference} points four times in five, with your pain scattering by {numberWords(protocol.spread, 1)} points from run to run ({protocol.scatterRuns} runs). It ends early for pain of 7 of 10, or when two blocks of one side are worse by two points.</p>
    </details>
  );
}
