import { useState } from "react";
import type { DiaryPromptsJson, DiaryWeeks } from "../../../server/diary-api.ts";
import { dayWords } from "../words/dates.ts";
import { useDiary } from "./use-diary.ts";
import { WeeklyDialog, weekWords } from "./weekly-dialog.tsx";

/** The weekly questionnaire: this week's, and what the weeks before said. */
export function WeeksSection({ weeks, due }: { readonly weeks: DiaryWeeks["weeks"]; readonly due: DiaryPromptsJson["week"] }) {
  const { answerWeek } = useDiary();
  const [isAsking, setAsking] = useState(false);
  const scored = weeks.flatMap(({ day, score, isSubstantial }) => (score === null ? [] : [{ day, score, isSubstantial: isSubstantial ?? false }])).toReversed();
  return (
    <section aria-labelledby="weeks-title">
      <h2 id="weeks-title">Week by week</h2>
      <p className="quiet">How much your lower back got in the way of running, by the four questions of the OSTRC-O2: 0 not at all, 100 no running.{due && !due.isDue && ` Due again on ${dayWords(dayOf(due.on))}.`}</p>
      <div className="actions"><button type="button" onClick={() => setAsking(true)}>Answer for the last seven days</button></div>
      {scored.length > 0 && (
        <div className="scroll tall" tabIndex={0} role="region" aria-label="Weeks as a table">
          <table>
            <caption className="unseen">Weekly questionnaires</caption>
            <thead><tr><th scope="col">Seven days to</th><th scope="col">Of 100</th><th scope="col">In words</th></tr></thead>
            <tbody>{scored.map((week) => <tr key={week.day}><th scope="row">{dayWords(dayOf(week.day))}</th><td>{week.score}</td><td>{weekWords(week)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      {isAsking && <WeeklyDialog onLater={() => setAsking(false)} onKeep={async (answers) => { await answerWeek(answers); setAsking(false); }} />}
    </section>
  );
}

const dayOf = (text: string): number => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
