import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { PainEntry } from "../domain/index.ts";
import { weekdayOf, weekdays, dayOfIso, isoDay, type Weekday } from "./calendar-day.ts";
import { dayOfRun, type PastRun } from "./past-run.ts";
import { planWeek } from "./plan-week.ts";
import { longerRunHazard, runLimit } from "./run-limit.ts";
import type { PlannedSession, PlanQuestion, PlanWishes, WeekPlan } from "./week-plan.ts";

const secondsOfDay = 86_400;
const today = dayOfIso("2026-11-23") ?? 0;
const body = { mass: 70, height: 1.75, sex: null, legLength: 0.93, assumed: [] } as const;
const keep: PlanWishes = { goal: "keep", aim: null, days: null, override: null };

const runOn = (day: number, kilometres: number, other: Partial<PastRun> = {}): PastRun => ({
  startedAt: day * secondsOfDay + 18 * 3600, duration: kilometres * 360, movingTime: kilometres * 360, utcOffset: 0, distance: kilometres * 1000, costPerMetre: null, ground: null, shoe: null, ...other,
});

const entry = (day: number, hour: number, painRating: number, occasion: PainEntry["occasion"] = "after-run"): PainEntry => ({
  at: day * secondsOfDay + hour * 3600, utcOffset: 0, occasion, note: null, pains: painRating === 0 ? [] : [{ region: "lower-lumbar", side: "middle", painRating }],
});

const ask = (question: Partial<PlanQuestion>): WeekPlan =>
  planWeek({ today, now: today * secondsOfDay + 12 * 3600, runs: [], ranBefore: false, entries: [], hasUrgentSign: false, wishes: keep, body, pairs: [], ...question });

const sessionsOf = (plan: WeekPlan): readonly (PlannedSession & { readonly day: number })[] => plan.days.flatMap(({ day, sessions }) => sessions.map((session) => ({ ...session, day })));
const isRun = ({ kind }: PlannedSession): boolean => kind !== "walk" && kind !== "strength";
/** Four weeks of Tuesday 8, Thursday 8, Sunday 14 km. */
const kilometresOn: Readonly<Partial<Record<Weekday, number>>> = { tue: 8, thu: 8, sun: 14 };
const steady = Array.from({ length: 28 }, (_, ago) => today - 1 - ago).flatMap((day) => {
  const kilometres = kilometresOn[weekdayOf(day)];
  return kilometres === undefined ? [] : [runOn(day, kilometres)];
});

const anyRun = fc.record({ ago: fc.integer({ min: 0, max: 70 }), kilometres: fc.double({ min: 0.1, max: 45, noNaN: true }), pace: fc.double({ min: 220, max: 520, noNaN: true }) })
  .map(({ ago, kilometres, pace }) => runOn(today - ago, kilometres, { movingTime: kilometres * pace }));
const anyEntry = fc.record({ ago: fc.integer({ min: 0, max: 20 }), hour: fc.integer({ min: 0, max: 23 }), rating: fc.integer({ min: 0, max: 10 }) }).map(({ ago, hour, rating }) => entry(today - ago, hour, rating));
const anyDays = fc.option(fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }), { nil: null });
const anyQuestion = fc.record({
  runs: fc.array(anyRun, { maxLength: 40 }), entries: fc.array(anyEntry, { maxLength: 30 }), ranBefore: fc.boolean(), pairs: fc.uniqueArray(fc.constantFrom("one", "two", "three")),
  wishes: fc.record({ goal: fc.constantFrom("keep", "further", "comeback"), aim: fc.option(fc.double({ min: 1000, max: 60_000, noNaN: true }), { nil: null }), days: anyDays, override: fc.constant(null) }),
});

describe("a week's plan, whatever was run and felt", () => {
  it("never goes beyond 110 % of the longest run of the 30 days before each run (N4)", () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      for (const session of sessionsOf(ask(question)).filter(isRun)) {
        const before = question.runs.filter((run) => run.distance >= 500 && dayOfRun(run) < session.day && dayOfRun(run) >= session.day - 30);
        if (before.length > 0) expect(session.distance).toBeLessThanOrEqual(1.1 * Math.max(...before.map(({ distance }) => distance)) + 1e-6);
        else expect(session.kind).toBe("run-walk");
      }
    }), { numRuns: 500 });
  });

  it("keeps to the days told, the same question having the same answer", () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      const plan = ask(question);
      expect(ask({ ...question, runs: question.runs.toReversed(), entries: question.entries.toReversed() }).days.map(({ sessions }) => sessions.map(({ kind, distance }) => [kind, distance]))).toEqual(plan.days.map(({ sessions }) => sessions.map(({ kind, distance }) => [kind, distance])));
      for (const { day } of sessionsOf(plan)) if (question.wishes.days) expect(question.wishes.days).toContain(weekdayOf(day));
      expect(plan.days.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6].map((ahead) => today + ahead));
    }), { numRuns: 500 });
  });

  it("never only says run less: something to do on foot stands in every week, and without pain, break or told days as far as before", () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      const plan = ask(question);
      const hasRunToday = question.runs.some((run) => dayOfRun(run) === today && run.distance >= 500);
      if (!hasRunToday) expect(sessionsOf(plan).some(({ kind, isOptional }) => kind !== "strength" && !isOptional)).toBe(true);
      if (plan.standing !== "running" || plan.pain.zone === "too-high" || question.wishes.goal === "comeback" || !plan.habit || hasRunToday) return;
      const runs = sessionsOf(plan).filter(isRun);
      expect(plan.distance).toBeGreaterThanOrEqual(Math.min(plan.habit.distancePerWeek, runs.length * Math.min(plan.habit.longest, ...runs.map(({ day }) => runLimit(question.runs, day)?.limit ?? 0))) - 100 * runs.length - 1e-6);
    }), { numRuns: 400 });
  });
});

describe("a steady runner", () => {
  it("runs on as they did, on their own days, the long run on Sunday", () => {
    const plan = ask({ runs: steady });
    expect(sessionsOf(plan).filter(isRun).map(({ day, kind, distance }) => [weekdayOf(day), kind, distance])).toEqual([["tue", "easy-run", 8000], ["thu", "easy-run", 8000], ["sun", "long-run", 14_000]]);
    expect(plan).toMatchObject({ standing: "running", daysFrom: "habit", limit: { longest: 14_000 }, distance: 30_000, weeksToAim: null });
    expect(plan.limit?.limit).toBeCloseTo(15_400, 6);
    // 70 kg · 30 km · 3.6 J/kg/m ÷ 4184 J/kcal
    expect(plan.energy?.value).toBeCloseTo(1807, -1);
    expect(plan.duration).toBeCloseTo(30 * 360, 6);
  });

  it("who wants further lengthens the long run alone, and hears how long the way is", () => {
    const plan = ask({ runs: steady, wishes: { ...keep, goal: "further", aim: 21_100 } });
    expect(sessionsOf(plan).filter(isRun).map(({ distance }) => distance)).toEqual([8000, 8000, 15_400]);
    expect(plan.weeksToAim).toBe(5);
    expect(sessionsOf(ask({ runs: steady, wishes: { ...keep, goal: "further", aim: 14_500 } })).find(({ kind }) => kind === "long-run")?.distance).toBe(14_500);
  });

  it("may go beyond by their own wish, as long as it holds, and is told what was seen after such runs", () => {
    const wishes = { ...keep, override: { distance: 19_000, until: today + 6 } };
    const plan = ask({ runs: steady, wishes });
    expect(sessionsOf(plan).find(({ kind }) => kind === "long-run")?.distance).toBe(19_000);
    expect(plan.beyond).toMatchObject({ ratio: 19 / 14, hazard: { value: 1.52, low: 1.16, high: 2 } });
    expect(ask({ runs: steady, wishes: { ...wishes, override: { distance: 19_000, until: today + 2 } } }).beyond).toBeNull();
  });

  it("with days told runs on those, one more run at most, the same way in all", () => {
    const plan = ask({ runs: steady, wishes: { ...keep, days: ["mon", "wed", "thu", "fri", "sat"] } });
    const runs = sessionsOf(plan).filter(isRun);
    expect(runs).toHaveLength(4);
    expect(plan.distance).toBeGreaterThan(29_500);
    expect(sessionsOf(plan).filter(({ kind }) => kind === "strength")).toHaveLength(2);
    expect(sessionsOf(ask({ runs: steady, wishes: { ...keep, days: ["wed"] } })).filter(isRun)).toHaveLength(1);
  });

  it("keeps a brisk run that they have each week, and puts days between it and the long one", () => {
    const brisk = steady.map((run) => (weekdayOf(dayOfRun(run)) === "thu" ? { ...run, movingTime: run.movingTime * 0.85 } : run));
    const kinds = sessionsOf(ask({ runs: brisk })).filter(isRun).map(({ day, kind }) => [weekdayOf(day), kind]);
    expect(kinds).toContainEqual(["thu", "brisk-run"]);
  });

  it("changes pairs and ground where there are several", () => {
    const runs = steady.map((run, index) => ({ ...run, shoe: "red", ground: index % 2 === 0 ? ("hard" as const) : ("soft" as const) }));
    const planned = sessionsOf(ask({ runs, pairs: ["red", "blue"] })).filter(isRun);
    expect(planned.map(({ shoe }) => shoe)).toEqual(["blue", "red", "blue"]);
    expect(new Set(planned.map(({ ground }) => ground))).toEqual(new Set(["hard", "soft"]));
    expect(sessionsOf(ask({ runs: steady, pairs: ["red"] })).every(({ shoe, ground }) => shoe === null && ground === null)).toBe(true);
  });
});

describe("pain and the rule of the plan", () => {
  const sunday = today - 1;
  it.each<[string, readonly PainEntry[], WeekPlan["pain"]["zone"]]>([
    ["nothing noted", [], "unknown"], ["2 of 10, gone in the morning", [entry(sunday, 20, 2), entry(today, 7, 0)], "comfortable"], ["5 of 10, settled", [entry(sunday, 20, 5), entry(today, 7, 1)], "tolerable"],
    ["5 of 10, there in the morning", [entry(sunday, 20, 5), entry(today, 7, 4)], "too-high"], ["6 of 10", [entry(sunday, 20, 6)], "too-high"],
    ["4 of 10, as before the run", [entry(sunday, 9, 4), entry(sunday, 20, 4), entry(today, 7, 4)], "tolerable"],
    ["3 of 10 and rising by the week", [entry(sunday, 20, 3), entry(today, 7, 2), ...[8, 9, 10, 11].map((ago) => entry(today - ago, 20, 0))], "too-high"],
  ])("%s", (_, entries, zone) => {
    expect(ask({ runs: steady, entries }).pain.zone).toBe(zone);
  });

  it("too high: as often and as long as before, running and walking in turn", () => {
    const plan = ask({ runs: steady, entries: [entry(sunday, 20, 6)] });
    const runs = sessionsOf(plan).filter(({ isOptional }) => !isOptional);
    expect(runs.map(({ kind }) => kind)).toEqual(["run-walk", "run-walk", "run-walk"]);
    expect(runs[0]?.duration).toBeGreaterThan(0.85 * 8 * 360);
  });

  it("a sign for a doctor holds the plan", () => {
    expect(ask({ runs: steady, hasUrgentSign: true })).toMatchObject({ isHeld: true, distance: 0, energy: null });
  });
});

describe("after a layoff", () => {
  const old = steady.map((run) => ({ ...run, startedAt: run.startedAt - 40 * secondsOfDay }));

  it("comes back by run-walk, three half hours, growing", () => {
    const plan = ask({ runs: old });
    expect(plan).toMatchObject({ standing: "after-break", limit: null, daysFrom: "assumed" });
    const turns = sessionsOf(plan).filter(isRun).map(({ runWalk }) => runWalk);
    expect(turns).toEqual([{ run: 60, walk: 90, times: 12 }, { run: 120, walk: 120, times: 7 }, { run: 180, walk: 120, times: 6 }]);
  });

  it("goes on where it was, and counts what came since the break alone", () => {
    const runs = [...old, runOn(today - 3, 2.6), runOn(today - 1, 2.7)];
    const plan = ask({ runs });
    expect(plan).toMatchObject({ standing: "returning", limit: { longest: 2700 } });
    for (const { distance } of sessionsOf(plan).filter(isRun)) expect(distance).toBeLessThanOrEqual(2970);
  });

  it("a beginner takes longer over each step", () => {
    const turns = sessionsOf(ask({})).filter(isRun).map(({ runWalk }) => runWalk?.run);
    expect(turns).toEqual([60, 60, 60]);
    expect(ask({}).standing).toBe("new");
    expect(ask({ ranBefore: true }).standing).toBe("after-break");
  });
});

describe("the published hazards", () => {
  it("stand at their brackets (Frandsen 2025)", () => {
    expect([1, 1.1, 1.11, 1.3, 1.31, 2, 2.01].map((ratio) => longerRunHazard(ratio)?.value ?? null)).toEqual([null, null, 1.64, 1.64, 1.52, 1.52, 2.28]);
  });

  it("days are told as calendars tell them", () => {
    expect([isoDay(today), weekdayOf(today), dayOfIso("2026-02-30"), dayOfIso("1970-01-01"), weekdayOf(0)]).toEqual(["2026-11-23", "mon", null, 0, "thu"]);
  });
});
