import { painOccasions, type PainEntry, type PainOccasion, type PlacedPain } from "../domain/index.ts";
import type { KnownTable, TableRow } from "./known-tables.ts";
import type { TableField, TableMapping } from "./table-fields.ts";
import { placeTexts, readPlace, type TablePlace } from "./table-places.ts";
import { readNumber, readRating, type RatingScale } from "./table-ratings.ts";
import { readClock, readTime, type DateOrder } from "./table-times.ts";

/** How a table is read. */
export interface TableReading {
  readonly mapping: TableMapping;
  readonly dateOrder: DateOrder;
  readonly scale: RatingScale;
  /** Time of day of rows that tell none [s since midnight]. */
  readonly clockWhereNone: number;
  /** Place of rows that tell none. */
  readonly placeWhereNone: TablePlace;
  /** What a text of the place column means, where it is said by hand; null leaves its rows out. */
  readonly places: Readonly<Record<string, TablePlace | null>>;
  /** Local time minus UTC [s] at a local time [s], for rows that tell no zone. */
  readonly utcOffsetAt: (localSeconds: number) => number;
}

/** An entry that a table tells, by what the table calls it, and the line it began on. */
export interface TableEntry {
  readonly name: string | null;
  readonly line: number;
  readonly entry: PainEntry;
}

export interface ReadTable {
  readonly entries: readonly TableEntry[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  /** Rows about a place that is left out. */
  readonly leftOut: number;
  /** Ratings that were no whole numbers. */
  readonly rounded: number;
}

/** Reads the entries of a table: rows of one name, or of one moment, are one entry. What cannot be read is named; the rest stays good. */
export function entriesFromTable({ format, rows }: Pick<KnownTable, "format" | "rows">, reading: TableReading): ReadTable {
  const groups = new Map<string, { readonly name: string | null; readonly line: number; entry: PainEntry }>();
  const refused: { line: number; reason: string }[] = [];
  let [leftOut, rounded] = [0, 0];
  for (const row of rows) {
    const read = readRow(row, reading, format === "footfall");
    if ("trouble" in read) refused.push({ line: row.line, reason: read.trouble });
    else if (read.isLeftOut) leftOut += 1;
    else {
      rounded += read.isRounded ? 1 : 0;
      join(groups, row.line, read);
    }
  }
  return { entries: [...groups.values()], refused, leftOut, rounded };
}

interface ReadRow {
  readonly name: string | null;
  readonly entry: PainEntry;
  readonly isLeftOut: boolean;
  readonly isRounded: boolean;
}

/** Lays a row to the entry it belongs to: the one of its name, else the one of its moment, unless that rates the same place otherwise. */
function join(groups: Map<string, { readonly name: string | null; readonly line: number; entry: PainEntry }>, line: number, { name, entry }: ReadRow): void {
  for (let turn = 0; ; turn++) {
    const key = name === null ? `${entry.at} ${entry.utcOffset} ${entry.occasion} ${turn}` : `named ${name} ${turn}`;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { name, line, entry });
      return;
    }
    const known = group.entry.pains;
    const added = entry.pains.filter(({ region, side }) => !known.some((pain) => pain.region === region && pain.side === side));
    const isOther = entry.pains.some(({ region, side, painRating }) => known.some((pain) => pain.region === region && pain.side === side && pain.painRating !== painRating));
    if (isOther) continue;
    const note = group.entry.note !== null && entry.note !== null && group.entry.note !== entry.note ? `${group.entry.note}\n${entry.note}` : group.entry.note ?? entry.note;
    group.entry = { ...group.entry, pains: [...known, ...added], note };
    return;
  }
}

function readRow(row: TableRow, reading: TableReading, isOurs: boolean): ReadRow | { readonly trouble: string } {
  const cell = (field: TableField): string => {
    const column = reading.mapping[field];
    return column === undefined ? "" : row.cells[column] ?? "";
  };
  const time = readMoment(cell, reading);
  if ("trouble" in time) return time;
  const rating = readRating(cell("painRating"), reading.scale);
  if ("trouble" in rating) return rating;
  const places = placesOf(cell("region"), cell("side"), reading);
  if (places === null) return { name: null, entry: { ...time, pains: [], occasion: "apart-from-run", note: null }, isLeftOut: true, isRounded: false };
  const pains: readonly PlacedPain[] = rating.rating === 0 ? [] : places.map((place) => ({ ...place, painRating: rating.rating }));
  const note = isOurs ? textOfCell(cell("note")) : cell("note").trim();
  const name = isOurs ? textOfCell(cell("entry")) : cell("entry").trim();
  return { name: name === "" ? null : name, entry: { ...time, pains, occasion: occasionOf(cell("occasion")), note: note === "" ? null : note }, isLeftOut: false, isRounded: rating.isRounded };
}

type Cells = (field: TableField) => string;

function readMoment(cell: Cells, { dateOrder, clockWhereNone, utcOffsetAt }: TableReading): { readonly at: number; readonly utcOffset: number } | { readonly trouble: string } {
  const told = cell("time").trim() || cell("date").trim();
  if (told === "") return { trouble: "no date" };
  const time = readTime(told, dateOrder);
  if (!time) return { trouble: `“${told}” is no date in the order ${dateOrder.replaceAll("-", ", ")}` };
  const clockText = cell("time").trim() === "" ? cell("clock").trim() : "";
  const clock = clockText === "" || isWholeDay(clockText) ? time.clock ?? clockWhereNone : readClock(clockText);
  if (clock === null) return { trouble: `“${clockText}” is no time of day` };
  const local = time.day * 86_400 + clock;
  const toldOffset = readNumber(cell("utcOffsetMinutes"));
  const utcOffset = time.utcOffset ?? (toldOffset === null ? utcOffsetAt(local) : 60 * toldOffset);
  return { at: local - utcOffset, utcOffset };
}

const isWholeDay = (text: string): boolean => /^(?:all day|ganztags|ganztagig|toute la journee|todo el dia)$/i.test(text);

/** Null where every place that the row names is left out. */
function placesOf(text: string, side: string, { places, placeWhereNone }: TableReading): readonly TablePlace[] | null {
  const texts = placeTexts(text);
  if (texts.length === 0) return [placeWhereNone];
  const meant = texts.flatMap((one) => {
    const said = places[one];
    return said === undefined ? readPlace(one, side) : said === null ? [] : [said];
  });
  const distinct = meant.filter(({ region, side: one }, index) => meant.findIndex((place) => place.region === region && place.side === one) === index);
  return distinct.length === 0 ? null : distinct;
}

function occasionOf(text: string): PainOccasion {
  const plain = text.trim().toLowerCase();
  return painOccasions.find((occasion) => occasion === plain) ?? "apart-from-run";
}

/** What stood in a cell of ours before a table program was kept from taking it for a formula. */
export function textOfCell(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** The cell for a text, so that no table program takes it for a formula; `textOfCell` gives the text back. */
export function cellOfText(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Every text of the place column with how often it stands there and what it is taken for. */
export function placesInTable({ rows }: Pick<KnownTable, "rows">, { mapping, places, placeWhereNone }: TableReading): readonly { readonly text: string; readonly rows: number; readonly place: TablePlace | null }[] {
  const column = mapping.region;
  if (column === undefined) return [];
  const counts = new Map<string, number>();
  for (const { cells } of rows) for (const text of placeTexts(cells[column] ?? "")) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([text, count]) => ({ text, rows: count, place: places[text] === undefined ? readPlace(text)[0] ?? placeWhereNone : places[text] }));
}
