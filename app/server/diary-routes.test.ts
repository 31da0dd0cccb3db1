import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { apiOver } from "../../test/fixtures/api-over.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { importFiles } from "../storage/index.ts";
import { apiError } from "./api.ts";
import * as api from "./diary-api.ts";
import { changed } from "./underfoot-api.ts";

const store = temporaryStore();
beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 4, 3, 10), toFake: ["Date"] }));
const server = apiOver(store);
afterEach(() => void vi.useRealTimers());

const ask = (method: Parameters<typeof server.ask>[0], url: string, payload?: object) => server.ask(method, `/api/diary${url}`, payload);
const diary = async (query = ""): Promise<api.DiaryJson> => api.diary.parse((await ask("GET", query)).json());
const add = async (body: object): Promise<api.EntryKept> => api.entryKept.parse((await ask("POST", "/entries", body)).json());
const undo = (id: number) => server.ask("POST", `/api/edits/${id}/undo`);

const at = "2026-05-03T11:30:00+02:00";
const pains = [{ region: "lower-lumbar", side: "left", painRating: 4 }, { region: "leg-below-knee", side: "left", painRating: 2 }] as const;

describe("entries over the API", () => {
  it("are added, changed, taken out and brought back; the red flags are asked for first", async () => {
    const { entry, edit, redFlags } = await add({ at, pains, occasion: "after-run", note: "“stiff”" });
    expect(entry).toMatchObject({ id: 1, at, painRating: 4, pains, occasion: "after-run", note: "“stiff”" });
    expect([edit?.what, redFlags]).toEqual(["added pain 4 of 2026-05-03 11:30", "first-entry"]);
    const none = await add({ at: "2026-05-03T09:00:00Z" });
    expect(none.entry).toMatchObject({ painRating: 0, pains: [], occasion: "apart-from-run" });
    const worse = api.entryKept.parse((await ask("PUT", "/entries/1", { at, pains: [{ ...pains[0], painRating: 8 }] })).json());
    expect(worse).toMatchObject({ entry: { painRating: 8, note: null }, redFlags: "severe-pain" });
    const removal = api.entryRemoved.parse((await ask("DELETE", "/entries/1")).json());
    expect((await diary()).entries.map(({ id }) => id)).toEqual([2]);
    expect(changed.parse((await undo(removal.edit.id)).json()).edit.isUndone).toBe(true);
    expect((await diary()).entries.map(({ painRating }) => painRating)).toEqual([0, 8]);
    for (const [method, url, body] of [["PUT", "/entries/9", { at }], ["DELETE", "/entries/9"]] as const) expect((await ask(method, url, body)).statusCode).toBe(404);
  });

  it("are kept once when a phone sends them twice, and stay removed", async () => {
    const told = { at, pains, clientId: "phone-1:7" };
    expect((await add(told)).edit).not.toBeNull();
    expect(await add(told)).toMatchObject({ entry: { id: 1, clientId: "phone-1:7" }, edit: null });
    await ask("DELETE", "/entries/1");
    expect((await ask("POST", "/entries", told)).statusCode).toBe(409);
  });

  it("are listed by the day of their own zone", async () => {
    await add({ at: "2026-05-01T23:30:00-10:00" });
    await add({ at: "2026-05-02T00:30:00+12:00" });
    await add({ at: "2026-05-02T23:30:00Z" });
    expect((await diary("?from=2026-05-02&to=2026-05-02")).entries.map((entry) => entry.at)).toEqual(["2026-05-02T00:30:00+12:00", "2026-05-02T23:30:00+00:00"]);
    expect((await diary("?to=2026-05-01")).entries).toHaveLength(1);
    expect((await ask("GET", "?from=May")).statusCode).toBe(400);
  });

  it.each([
    ["pain 11", { at, pains: [{ ...pains[0], painRating: 11 }] }, "pains.0.painRating", "1 to 10"],
    ["a time tomorrow", { at: "2026-05-04T11:00:00Z" }, "at", "lies in the future"],
    ["a time without a zone", { at: "2026-05-03T11:00" }, "at", "with its zone"],
    ["a year typed wrong", { at: "0206-05-03T11:00:00Z" }, "at", "before 1950"],
    ["an occasion nobody knows", { at, occasion: "asleep" }, "occasion", "must be one of"],
    ["a field it does not know", { at, mood: 3 }, "body", "mood"],
  ])("refuse %s by name", async (_name, body, where, message) => {
    const answer = await ask("POST", "/entries", body);
    expect(answer.statusCode).toBe(400);
    expect(apiError.parse(answer.json()).error.where).toBe(where);
    expect(apiError.parse(answer.json()).error.message).toContain(message);
    expect((await diary()).entries).toEqual([]);
  });
});

describe("days, weeks and red flags over the API", () => {
  it("keep what a day held, question by question", async () => {
    const first = api.dayKept.parse((await ask("PUT", "/days/2026-05-03", { answers: { hoursOfSleep: 7, stress: 1 } })).json());
    expect(first).toMatchObject({ day: { day: "2026-05-03", answers: { hoursOfSleep: 7, stress: 1 }, temperatureFromFile: null }, edit: { what: "answered for 2026-05-03" } });
    expect(api.dayKept.parse((await ask("PUT", "/days/2026-05-03", { answers: { stress: null } })).json()).day.answers).toEqual({ hoursOfSleep: 7 });
    expect((await diary()).days).toEqual([{ day: "2026-05-03", answers: { hoursOfSleep: 7 }, temperatureFromFile: null }]);
    const refused = await ask("PUT", "/days/2026-05-03", { answers: { hoursOfSleep: 30 } });
    expect([refused.statusCode, apiError.parse(refused.json()).error.message]).toEqual([400, "hoursOfSleep: sleep 30: give 0 to 16 h"]);
    expect((await ask("PUT", "/days/2026-05-09", { answers: {} })).statusCode).toBe(400);
  });

  it("ask of a day what the runner chose", async () => {
    expect(api.questions.parse((await ask("GET", "/questions")).json()).questions.filter(({ isChosen }) => isChosen)).toEqual([]);
    const chosen = api.questions.parse((await ask("PUT", "/questions", { chosen: ["stress", "hoursOfSleep"] })).json());
    expect(chosen.questions.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual(["hoursOfSleep", "stress"]);
    expect((await ask("PUT", "/questions", { chosen: ["horoscope"] })).statusCode).toBe(400);
  });

  it("lead through the weekly questionnaire by its gate", async () => {
    const put = async (answers: object): Promise<api.WeekKept> => api.weekKept.parse((await ask("PUT", "/weeks/2026-05-03", { answers })).json());
    expect((await put({ participation: 1 })).week).toMatchObject({ next: "modification", score: null });
    expect((await put({ participation: 3 })).week).toMatchObject({ next: null, score: 100, isSubstantial: true });
    expect((await put({})).week).toBeNull();
    expect(api.weeks.parse((await ask("GET", "/weeks")).json())).toMatchObject({ questions: [{ id: "participation" }, { id: "modification" }, { id: "performance" }, { id: "pain" }], weeks: [] });
    expect((await ask("PUT", "/weeks/2026-05-03", { answers: { pain: 4 } })).statusCode).toBe(400);
  });

  it("tell which signs there are, from where and of which date, and what the marked ones call for", async () => {
    await add({ at });
    const list = api.redFlagList.parse((await ask("GET", "/red-flags")).json());
    expect(list).toMatchObject({ reviewed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), due: "first-entry", answers: [], advice: null });
    expect(list.works.map(({ id }) => id)).toEqual(["ifompt-red-flags-2020", "nice-ng59"]);
    const answered = api.redFlagList.parse((await ask("POST", "/red-flags", { at, marked: ["night-pain", "saddle-numbness"] })).json());
    expect(answered).toMatchObject({ due: null, advice: { urgency: "today", reasons: [{ id: "saddle-numbness" }, { id: "night-pain" }] }, answers: [{ occasion: "first-entry", listDate: list.reviewed }] });
    expect((await ask("POST", "/red-flags", { at, marked: ["hiccups"] })).statusCode).toBe(400);
  });
});

describe("what the diary asks for", () => {
  it("names recent runs that lack a look, until they are answered or passed over, and the week", async () => {
    await importFiles(store, [{ name: "one.fit", bytes: steadyRun(300) }], { source: "test", now: 0 });
    const prompts = async (): Promise<api.DiaryPromptsJson> => api.prompts.parse((await ask("GET", "/prompts")).json());
    const [run] = (await prompts()).runs;
    expect(run?.question).toBe("How was your back during and after yesterday’s run? And next morning?");
    expect(run?.looks.map(({ time }) => time)).toEqual(["during", "after", "next-morning"]);
    expect((await prompts()).week).toBeNull();
    const during = run?.looks[0]?.at ?? "";
    await add({ at: during, occasion: "during-run" });
    expect((await prompts()).runs[0]?.looks.map(({ time }) => time)).toEqual(["after", "next-morning"]);
    expect((await prompts()).week).toEqual({ isDue: false, on: "2026-05-09" });
    const passed = api.prompts.parse((await ask("POST", "/prompts/pass", { runId: run?.runId, times: ["after", "next-morning"] })).json());
    expect(passed.runs).toEqual([]);
    vi.setSystemTime(Date.UTC(2026, 4, 9, 12));
    expect((await prompts()).week).toEqual({ isDue: true, on: "2026-05-09" });
  });
});

describe("what was written without a connection", () => {
  it("is kept once however often it is sent; what cannot be is refused by name and holds nothing up", async () => {
    const batch = {
      entries: [{ at, pains, clientId: "a" }, { at, clientId: "b", pains: [{ ...pains[0], painRating: 11 }] }, { at }, { at: "2026-05-02T08:00:00Z", clientId: "c" }],
      days: [{ day: "2026-05-03", answers: { stress: 1 } }, { day: "soon", answers: {} }],
      weeks: [{ day: "2026-05-03", answers: { participation: 0 } }],
      redFlags: [{ at, marked: [], clientId: "d" }],
    };
    const sync = async (): Promise<api.Synced> => api.synced.parse((await ask("POST", "/sync", batch)).json());
    const first = await sync();
    expect(first.parts.map(({ kind, index, outcome }) => `${kind} ${index} ${outcome}`)).toEqual([
      "entries 0 kept", "entries 1 refused", "entries 2 refused", "entries 3 kept", "days 0 kept", "days 1 refused", "weeks 0 kept", "redFlags 0 kept",
    ]);
    expect(first.parts.flatMap(({ message }) => message ?? [])).toEqual([
      expect.stringContaining("pains.0.painRating: must be a whole number from 1 to 10"), expect.stringContaining("clientId"), expect.stringContaining("day: must be a day"),
    ]);
    expect(first.redFlags).toBeNull();
    expect((await sync()).parts.map(({ outcome }) => outcome)).toEqual(["already-here", "refused", "refused", "already-here", "already-here", "refused", "already-here", "already-here"]);
    expect((await diary()).entries.map(({ clientId }) => clientId)).toEqual(["c", "a"]);
  });
});

describe("the diary as files", () => {
  const base64 = (text: string): string => Buffer.from(text, "latin1").toString("base64");
  const table = { name: "schmerz.csv", file: base64("Datum;St\u00e4rke;Ort\n02.05.2026;3,5;LWS\n01.05.2026;11;LWS\n") };

  it("goes out whole and comes into another store to the same state, once", async () => {
    await add({ at, pains, occasion: "after-run", note: "x" });
    await ask("PUT", "/days/2026-05-03", { answers: { stress: 1 } });
    await ask("PUT", "/weeks/2026-05-03", { answers: { participation: 0 } });
    await ask("POST", "/red-flags", { at, marked: ["fever"] });
    await ask("PUT", "/questions", { chosen: ["stress"] });
    const file = (await ask("GET", "/export.json")).json();
    store.run("DELETE FROM settings");
    for (const one of ["pain_entries", "day_covariates", "weekly_answers", "red_flag_answers"]) store.run(`DELETE FROM ${one}`);
    const brought = api.diaryImported.parse((await ask("POST", "/import", file)).json());
    expect(brought).toMatchObject({ entries: 1, days: 1, weeks: 1, redFlags: 1, edit: { what: "took in a diary’s file" } });
    expect((await ask("GET", "/export.json")).json()).toEqual(file);
    expect(api.diaryImported.parse((await ask("POST", "/import", file)).json())).toMatchObject({ edit: null, entries: 0, alreadyHere: 1 });
    await undo(brought.edit?.id ?? 0);
    expect(await diary()).toMatchObject({ entries: [], days: [] });
  });

  it("refuses what is no diary by name", async () => {
    for (const [body, where] of [[{}, "format"], [{ format: "footfall-diary", version: 1, entries: [{ at: "2027-01-01T00:00:00Z", clientId: "a" }], days: [], weeks: [], redFlags: [], questions: [] }, "entries.0.at"]] as const) {
      const answer = await ask("POST", "/import", body);
      expect([answer.statusCode, apiError.parse(answer.json()).error.where]).toEqual([400, where]);
    }
  });

  it("gives tables", async () => {
    await add({ at, pains });
    const csv = await ask("GET", "/export.csv");
    expect([csv.headers["content-type"], csv.headers["content-disposition"], csv.body.split("\n").length]).toEqual(["text/csv; charset=utf-8", 'attachment; filename="pain.csv"', 4]);
    expect((await ask("GET", "/days.csv")).body).toMatch(/^day,/);
  });

  it("shows what would become of a table, then takes it in", async () => {
    const seen = api.tablePreview.parse((await ask("POST", "/table/preview", table)).json());
    expect(seen).toMatchObject({ encoding: "windows-1252", separator: ";", fresh: 1, trouble: null, refused: [{ line: 3, reason: expect.stringContaining("pain 11") }], first: [{ pains: [{ region: "lower-lumbar", painRating: 4 }] }] });
    expect((await diary()).entries).toEqual([]);
    const taken = api.tableImported.parse((await ask("POST", "/table/import", { ...table, options: { places: { LWS: { region: "upper-lumbar", side: "left" } } } })).json());
    expect(taken).toMatchObject({ added: [1], edit: { what: "took in one entry from schmerz.csv" }, refused: [{ line: 3 }] });
    expect((await diary()).entries[0]?.pains).toEqual([{ region: "upper-lumbar", side: "left", painRating: 4 }]);
  });

  it("asks for what it cannot know", async () => {
    const answer = await ask("POST", "/table/import", { name: "a.csv", file: base64("date,pain\n3/4/2026,2\n") });
    expect([answer.statusCode, apiError.parse(answer.json()).error]).toEqual([400, { code: "file-refused", message: expect.stringContaining("say which it is"), where: "dateOrder" }]);
    expect((await ask("POST", "/table/import", { name: "a.csv", file: "§" })).statusCode).toBe(400);
  });
});
