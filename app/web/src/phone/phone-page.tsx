import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { DiaryJson } from "../../../server/diary-api.ts";
import { ask, Refused } from "../api/ask.ts";
import { flagsQuery } from "../api/diary-queries.ts";
import { emptyDraft } from "../back/entry-draft.ts";
import { EntryForm, type ToldEntry } from "../back/entry-form.tsx";
import { entryWords } from "../back/pain-words.ts";
import { RedFlagDialog } from "../back/red-flag-dialog.tsx";
import { useDiary } from "../back/use-diary.ts";
import { useNote } from "../parts/notes.tsx";
import { momentWords } from "../words/dates.ts";
import { sendWaiting, takeBack, waitingEntries, writeDown } from "./waiting-entries.ts";

const recentQuery = { queryKey: ["diary", "recent"], queryFn: () => ask<DiaryJson>("/api/diary") };
/** While something waits the computer is asked for this often [ms]. */
const tryEvery = 20_000;
const shown = 10;

/** The diary on the phone: an entry in three taps, kept here until the computer has it. */
export function PhonePage() {
  const say = useNote();
  const client = useQueryClient();
  const { data: diary } = useQuery(recentQuery);
  const { data: flags } = useQuery(flagsQuery);
  const { answerFlags } = useDiary();
  const [waiting, setWaiting] = useState(waitingEntries);
  const [isUnpaired, setUnpaired] = useState(false);
  const [isLater, setLater] = useState(false);

  const send = useCallback(async (): Promise<void> => {
    if (waitingEntries().length === 0) return;
    try {
      const { refused } = await sendWaiting();
      setUnpaired(false);
      if (refused.length > 0) say({ text: `Not taken: ${refused.join("; ")}` });
      await client.invalidateQueries();
    } catch (error) {
      setUnpaired(error instanceof Refused && error.code === "not-paired");
    }
    setWaiting(waitingEntries());
  }, [client, say]);

  useEffect(() => {
    const onSight = (): void => void send();
    const timer = setInterval(onSight, tryEvery);
    for (const name of ["online", "focus"]) addEventListener(name, onSight);
    onSight();
    return () => {
      clearInterval(timer);
      for (const name of ["online", "focus"]) removeEventListener(name, onSight);
    };
  }, [send]);

  const save = async (told: ToldEntry): Promise<void> => {
    const { clientId } = writeDown(told);
    setWaiting(waitingEntries());
    await send();
    if (waitingEntries().some((entry) => entry.clientId === clientId)) {
      say({ text: "Noted on this phone; it goes to your computer when that is near.", action: { name: "Undo", run: () => { takeBack(clientId); setWaiting(waitingEntries()); } } });
    } else say({ text: "Noted." });
  };
  const entries = (diary?.isSample ? [] : diary?.entries ?? []).slice(-shown).toReversed();
  return (
    <main className="phone" id="page">
      <header className="page-head"><h1>Footfall diary</h1></header>
      {isUnpaired && <p role="alert">This phone is not paired any more. In Footfall on your computer, Settings shows a code to scan; what you noted here waits.</p>}
      {flags?.advice && (
        <section className="safety" aria-label="Medical help">
          <p><strong>{flags.advice.urgency === "today" ? "Get medical help today." : "Have a doctor look at this soon."}</strong> A doctor should look at what you marked before you think about running:</p>
          <ul>{flags.advice.reasons.map(({ id, question, reason }) => <li key={id}>{question} <span className="quiet">{reason}</span></li>)}</ul>
        </section>
      )}
      {flags && flags.due !== null && !isLater && <RedFlagDialog occasion={flags.due} onAnswer={answerFlags} onLater={() => setLater(true)} />}
      <section className="entry-card">
        <EntryForm label="How is your back now?" draft={emptyDraft()} lastPlaces={[]} runs={[]} onSave={save} />
      </section>
      {waiting.length > 0 && <p role="status">{waiting.length === 1 ? "1 entry waits" : `${waiting.length} entries wait`} for your computer.</p>}
      {entries.length > 0 && (
        <section aria-labelledby="recent-title">
          <h2 id="recent-title">Lately</h2>
          <ul className="imports">{entries.map(({ id, at, pains, note }) => <li key={id}><span>{momentWords(at)}: {entryWords({ pains })}{note === null ? "" : ` “${note}”`}</span></li>)}</ul>
        </section>
      )}
    </main>
  );
}
