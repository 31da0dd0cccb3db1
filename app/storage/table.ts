import { z } from "zod";
import { CsvTrouble, readCsv } from "./csv.ts";

/** A file that cannot be taken in, in one line: where, what, what to do. */
export class TableRefused extends Error {}

/** A row of a table whose columns have names. */
export interface TableRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** What stands in a column; empty where the table has no such column. */
  readonly text: (column: string) => string;
  /** The same as a number; null where nothing stands there. Refuses what is none. */
  readonly number: (column: string) => number | null;
}

/** A comma-separated table with a line of column names. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Whether a file's text is JSON rather than a table. */
export const isJson = (text: string): boolean => /^[\s\uFEFF]*[{[]/.test(text);

/** Takes a table apart; refuses text that is none. */
export async function readTable(text: string): Promise<Table> {
  const found: { readonly cells: readonly string[]; readonly line: number }[] = [];
  try {
    for await (const row of readCsv([text])) found.push(row);
  } catch (error) {
    throw error instanceof CsvTrouble ? new TableRefused(error.message) : error;
  }
  const [head, ...body] = found;
  const columns = head?.cells.map((name) => name.trim()) ?? [];
  return { columns, rows: body.map((row) => tableRow(columns, row)) };
}

function tableRow(columns: readonly string[], { cells, line }: { readonly cells: readonly string[]; readonly line: number }): TableRow {
  const cell = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? "";
  return {
    line,
    text: cell,
    number(column) {
      const text = cell(column);
      if (text === "") return null;
      const number = Number(text);
      if (!Number.isFinite(number)) throw new TableRefused(`line ${line}: ${column} "${text}" is not a number${/^-?\d+,\d+$/.test(text) ? "; write it with a point" : ""}`);
      return number;
    },
  };
}

/** Refuses a table without the columns it needs, or with one that nobody knows. */
export function checkColumns({ columns }: Table, { needed, known }: { readonly needed: readonly string[]; readonly known: readonly string[] }): void {
  const missing = needed.find((name) => !columns.includes(name));
  if (missing !== undefined) throw new TableRefused(`line 1: there is no column "${missing}"; the columns are ${known.join(", ")}`);
  const unknown = columns.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TableRefused(`line 1: nobody knows a column "${unknown}"; the columns are ${known.join(", ")}`);
}

/** Parses a JSON file; refuses what is none. */
export function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return json;
  } catch (error) {
    throw new TableRefused(`the file is no JSON (${error instanceof Error ? error.message : String(error)}); export it again`);
  }
}

/** Checks what stands at some place of a file; refuses it by the first thing that is wrong. */
export function checkAt<Shape>(shape: z.ZodType<Shape>, value: unknown, where: string): Shape {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new TableRefused(`${where}: ${issue?.path.length ? `${issue.path.join(".")}: ` : ""}${issue?.message ?? "cannot be read"}`);
}
