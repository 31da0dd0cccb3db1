import { describe, expect, it } from "vitest";
import { apiOver } from "../../test/fixtures/api-over.ts";
import { runsBeforeDay, steadyWeeks } from "../../test/fixtures/weeks-of-runs.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import type { PainEntry } from "../../src/index.ts";
import { answerRedFlags, importFiles, listEdits, ownRunnerId, planWishes } from "../storage/index.ts";
import { addPainEntries } from "../storage/pain-diary.ts";
import * as shapes from "./plan-api.ts";

const store = temporaryStore();
const now = Date.now() / 1000;
const today = Math.floor((now - 60 * new Date().getTimezoneOffset()) / 86_400);
const { ask } = apiOver(store);

const plan = async (query = ""): Promise<shapes.WeekPlanJson> => shapes.weekPlan.parse((await ask("GET", `/api/plan${query}`)).json());
const tell = (payload: object) => ask("PUT", "/api/plan/wishes", payload);
const importRuns = (runs: readonly (readonly [number, number])[]) => importFiles(store, [...runsBeforeDay(today, runs)], { source: "test", now });
const runsOf = ({ days }: shapes.WeekPlanJson) => days.flatMap(({ weekday, sessions }) => sessions.filter(({ kind }) => kind.endsWith("run")).map(({ kind, distance }) => ({ weekday, kind, distance })));

describe("the plan of the store", () => {
  it("without any run is a gentle way in", async () => {
    expect(await plan()).toMatchObject({ standing: "new", habit: null, limit: null, daysFrom: "assumed", isSample: false });
  });

  it("goes on as the last four weeks were, and costs what the mean body weighs while no other was told", async () => {
    await importRuns(steadyWeeks);
    const told = await plan();
    expect(told).toMatchObject({ standing: "running", daysFrom: "habit", habit: { runsPerWeek: 3, distancePerWeek: expect.closeTo(14_000, -2) } });
    expect(runsOf(told).map(({ distance }) => distance).toSorted()).toEqual([4000, 4000, 6000].map((metres) => expect.closeTo(metres, -2)));
    expect(told.energy?.basis).toBe("assumed");
    expect(told.limit?.limit).toBeCloseTo(1.1 * (told.limit?.longest ?? 0), 6);
  });

  it("begins on the day asked for, and after a break starts anew", async () => {
    await importRuns(steadyWeeks);
    const later = await plan(`?from=${new Date((today + 40) * 86_400_000).toISOString().slice(0, 10)}`);
    expect(later).toMatchObject({ standing: "after-break", daysSinceRun: 41, limit: null });
    expect((await ask("GET", "/api/plan?from=2026-13-01")).statusCode).toBe(400);
  });

  it("reads the diary by the rule, and waits where a sign calls for a doctor", async () => {
    await importRuns(steadyWeeks);
    const entry: PainEntry & { readonly clientId: string } = { clientId: "one", at: (today - 1) * 86_400 + 20 * 3600, utcOffset: 0, occasion: "after-run", note: null, pains: [{ region: "lower-lumbar", side: "left", painRating: 6 }] };
    addPainEntries(store, ownRunnerId, [entry], { now, what: "added" });
    const told = await plan();
    expect(told.pain).toMatchObject({ zone: "too-high", afterRun: 6 });
    expect(told.days.flatMap(({ sessions }) => sessions).filter(({ isOptional }) => !isOptional).map(({ kind }) => kind)).toEqual(["run-walk", "run-walk", "run-walk"]);
    answerRedFlags(store, ownRunnerId, { at: new Date().toISOString(), marked: ["saddle-numbness"] }, now + 1);
    expect(await plan()).toMatchObject({ isHeld: true, reasons: [], distance: 0, sentence: expect.stringMatching(/^See a doctor today/) });
  });
});

describe("what the runner wants of it", () => {
  it("is kept, changed in part, and taken back", async () => {
    await importRuns(steadyWeeks);
    expect(shapes.planTold.parse((await tell({ goal: "further", aim: 10_000, days: ["sun", "mon", "wed"] })).json()).edit?.what).toBe("changed the goal of the plan");
    expect(await plan()).toMatchObject({ goal: "further", aim: 10_000, daysOffered: ["mon", "wed", "sun"], daysFrom: "told", weeksToAim: 6 });
    expect((await tell({ goal: "further" })).json()).toEqual({ edit: null });
    expect((await tell({ days: null })).json().edit.what).toBe("changed the days of the plan");
    expect(planWishes(store)).toEqual({ goal: "further", aim: 10_000, days: null, override: null });
    const [last, first] = listEdits(store, ownRunnerId);
    for (const edit of [last, first]) expect((await ask("POST", `/api/edits/${edit?.id}/undo`)).statusCode).toBe(200);
    expect(planWishes(store)).toEqual({ goal: "keep", aim: null, days: null, override: null });
  });

  it("may go beyond the limit for these days, with what was seen after such runs", async () => {
    await importRuns(steadyWeeks);
    const until = new Date((today + 6) * 86_400_000).toISOString().slice(0, 10);
    await tell({ override: { distance: 8000, until } });
    const told = await plan();
    expect(told.beyond).toMatchObject({ ratio: expect.closeTo(8 / 6, 2), hazard: { value: 1.52, low: 1.16, high: 2 } });
    expect(runsOf(told).map(({ distance }) => distance)).toContain(8000);
    expect(told.reasons[0]?.text).toMatch(/yours to decide/);
    await tell({ override: null });
    expect((await plan()).beyond).toBeNull();
  });

  it.each([
    [{ goal: "win" }, "goal"], [{ days: [] }, "days"], [{ days: ["someday"] }, "days"], [{ aim: 3 }, "aim"], [{ override: { distance: 8000, until: "soon" } }, "override.until"], [{ speed: 1 }, "speed"],
  ])("%j is refused, and nothing kept", async (payload, where) => {
    const { statusCode, body } = await tell(payload);
    expect([statusCode, body]).toEqual([400, expect.stringContaining(where)]);
    expect(planWishes(store).goal).toBe("keep");
  });

  it("hands out a calendar with as many events as the plan has sessions", async () => {
    await importRuns(steadyWeeks);
    const { headers, body } = await ask("GET", "/api/plan.ics");
    expect(headers).toMatchObject({ "content-type": "text/calendar; charset=utf-8", "content-disposition": 'attachment; filename="footfall-plan.ics"' });
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength((await plan()).days.flatMap(({ sessions }) => sessions).length);
    expect(body).toMatch(/DTSTART:\d{8}T180000\r\n/);
  });
});
