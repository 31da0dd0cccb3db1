import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { readRecordings } from "../../src/index.ts";
import { exportedTables } from "./exported-tables.ts";
import { createStoreOf } from "./open-store.ts";
import { encodeRecording } from "./encode-recording.ts";
import { tableShapes } from "./table-shapes.ts";
import { largestFile } from "./unpack.ts";

/** A row as a table keeps it: columns by name. */
export type TableRow = Readonly<Record<string, string | number | null | Uint8Array>>;

/** Rows that no store can be made of, and why. */
export class RowRefused extends Error {}

/** Rows written between two waits for the disk. */
const rowsACommit = 500;

/** Makes a new database of that version of the tables out of rows, table by table; what is read from the original files is read from them again. */
export async function makeStoreOfRows(version: number, path: string, rows: AsyncIterable<{ readonly table: string; readonly row: TableRow }>, signal?: AbortSignal): Promise<void> {
  const shapes = tableShapes(version);
  const database = createStoreOf(version, path);
  const originalOf = database.prepare<[number], unknown>("SELECT gzipped FROM originals WHERE id = ?");
  const seriesOf = readAgain((id) => z.object({ gzipped: z.instanceof(Uint8Array) }).safeParse(originalOf.get(id)).data?.gzipped ?? null);
  // Rows may refer to later ones; all of them are looked over when the store is whole.
  database.pragma("foreign_keys = OFF");
  database.pragma("synchronous = OFF");
  try {
    database.exec("BEGIN; DELETE FROM runners");
    let count = 0;
    for await (const { table, row } of rows) {
      signal?.throwIfAborted();
      const columns = shapes.get(table);
      if (!columns || !(table in exportedTables)) throw new RowRefused(`${table} is no table of an export`);
      const known = new Set(columns.map(({ name }) => name));
      const unknown = Object.keys(row).find((name) => !known.has(name));
      if (unknown !== undefined) throw new RowRefused(`${table} has no column ${unknown}`);
      const whole: TableRow = table === "recordings" ? { ...row, series: seriesOf(row) } : row;
      const names = Object.keys(whole);
      database.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`).run(...Object.values(whole));
      count += 1;
      if (count % rowsACommit === 0) database.exec("COMMIT; BEGIN");
    }
    database.exec("COMMIT");
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT")) throw new RowRefused(error.message, { cause: error });
    throw error;
  } finally {
    database.close();
  }
}

const place = z.object({ original_id: z.number(), position: z.number() });

/** Reads a recording's series from its original; several of one file are read together. */
function readAgain(originalOf: (id: number) => Uint8Array | null): (row: TableRow) => Uint8Array {
  let last: { readonly id: number; readonly series: readonly Uint8Array[] } | null = null;
  return (row) => {
    const told = place.safeParse(row);
    const gzipped = told.success ? originalOf(told.data.original_id) : null;
    if (!told.success || !gzipped) throw new RowRefused("a recording has no original file");
    const { original_id: id, position } = told.data;
    if (last?.id !== id) last = { id, series: readRecordings(gunzipSync(gzipped, { maxOutputLength: largestFile })).recordings.map((recording) => encodeRecording(recording).series) };
    const series = last.series[position];
    if (!series) throw new RowRefused(`recording ${position + 1} of an original file cannot be read from it`);
    return series;
  };
}
