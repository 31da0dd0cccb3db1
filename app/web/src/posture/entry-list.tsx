import { bandWords, numberWords } from "../../../../src/index.ts";
import type { PostureEntry, PostureRemoved } from "../../../server/posture-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "../change/use-edit.ts";
import { useNote } from "../parts/notes.tsx";
import { dateWords } from "../words/dates.ts";
import { angleWords } from "./posture-words.ts";

/** Every posture taken, newest first, each to change or take away, with a way back. */
export function EntryList({ entries, onChange }: { readonly entries: readonly PostureEntry[]; readonly onChange: (entry: PostureEntry) => void }) {
  const edit = useEdit();
  const say = useNote();
  const remove = (entry: PostureEntry): void => void edit(() => ask<PostureRemoved>(`/api/posture/${entry.id}`, { method: "DELETE" })).catch((error: unknown) => say({ text: error instanceof Error ? error.message : String(error) }));
  return (
    <ul className="posture-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div>
            <strong>{dateWords(entry.day)}</strong>
            <p>{entryWords(entry)}</p>
            {entry.note && <p className="quiet">{entry.note}</p>}
          </div>
          <div className="actions">
            <button type="button" onClick={() => onChange(entry)} aria-label={`Change the posture of ${dateWords(entry.day)}`}>Change</button>
            <button type="button" onClick={() => remove(entry)} aria-label={`Take away the posture of ${dateWords(entry.day)}`}>Take away</button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function entryWords({ sideView, toldLean, findings: { trunkLean, trunkToHipAnkle, overstride, surfaceLordosis } }: PostureEntry): string {
  const strides = sideView?.strides.length ?? 0;
  const parts = [
    ...(trunkLean ? [`trunk to upright ${angleWords(trunkLean)}`] : []), ...(trunkToHipAnkle ? [`trunk to leg ${angleWords(trunkToHipAnkle)}`] : []),
    ...(overstride ? [`overstride ${angleWords(overstride)}`] : []), ...(surfaceLordosis ? [`lower back ${numberWords(surfaceLordosis.value)}° (${bandWords(surfaceLordosis.low, surfaceLordosis.high)}) on the skin`] : []),
  ].join(", ");
  const from = sideView ? `from ${strides} ${strides === 1 ? "picture" : "pictures"}` : toldLean ? "measured elsewhere" : "by two readings";
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}; ${from}.`;
}
