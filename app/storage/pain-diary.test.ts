import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PainEntry } from "../../src/index.ts";
import { answerDays, dayCovariates, toldDays } from "./day-answers.ts";
import { showRedFlags } from "./diary-view.ts";
import { entryOfTold, newPainEntry, painEntryTold, zoneSlack } from "./diary-schema.ts";
import { listEdits, purgeEdits, undoEdit } from "./edits.ts";
import { migrations } from "./migrations.ts";
import { openStore, type Store } from "./open-store.ts";
import { addPainEntries, changePainEntry, contentId, painEntries, removePainEntry } from "./pain-diary.ts";
import { answerRedFlags, redFlagAnswers, redFlagsDue } from "./red-flag-answers.ts";
import { ownRunnerId } from "./runners.ts";
import { answerWeek, nextWeekDue, weeklyAnswers } from "./weekly-answers.ts";

let home = "";
let store: Store;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "footfall-"));
  store = openStore(home);
});
afterEach(() => {
  store.close();
  rmSync(home, { recursive: true, force: true });
});

/** 2026-05-03 10:00 UTC. */
const now = Date.UTC(2026, 4, 3, 10) / 1000;
const day = 86_400;
const entry = (at: number, painRating: number, region: PainEntry["pains"][number]["region"] = "lower-lumbar"): PainEntry =>
  ({ at, utcOffset: 7200, pains: painRating === 0 ? [] : [{ region, side: "left", painRating }], occasion: "apart-from-run", note: null });
const named = (one: PainEntry) => ({ ...one, clientId: contentId(one) });
const add = (...entries: readonly PainEntry[]) => addPainEntries(store, ownRunnerId, entries.map(named), { now, what: "added" });
const kept = () => painEntries(store, ownRunnerId).map(({ at, utcOffset, pains, occasion, note }): PainEntry => ({ at, utcOffset, pains, occasion, note }));

describe("the diary", () => {
  it("keeps entries as they were told: several a day, several places, no pain, what was noted", () => {
    const told: PainEntry[] = [
      entry(now - 9000, 0),
      { at: now - 3600, utcOffset: -12_600, pains: [{ region: "lower-lumbar", side: "left", painRating: 4 }, { region: "leg-below-knee", side: "right", painRating: 1 }], occasion: "during-run", note: "“stiff”\nand sore" },
    ];
    add(...told.toReversed());
    expect(kept()).toEqual(told);
    expect(painEntries(store, ownRunnerId, { from: now - 4000 }).length).toBe(1);
    expect(painEntries(store, ownRunnerId, { to: now - 4000 }).length).toBe(1);
  });

  it("doubles nothing that is sent twice, tells of other contents, and brings back nothing that was removed", () => {
    const [one, other] = [entry(now - 100, 3), entry(now - 50, 0)];
    expect(add(one)).toMatchObject({ added: [1], alreadyHere: 0 });
    expect(add(one, other, other)).toMatchObject({ added: [2], alreadyHere: 2, otherHere: 0 });
    expect(addPainEntries(store, ownRunnerId, [{ ...entry(now - 100, 9), clientId: contentId(one) }], { now, what: "added" })).toEqual({ edit: null, added: [], alreadyHere: 1, otherHere: 1, removedBefore: 0 });
    removePainEntry(store, 1, now);
    expect(add(one)).toEqual({ edit: null, added: [], alreadyHere: 0, otherHere: 0, removedBefore: 1 });
    expect(kept()).toEqual([other]);
  });

  it("takes every change back: an addition of many at once, a change, a removal", () => {
    const done = add(entry(now - 100, 3), entry(now - 50, 0)).edit;
    expect(changePainEntry(store, 1, entry(now - 100, 5), now)?.what).toBe("changed pain 3 of 2026-05-03 11:58");
    const removal = removePainEntry(store, 2, now);
    expect(removal?.what).toBe("removed “no pain” of 2026-05-03 11:59");
    expect(kept()).toEqual([entry(now - 100, 5)]);
    undoEdit(store, removal?.id ?? 0, now);
    expect(kept()).toEqual([entry(now - 100, 5), entry(now - 50, 0)]);
    expect(() => undoEdit(store, done?.id ?? 0, now)).toThrow("changed again since");
    for (const { id, isUndone } of listEdits(store, ownRunnerId)) if (!isUndone) undoEdit(store, id, now);
    expect(kept()).toEqual([]);
    expect([changePainEntry(store, 1, entry(now, 1), now), removePainEntry(store, 99, now)]).toEqual([null, null]);
  });

  it("forgets what removed entries said once nothing can bring them back, not that they were removed", () => {
    const one = { ...entry(now - 100, 3), note: "private" };
    add(one);
    removePainEntry(store, 1, now);
    purgeEdits(store, now + 91 * day);
    store.close();
    const database = new Database(join(home, "footfall.sqlite"), { readonly: true });
    expect(database.prepare("SELECT pains, note FROM pain_entries").all()).toEqual([{ pains: "[]", note: null }]);
    database.close();
    store = openStore(home);
    expect(add(one)).toMatchObject({ added: [], removedBefore: 1 });
  });

  it("carries entries of an older store over", () => {
    store.close();
    const old = new Database(join(home, "old.sqlite"));
    for (const step of migrations.slice(0, 5)) old.exec(step);
    old.exec(`INSERT INTO pain_entries (runner_id, at, pain_rating, place, note) VALUES (1, ${now}, 0, 'lower-back', NULL), (1, ${now + 1}, 6.6, 'lower-back', 'stiff'), (1, ${now + 2}, 3, 'upper-back', NULL)`);
    old.pragma("user_version = 5");
    old.close();
    rmSync(join(home, "footfall.sqlite"));
    rmSync(join(home, "footfall.sqlite-wal"), { force: true });
    new Database(join(home, "old.sqlite")).exec(`VACUUM INTO '${join(home, "footfall.sqlite")}'`).close();
    store = openStore(home);
    expect(kept()).toEqual([
      { ...entry(now, 0), utcOffset: 0 },
      { at: now + 1, utcOffset: 0, pains: [{ region: "lower-lumbar", side: "middle", painRating: 7 }], occasion: "apart-from-run", note: "stiff" },
      { at: now + 2, utcOffset: 0, pains: [{ region: "elsewhere", side: "middle", painRating: 3 }], occasion: "apart-from-run", note: null },
    ]);
  });
});

describe("what is told of an entry", () => {
  const told = (change: object) => {
    const { success, data, error } = newPainEntry.safeParse({ at: "2026-05-03T11:00:00+02:00", ...change });
    return success ? entryOfTold(data, now) : `${error.issues[0]?.path.join(".")}: ${error.issues[0]?.message}`;
  };
  const place = { region: "lower-lumbar", side: "left", painRating: 4 };

  it("is read with its own zone", () => {
    expect(told({})).toEqual({ at: now - 3600, utcOffset: 7200, pains: [], occasion: "apart-from-run", note: null });
    expect(told({ at: "2026-05-03T00:30:00-09:30", note: "" })).toMatchObject({ at: now, utcOffset: -34_200, note: null });
    expect(told({ at: "2026-05-03T10:00:00Z" })).toMatchObject({ at: now, utcOffset: 0 });
  });

  it.each([
    ["pain 11", { pains: [{ ...place, painRating: 11 }] }, "pains.0.painRating: must be a whole number from 1 to 10; for no pain, leave every place out"],
    ["half a point", { pains: [{ ...place, painRating: 2.5 }] }, "pains.0.painRating: must be a whole number"],
    ["a place nobody has", { pains: [{ ...place, region: "tail" }] }, "pains.0.region: must be one of upper-lumbar"],
    ["a place twice", { pains: [place, { ...place, painRating: 1 }] }, "pains: a place is marked twice"],
    ["a day that is none", { at: "2026-02-30T10:00:00Z" }, "at: must be a time with its zone"],
    ["a time without a zone", { at: "2026-02-20T10:00:00" }, "at: must be a time with its zone"],
    ["half a character", { note: "\uD800" }, "note: holds a character"],
  ])("refuses %s", (_name, change, message) => {
    expect(told(change)).toContain(message);
  });

  it("refuses the future, with patience for other clocks, and times before anyone's diary", () => {
    expect(() => told({ at: "2026-05-03T10:11:00Z" })).toThrow("lies in the future");
    expect(told({ at: "2026-05-03T10:09:00Z" })).toMatchObject({ at: now + 540 });
    expect(entryOfTold(painEntryTold.parse({ at: "2026-05-03T23:59:00Z" }), now, zoneSlack).at).toBe(now + 50_340);
    expect(() => told({ at: "0202-05-03T10:11:00Z" })).toThrow("before 1950");
  });
});

describe("days", () => {
  it("merge what is told of them, take answers back and are undone", () => {
    answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { hoursOfSleep: 6.5, stress: 2 } }], { now });
    const change = answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { stress: null, warmUp: 0 } }, { day: "2026-05-03", answers: { cycleDay: 3 } }], { now });
    expect(change?.what).toBe("answered for 2 days");
    expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { warmUp: 0, hoursOfSleep: 6.5 } }, { day: 20_576, answers: { cycleDay: 3 } }]);
    expect(answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { warmUp: 0 } }], { now })).toBeNull();
    undoEdit(store, change?.id ?? 0, now);
    expect(toldDays(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { hoursOfSleep: 6.5, stress: 2 }, temperatureFromFile: null, weatherFromFile: null }]);
  });

  it.each([
    ["2026-05-05", {}, "lies in the future"],
    ["1949-12-31", {}, "before 1950"],
    ["2026-05-02", { hoursOfSleep: 25 }, "sleep 25: give 0 to 16 h"],
    ["2026-05-02", { stress: 1.5 }, "stress 1.5: give 0 (not at all), 1 (a little)"],
    ["2026-05-02", { cycleDay: 2.5 }, "cycle day 2.5: give 1 to 60"],
  ])("refuse %s %o", (told, answers, message) => {
    expect(() => answerDays(store, ownRunnerId, [{ day: told, answers }], { now })).toThrow(message);
    expect(toldDays(store, ownRunnerId)).toEqual([]);
  });
});

describe("weeks", () => {
  it("are kept once a day, scored behind their gate, and due a week later", () => {
    expect(nextWeekDue(store, ownRunnerId)).toBeNull();
    answerWeek(store, ownRunnerId, { day: "2026-05-02", answers: { participation: 1 } }, now);
    expect(weeklyAnswers(store, ownRunnerId)).toMatchObject([{ day: 20_575, score: null }]);
    expect(nextWeekDue(store, ownRunnerId)).toBeNull();
    const change = answerWeek(store, ownRunnerId, { day: "2026-05-02", answers: { participation: 1, modification: 2, performance: 1, pain: 1 } }, now);
    // 8 + 17 + 8 + 8 points; "to a moderate extent" makes it substantial (Clarsen 2020).
    expect(weeklyAnswers(store, ownRunnerId)).toMatchObject([{ score: { score: 41, isSubstantial: true } }]);
    expect(nextWeekDue(store, ownRunnerId)).toBe("2026-05-09");
    expect(answerWeek(store, ownRunnerId, { day: "2026-05-02", answers: { participation: 1, modification: 2, performance: 1, pain: 1 } }, now)).toBeNull();
    undoEdit(store, change?.id ?? 0, now);
    expect(weeklyAnswers(store, ownRunnerId)[0]?.score).toBeNull();
    expect(answerWeek(store, ownRunnerId, { day: "2026-05-02", answers: {} }, now)?.what).toContain("took back");
    expect(weeklyAnswers(store, ownRunnerId)).toEqual([]);
  });
});

describe("the safety questions", () => {
  const answer = (marked: readonly string[], at = now) => answerRedFlags(store, ownRunnerId, { at: new Date(at * 1000).toISOString(), marked }, at);
  const addAt = (at: number, painRating: number, region?: PainEntry["pains"][number]["region"]) => addPainEntries(store, ownRunnerId, [named(entry(at, painRating, region))], { now: at, what: "added" });

  it("are due at the first entry, at 7 or more, at pain in a new place of the leg; not before and not twice", () => {
    expect(redFlagsDue(store, ownRunnerId, now)).toBeNull();
    addAt(now, 2);
    expect(redFlagsDue(store, ownRunnerId, now)).toBe("first-entry");
    answer([]);
    expect(redFlagsDue(store, ownRunnerId, now)).toBeNull();
    addAt(now + 100, 3);
    expect(redFlagsDue(store, ownRunnerId, now + 100)).toBeNull();
    addAt(now + 200, 2, "leg-below-knee");
    expect(redFlagsDue(store, ownRunnerId, now + 200)).toBe("changed-pattern");
    addAt(now + 300, 7);
    expect(redFlagsDue(store, ownRunnerId, now + 300)).toBe("severe-pain");
    answer(["fever", "weight-loss"], now + 400);
    expect(redFlagsDue(store, ownRunnerId, now + 400)).toBeNull();
    expect(redFlagAnswers(store, ownRunnerId).map(({ occasion, marked }) => [occasion, marked])).toEqual([["first-entry", []], ["severe-pain", ["fever", "weight-loss"]]]);
    expect(showRedFlags(store, ownRunnerId, now).advice).toMatchObject({ urgency: "today", reasons: [{ id: "fever" }, { id: "weight-loss" }] });
  });

  it("are due for an entry made worse, and for one told late; not for what was long ago", () => {
    addAt(now, 2);
    answer([]);
    addAt(now + 100, 3);
    changePainEntry(store, 2, entry(now + 100, 8), now + 200);
    expect(redFlagsDue(store, ownRunnerId, now + 200)).toBe("severe-pain");
    answer([], now + 300);
    addPainEntries(store, ownRunnerId, [named(entry(now - 60 * day, 9))], { now: now + 400, what: "took in" });
    expect(redFlagsDue(store, ownRunnerId, now + 400)).toBeNull();
    addPainEntries(store, ownRunnerId, [named(entry(now - day, 9))], { now: now + 500, what: "added" });
    expect(redFlagsDue(store, ownRunnerId, now + 500)).toBe("severe-pain");
  });

  it("keep an answer that is sent twice once", () => {
    const told = { at: "2026-05-03T10:00:00Z", marked: [], clientId: "phone-1" };
    expect(answerRedFlags(store, ownRunnerId, told, now)).not.toBeNull();
    expect(answerRedFlags(store, ownRunnerId, told, now)).toBeNull();
  });
});
