import { describe, expect, it } from "vitest";
import { dayOfIso, planWeek, type PastRun, type PlanQuestion } from "./advice/index.ts";
import { planCalendar } from "./plan-calendar.ts";
import { planReasons, planSentence, sessionDetails, sessionTitle, tellKilometres } from "./plan-words.ts";

const today = dayOfIso("2026-11-23") ?? 0;
const run = (day: number, kilometres: number, shoe: string | null = null): PastRun =>
  ({ startedAt: day * 86_400 + 17.9 * 3600, duration: kilometres * 360, movingTime: kilometres * 360, utcOffset: 3600, distance: kilometres * 1000, costPerMetre: 3.9, ground: null, shoe });
const question: PlanQuestion = {
  today, now: today * 86_400 + 36_000, runs: [1, 3, 8, 10, 15, 17, 22, 24].map((ago) => run(today - ago, ago % 7 === 1 ? 14 : 8)), ranBefore: true, entries: [], hasUrgentSign: false,
  wishes: { goal: "keep", aim: null, days: null, override: null }, body: { mass: 70, height: 1.75, sex: null, legLength: 0.93, assumed: [] }, pairs: ["Шнелл; “weiß”, blau", "A name so long that no line of a calendar could ever hold it, whatever it is made of"],
};
const plan = planWeek(question);
/** Thin spaces as plain ones. */
const plain = (text: string): string => text.replaceAll("\u202f", " ");
const told = (other: Partial<PlanQuestion>): string => plain(planSentence(planWeek({ ...question, ...other }), tellKilometres));

describe("the plan in words", () => {
  it("is one sentence first", () => {
    expect(told({})).toBe("Two runs, 22.0 km in all, the longest 14.0 km: what your back and legs are used to.");
    expect(told({ runs: [] })).toMatch(/^It is a while since your last run: come back with three sessions of running and walking in turn\.$/);
    expect(told({ runs: [run(today - 25, 9)] })).toMatch(/^25 days since your last run: come back/);
    expect(told({ runs: [], ranBefore: false })).toMatch(/a gentle way in/);
    expect(told({ hasUrgentSign: true })).toMatch(/^See a doctor today\./);
    expect(told({ wishes: { ...question.wishes, goal: "comeback" } })).toMatch(/running and walking in turn, as long as your runs are now/);
    expect(told({ entries: [{ at: (today - 1) * 86_400 + 70_000, utcOffset: 3600, occasion: "after-run", note: null, pains: [{ region: "lower-lumbar", side: "left", painRating: 6 }] }] })).toMatch(/as often and as long as you run now/);
  });

  it("gives its reasons with their sources, the pain rule with its limits, and never a ratio of weeks", () => {
    const reasons = planReasons(plan, tellKilometres);
    expect(reasons.map(({ about }) => about)).toEqual(["limit", "pain", "ground-and-shoes", "strength", "activity", "energy"]);
    const text = plain(reasons.map((reason) => reason.text).join(" "));
    expect(text).toMatch(/No run here goes beyond 10 % over that, 15\.4 km/);
    expect(text).toMatch(/never on backs/);
    expect(text).not.toMatch(/chronic ratio|ACWR/i);
    const beyond = planWeek({ ...question, wishes: { ...question.wishes, override: { distance: 18_000, until: today + 6 } } });
    expect(plain(planReasons(beyond, tellKilometres)[0]?.text ?? "")).toMatch(/29 % beyond it\. .*more than 10 to 30 % over were followed by overuse injuries 1\.64 times as often \(1\.31–2\.05\).*not your back in particular/);
    const back = planReasons(planWeek({ ...question, runs: [] }), tellKilometres).find(({ about }) => about === "restart");
    expect(back?.text).toMatch(/1\.5 points of 10 lower than that of others \(0\.5–2\.5\).*After 21 days.*we assume them/);
  });

  it("names each session, with its energy's band", () => {
    const [session] = plan.days.flatMap(({ sessions }) => sessions).filter(({ kind }) => kind === "easy-run");
    expect(session && plain(sessionTitle(session, tellKilometres))).toBe("Easy run, 8.0 km");
    expect(session && plain(sessionDetails(session, tellKilometres)[1] ?? "")).toMatch(/^\d{3} kcal \(\d{3}–\d{3}\)$/);
  });
});

describe("the plan as a calendar (RFC 5545)", () => {
  const file = planCalendar(plan, tellKilometres, 1_795_000_000.7);
  const unfolded = file.replaceAll("\r\n ", "").split("\r\n");

  it("has lines of 75 bytes at most, all ended by CR LF, no character cut", () => {
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file).not.toContain("�");
    expect(unfolded.join("\n")).toContain("in A name so long that no line of a calendar could ever hold it\\, whatever it is made of");
    expect(file.replaceAll("\r\n ", "")).toContain("in Шнелл\\; “weiß”\\, blau");
  });

  it("gives each event what the format asks for, in floating local time", () => {
    const events = unfolded.join("\n").split("BEGIN:VEVENT").slice(1);
    expect(events.length).toBe(plan.days.reduce((count, { sessions }) => count + sessions.length, 0));
    for (const event of events) {
      expect(event).toMatch(/\nUID:\d{8}-(run|walk|strength)@plan\.footfall\n/);
      expect(event).toMatch(/\nDTSTAMP:20261118T110640Z\n/);
      expect(event).toMatch(/\nDTSTART(:\d{8}T\d{6}\nDURATION:PT\d+M|;VALUE=DATE:\d{8})\n/);
      expect(event).toMatch(/\nSUMMARY:.+\n/);
    }
    // The runs began at 18:54 local time, whose nearest quarter is told, without a zone.
    expect(file).toMatch(/DTSTART:20261128T190000\r\n|DTSTART:20261129T190000\r\n/);
    expect(file.replaceAll("\r\n ", "")).toMatch(/DESCRIPTION:[^\r]*At this hour because it is the middle of when your \d+ (?:\w{3} )?runs of the last four weeks began/);
  });

  it("puts each run at the hour of its own weekday, and lasts all day where there is no usual hour", () => {
    const at = (ago: number, hours: number): PastRun => ({ ...run(today - ago, 8), startedAt: (today - ago) * 86_400 + (hours - 1) * 3600 });
    // Sundays (the day before today, a Monday) in the morning, Fridays in the evening.
    const twoHabits = planWeek({ ...question, runs: [1, 8, 15, 22].map((ago) => at(ago, 8.5)).concat([3, 10, 17, 24].map((ago) => at(ago, 18.1))) });
    const two = planCalendar(twoHabits, tellKilometres, 0);
    expect(two).toMatch(/DTSTART:20261127T180000\r\n/);
    expect(two).toMatch(/DTSTART:20261129T083000\r\n/);
    const anyHour = planCalendar(planWeek({ ...question, runs: [1, 3, 8, 10, 15, 17, 22, 24].map((ago, index) => at(ago, 5 + 2.4 * ((index * 3) % 8))) }), tellKilometres, 0);
    expect(anyHour).not.toMatch(/DTSTART:\d{8}T/);
    expect(anyHour).toMatch(/DTSTART;VALUE=DATE:20261129\r\n/);
  });

  it("reminds of runs where asked, and only of those", () => {
    expect(file).not.toContain("VALARM");
    const reminded = planCalendar(plan, tellKilometres, 0, 3600);
    const runs = plan.days.flatMap(({ sessions }) => sessions).filter(({ isOptional }) => !isOptional).length;
    expect(reminded.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:[\s\S]+?TRIGGER:-PT60M\r\nEND:VALARM\r\nEND:VEVENT/g)).toHaveLength(runs);
  });

  it("keeps an event's UID when its day's plan changes, and none twice", () => {
    const uids = (text: string): readonly string[] => [...text.matchAll(/UID:(.+)\r\n/g)].map(([, uid]) => uid ?? "");
    const further = planCalendar(planWeek({ ...question, wishes: { ...question.wishes, goal: "further" } }), tellKilometres, 1_795_000_001);
    expect(uids(further)).toEqual(uids(file));
    expect(new Set(uids(file)).size).toBe(uids(file).length);
  });
});
