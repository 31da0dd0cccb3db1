import { useState } from "react";
import { backPicture } from "../../../../src/index.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import type { PainEntryJson } from "../../../server/diary-api.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import { momentWords } from "../words/dates.ts";
import { readMoment } from "../words/local-time.ts";
import { draftOf } from "./entry-draft.ts";
import { EntryForm } from "./entry-form.tsx";
import { entryWords, occasionWords } from "./pain-words.ts";
import { useDiary } from "./use-diary.ts";

/** As many as are seen at once. */
const few = 8;

/** Entries, newest first; those of the sample are only looked at. */
export function EntryList({ entries, overview }: { readonly entries: readonly PainEntryJson[]; readonly overview: BackOverview }) {
  const [isWhole, setWhole] = useState(false);
  const shown = (isWhole ? entries : entries.slice(-few)).toReversed();
  return (
    <>
      <ul className="entries">{shown.map((entry) => <li key={entry.id}><Entry entry={entry} overview={overview} /></li>)}</ul>
      {shown.length < entries.length && <button type="button" onClick={() => setWhole(true)}>Show all {entries.length} entries</button>}
    </>
  );
}

/** One entry with its small picture; it can be changed, and removed with a way back. */
function Entry({ entry, overview }: { readonly entry: PainEntryJson; readonly overview: BackOverview }) {
  const [isChanging, setChanging] = useState(false);
  const { change, remove } = useDiary();
  const when = momentWords(entry.at);
  return (
    <>
      <div className="entry">
        <Drawing svg={backPicture({ size: "small", pains: entry.pains }).svg} isDecoration />
        <div>
          <p><strong>{entryWords(entry)}</strong></p>
          <p className="quiet">{when} · {occasionWords[entry.occasion]}{entry.note && <> · {entry.note}</>}</p>
        </div>
        {!overview.isSample && (
          <div className="actions">
            <button type="button" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)} aria-label={`Change the entry of ${when}`}>Change</button>
            <button type="button" className="plain" onClick={() => void remove(entry.id)} aria-label={`Remove the entry of ${when}`}>Remove</button>
          </div>
        )}
      </div>
      {isChanging && (
        <EntryForm
          label="What should the entry say?" draft={draftOf({ ...entry, ...readMoment(entry.at) })} isOpen lastPlaces={[]} runs={overview.runs}
          onSave={async (told) => { await change(entry.id, told); setChanging(false); }} onLeave={() => setChanging(false)}
        />
      )}
    </>
  );
}
