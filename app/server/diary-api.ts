/** The shapes of the diary routes, and of `footfall diary --json`. Times are ISO 8601 with the offset of the place they were felt in; days are the runner's own calendar's. */
import { z } from "zod";
import { dateOrders, dayCovariateIds, lookTimes, ostrcQuestions, painOccasions, painRegions, painSides, ratingScales, tableFields } from "../../src/index.ts";
import { dayAnswersTold, dayText, newPainEntry, painEntryTold, redFlagOccasions, redFlagsTold, tableOptions, weeklyAnswersTold } from "../storage/index.ts";
import { toldWeather } from "../storage/told-weather.ts";
import { editRecord } from "./underfoot-api.ts";

export { newPainEntry, painEntryTold, redFlagsTold };

const id = z.int().positive();
const moment = z.string();
const day = z.string();
const redFlagOccasion = z.enum(redFlagOccasions);

/** One look at the back. Without any place in `pains` it says "no pain"; what was never looked at has no entry. */
export const painEntry = z.object({
  id,
  /** What the device or file it came from calls it. */
  clientId: z.string(),
  at: moment,
  /** The worst of its places, 0 to 10. */
  painRating: z.int(),
  pains: z.array(z.object({ region: z.enum(painRegions), side: z.enum(painSides), painRating: z.int() })).readonly(),
  occasion: z.enum(painOccasions),
  note: z.string().nullable(),
});

/** What a day held: answers by question, yes 1 and no 0, each in its question's unit; absent what was not answered. */
export const diaryDay = z.object({
  day,
  answers: z.partialRecord(z.enum(dayCovariateIds), z.number()),
  /** What the watch felt on that day's runs, the median [°C]; the wrist warms it. Null where no file tells. */
  temperatureFromFile: z.number().nullable(),
  /** The air as the runs’ files and accounts tell it; null where none does. */
  weatherFromFile: toldWeather.nullable(),
});

/** Query of GET /api/diary: days, both inside. */
export const diaryQuery = z.object({ from: dayText.optional(), to: dayText.optional() });

/** GET /api/diary, oldest first; also `footfall diary list --json`. */
export const diary = z.object({
  /** It is the simulated sample runner's. */
  isSample: z.boolean(),
  entries: z.array(painEntry).readonly(),
  days: z.array(diaryDay).readonly(),
});

/** POST, PUT /api/diary/entries, `footfall diary add` and `edit`. */
export const entryKept = z.object({
  entry: painEntry,
  /** Null where the same was here already. */
  edit: editRecord.nullable(),
  /** Why the red flags are to be asked for now; null when they need not be. */
  redFlags: redFlagOccasion.nullable(),
});

/** DELETE /api/diary/entries/:id, `footfall diary remove`: `POST /api/edits/:id/undo` brings it back. */
export const entryRemoved = z.object({ id, edit: editRecord });

export const dayParameters = z.object({ day: dayText });

/** PUT /api/diary/days/:day: null takes an answer back, what is left out stays. */
export const dayAnswers = z.strictObject({ answers: dayAnswersTold });

/** The day as it is now, `footfall diary day`; `edit` null where nothing changed. */
export const dayKept = z.object({ day: diaryDay, edit: editRecord.nullable() });

/** GET /api/diary/questions: what can be asked of a day. */
export const questions = z.object({
  questions: z.array(z.object({
    id: z.enum(dayCovariateIds),
    name: z.string(),
    question: z.string(),
    /** Choices; null where a number is told. */
    answers: z.array(z.object({ text: z.string(), value: z.number() })).readonly().nullable(),
    unit: z.string().nullable(),
    low: z.number(),
    high: z.number(),
    why: z.string(),
    isChosen: z.boolean(),
  })).readonly(),
});

/** PUT /api/diary/questions: which of them the runner wants to be asked. */
export const questionsChosen = z.strictObject({ chosen: z.array(z.enum(dayCovariateIds)).readonly() });

const ostrcQuestion = z.enum(ostrcQuestions);

const week = z.object({
  id,
  /** The last of the seven days it is about. */
  day,
  /** Which of the four answers, the first is 0. */
  answers: weeklyAnswersTold,
  /** The question still to be answered; null when the score stands. */
  next: ostrcQuestion.nullable(),
  /** Severity, 0 to 100; null while a question is open. */
  score: z.number().nullable(),
  isSubstantial: z.boolean().nullable(),
});

/** GET /api/diary/weeks, oldest first; also `footfall diary week --json`. Ask `participation` first: its first and last answers end the questionnaire. */
export const weeks = z.object({
  questions: z.array(z.object({ id: ostrcQuestion, question: z.string(), answers: z.array(z.string()).readonly() })).readonly(),
  weeks: z.array(week).readonly(),
});

/** PUT /api/diary/weeks/:day: the answers given so far; none takes the week back. */
export const weekAnswers = z.strictObject({ answers: weeklyAnswersTold });

/** `week` null where it was taken back. */
export const weekKept = z.object({ week: week.nullable(), edit: editRecord.nullable() });

/** GET /api/diary/red-flags, `footfall diary flags --json`: the signs that come before everything else. Nothing is diagnosed. */
export const redFlagList = z.object({
  /** When the list was last held against its sources. */
  reviewed: day,
  works: z.array(z.object({ id: z.string(), title: z.string(), doi: z.string().nullable() })).readonly(),
  flags: z.array(z.object({ id: z.string(), question: z.string(), urgency: z.enum(["today", "soon"]), reason: z.string(), sources: z.array(z.string()).readonly() })).readonly(),
  /** Why they are to be asked for now; null when they need not be. */
  due: redFlagOccasion.nullable(),
  /** Oldest first; `occasion` null where the runner asked. */
  answers: z.array(z.object({ id, at: moment, occasion: redFlagOccasion.nullable(), marked: z.array(z.string()).readonly(), listDate: day })).readonly(),
  /** What the last answer calls for, the most urgent first; null where nothing was marked. */
  advice: z.object({ urgency: z.enum(["today", "soon"]), reasons: z.array(z.object({ id: z.string(), question: z.string(), reason: z.string() })).readonly() }).nullable(),
});

/** GET /api/diary/prompts, `footfall diary prompts --json`: what the diary asks for now. */
export const prompts = z.object({
  redFlags: redFlagOccasion.nullable(),
  /** Runs of the last seven days that lack a look at the back, newest first; each look with the moment it is entered for. */
  runs: z.array(z.object({
    runId: id, title: z.string(), startedAt: moment, question: z.string(),
    looks: z.array(z.object({ time: z.enum(lookTimes), at: moment })).readonly(),
  })).readonly(),
  /** The weekly questionnaire; null before the first entry. */
  week: z.object({ isDue: z.boolean(), on: day }).nullable(),
});

/** POST /api/diary/prompts/pass: looks of a run that are not to be asked for any more. */
export const promptsPassed = z.strictObject({ runId: id, times: z.array(z.enum(lookTimes)).min(1).readonly() });

const parts = z.array(z.unknown()).max(2000).readonly().default([]);

/** POST /api/diary/sync: what was written without a connection. Entries and red flags as their own routes take them, each with its `clientId`; days as `{day, answers}`, weeks likewise. Sending it twice keeps it once. */
export const syncBatch = z.strictObject({ entries: parts, days: parts, weeks: parts, redFlags: parts });

/** What became of each part, by its place in its list; one that is refused holds nothing else up. */
export const synced = z.object({
  parts: z.array(z.object({ kind: z.enum(["entries", "days", "weeks", "redFlags"]), index: z.int(), outcome: z.enum(["kept", "already-here", "removed-before", "refused"]), message: z.string().nullable() })).readonly(),
  redFlags: redFlagOccasion.nullable(),
});

/** POST /api/diary/import: a file as GET /api/diary/export.json gives it. */
export const diaryImported = z.object({ edit: editRecord.nullable(), entries: z.int(), days: z.int(), weeks: z.int(), redFlags: z.int(), alreadyHere: z.int(), removedBefore: z.int() });

/** POST /api/diary/table/preview and /import: a table of whatever program, its bytes as they are, and how to read it where it is not as guessed. */
export const tableRequest = z.strictObject({ name: z.string().min(1).max(200), file: z.base64("must be the file's bytes in base64"), options: tableOptions.prefault({}) });

const place = z.object({ region: z.enum(painRegions), side: z.enum(painSides) });
const refusedRows = z.array(z.object({ line: z.int(), reason: z.string() })).readonly();

/** What would become of a table. */
export const tablePreview = z.object({
  /** Whose it is: `other` where its columns were guessed. */
  format: z.enum(["footfall", "footfall-days", "bearable", "migraine-buddy", "daylio", "other"]),
  name: z.string(),
  encoding: z.string(),
  separator: z.string(),
  /** What is taken for granted of such a table. */
  assumptions: z.array(z.string()).readonly(),
  columns: z.array(z.object({ heading: z.string(), field: z.enum(tableFields).nullable(), samples: z.array(z.string()).readonly() })).readonly(),
  rows: z.int(),
  /** Rows about something else than pain. */
  otherRows: z.int(),
  dateOrder: z.enum(dateOrders),
  isDateOrderSure: z.boolean(),
  scale: z.enum(ratingScales),
  /** Texts of the place column, the most frequent first; `place` null where it is left out. */
  places: z.array(z.object({ text: z.string(), rows: z.int(), place: place.nullable() })).readonly(),
  /** What has to be said before it can be taken in; null where nothing. */
  trouble: z.object({ message: z.string(), where: z.string() }).nullable(),
  /** Days of a table of days. */
  days: z.int(),
  entries: z.int(),
  /** Of the entries: new, here already, of those here with other contents, removed here before. */
  fresh: z.int(),
  alreadyHere: z.int(),
  otherHere: z.int(),
  removedBefore: z.int(),
  /** Rows about places that are left out; ratings that were no whole numbers. */
  leftOut: z.int(),
  rounded: z.int(),
  refused: refusedRows,
  /** The first entries as they would be kept. */
  first: z.array(painEntry.pick({ at: true, pains: true, occasion: true, note: true })).readonly(),
});

/** What became of a table; `edit` null where nothing was new. */
export const tableImported = z.object({
  name: z.string(), edit: editRecord.nullable(), added: z.array(id).readonly(), days: z.int(), alreadyHere: z.int(), otherHere: z.int(), removedBefore: z.int(), leftOut: z.int(), rounded: z.int(), otherRows: z.int(), refused: refusedRows,
});

export type DiaryImported = z.infer<typeof diaryImported>;
export type TableRequest = z.input<typeof tableRequest>;
export type TablePreview = z.infer<typeof tablePreview>;
export type TableImported = z.infer<typeof tableImported>;
export type PainEntryJson = z.infer<typeof painEntry>;
export type NewPainEntryJson = z.input<typeof newPainEntry>;
export type PainEntryChange = z.input<typeof painEntryTold>;
export type DiaryDay = z.infer<typeof diaryDay>;
export type DiaryJson = z.infer<typeof diary>;
export type EntryKept = z.infer<typeof entryKept>;
export type EntryRemoved = z.infer<typeof entryRemoved>;
export type DayKept = z.infer<typeof dayKept>;
export type DiaryQuestions = z.infer<typeof questions>;
export type DiaryWeeks = z.infer<typeof weeks>;
export type WeekKept = z.infer<typeof weekKept>;
export type RedFlagList = z.infer<typeof redFlagList>;
export type RedFlagsAnswer = z.input<typeof redFlagsTold>;
export type DiaryPromptsJson = z.infer<typeof prompts>;
export type SyncBatch = z.input<typeof syncBatch>;
export type Synced = z.infer<typeof synced>;
