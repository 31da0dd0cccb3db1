import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { backQuery, diaryQuery, flagsQuery, promptsQuery, questionsQuery, weeksQuery } from "../api/diary-queries.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import { DataExchange } from "../back/data-exchange.tsx";
import { emptyDraft } from "../back/entry-draft.ts";
import { EntryForm } from "../back/entry-form.tsx";
import { EntryList } from "../back/entry-list.tsx";
import { MonthCalendar } from "../back/month-calendar.tsx";
import { PlacesSection } from "../back/places-section.tsx";
import { QuestionsSection } from "../back/questions-section.tsx";
import { SafetyFirst } from "../back/safety-first.tsx";
import type { Span } from "../back/spans.ts";
import { TimeLine } from "../back/time-line.tsx";
import { useDiary } from "../back/use-diary.ts";
import { WeeksSection } from "../back/weeks-section.tsx";
import { ExperimentsSection } from "../link/experiments-section.tsx";
import { LinkVerdict } from "../link/link-verdict.tsx";
import { NextSteps } from "../report/next-steps.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { dayText, dayWords, monthOf, monthWords } from "../words/dates.ts";
import { localDay, nowSeconds } from "../words/local-time.ts";

/** Is it the running: the diary beside the runs. */
export function BackPage() {
  usePageTitle("Back");
  const { data: overview, error, refetch } = useQuery(backQuery);
  return (
    <>
      <header className="page-head"><h1>Back{overview?.isSample && <span className="tag after">Sample</span>}</h1><Link to="/report" className="button">Report for your physio</Link></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!overview && !error && <Waiting height={800}>Reading your diary…</Waiting>}
      {overview && <Diary overview={overview} />}
    </>
  );
}

function Diary({ overview }: { readonly overview: BackOverview }) {
  const now = nowSeconds();
  // The sample's days end where its runs do, whatever today is.
  const today = overview.isSample ? overview.days.at(-1)?.day ?? localDay(now) : localDay(now);
  const { data: flags } = useQuery(flagsQuery);
  const { data: prompts } = useQuery(promptsQuery);
  const { data: weeks } = useQuery(weeksQuery);
  const { data: questions } = useQuery(questionsQuery);
  const { add } = useDiary();
  const [span, setSpan] = useState<Span>(() => (today - (overview.days[0]?.day ?? today) < 28 ? "28" : "84"));
  const isEmpty = overview.days.length === 0;
  // The safety questions come before any analysis, and their advice in its place.
  const isAnalysisOpen = overview.isSample || (flags !== undefined && flags.due === null && flags.advice === null);
  return (
    <>
      {flags && !overview.isSample && <SafetyFirst flags={flags} />}
      <section className="entry-card">
        <EntryForm label={overview.isSample ? "Begin your own diary: how is your back now?" : "How is your back now?"} draft={emptyDraft()} lastPlaces={overview.isSample ? [] : overview.lastPains} runs={overview.isSample ? [] : overview.runs} onSave={add} />
      </section>
      {overview.isSample && <p className="quiet lead">What follows is the simulated runner’s diary. Your first entry takes its place.</p>}
      {isEmpty && <p className="lead">Your entries will be drawn here beside your runs. One tap a day is enough to begin with; a day without pain counts as much as one with it.</p>}
      {!isEmpty && (
        <>
          <TimeLine overview={overview} today={today} span={span} onSpan={setSpan} />
          {isAnalysisOpen && <LinkVerdict />}
          {(overview.isSample || flags?.advice?.urgency !== "today") && <NextSteps />}
          {isAnalysisOpen && <ExperimentsSection />}
          <Entries overview={overview} today={today} />
          <PlacesSection overview={overview} today={today} span={span} />
        </>
      )}
      {weeks && !overview.isSample && !isEmpty && <WeeksSection weeks={weeks.weeks} due={prompts?.week ?? null} />}
      {questions && !overview.isSample && <QuestionsSection questions={questions.questions} today={today} />}
      <DataExchange isSample={overview.isSample} isEmpty={isEmpty} />
    </>
  );
}

/** A month at a time, or one picked day of it. */
function Entries({ overview, today }: { readonly overview: BackOverview; readonly today: number }) {
  const [month, setMonth] = useState(today);
  const [day, setDay] = useState<number | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { add } = useDiary();
  const { first, length } = monthOf(month);
  const [from, to] = day === null ? [first, first + length - 1] : [day, day];
  const { data, error } = useQuery(diaryQuery(dayText(from), dayText(to)));
  const noon = day === null ? null : day * 86_400 + 12 * 3600 + 60 * new Date(day * 86_400_000).getTimezoneOffset();
  return (
    <section aria-labelledby="entries-title">
      <h2 id="entries-title">Day by day</h2>
      <div className="calendar-and-entries">
        <MonthCalendar overview={overview} month={month} day={day} today={today} onMonth={(next) => { setMonth(next); setDay(null); setAdding(false); }} onDay={(next) => { setDay(next); setAdding(false); }} />
        <div className="entries-beside">
          <div className="entries-head">
            <h3>{day === null ? monthWords(first) : dayWords(day)}</h3>
            {day !== null && <button type="button" className="plain" onClick={() => setDay(null)}>The whole month</button>}
          </div>
          {error && <Trouble error={error} />}
          {data && data.entries.length === 0 && <p className="quiet">{day === null ? "Nothing was noted in this month." : "Nothing was noted on this day."}</p>}
          {data && <EntryList key={`${from} ${to}`} entries={data.entries} overview={overview} />}
          {day !== null && !overview.isSample && !isAdding && <button type="button" onClick={() => setAdding(true)}>Add an entry for this day</button>}
          {day !== null && noon !== null && isAdding && <EntryForm key={day} label="How was your back?" draft={emptyDraft(Math.min(noon, nowSeconds()))} lastPlaces={overview.lastPains} runs={overview.runs} onSave={async (told) => { await add(told); setAdding(false); }} onLeave={() => setAdding(false)} />}
        </div>
      </div>
    </section>
  );
}
