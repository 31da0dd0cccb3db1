import { useEffect, useId, useRef, useState } from "react";
import { redFlags, redFlagsReviewed, type RedFlagOccasion } from "../../../../src/index.ts";

const leads: Record<RedFlagOccasion, string> = {
  "first-entry": "Before Footfall looks at your running, a few signs that a doctor should look at first. Asked once now, and again if your pain grows strong or changes.",
  "severe-pain": "Your pain is strong. Before anything else, is any of these so?",
  "changed-pattern": "Your pain is not as it was before. Before anything else, is any of these so?",
};

/** The signs that are asked for before anything is analysed. */
export function RedFlagDialog({ occasion, onAnswer, onLater }: { readonly occasion: RedFlagOccasion | null; readonly onAnswer: (marked: readonly string[]) => Promise<void>; readonly onLater: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Begin at the questions, not at the button below them.
    dialog.current?.scrollTo(0, 0);
  }, []);
  const toggle = (flag: string): void => setMarked(marked.includes(flag) ? marked.filter((other) => other !== flag) : [...marked, flag]);
  const answer = async (): Promise<void> => {
    try {
      await onAnswer(marked);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <dialog ref={dialog} className="wide" aria-labelledby={`${id}-title`} onClose={onLater}>
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); void answer(); }}>
        <h2 id={`${id}-title`} tabIndex={-1} autoFocus>Is any of these so?</h2>
        <p>{leads[occasion ?? "first-entry"]} {redFlags.length} questions.</p>
        <ul className="flags">
          {redFlags.map(({ id: flag, question }) => (
            <li key={flag}><label className="flag"><input type="checkbox" checked={marked.includes(flag)} onChange={() => toggle(flag)} /><span>{question}</span></label></li>
          ))}
        </ul>
        {trouble && <p role="alert">{trouble}</p>}
        <div className="actions flag-actions">
          <button type="submit" className="main">{marked.length === 0 ? "None of these" : marked.length === 1 ? "Yes, this one" : `Yes, these ${marked.length}`}</button>
        </div>
        <p className="quiet">Your answer stays on this machine. List of {redFlagsReviewed}, after an international framework of physiotherapists and the British guideline on back pain.</p>
      </form>
    </dialog>
  );
}
