import { dayCovariateIds } from "../domain/index.ts";
import { guessMapping, type TableMapping } from "./table-fields.ts";
import type { DateOrder } from "./table-times.ts";
import type { RatingScale } from "./table-ratings.ts";
import { plainWords } from "./table-text.ts";

/** One row of a table, and the line it began on. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A program whose tables are known. */
export type TableFormat = "footfall" | "footfall-days" | "bearable" | "migraine-buddy" | "daylio" | "other";

/** A table whose header was found, and what is known of it. */
export interface KnownTable {
  readonly format: TableFormat;
  /** Its name for people. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly mapping: TableMapping;
  /** Null where it has to be judged from the cells. */
  readonly dateOrder: DateOrder | null;
  readonly scale: RatingScale | null;
  /** Why none of it can be taken; null where it can. */
  readonly refusal: string | null;
  /** Rows that are about something else. */
  readonly otherRows: number;
  /** What is taken for granted of it, to be told to whoever imports it. */
  readonly assumptions: readonly string[];
}

/** Columns of our own table of entries: one row a place, rows of one entry named alike. */
export const entryColumns = ["entry", "time", "occasion", "region", "side", "painRating", "note"] as const;

/** Finds the header, says whose table it is and which column holds what. */
export function knownTable(rows: readonly TableRow[]): KnownTable | null {
  const [first, ...body] = rows;
  if (!first) return null;
  const names = first.cells.map(plainWords);
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  const other = { format: "other", name: "a table", header: first.cells, rows: body, dateOrder: null, scale: null, refusal: null, otherRows: 0, assumptions: [] } as const;
  const attacks = rows.findIndex(({ cells }) => ["#", "Started", "Lasted"].every((name, index) => cells[index]?.trim() === name));
  if (entryColumns.every((name) => first.cells.includes(name))) return { ...other, format: "footfall", name: "Footfall", mapping: Object.fromEntries(entryColumns.map((name) => [name, first.cells.indexOf(name)])), dateOrder: "year-month-day", scale: "to-10" };
  if (first.cells[0] === "day" && first.cells.slice(1).every((name) => dayCovariateIds.some((id) => id === name))) return { ...other, format: "footfall-days", name: "Footfall’s days", mapping: {} };
  if (attacks >= 0) return migraineBuddy(rows[attacks]?.cells ?? [], rows.slice(attacks + 1));
  if (has("category", "rating/amount", "detail")) return bearable(first.cells, body);
  if (has("full date", "mood", "activities")) return { ...other, format: "daylio", name: "Daylio", mapping: {}, refusal: "Daylio keeps a mood and no pain from 0 to 10: there is nothing in it for this diary" };
  return { ...other, mapping: guessMapping(first.cells, body.slice(0, 200).map(({ cells }) => cells)) };
}

/** One row a reading: symptoms are rated in four steps, told in figures and in words, for a part of the day. */
function bearable(header: readonly string[], rows: readonly TableRow[]): KnownTable {
  const names = header.map(plainWords);
  const column = (name: string): number => names.indexOf(name);
  const cell = (row: TableRow, name: string): string => row.cells[column(name)] ?? "";
  const pains = rows.filter((row) => plainWords(cell(row, "category")) === "symptom" && /\b(?:pain|ache|sore|schmerz\w*|douleur|dolor|dolore|pijn|dor)\b/i.test(cell(row, "detail")));
  return {
    // What stands in the detail's last brackets repeats the rating in words.
    format: "bearable", name: "Bearable", header, rows: pains.map((row) => ({ ...row, cells: row.cells.map((text, index) => (index === column("detail") ? text.replace(/\s*\([^()]*\)\s*$/, "") : text)) })),
    mapping: { date: column("date"), clock: column("time of day"), region: column("detail"), painRating: column("rating/amount"), note: column("notes") },
    dateOrder: "year-month-day", scale: "words", refusal: null, otherRows: rows.length - pains.length,
    assumptions: [
      "mild counts as 2, moderate as 5, severe as 8, unbearable as 10: the app keeps four steps, not 0 to 10",
      "“pre”, “am”, “mid” and “pm” are entered for 3:00, 9:00, 15:00 and 21:00",
    ],
  };
}

/** A preamble, then one row an attack; local time and its zone beside it. */
function migraineBuddy(header: readonly string[], rows: readonly TableRow[]): KnownTable {
  const column = (name: string): number => header.findIndex((cell) => cell.trim() === name);
  const attacks = rows.filter(({ cells }) => (cells[column("Started")]?.trim() ?? "") !== "");
  return {
    format: "migraine-buddy", name: "Migraine Buddy", header, rows: attacks, dateOrder: "month-day-year", scale: "to-10", refusal: null, otherRows: 0,
    mapping: present({ time: column("Started"), utcOffsetMinutes: column("Start UTC Offset (min)"), region: column("Pain Positions"), painRating: column("Pain Level"), note: column("Notes") }),
    assumptions: ["an attack is entered for the moment it began"],
  };
}

function present(mapping: TableMapping): TableMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, column]) => column >= 0));
}
