import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { backQuery, flagsQuery, promptsQuery, questionsQuery } from "../api/diary-queries.ts";
import { statusQuery } from "../api/queries.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import type { DiaryPromptsJson, DiaryQuestions, RedFlagList } from "../../../server/diary-api.ts";
import { emptyDraft } from "../back/entry-draft.ts";
import { EntryForm } from "../back/entry-form.tsx";
import { QuestionsSection } from "../back/questions-section.tsx";
import { SafetyFirst } from "../back/safety-first.tsx";
import { useDiary } from "../back/use-diary.ts";
import { WeeklyDialog } from "../back/weekly-dialog.tsx";
import { useImport } from "../import/import-context.tsx";
import { LinkSentence } from "../link/link-sentence.tsx";
import { WeekStrip } from "../plan/week-strip.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { backSentence } from "../words/back-words.ts";
import { LastRun } from "../today/last-run.tsx";
import { RunPrompts } from "../today/run-prompts.tsx";
import { dayWords } from "../words/dates.ts";
import { localDay, nowSeconds } from "../words/local-time.ts";

/** How is my back, what did the last run do, what now. */
export function TodayPage() {
  usePageTitle("Today");
  const { data: overview, error, refetch } = useQuery(backQuery);
  const { data: flags } = useQuery(flagsQuery);
  const { data: prompts } = useQuery(promptsQuery);
  const { data: questions } = useQuery(questionsQuery);
  const { data: status } = useQuery(statusQuery);
  const today = localDay(nowSeconds());
  return (
    <>
      <header className="page-head"><h1>Today</h1><p className="quiet">{dayWords(today)}</p></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!(overview && flags && prompts && questions && status) && !error && <Waiting height={640}>Reading your diary…</Waiting>}
      {overview && flags && prompts && questions && status && <Day overview={overview} flags={flags} prompts={prompts} questions={questions.questions} isSampleShown={status.isSampleShown} today={today} />}
    </>
  );
}

function Day({ overview, flags, prompts, questions, isSampleShown, today }: {
  readonly overview: BackOverview;
  readonly flags: RedFlagList;
  readonly prompts: DiaryPromptsJson;
  readonly questions: DiaryQuestions["questions"];
  readonly isSampleShown: boolean;
  readonly today: number;
}) {
  const { add } = useDiary();
  const { open } = useImport();
  const isOwn = !overview.isSample;
  const lastDay = overview.days.at(-1)?.day ?? today;
  const sentence = backSentence(overview.days, isOwn ? today : lastDay);
  const lastRun = overview.runs.at(-1);
  const verdict = flags.advice === null && <p className={isOwn ? "verdict" : "verdict of-sample"}>{!isOwn && <span className="tag before">Sample</span>}{sentence ?? "Nothing is noted of your back yet. One tap a day is enough to begin with; a day without pain counts as much as one with it."}</p>;
  return (
    <>
      {isOwn && <SafetyFirst flags={flags} />}
      {isSampleShown && (
        <section className="door" aria-label="Sample">
          <p><strong className="tag before">Sample</strong> A simulated runner, to look around with. Your runs take its place as soon as the first is in.</p>
          <button type="button" className="main large" onClick={() => open()}>Import my runs</button>
          <p className="quiet">Files from your watch (FIT, TCX, GPX) or a whole export. They stay on this machine.</p>
        </section>
      )}
      {isOwn && verdict}
      <section className="entry-card">
        <EntryForm label={isOwn ? "How is your back now?" : "How is your own back now?"} draft={emptyDraft()} lastPlaces={isOwn ? overview.lastPains : []} runs={isOwn ? overview.runs : []} onSave={add} />
      </section>
      {!isOwn && verdict}
      {overview.days.length > 0 && overview.runs.length > 0 && (!isOwn || (flags.advice === null && flags.due === null)) && <LinkSentence />}
      {isOwn && <RunPrompts prompts={prompts.runs} overview={overview} />}
      {isOwn && prompts.week?.isDue && <WeekPrompt />}
      {isOwn && questions.some(({ isChosen }) => isChosen) && <QuestionsSection questions={questions} today={today} isChoiceShown={false} />}
      {lastRun && <LastRun id={lastRun.id} />}
      {!lastRun && !isSampleShown && <section className="door"><p>Your last run will stand here, with what it asked of your back.</p><button type="button" className="main" onClick={() => open()}>Import my runs</button></section>}
      <WeekStrip />
      <p className="to-back"><Link to="/back">All of your diary</Link></p>
    </>
  );
}

function WeekPrompt() {
  const { answerWeek } = useDiary();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="prompt-week" aria-labelledby="week-title">
      <h2 id="week-title">The week behind you</h2>
      <div className="prompt">
        <span>How much did your lower back get in the way of running in the last seven days? One to four questions.</span>
        <button type="button" onClick={() => setAsking(true)}>Answer</button>
      </div>
      {isAsking && <WeeklyDialog onLater={() => setAsking(false)} onKeep={async (answers) => { await answerWeek(answers); setAsking(false); }} />}
    </section>
  );
}
