import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { RedFlagList } from "../../../server/diary-api.ts";
import { useNote } from "../parts/notes.tsx";
import { RedFlagDialog } from "./red-flag-dialog.tsx";
import { useDiary } from "./use-diary.ts";

/** Signs that come before everything else: asked when they are due, and where one was marked, said first. */
export function SafetyFirst({ flags: { due, advice } }: { readonly flags: RedFlagList }) {
  const { answerFlags } = useDiary();
  const navigate = useNavigate();
  const say = useNote();
  const [isLater, setLater] = useState(false);
  const answer = async (marked: readonly string[]): Promise<void> => {
    await answerFlags(marked);
    if (marked.length === 0) return;
    // Nothing stands before the reasons.
    say(null);
    await navigate({ to: "/back/help" });
  };
  return (
    <>
      {due !== null && !isLater && <RedFlagDialog occasion={due} onAnswer={answer} onLater={() => setLater(true)} />}
      {due !== null && isLater && (
        <section className="safety" aria-label="Safety questions">
          <p>A few questions come first: whether a doctor should look at your back before anything else.</p>
          <button type="button" className="main" onClick={() => setLater(false)}>Answer them</button>
        </section>
      )}
      {advice !== null && (
        <section className="safety" aria-label="Medical help">
          <p><strong>{advice.urgency === "today" ? "Get medical help today." : "Have a doctor look at this soon."}</strong> You marked {advice.reasons.length === 1 ? "a sign" : `${advice.reasons.length} signs`} that a doctor should look at before you think about running.</p>
          <Link to="/back/help" className="button main">What to do, and why</Link>
        </section>
      )}
    </>
  );
}
