import { z } from "zod";
import { dayCovariateIds, isoTime } from "../../src/index.ts";
import { dayChanges, refuseOtherTold, toldDays, writeDay } from "./day-answers.ts";
import { dayNumber, dayText, DiaryRefusal, entryOfTold, momentOf, newPainEntry, refuseOtherDays, textOfDay, weeklyAnswersTold } from "./diary-schema.ts";
import { chooseQuestions, chosenQuestions } from "./diary-settings.ts";
import { dayTold } from "./diary-sync.ts";
import { edit, type Edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { newEntries, painEntries, writeEntry } from "./pain-diary.ts";
import { redFlagOccasions, redFlagAnswers } from "./red-flag-answers.ts";
import { weeklyAnswers, writeWeek } from "./weekly-answers.ts";

/** A whole diary as one file: entries, days, weeks, red flags and what the runner wants to be asked. */
export const diaryFile = z.strictObject({
  format: z.literal("footfall-diary", "is no diary of Footfall’s"),
  version: z.literal(1, "is of another version of Footfall; update it"),
  entries: z.array(newPainEntry.required({ clientId: true })).readonly(),
  days: z.array(dayTold).readonly(),
  weeks: z.array(z.strictObject({ day: dayText, answers: weeklyAnswersTold })).readonly(),
  redFlags: z.array(z.strictObject({
    clientId: z.string().min(1).max(80), at: z.iso.datetime({ offset: true }), occasion: z.enum(redFlagOccasions).nullable(), marked: z.array(z.string().max(80)).readonly(), listDate: dayText,
  })).readonly(),
  questions: z.array(z.enum(dayCovariateIds)).readonly(),
});
export type DiaryFile = z.infer<typeof diaryFile>;

/** Everything a runner's diary holds. */
export function exportDiary(store: Store, runnerId: number): DiaryFile {
  return {
    format: "footfall-diary", version: 1,
    entries: painEntries(store, runnerId).map(({ clientId, at, utcOffset, pains, occasion, note }) => ({ clientId, at: isoTime(at, utcOffset), pains, occasion, note })),
    days: toldDays(store, runnerId).filter(({ answers }) => Object.keys(answers).length > 0).map(({ day, answers }) => ({ day: textOfDay(day), answers })),
    weeks: weeklyAnswers(store, runnerId).map(({ day, answers }) => ({ day: textOfDay(day), answers })),
    redFlags: redFlagAnswers(store, runnerId).map(({ clientId, at, utcOffset, occasion, marked, listDate }) => ({ clientId, at: isoTime(at, utcOffset), occasion, marked, listDate })),
    questions: chosenQuestions(store, runnerId),
  };
}

/** What a file brought; `edit` is null where all of it was here. */
export interface DiaryImport {
  readonly edit: Edit | null;
  readonly entries: number;
  readonly days: number;
  readonly weeks: number;
  readonly redFlags: number;
  readonly alreadyHere: number;
  readonly removedBefore: number;
}

/** Takes in a file as `exportDiary` made it, all of it or nothing, in one edit. What is here already stays as it is. */
export function importDiary(store: Store, runnerId: number, file: DiaryFile, now: number): DiaryImport {
  const entries = file.entries.map((told, index) => {
    try {
      return { ...entryOfTold(told, now), clientId: told.clientId };
    } catch (error) {
      throw error instanceof DiaryRefusal ? new DiaryRefusal(error.message, `entries.${index}.${error.where}`) : error;
    }
  });
  refuseOtherTold(file.days, now);
  for (const { day } of file.weeks) refuseOtherDays(day, now);
  const redFlags = file.redFlags.map((told) => ({ ...told, ...momentOf(told.at, now) }));
  return store.transaction(() => {
    const { fresh, alreadyHere, removedBefore } = newEntries(store, runnerId, entries);
    const days = dayChanges(store, runnerId, file.days, true);
    const [weekDays, answered] = [new Set(weeklyAnswers(store, runnerId).map(({ day }) => day)), new Set(redFlagAnswers(store, runnerId).map(({ clientId }) => clientId))];
    const weeks = file.weeks.filter(({ day }) => !weekDays.has(dayNumber(day)));
    const flags = redFlags.filter(({ clientId }) => !answered.has(clientId));
    if (chosenQuestions(store, runnerId).length === 0) chooseQuestions(store, runnerId, file.questions);
    const counts = { entries: fresh.length, days: days.length, weeks: weeks.length, redFlags: flags.length, alreadyHere, removedBefore };
    if (fresh.length + days.length + weeks.length + flags.length === 0) return { edit: null, ...counts };
    const done = edit(store, { runnerId, now, what: "took in a diary’s file" }, (rows) => {
      for (const entry of fresh) writeEntry(rows, entry, now);
      for (const change of days) writeDay(rows, change);
      for (const week of weeks) writeWeek(store, rows, runnerId, week);
      for (const { clientId, at, utcOffset, occasion, marked, listDate } of flags) {
        rows.insert("red_flag_answers", { client_id: clientId, at, utc_offset: utcOffset, occasion, marked: JSON.stringify(marked), list_date: listDate, written_at: now });
      }
    });
    return { edit: done, ...counts };
  });
}
