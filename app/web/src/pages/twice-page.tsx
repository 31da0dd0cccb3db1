import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Duplicates } from "../../../server/api.ts";
import { ask } from "../api/ask.ts";
import { duplicatesQuery } from "../api/data-queries.ts";
import { useNote } from "../parts/notes.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { useUnits } from "../parts/use-units.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { dayWords, momentWords, timeWords } from "../words/dates.ts";
import { distanceWords, durationWords } from "../words/units.ts";

type Kept = Duplicates["recordings"][number];
type Decide = (one: number, other: number, isSame: boolean) => void;

/** Runs that came from two places: which were taken as one, and which only the runner can tell. */
export function TwicePage() {
  usePageTitle("Runs that came twice");
  const { data, error, refetch } = useQuery(duplicatesQuery);
  const client = useQueryClient();
  const say = useNote();
  const settle = async (one: number, other: number, isSame: boolean | null, said: string, undo: (() => void) | null): Promise<void> => {
    try {
      client.setQueryData(duplicatesQuery.queryKey, await ask<Duplicates>("/api/duplicates", { method: "POST", json: { one, other, isSame } }));
      say(undo ? { text: said, action: { name: "Undo", run: undo } } : { text: said });
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "runner" });
    } catch (trouble) {
      say({ text: trouble instanceof Error ? trouble.message : String(trouble) });
    }
  };
  const decide: Decide = (one, other, isSame) =>
    void settle(one, other, isSame, isSame ? "Taken as one run; the one with more in it is shown." : "Taken as two runs; both are shown.", () => void settle(one, other, null, "Your word on these two is taken back.", null));
  const recordings = new Map(data?.recordings.map((recording) => [recording.id, recording]));
  return (
    <>
      <header className="page-head"><h1>Runs that came twice</h1></header>
      <p className="lead quiet">The same run often comes from a watch, a service and a phone. It is counted once: the recording with more in it is shown, the other stays behind it and lends it its name and shoes.</p>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={320}>Comparing your runs…</Waiting>}
      {data && data.undecided.length === 0 && data.copies.length === 0 && <p>No run came twice.</p>}
      {data && data.undecided.length > 0 && (
        <section aria-labelledby="undecided-title">
          <h2 id="undecided-title">One run, or two?</h2>
          <ul className="twice">{data.undecided.map(({ one, other, doubt }) => <Pair key={`${one} ${other}`} one={recordings.get(one)} other={recordings.get(other)} words={`They lie over each other in time, but ${doubt ?? "cannot be compared"}.`} onDecide={decide} />)}</ul>
        </section>
      )}
      {data && data.copies.length > 0 && (
        <section aria-labelledby="copies-title">
          <h2 id="copies-title">Taken as one</h2>
          <ul className="twice">{data.copies.map(({ id, of }) => <Pair key={id} one={recordings.get(of)} other={recordings.get(id)} words={null} onDecide={decide} />)}</ul>
        </section>
      )}
    </>
  );
}

interface PairProps {
  readonly one: Kept | undefined;
  readonly other: Kept | undefined;
  /** Why it is asked; null where it was settled that they are one. */
  readonly words: string | null;
  readonly onDecide: Decide;
}

function Pair({ one, other, words, onDecide }: PairProps) {
  if (!one || !other) return null;
  const about = `the runs of ${momentWords(one.startedAt)}`;
  return (
    <li className="twice-pair">
      <h3>{dayWords(one.startedAt)}</h3>
      <div className="twice-sides">
        <Side recording={one} note={words === null ? "shown" : null} />
        <Side recording={other} note={words === null ? "kept behind it" : null} />
      </div>
      {words !== null && <p>{words}</p>}
      <div className="actions">
        {words !== null && <button type="button" onClick={() => onDecide(one.id, other.id, true)} aria-label={`One run: ${about}`}>One run</button>}
        <button type="button" onClick={() => onDecide(one.id, other.id, false)} aria-label={`Two runs: ${about}`}>{words === null ? "They are two runs" : "Two runs"}</button>
      </div>
    </li>
  );
}

function Side({ recording: { id, title, startedAt, duration, distance, device, file, source }, note }: { readonly recording: Kept; readonly note: string | null }) {
  const units = useUnits();
  const name = title ?? "Run";
  return (
    <div className="twice-side">
      <p>{note === "kept behind it" ? <strong>{name}</strong> : <Link to="/runs/$runId" params={{ runId: String(id) }}>{name}</Link>}{note && <span className="quiet">, {note}</span>}</p>
      <p>{timeWords(startedAt)}, {durationWords(duration)}{distance === null ? "" : `, ${distanceWords(distance, units)}`}</p>
      <p className="quiet"><span className="file-name">{file}</span>, {source === "web" ? "in the browser" : `by ${source}`}{device ? `, ${device}` : ""}</p>
    </div>
  );
}
