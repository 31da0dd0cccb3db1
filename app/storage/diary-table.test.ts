import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { dayCovariateIds, entriesFromTable, painOccasions, painRegions, painSides, type PainEntry } from "../../src/index.ts";
import { answerDays, toldDays } from "./day-answers.ts";
import { daysCsv, diaryCsv, entriesCsv } from "./diary-export.ts";
import { importTable, openTable, previewTable, tableOptions } from "./diary-table.ts";
import { undoEdit } from "./edits.ts";
import { addPainEntries, painEntries, removePainEntry, type NamedPainEntry } from "./pain-diary.ts";
import { ownRunnerId } from "./runners.ts";
import { zoneOffset } from "./zone-offset.ts";

const store = temporaryStore();
const now = Date.UTC(2026, 4, 10, 12) / 1000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const options = (told: object = {}) => tableOptions.parse({ zone: "Europe/Berlin", ...told });
const take = (file: Uint8Array, told: object = {}) => importTable(store, ownRunnerId, { name: "pain.csv", bytes: file }, options(told), now);
const preview = (file: Uint8Array, told: object = {}) => previewTable(store, ownRunnerId, file, options(told), now);
const kept = (): readonly PainEntry[] => painEntries(store, ownRunnerId).map(({ at, utcOffset, pains, occasion, note }) => ({ at, utcOffset, pains, occasion, note }));

const everyPlace = painRegions.flatMap((region) => painSides.map((side) => ({ region, side })));
const anyText = fc.oneof(fc.string({ unit: "grapheme", maxLength: 30 }), fc.stringMatching(/^[=+\-@'",;\t\r\n a]{1,8}$/)).filter((text) => !/\p{Surrogate}|\0/u.test(text) && text !== "");
const anyEntry: fc.Arbitrary<NamedPainEntry> = fc.record({
  at: fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: now }), utcOffset: fc.integer({ min: -12 * 60, max: 14 * 60 }).map((minutes) => 60 * minutes), occasion: fc.constantFrom(...painOccasions), note: fc.option(anyText),
  pains: fc.subarray(everyPlace).chain((places) => fc.tuple(...places.map((place) => fc.integer({ min: 1, max: 10 }).map((painRating) => ({ ...place, painRating }))))),
  clientId: fc.stringMatching(/^[\w.:-]{1,12}$/),
});

describe("a diary as a table", () => {
  it("comes back as it was, whatever is in it", async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(anyEntry, { maxLength: 12, selector: ({ clientId }) => clientId }), async (entries) => {
      const { known } = await openTable(bytes(entriesCsv(entries)));
      const back = entriesFromTable(known, { mapping: known.mapping, dateOrder: "year-month-day", scale: "to-10", clockWhereNone: 0, placeWhereNone: { region: "elsewhere", side: "middle" }, places: {}, utcOffsetAt: () => 0 });
      expect(back.refused).toEqual([]);
      expect(back.entries.map(({ name, entry }) => ({ ...entry, clientId: name }))).toEqual(entries);
    }), { seed: 2026, numRuns: 150 });
  });

  it("goes out, is emptied, and comes in again to the same state; a second time changes nothing", async () => {
    const entries = fc.sample(anyEntry, { seed: 5, numRuns: 40 }).map((entry, index) => ({ ...entry, clientId: `${entry.clientId}${index}` }));
    const { edit } = addPainEntries(store, ownRunnerId, entries, { now, what: "added" });
    const csv = diaryCsv(store, ownRunnerId);
    const before = kept();
    expect(before).toHaveLength(40);
    expect(await take(bytes(csv))).toMatchObject({ edit: null, alreadyHere: 40, otherHere: 0, refused: [] });
    undoEdit(store, edit?.id ?? 0, now);
    expect(await take(bytes(csv))).toMatchObject({ alreadyHere: 0, refused: [], edit: { what: "took in 40 entries from pain.csv" } });
    expect(kept()).toEqual(before);
    expect(diaryCsv(store, ownRunnerId)).toBe(csv);
  });

  it("has no cell that a table program would take for a formula", () => {
    const entry: PainEntry = { at: now, utcOffset: 0, pains: [], occasion: "after-run", note: "=HYPERLINK(\"x\")" };
    addPainEntries(store, ownRunnerId, [{ ...entry, clientId: "-1" }], { now, what: "added" });
    expect(diaryCsv(store, ownRunnerId)).toBe(`entry,time,occasion,region,side,painRating,note\n'-1,2026-05-10T12:00:00+00:00,after-run,,,0,"'=HYPERLINK(""x"")"\n`);
  });

  it("tells the days too, and takes them back in", async () => {
    answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { hoursOfSleep: 7.333333333333333, warmUp: 0 } }, { day: "2026-05-03", answers: { temperature: -4.5 } }], { now });
    const [csv, before] = [daysCsv(store, ownRunnerId), toldDays(store, ownRunnerId)];
    expect(csv.split("\n")[0]).toBe(["day", ...dayCovariateIds].join(","));
    store.run("DELETE FROM day_covariates");
    const { edit, days } = await take(bytes(csv));
    expect([days, toldDays(store, ownRunnerId)]).toEqual([2, before]);
    undoEdit(store, edit?.id ?? 0, now);
    expect(toldDays(store, ownRunnerId)).toEqual([]);
    expect(await take(bytes("day,stress,fatigue\n2026-05-02,1,\nsoon,2,1\n"))).toMatchObject({ days: 1, refused: [{ line: 3, reason: "day: must be a day, as 2026-05-02" }] });
  });
});

describe("tables from elsewhere", () => {
  const german = "Datum;Uhrzeit;Schmerzstärke;Ort;Bemerkung\r\n02.05.2026;21:00;3,5;Rücken unten links;nach dem Laufen, müde\r\n03.05.2026;;0;;\r\n04.05.2026;8:15;11;LWS;\r\n09.06.2026;8:15;2;LWS;\r\n";

  it("Latin-1 with semicolons and decimal commas: the good rows are kept, each bad one is named", async () => {
    const seen = await preview(latin1(german));
    expect(seen).toMatchObject({ encoding: "windows-1252", separator: ";", dateOrder: "day-month-year", isDateOrderSure: true, scale: "to-10", trouble: null, entries: 2, fresh: 2, rounded: 1 });
    expect(seen.columns.map(({ heading, field }) => `${heading} ${field}`)).toEqual(["Datum date", "Uhrzeit clock", "Schmerzstärke painRating", "Ort region", "Bemerkung note"]);
    expect(seen.places).toEqual([{ text: "LWS", rows: 2, place: { region: "lower-lumbar", side: "middle" } }, { text: "Rücken unten links", rows: 1, place: { region: "lower-lumbar", side: "left" } }]);
    expect(seen.refused).toEqual([{ line: 4, reason: "pain 11: the scale goes from 0 to 10" }, { line: 5, reason: "2026-06-09T08:15:00+02:00 lies in the future; pain is entered once it was felt" }]);
    expect(kept()).toEqual([]);
    const { edit, added } = await take(latin1(german));
    expect(added).toHaveLength(2);
    expect(kept()).toEqual([
      { at: Date.UTC(2026, 4, 2, 19) / 1000, utcOffset: 7200, pains: [{ region: "lower-lumbar", side: "left", painRating: 4 }], occasion: "apart-from-run", note: "nach dem Laufen, müde" },
      { at: Date.UTC(2026, 4, 3, 18) / 1000, utcOffset: 7200, pains: [], occasion: "apart-from-run", note: null },
    ]);
    undoEdit(store, edit?.id ?? 0, now);
    expect(kept()).toEqual([]);
  });

  it("overlapping tables double nothing, and bring back nothing that was removed", async () => {
    const rows = ["2026-05-01,1", "2026-05-02,2", "2026-05-03,3", "2026-05-04,0"];
    const table = (...wanted: readonly string[]) => bytes(`date,pain\n${wanted.join("\n")}\n`);
    await take(table(...rows.slice(0, 3)));
    removePainEntry(store, 2, now);
    expect(await take(table(...rows.slice(1)))).toMatchObject({ added: [4], alreadyHere: 1, removedBefore: 1 });
    expect(kept().map(({ pains }) => pains[0]?.painRating ?? 0)).toEqual([1, 3, 0]);
    expect(await take(table(...rows.slice(2)))).toMatchObject({ edit: null, alreadyHere: 2 });
  });

  it("dates in an order that is not sure are asked about", async () => {
    const table = bytes("date,pain\n3/4/2026,2\n5/4/2026,3\n");
    expect(await preview(table)).toMatchObject({ isDateOrderSure: false, trouble: { where: "dateOrder" }, entries: 2 });
    await expect(take(table)).rejects.toThrow("say which it is");
    await take(table, { dateOrder: "month-day-year" });
    expect(kept().map(({ at }) => new Date(at * 1000).toISOString().slice(0, 10))).toEqual(["2026-03-04", "2026-05-04"]);
  });

  it("columns that nobody knows are asked about, and can be said", async () => {
    const table = bytes("when it was,how bad\n2026-05-02 08:00,3\n");
    await expect(take(table)).rejects.toThrow("no column is known for the date; say which one holds it: its columns are “when it was”, “how bad”");
    await expect(take(table, { mapping: { time: 0 } })).rejects.toThrow("how strong the pain was");
    expect((await take(table, { mapping: { time: 0, painRating: 1 } })).added).toHaveLength(1);
    expect(await preview(table, { mapping: { time: 0, painRating: 9 } })).toMatchObject({ trouble: { where: "mapping" } });
  });

  it("what is no table is refused", async () => {
    await expect(take(bytes(""))).rejects.toThrow("the file is empty");
    await expect(take(bytes('a,b\n"x'))).rejects.toThrow("line 2: a quote is opened and never closed");
    await expect(take(bytes("date,pain\n2026-05-02,3\n"), { zone: "Mars/Base" })).rejects.toThrow("“Mars/Base” is no time zone");
    await expect(take(bytes("full_date,date,weekday,time,mood,activities,note_title,note\n2026-05-02,May 2,Saturday,22:13,rad,,,\n"))).rejects.toThrow("Daylio keeps a mood");
  });
});

it("a zone's clocks are followed through their changes", () => {
  const offset = zoneOffset("Europe/Berlin");
  const local = (month: number, day: number, hours: number): number => Date.UTC(2026, month, day, hours) / 1000;
  // Clocks went forward on 29 March at 2:00 and back on 25 October at 3:00.
  expect([local(2, 29, 1), local(2, 29, 4), local(9, 25, 1), local(9, 25, 4)].map((time) => offset(time) / 3600)).toEqual([1, 2, 2, 1]);
});
