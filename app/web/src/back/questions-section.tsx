import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { DiaryQuestions } from "../../../server/diary-api.ts";
import { diaryQuery } from "../api/diary-queries.ts";
import { dayText, nearDayWords } from "../words/dates.ts";
import { DayQuestions, QuestionChoice } from "./day-questions.tsx";
import { useDiary } from "./use-diary.ts";

/** What else a day held: the questions the runner chose, a tap each, and the choice itself. */
export function QuestionsSection({ questions, today, isChoiceShown = true }: { readonly questions: DiaryQuestions["questions"]; readonly today: number; readonly isChoiceShown?: boolean }) {
  const { answerDay, chooseQuestions } = useDiary();
  const [day, setDay] = useState(today);
  const { data } = useQuery(diaryQuery(dayText(day), dayText(day)));
  const held = data?.isSample ? undefined : data?.days[0];
  const chosen = questions.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  if (chosen.length === 0 && !isChoiceShown) return null;
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">What else the day held</h2>
      {chosen.length === 0 && <p className="quiet">Pain has other reasons than running: sleep, stress, sitting, lifting. Choose what you want to be asked, a tap each; nothing has to be answered.</p>}
      {chosen.length > 0 && (
        <>
          <div className="day-head">
            <button type="button" className="plain" onClick={() => setDay(day - 1)} aria-label="Day before">‹</button>
            <span aria-live="polite">{capital(nearDayWords(day, today))}</span>
            <button type="button" className="plain" disabled={day >= today} onClick={() => setDay(day + 1)} aria-label="Day after">›</button>
          </div>
          <DayQuestions key={day} chosen={chosen} answers={held?.answers ?? {}} temperatureFromFile={held?.temperatureFromFile ?? null} onAnswer={(id, value) => void answerDay(dayText(day), { [id]: value })} />
        </>
      )}
      {isChoiceShown && (
        <details>
          <summary>Choose the questions</summary>
          <QuestionChoice chosen={chosen} onChoose={(ids) => void chooseQuestions(ids)} />
        </details>
      )}
    </section>
  );
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
