import { useState } from "react";
import type { LookTime, PainOccasion } from "../../../../src/index.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import type { DiaryPromptsJson } from "../../../server/diary-api.ts";
import { emptyDraft } from "../back/entry-draft.ts";
import { EntryForm } from "../back/entry-form.tsx";
import { useDiary } from "../back/use-diary.ts";
import { readMoment } from "../words/local-time.ts";

const lookWords: Record<LookTime, string> = { during: "During the run", after: "In the hours after", "next-morning": "The next morning" };
const occasionOf: Record<LookTime, PainOccasion> = { during: "during-run", after: "after-run", "next-morning": "apart-from-run" };

/** How the back was around the latest runs, where nothing in the diary tells yet. */
export function RunPrompts({ prompts, overview }: { readonly prompts: DiaryPromptsJson["runs"]; readonly overview: BackOverview }) {
  const { add, passLooks } = useDiary();
  const [open, setOpen] = useState<string | null>(null);
  if (prompts.length === 0) return null;
  return (
    <section aria-labelledby="prompts-title" className="prompts">
      <h2 id="prompts-title">After your runs</h2>
      {prompts.slice(0, 2).map(({ runId, question, looks }) => (
        <div key={runId} className="prompt-run">
          <p>{question}</p>
          <ul>
            {looks.map(({ time, at }) => {
              const key = `${runId} ${time}`;
              return (
                <li key={time}>
                  <div className="prompt">
                    <span>{lookWords[time]}</span>
                    <span className="actions">
                      <button type="button" onClick={() => void add({ at, pains: [], occasion: occasionOf[time], note: null })} aria-label={`No pain: ${lookWords[time]}`}>No pain</button>
                      <button type="button" aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)} aria-label={`Pain: ${lookWords[time]}`}>Pain</button>
                    </span>
                  </div>
                  {open === key && (
                    <EntryForm
                      label={`How much? ${lookWords[time]}.`} draft={emptyDraft(readMoment(at).at, occasionOf[time], readMoment(at).utcOffset)} lastPlaces={overview.lastPains} runs={overview.runs}
                      onSave={async (told) => { await add(told); setOpen(null); }} onLeave={() => setOpen(null)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
          <button type="button" className="plain" onClick={() => void passLooks(runId, looks.map(({ time }) => time))}>I do not remember</button>
        </div>
      ))}
    </section>
  );
}
