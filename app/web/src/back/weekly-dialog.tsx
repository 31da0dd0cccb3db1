import { useEffect, useId, useRef, useState } from "react";
import { nextOstrcQuestion, ostrcQuestions, ostrcWording, scoreOstrc, type OstrcAnswer, type OstrcAnswers, type OstrcQuestion } from "../../../../src/index.ts";

const answerNumbers = [0, 1, 2, 3] as const satisfies readonly OstrcAnswer[];

/** The weekly questionnaire, one question at a time; its first question closes the gate where there is nothing more to ask. */
export function WeeklyDialog({ onKeep, onLater }: { readonly onKeep: (answers: OstrcAnswers) => Promise<void>; readonly onLater: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [answers, setAnswers] = useState<OstrcAnswers>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const question = nextOstrcQuestion(answers);
  useEffect(() => title.current?.focus(), [question]);
  const give = (asked: OstrcQuestion, answer: OstrcAnswer): void => setAnswers({ ...answers, [asked]: answer });
  const answered = ostrcQuestions.filter((each) => answers[each] !== undefined);
  const back = (): void => setAnswers(Object.fromEntries(answered.slice(0, -1).map((each) => [each, answers[each]])));
  const keep = async (): Promise<void> => {
    try {
      await onKeep(answers);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  const score = scoreOstrc(answers);
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onLater}>
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
        {question ? (
          <>
            <p className="quiet">Your week, question {answered.length + 1}{answered.length === 0 ? " of 1 to 4" : " of 4"}</p>
            <h2 id={`${id}-title`} ref={title} tabIndex={-1}>{ostrcWording[question].question}</h2>
            <div className="weekly-answers">
              {answerNumbers.map((number) => <button key={number} type="button" onClick={() => give(question, number)}>{ostrcWording[question].answers[number]}</button>)}
            </div>
          </>
        ) : (
          <>
            <h2 id={`${id}-title`} ref={title} tabIndex={-1}>{score === null ? "Your week" : `Your week: ${score.score} of 100`}</h2>
            <p>{score === null ? "" : weekWords(score)} There is no score from which it counts as good or bad: compare it with your own weeks.</p>
            {trouble && <p role="alert">{trouble}</p>}
          </>
        )}
        <div className="actions">
          {question === null && <button type="submit" className="main">Keep it</button>}
          {answered.length > 0 && <button type="button" onClick={back}>Back</button>}
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>Not now</button>
        </div>
        <p className="quiet">The Oslo questionnaire on health problems, OSTRC-O2, for the lower back.</p>
      </form>
    </dialog>
  );
}

/** What a score says, and no more. */
export function weekWords({ score, isSubstantial }: { readonly score: number; readonly isSubstantial: boolean }): string {
  if (score === 0) return "Your lower back did not get in the way of your running.";
  return isSubstantial ? "Your lower back got in the way of your running more than a little." : "Your lower back got in the way of your running a little.";
}
