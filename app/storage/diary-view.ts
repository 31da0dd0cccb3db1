import { covariates, isoTime, nextOstrcQuestion, ostrcQuestions, ostrcWording, redFlagAdvice, redFlags, redFlagsReviewed, redFlagWorks, worstPainRating } from "../../src/index.ts";
import { toldDays } from "./day-answers.ts";
import { dayNumber, textOfDay } from "./diary-schema.ts";
import { chosenQuestions } from "./diary-settings.ts";
import type { Store } from "./open-store.ts";
import { painEntries, readPainEntry, type StoredPainEntry } from "./pain-diary.ts";
import { redFlagAnswers, redFlagsDue } from "./red-flag-answers.ts";
import { sampleRunnerId } from "./runners.ts";
import { weeklyAnswers, type WeeklyAnswers } from "./weekly-answers.ts";

/** Calendar days, as 2026-05-02, both inside. */
export interface DaysMeant {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const describedEntry = (entry: StoredPainEntry) => {
  const { id, clientId, at, utcOffset, pains, occasion, note } = entry;
  return { id, clientId, at: isoTime(at, utcOffset), painRating: worstPainRating(entry), pains, occasion, note };
};

/** One entry as it is shown; null where there is none of that id. */
export function showEntry(store: Store, id: number) {
  const found = readPainEntry(store, id);
  return found && describedEntry(found.entry);
}

/** A runner's diary, oldest first: entries by the day of their own zone, and what the days held. */
export function showDiary(store: Store, runnerId: number, { from = "1900-01-01", to = "2999-12-31" }: DaysMeant) {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const isMeant = ({ at }: { readonly at: string }): boolean => at.slice(0, 10) >= from && at.slice(0, 10) <= to;
  return {
    isSample: sampleRunnerId(store) === runnerId,
    // A day begins and ends earlier or later by zone.
    entries: painEntries(store, runnerId, { from: (first - 1) * 86_400, to: (last + 2) * 86_400 }).map(describedEntry).filter(isMeant),
    days: toldDays(store, runnerId, { from: first, to: last }).map(({ day, ...told }) => ({ day: textOfDay(day), ...told })),
  };
}

/** What one day held, as it is shown; a day of which nothing is known too. */
export function showDay(store: Store, runnerId: number, day: string) {
  return showDiary(store, runnerId, { from: day, to: day }).days[0] ?? { day, answers: {}, temperatureFromFile: null, weatherFromFile: null };
}

/** Every question that can be asked of a day, and which of them are. */
export function showQuestions(store: Store, runnerId: number) {
  const chosen = chosenQuestions(store, runnerId);
  return { questions: covariates.map(({ id, name, question, answers, unit, low, high, why }) => ({ id, name, question, answers, unit, low, high, why, isChosen: chosen.includes(id) })) };
}

const describedWeek = ({ id, day, answers, score }: WeeklyAnswers) => ({ id, day: textOfDay(day), answers, next: nextOstrcQuestion(answers), score: score?.score ?? null, isSubstantial: score?.isSubstantial ?? null });

/** The weekly questionnaires and their wording. */
export function showWeeks(store: Store, runnerId: number) {
  return { questions: ostrcQuestions.map((id) => ({ id, ...ostrcWording[id] })), weeks: weeklyAnswers(store, runnerId).map(describedWeek) };
}

/** The signs that are asked for, what was answered and what the last answer calls for. */
export function showRedFlags(store: Store, runnerId: number, now: number) {
  const flags = redFlags.map(({ id, question, urgency, reason, sources }) => ({ id, question, urgency, reason, sources }));
  const answers = redFlagAnswers(store, runnerId).map(({ id, at, utcOffset, occasion, marked, listDate }) => ({ id, at: isoTime(at, utcOffset), occasion, marked, listDate }));
  const advice = redFlagAdvice(answers.at(-1)?.marked ?? []);
  return {
    reviewed: redFlagsReviewed, works: redFlagWorks(), flags, answers, due: redFlagsDue(store, runnerId, now),
    advice: advice && { urgency: advice.urgency, reasons: advice.reasons.map(({ id, question, reason }) => ({ id, question, reason })) },
  };
}
