import { z } from "zod";
import {
  dateOrderOf, dateOrders, decodeTable, entriesFromTable, isoTime, knownTable, painRegions, painSides, placesInTable, ratingScaleOf, ratingScales, separatorOf, tableFields,
  type KnownTable, type TableEncoding, type TableEntry, type TableReading, type TableRow,
} from "../../src/index.ts";
import { CsvTrouble, readCsv } from "./csv.ts";
import { answerDays, type DayTold } from "./day-answers.ts";
import { DiaryRefusal, entryOfTold, painEntryTold, zoneSlack } from "./diary-schema.ts";
import { dayTold, refusalWords } from "./diary-sync.ts";
import type { Store } from "./open-store.ts";
import { addPainEntries, contentId, newEntries, type AddedEntries, type NamedPainEntry } from "./pain-diary.ts";
import { zoneOffset } from "./zone-offset.ts";

const place = z.strictObject({ region: z.enum(painRegions), side: z.enum(painSides) });

/** How a table is to be read where it is not as guessed. */
export const tableOptions = z.strictObject({
  /** Field → column from 0; null says that no column holds it. */
  mapping: z.partialRecord(z.enum(tableFields), z.int().min(0).nullable()).default({}),
  dateOrder: z.enum(dateOrders).nullable().default(null),
  scale: z.enum(ratingScales).nullable().default(null),
  /** For rows that tell no time of day. */
  clockWhereNone: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day, as 20:00").default("20:00"),
  /** For rows that tell no place. */
  placeWhereNone: place.default({ region: "lower-lumbar", side: "middle" }),
  /** What a text of the place column means; null leaves its rows out. */
  places: z.record(z.string(), place.nullable()).default({}),
  /** Zone of times that tell none, as Europe/Berlin; null is this machine's. */
  zone: z.string().max(80).nullable().default(null),
});
export type TableOptions = z.infer<typeof tableOptions>;

interface OpenedTable {
  readonly encoding: TableEncoding;
  readonly separator: string;
  readonly known: KnownTable;
}

/** Opens a table in whatever encoding and with whatever separator it was written. */
export async function openTable(bytes: Uint8Array): Promise<OpenedTable> {
  const { text, encoding } = decodeTable(bytes);
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  try {
    for await (const row of readCsv([text], separator)) rows.push(row);
  } catch (error) {
    if (error instanceof CsvTrouble) throw new DiaryRefusal(error.message, "file");
    throw error;
  }
  const known = knownTable(/^sep=/i.test(rows[0]?.cells[0] ?? "") ? rows.slice(1) : rows);
  if (!known) throw new DiaryRefusal("the file is empty", "file");
  return { encoding, separator, known };
}

/** How a table will be read, and what of that is a guess. */
interface Settled {
  readonly reading: TableReading;
  readonly isDateOrderSure: boolean;
  /** What stands in the way; null where it can be read. */
  readonly trouble: DiaryRefusal | null;
}

function settle({ known }: OpenedTable, options: TableOptions): Settled {
  const mapping = Object.fromEntries(tableFields.flatMap((field) => {
    const column = options.mapping[field] === undefined ? known.mapping[field] : options.mapping[field];
    return column === undefined || column === null || column >= known.header.length ? [] : [[field, column] as const];
  }));
  const cells = (column: number | undefined): readonly string[] => (column === undefined ? [] : known.rows.map((row) => row.cells[column] ?? ""));
  const dates = dateOrderOf(cells(mapping["time"] ?? mapping["date"]));
  const dateOrder = options.dateOrder ?? known.dateOrder;
  const [hours = 0, minutes = 0] = options.clockWhereNone.split(":").map(Number);
  const reading: TableReading = {
    mapping, dateOrder: dateOrder ?? dates.order, scale: options.scale ?? known.scale ?? ratingScaleOf(cells(mapping["painRating"])),
    clockWhereNone: 3600 * hours + 60 * minutes, placeWhereNone: options.placeWhereNone, places: options.places, utcOffsetAt: zoneOffset(options.zone),
  };
  return { reading, isDateOrderSure: dateOrder !== null || dates.isSure, trouble: troubleOf(known, reading, dateOrder !== null || dates.isSure) };
}

function troubleOf({ format, refusal, header }: KnownTable, { mapping }: TableReading, isDateOrderSure: boolean): DiaryRefusal | null {
  const columns = `its columns are ${header.map((name) => `“${name}”`).join(", ")}`;
  if (format === "footfall-days") return null;
  if (refusal !== null) return new DiaryRefusal(refusal, "file");
  if (mapping.time === undefined && mapping.date === undefined) return new DiaryRefusal(`no column is known for the date; say which one holds it: ${columns}`, "mapping");
  if (mapping.painRating === undefined) return new DiaryRefusal(`no column is known for how strong the pain was; say which one holds it: ${columns}`, "mapping");
  return isDateOrderSure ? null : new DiaryRefusal("its dates can be read as day, month, year or as month, day, year; say which it is", "dateOrder");
}

interface CheckedTable {
  readonly entries: readonly NamedPainEntry[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly leftOut: number;
  readonly rounded: number;
}

/** Reads a table's entries and holds each against what an entry may be. */
function checkedEntries({ known }: OpenedTable, reading: TableReading, now: number): CheckedTable {
  const { entries, refused, leftOut, rounded } = entriesFromTable(known, reading);
  const troubles = [...refused];
  const good = entries.flatMap((found) => {
    try {
      return [checkedEntry(found, known.format === "footfall", now)];
    } catch (error) {
      troubles.push({ line: found.line, reason: refusalWords(error) });
      return [];
    }
  });
  return { entries: good, refused: troubles.toSorted((one, other) => one.line - other.line), leftOut, rounded };
}

function checkedEntry({ name, entry: { at, utcOffset, pains, occasion, note } }: TableEntry, isOurs: boolean, now: number): NamedPainEntry {
  const entry = entryOfTold(painEntryTold.parse({ at: isoTime(at, utcOffset), pains, occasion, note }), now, isOurs ? undefined : zoneSlack);
  return { ...entry, clientId: isOurs && name !== null && /^[\w.:-]{1,80}$/.test(name) ? name : contentId(entry) };
}

/** What an import of a table would do, for the runner to put right before. */
export async function previewTable(store: Store, runnerId: number, bytes: Uint8Array, options: TableOptions, now: number) {
  const opened = await openTable(bytes);
  const { known } = opened;
  const { reading, isDateOrderSure, trouble } = settle(opened, options);
  const { mapping, dateOrder, scale } = reading;
  const told = known.format === "footfall-days" ? daysOfTable(known) : { days: [], refused: [] };
  const isReadable = known.format !== "footfall-days" && (trouble === null || trouble.where === "dateOrder");
  const checked = isReadable ? checkedEntries(opened, reading, now) : { entries: [], refused: told.refused, leftOut: 0, rounded: 0 };
  const { fresh, ...counts } = newEntries(store, runnerId, checked.entries);
  return {
    format: known.format, name: known.name, encoding: opened.encoding, separator: opened.separator, assumptions: known.assumptions, otherRows: known.otherRows,
    columns: known.header.map((heading, index) => ({ heading, field: tableFields.find((field) => mapping[field] === index) ?? null, samples: known.rows.slice(0, 3).map(({ cells }) => cells[index] ?? "") })),
    rows: known.rows.length, dateOrder, isDateOrderSure, scale, places: placesInTable(known, reading).slice(0, 200),
    trouble: trouble && { message: trouble.message, where: trouble.where },
    days: told.days.length, entries: checked.entries.length, fresh: fresh.length, ...counts, leftOut: checked.leftOut, rounded: checked.rounded, refused: checked.refused,
    first: checked.entries.slice(0, 5).map(({ at, utcOffset, pains, occasion, note }) => ({ at: isoTime(at, utcOffset), pains, occasion, note })),
  };
}

/** What came of a table: its rows and entries, and the days of a table of days. */
export type TableImport = AddedEntries & Omit<CheckedTable, "entries"> & Pick<KnownTable, "name" | "otherRows"> & { readonly days: number };

/** Takes a table in, all in one edit: what is here already is not doubled, what cannot be read is named. */
export async function importTable(store: Store, runnerId: number, file: { readonly name: string; readonly bytes: Uint8Array }, options: TableOptions, now: number): Promise<TableImport> {
  const opened = await openTable(file.bytes);
  const { known } = opened;
  if (known.format === "footfall-days") {
    const { days, refused } = daysOfTable(known);
    return { ...noEntries, edit: answerDays(store, runnerId, days, { now, what: `took in ${days.length} days from ${file.name}` }), refused, days: days.length, name: known.name, otherRows: 0 };
  }
  const { reading, trouble } = settle(opened, options);
  if (trouble) throw trouble;
  const { entries, ...rest } = checkedEntries(opened, reading, now);
  const { fresh } = newEntries(store, runnerId, entries);
  const what = `took in ${fresh.length === 1 ? "one entry" : `${fresh.length} entries`} from ${file.name}`;
  return { ...addPainEntries(store, runnerId, entries, { now, what }), ...rest, days: 0, name: known.name, otherRows: known.otherRows };
}

const noEntries = { added: [], alreadyHere: 0, otherHere: 0, removedBefore: 0, leftOut: 0, rounded: 0 } as const;

/** The days that our own table of days tells. */
function daysOfTable({ header, rows }: KnownTable): { readonly days: readonly DayTold[]; readonly refused: CheckedTable["refused"] } {
  const refused: { line: number; reason: string }[] = [];
  const days = rows.flatMap(({ cells, line }) => {
    const told = dayTold.safeParse({ day: cells[0], answers: Object.fromEntries(header.slice(1).flatMap((id, index) => (cells[index + 1]?.trim() ? [[id, Number(cells[index + 1])]] : []))) });
    if (told.success) return [told.data];
    refused.push({ line, reason: refusalWords(told.error) });
    return [];
  });
  return { days, refused };
}
