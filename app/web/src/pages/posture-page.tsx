import { useQuery } from "@tanstack/react-query";
import { ChangeNav } from "../change/change-nav.tsx";
import { useState } from "react";
import type { PostureEntry } from "../../../server/posture-api.ts";
import { postureQuery, statusQuery } from "../api/queries.ts";
import { useNote } from "../parts/notes.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { EntryList } from "../posture/entry-list.tsx";
import { Exchange } from "../posture/exchange.tsx";
import { FindingsView } from "../posture/findings-view.tsx";
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
  const say = useNote();
  const [open, setOpen] = useState<PostureEntry | "new" | null>(null);
  const [today] = useState(() => localDay(new Date()));
  const [latest] = entries;
  if (open !== null) {
    const entry = open === "new" ? null : open;
    const done = (saved: PostureEntry | null): void => {
      setOpen(null);
      if (saved) say({ text: isSample ? `Kept as yours. Runs you import from ${saved.day} on will be computed with it.` : `Kept. Runs from ${saved.day} on are being computed with it.` });
    };
    return <PostureForm entry={entry} today={today} onDone={done} />;
  }
  return (
    <div className="posture">
      {isSample && <p className="quiet lead">What you keep here is your own posture. The runs shown now are the simulated runner’s, and it leaves them as they are.</p>}
      {!latest && <p className="lead">Here you can see how far your trunk leans while you run. Until then the model takes a usual lean, and the band of each disc is wider for it.</p>}
      {latest && <FindingsView findings={latest.findings} />}
      <div className="actions"><button type="button" className="main" onClick={() => setOpen("new")}>Look at my posture</button></div>
      {entries.length > 0 && (
        <section aria-labelledby="taken-title">
          <h2 id="taken-title">Over time</h2>
          <Trend entries={entries} />
          <EntryList entries={entries} onChange={setOpen} />
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
