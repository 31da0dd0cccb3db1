import {
  addToldEntry, answerDays, answerRedFlags, answerWeek, changePainEntry, chooseQuestions, diaryPrompts, DiaryRefusal, diaryRunnerId, entryOfTold, ownRunnerId, passLooks, redFlagsDue, removePainEntry,
  showDay, showDiary, showEntry, showQuestions, showRedFlags, showWeeks, syncDiary,
} from "../storage/index.ts";
import { apiError, idParameters } from "./api.ts";
import * as api from "./diary-api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";

const failures = { 400: apiError, 404: apiError };
const now = (): number => Date.now() / 1000;

/** This machine's place in time. */
const here = () => ({ now: now(), utcOffset: -60 * new Date().getTimezoneOffset() });

/** Runs a change; what cannot be so is answered by name. */
function told<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof DiaryRefusal) throw new RequestFailure(400, "bad-request", `${error.where}: ${error.message}`, error.where);
    throw error;
  }
}

/** The diary: looks at the back, what the days held, the weekly questionnaire, red flags, and what is asked for now. New things are always the owner's. */
export function diaryRoutes(app: App, { store }: Pick<RouteContext, "store">): void {
  const shown = (): number => diaryRunnerId(store);
  const kept = (id: number, edit: api.EntryKept["edit"]): api.EntryKept => {
    const entry = showEntry(store, id);
    if (!entry) throw notThere("entry", id);
    return { entry, edit, redFlags: redFlagsDue(store, shown(), now()) };
  };

  app.get("/api/diary", { schema: { summary: "The diary, oldest first", querystring: api.diaryQuery, response: { 200: api.diary, ...failures } } }, ({ query }) => showDiary(store, shown(), query));

  app.post("/api/diary/entries", { schema: { summary: "A new look at the back; one sent twice is kept once", body: api.newPainEntry, response: { 200: api.entryKept, ...failures, 409: apiError } } }, ({ body }) => {
    const { id, edit } = told(() => addToldEntry(store, ownRunnerId, body, now()));
    if (id === null) throw new RequestFailure(409, "removed-before", "this entry was kept and removed before; take the removal back instead");
    return kept(id, edit);
  });

  app.put("/api/diary/entries/:id", { schema: { summary: "Put another entry in its place", params: idParameters, body: api.painEntryTold, response: { 200: api.entryKept, ...failures } } }, ({ params: { id }, body }) =>
    kept(id, told(() => changePainEntry(store, id, entryOfTold(body, now()), now()))));

  app.delete("/api/diary/entries/:id", { schema: { summary: "Take an entry out; undoing the edit brings it back", params: idParameters, response: { 200: api.entryRemoved, ...failures } } }, ({ params: { id } }) => {
    const edit = removePainEntry(store, id, now());
    if (!edit) throw notThere("entry", id);
    return { id, edit };
  });

  app.put("/api/diary/days/:day", { schema: { summary: "What a day held", params: api.dayParameters, body: api.dayAnswers, response: { 200: api.dayKept, ...failures } } }, ({ params: { day }, body: { answers } }) => {
    const edit = told(() => answerDays(store, ownRunnerId, [{ day, answers }], { now: now() }));
    return { day: showDay(store, ownRunnerId, day), edit };
  });

  app.get("/api/diary/questions", { schema: { summary: "What can be asked of a day", response: { 200: api.questions } } }, () => showQuestions(store, ownRunnerId));

  app.put("/api/diary/questions", { schema: { summary: "Which questions are asked", body: api.questionsChosen, response: { 200: api.questions, ...failures } } }, ({ body }) => {
    chooseQuestions(store, ownRunnerId, body.chosen);
    return showQuestions(store, ownRunnerId);
  });

  app.get("/api/diary/weeks", { schema: { summary: "The weekly questionnaire and its scores", response: { 200: api.weeks } } }, () => showWeeks(store, shown()));

  app.put("/api/diary/weeks/:day", { schema: { summary: "Answers about the seven days up to this one", params: api.dayParameters, body: api.weekAnswers, response: { 200: api.weekKept, ...failures } } }, ({ params: { day }, body: { answers } }) => {
    const edit = told(() => answerWeek(store, ownRunnerId, { day, answers }, now()));
    return { week: showWeeks(store, ownRunnerId).weeks.find((week) => week.day === day) ?? null, edit };
  });

  app.get("/api/diary/red-flags", { schema: { summary: "Signs that come before everything else", response: { 200: api.redFlagList } } }, () => showRedFlags(store, shown(), now()));

  app.post("/api/diary/red-flags", { schema: { summary: "Which signs there are; none is an answer too", body: api.redFlagsTold, response: { 200: api.redFlagList, ...failures } } }, ({ body }) => {
    told(() => answerRedFlags(store, ownRunnerId, body, now()));
    return showRedFlags(store, ownRunnerId, now());
  });

  app.get("/api/diary/prompts", { schema: { summary: "What the diary asks for now", response: { 200: api.prompts } } }, () => diaryPrompts(store, ownRunnerId, here()));

  app.post("/api/diary/prompts/pass", { schema: { summary: "Ask no more for some looks of a run", body: api.promptsPassed, response: { 200: api.prompts, ...failures } } }, ({ body: { runId, times } }) => {
    passLooks(store, ownRunnerId, runId, times);
    return diaryPrompts(store, ownRunnerId, here());
  });

  app.post("/api/diary/sync", { bodyLimit: 2 ** 24, schema: { summary: "Take in what was written without a connection; twice is once", body: api.syncBatch, response: { 200: api.synced, ...failures } } }, ({ body }) => ({
    parts: syncDiary(store, ownRunnerId, body, now()), redFlags: redFlagsDue(store, ownRunnerId, now()),
  }));
}
