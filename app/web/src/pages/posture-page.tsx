import { useQuery } from "@tanstack/react-query";
import { ChangeNav } from "../change/change-nav.tsx";
import { useState } from "react";
import type { PostureTaken } from "../../../../src/index.ts";
import type { PostureEntry } from "../../../server/posture-api.ts";
import { postureQuery, statusQuery } from "../api/queries.ts";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { momentWords } from "../words/dates.ts";
import { EntryList } from "../posture/entry-list.tsx";
import { Exchange } from "../posture/exchange.tsx";
import { FindingsView } from "../posture/findings-view.tsx";
import { dropDraft, readDraft, type Draft } from "../posture/draft.ts";
import { PostureForm } from "../posture/posture-form.tsx";
import { Trend } from "../posture/trend.tsx";

/** How you hold yourself while running: measured from the side, followed over time, used by the model. */
export function PosturePage() {
  usePageTitle("Posture");
  const { data, error, refetch } = useQuery(postureQuery);
  const isSample = useQuery(statusQuery).data?.isSampleShown ?? false;
  return (
    <>
      <ChangeNav />
      <header className="page-head"><h1>Posture</h1></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={600}>Reading your postures…</Waiting>}
      {data && <Postures entries={data.entries} isSample={isSample} />}
    </>
  );
}

function Postures({ entries, isSample }: { readonly entries: readonly PostureEntry[]; readonly isSample: boolean }) {
  const [open, setOpen] = useState<Pick<Draft, "id"> & { readonly taken: PostureTaken | null } | null>(null);
  const [draft, setDraft] = useState(readDraft);
  const [today] = useState(() => localDay(new Date()));
  const [latest] = entries;
  const close = (): void => {
    setOpen(null);
    setDraft(readDraft());
  };
  if (open !== null) return <PostureForm id={open.id} begun={open.taken} today={today} onDone={close} />;
  const change = (entry: PostureEntry): void => {
    const { id, findings: _, ...taken } = entry;
    setOpen({ id, taken });
  };
  // What it was a change of may be gone by now.
  const goOn = ({ id, taken }: Draft): void => setOpen({ id: entries.some((entry) => entry.id === id) ? id : null, taken });
  return (
    <div className="posture">
      {isSample && <p className="quiet lead">What you keep here is your own posture. The runs shown now are the simulated runner’s, and it leaves them as they are.</p>}
      {!latest && <p className="lead">Here you can see how far your trunk leans while you run. Until then the model takes a usual lean, and the band of each disc is wider for it.</p>}
      {latest && <FindingsView findings={latest.findings} />}
      {draft && (
        <section className="draft" aria-labelledby="draft-title">
          <h2 id="draft-title">Begun, not kept</h2>
          <p>What you took on {momentWords(draft.at)} is still in this browser, and nowhere else. The picture itself is not: choose it again to see it under your points.</p>
          <div className="actions">
            <button type="button" className="main" onClick={() => goOn(draft)}>Go on with the draft</button>
            <button type="button" className="plain" onClick={() => { dropDraft(); setDraft(null); }}>Throw it away</button>
          </div>
        </section>
      )}
      <div className="actions"><button type="button" className={draft ? undefined : "main"} onClick={() => setOpen({ id: null, taken: null })}>Look at my posture</button></div>
      {entries.length > 0 && (
        <section aria-labelledby="taken-title">
          <h2 id="taken-title">Over time</h2>
          <Trend entries={entries} />
          <EntryList entries={entries} onChange={change} />
        </section>
      )}
      <section aria-labelledby="exchange-title">
        <h2 id="exchange-title">To and from files</h2>
        <Exchange hasEntries={entries.length > 0} />
      </section>
    </div>
  );
}

const localDay = (moment: Date): string => `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, "0")}-${String(moment.getDate()).padStart(2, "0")}`;
