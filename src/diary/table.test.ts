import { describe, expect, it, test } from "vitest";
import { entriesFromTable, cellOfText, textOfCell, type TableReading } from "./entries-from-table.ts";
import { knownTable, type TableRow } from "./known-tables.ts";
import { guessMapping } from "./table-fields.ts";
import { readPlace } from "./table-places.ts";
import { ratingScaleOf, readNumber, readRating } from "./table-ratings.ts";
import { decodeTable, separatorOf } from "./table-text.ts";
import { dateOrderOf, readClock, readTime, type DateOrder } from "./table-times.ts";

const utf16 = (text: string, isBig: boolean): Uint8Array => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flatMap((_, index, bytes) => (isBig ? bytes[index ^ 1] ?? 0 : bytes[index] ?? 0)));

describe("the text of a table", () => {
  const text = "Datum;Stärke\n";
  it.each([
    ["utf-8", new TextEncoder().encode(text)], ["utf-8", new TextEncoder().encode(`\uFEFF${text}`)],
    ["utf-16le", utf16(`\uFEFF${text}`, false)], ["utf-16be", utf16(`\uFEFF${text}`, true)], ["utf-16le", utf16(text, false)], ["utf-16be", utf16(text, true)],
    ["windows-1252", Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))],
  ] as const)("is read from %s", (encoding, bytes) => {
    expect(decodeTable(bytes)).toEqual({ text, encoding });
  });

  it.each([
    [",", "a,b\n1,2\n"], [";", "a;b;c\n2,5;x, y;z\n3,5;x;z\n"], ["\t", "a\tb\n1,5\t2,5\n"], ["|", "a|b\n1|2\n"], [";", "sep=;\na,a;b\n"], [",", 'a,b\n"x;y;z",2\n'], [",", "no table\n"],
  ])("is parted by %j", (separator, table) => {
    expect(separatorOf(table)).toBe(separator);
  });
});

describe("times", () => {
  // Days since 1970: 2026-05-02 is 20575.
  it.each<[string, DateOrder, number, number | null, number | null]>([
    ["2026-05-02T21:30:00+02:00", "year-month-day", 20_575, 77_400, 7200], ["2026-05-02T21:30:00-03:30", "year-month-day", 20_575, 77_400, -12_600], ["2026-05-02T21:30:00Z", "year-month-day", 20_575, 77_400, 0],
    ["2026-05-02 9:05", "day-month-year", 20_575, 32_700, null], ["2026-05-02", "day-month-year", 20_575, null, null], ["2/5/2026", "day-month-year", 20_575, null, null], ["5/2/26 9:30 PM", "month-day-year", 20_575, 77_400, null],
    ["02.05.2026, 21:30", "day-month-year", 20_575, 77_400, null], ["2. 5. 2026", "day-month-year", 20_575, null, null], ["2nd May 2026", "month-day-year", 20_575, null, null], ["May 2, 2026 12:00 am", "day-month-year", 20_575, 0, null],
    ["Sat, 2 May 2026", "day-month-year", 20_575, null, null], ["2. Mai 2026", "day-month-year", 20_575, null, null], ["2 de mayo de 2026", "day-month-year", 20_575, null, null], ["2 maggio 2026", "day-month-year", 20_575, null, null],
  ])("%s, %s", (text, order, day, clock, utcOffset) => {
    expect(readTime(text, order)).toEqual({ day, clock, utcOffset });
  });

  test("that are none", () => {
    for (const text of ["", "soon", "31.02.2026", "2026-13-01", "5/13/2026", "1.2"]) expect(readTime(text, "day-month-year")).toBeNull();
    expect(readTime("13/5/2026", "month-day-year")).toBeNull();
  });

  test("juin and juillet, June and July are told apart", () => {
    expect(["1 juin 2026", "1 juillet 2026", "1 giugno 2026", "1 luglio 2026"].map((text) => new Date((readTime(text, "day-month-year")?.day ?? 0) * 86_400_000).getUTCMonth())).toEqual([5, 6, 5, 6]);
  });

  it.each([["21:30", 77_400], ["9:30 pm", 77_400], ["12:00 AM", 0], ["12 p.m.", 43_200], ["21h30", 77_400], ["21.30 Uhr", 77_400], ["21 Uhr", 75_600], ["mid", 54_000], ["Abends", 75_600], ["25:00", null], ["9:75", null], ["13 pm", null], ["now", null]])("of day: %s", (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  it.each<[readonly string[], DateOrder, boolean]>([
    [["3/4/2026", "25/4/2026"], "day-month-year", true], [["3/4/2026", "4/25/2026"], "month-day-year", true], [["3/4/2026", "5/4/2026"], "day-month-year", false], [["03.04.2026"], "day-month-year", true],
    [["2026-04-03"], "year-month-day", true], [["8th Dec 2021"], "year-month-day", true], [["25/4/2026", "4/25/2026"], "day-month-year", false],
  ])("%j are in the order %s, sure: %s", (cells, order, isSure) => {
    expect(dateOrderOf(cells)).toEqual({ order, isSure });
  });
});

describe("ratings", () => {
  test("are read with comma or point, and told from their scale", () => {
    expect(["3", "3,5", "3.5", "7/10", "40 %", "three", ""].map(readNumber)).toEqual([3, 3.5, 3.5, 7, 40, null, null]);
    expect([ratingScaleOf(["0", "3", "11", "7"]), ratingScaleOf(["0", "30", "55", "7"]), ratingScaleOf(["mild", "severe", "", "none"]), ratingScaleOf([])]).toEqual(["to-10", "to-100", "words", "to-10"]);
    expect([readRating("3,5", "to-10"), readRating("0,3", "to-10"), readRating("0", "to-100"), readRating("64", "to-100"), readRating("starke", "words")]).toMatchObject([
      { rating: 4, isRounded: true }, { rating: 1, isRounded: true }, { rating: 0, isRounded: false }, { rating: 6, isRounded: true }, { trouble: "“starke” is no word for how strong pain is" },
    ]);
    expect([readRating("11", "to-10"), readRating("-1", "to-10"), readRating("", "to-10"), readRating("101", "to-100")]).toEqual([
      { trouble: "pain 11: the scale goes from 0 to 10" }, { trouble: "pain -1: the scale goes from 0 to 10" }, { trouble: "no pain rating; 0 would say “no pain”" }, { trouble: "pain 101: the scale goes from 0 to 100" },
    ]);
    expect(["None", "leicht", "Modérée", "stark", "Unbearable"].map((word) => readRating(word, "words"))).toMatchObject([{ rating: 0 }, { rating: 2 }, { rating: 5 }, { rating: 8 }, { rating: 10 }]);
  });
});

describe("places", () => {
  it.each([
    ["lower-lumbar", "", "lower-lumbar middle"], ["Lower Back", "left", "lower-lumbar left"], ["Back (lower) pain", "", "lower-lumbar middle"], ["Back (mid) pain", "", "elsewhere middle"], ["LWS rechts", "", "lower-lumbar right"],
    ["unterer Rücken", "beide", "lower-lumbar left, lower-lumbar right"], ["bas du dos", "gauche", "lower-lumbar left"], ["zona lumbar", "", "lower-lumbar middle"], ["L3", "", "middle-lumbar middle"], ["left calf", "", "leg-below-knee left"],
    ["Right Back of Head (Lower)", "", "elsewhere right"], ["Neck", "", "elsewhere middle"], ["knee", "", "elsewhere middle"],
  ])("%s %s", (text, side, meant) => {
    expect(readPlace(text, side).map((place) => `${place.region} ${place.side}`).join(", ")).toBe(meant);
  });
});

describe("headings", () => {
  it.each([
    [["Date", "Time", "Pain Level", "Locations", "Symptoms", "Notes"], ["2026-05-02", "08:00", "5", "Lower Back; Neck", "", ""], { date: 0, clock: 1, painRating: 2, region: 3, note: 5 }],
    [["Datum", "Uhrzeit", "Schmerzstärke (0–10)", "Ort", "Bemerkung"], ["02.05.2026", "8:00", "5", "LWS", ""], { date: 0, clock: 1, painRating: 2, region: 3, note: 4 }],
    [["Fecha", "Intensidad del dolor"], ["2/5/2026 21:00", "5"], { time: 0, painRating: 1 }],
    [["Time", "Douleur", "Côté"], ["2026-05-02 09:00", "5", "gauche"], { time: 0, painRating: 1, side: 2 }],
    [["x", "y"], ["1", "2"], {}],
  ])("%j", (header, row, mapping) => {
    expect(guessMapping(header, [row])).toEqual(mapping);
  });
});

const usual: Omit<TableReading, "mapping"> = { dateOrder: "day-month-year", scale: "to-10", clockWhereNone: 72_000, placeWhereNone: { region: "lower-lumbar", side: "middle" }, places: {}, utcOffsetAt: () => 7200 };
const rowsOf = (...lines: readonly string[]): TableRow[] => lines.map((line, index) => ({ cells: line.split(","), line: index + 1 }));
const read = (lines: readonly string[], change: Partial<TableReading> = {}) => {
  const known = knownTable(rowsOf(...lines));
  if (!known) throw new Error("no table");
  return { known, ...entriesFromTable(known, { ...usual, mapping: known.mapping, ...(known.dateOrder ? { dateOrder: known.dateOrder } : {}), ...(known.scale ? { scale: known.scale } : {}), ...change }) };
};
const at = (day: number, hours: number): number => (20_575 + day) * 86_400 + hours * 3600 - 7200;

describe("tables of other programs", () => {
  it("a plain table: rows of one moment are one entry, each bad row is named, the good stay", () => {
    const { entries, refused, rounded } = read(["Date,Time,Pain,Location,Notes", "02.05.2026,21:00,4,lower back,a", "02.05.2026,21:00,2,left calf,b", "03.05.2026,,0,,", "04.05.2026,9:00,11,back,", "soon,9:00,1,,", "05.05.2026,9:00,2.5,,", "06.05.2026,late,2,,"]);
    expect(entries.map(({ entry, line }) => [line, entry])).toEqual([
      [2, { at: at(0, 21), utcOffset: 7200, pains: [{ region: "lower-lumbar", side: "middle", painRating: 4 }, { region: "leg-below-knee", side: "left", painRating: 2 }], occasion: "apart-from-run", note: "a\nb" }],
      [4, { at: at(1, 20), utcOffset: 7200, pains: [], occasion: "apart-from-run", note: null }],
      [7, { at: at(3, 9), utcOffset: 7200, pains: [{ region: "lower-lumbar", side: "middle", painRating: 3 }], occasion: "apart-from-run", note: null }],
    ]);
    expect(refused).toEqual([{ line: 5, reason: "pain 11: the scale goes from 0 to 10" }, { line: 6, reason: "“soon” is no date in the order day, month, year" }, { line: 8, reason: "“late” is no time of day" }]);
    expect(rounded).toBe(1);
  });

  it("one place rated twice at one moment is two entries; a row repeated is one", () => {
    expect(read(["Date,Pain", "02.05.2026,4", "02.05.2026,4", "02.05.2026,6"]).entries.map(({ entry }) => entry.pains.map(({ painRating }) => painRating))).toEqual([[4], [6]]);
  });

  it("places can be said by hand, or left out", () => {
    const { entries, leftOut } = read(["Date,Pain,Location", "02.05.2026,4,hip;back", "03.05.2026,4,hip"], { places: { hip: null, back: { region: "upper-lumbar", side: "left" } } });
    expect([entries.map(({ entry }) => entry.pains), leftOut]).toEqual([[[{ region: "upper-lumbar", side: "left", painRating: 4 }]], 1]);
  });

  it("Bearable: pain among the symptoms, four steps in words, parts of the day", () => {
    const { known, entries, refused } = read([
      "date,weekday,time of day,category,rating/amount,detail,notes",
      "8th Dec 2021,Wednesday,pre,Symptom,1,Back (lower) pain (Mild),", "8th Dec 2021,Wednesday,pre,Symptom,3,Back (mid) pain (Severe),", "8th Dec 2021,Wednesday,pm,Symptom,4,Back (lower) pain (Unbearable),bad day",
      "8th Dec 2021,Wednesday,09:53,Mood,6,Good,", "8th Dec 2021,Wednesday,am,Symptom,2,Anxiety (Moderate),", "8th Dec 2021,Wednesday,all day,Factors,,Low activity,",
    ]);
    expect([known.name, known.otherRows, refused]).toEqual(["Bearable", 3, []]);
    expect(entries.map(({ entry }) => [new Date((entry.at + 7200) * 1000).toISOString(), entry.pains.map(({ region, painRating }) => `${region} ${painRating}`), entry.note])).toEqual([
      ["2021-12-08T03:00:00.000Z", ["lower-lumbar 2", "elsewhere 8"], null], ["2021-12-08T21:00:00.000Z", ["lower-lumbar 10"], "bad day"],
    ]);
  });

  it("Migraine Buddy: a preamble, then attacks with their zone", () => {
    const { known, entries } = read(["Date,Time Period,Description,Notes", "No ongoing events recorded during this period.,,,", "#,Started,Lasted,Start UTC Offset (min),Pain Level,Pain Positions,Notes", "1,11/16/24 13:12,01h 00m,60,4,Right Eye,slept badly"]);
    expect(known.name).toBe("Migraine Buddy");
    expect(entries.map(({ entry }) => entry)).toEqual([{ at: Date.UTC(2024, 10, 16, 12, 12) / 1000, utcOffset: 3600, pains: [{ region: "elsewhere", side: "right", painRating: 4 }], occasion: "apart-from-run", note: "slept badly" }]);
  });

  it("Daylio keeps no pain, and that is said", () => {
    expect(knownTable(rowsOf("full_date,date,weekday,time,mood,activities,note_title,note"))?.refusal).toContain("Daylio keeps a mood");
  });
});

test("a text that a table program would take for a formula comes back as it was", () => {
  for (const text of ["=1+1", "'=1", "''@x", "-3", "plain", "'quoted'", "\tx", "+", "it's"]) {
    expect(textOfCell(cellOfText(text))).toBe(text);
    expect(cellOfText(text)).not.toMatch(/^[=+\-@\t\r]/);
  }
});
