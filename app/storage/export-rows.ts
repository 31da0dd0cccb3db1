import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { exportedTables } from "./exported-tables.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId } from "./runners.ts";
import type { TableRow } from "./store-of-rows.ts";
import { tableShapes } from "./table-shapes.ts";
import { largestFile } from "./unpack.ts";


/** Columns of a table that an export writes in rows: not the bytes that become files, nor what is read from those again. */
export function exportedColumns(table: string, version?: number) {
  const { file, derived } = exportedTables[table] ?? {};
  return (tableShapes(version).get(table) ?? []).filter(({ name }) => name !== file?.column && name !== derived);
}

const anyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)]));
const rowsAtATime = 500;

/** The owner's rows of a table, in the order of its key. */
export function* exportRows(store: Store, table: string): Generator<TableRow> {
  const columns = exportedColumns(table);
  const key = columns.filter((column) => column.key > 0).map(({ name }) => name).join(", ");
  for (let offset = 0; ; offset += rowsAtATime) {
    const rows = store.all(anyRow, `SELECT ${columns.map(({ name }) => `"${name}"`).join(", ")} FROM ${table} WHERE ${ownRows(table)} ORDER BY ${key} LIMIT ? OFFSET ?`, rowsAtATime, offset);
    yield* rows;
    if (rows.length < rowsAtATime) return;
  }
}

const ownRows = (table: string): string => `${table === "runners" ? "id" : "runner_id"} = ${ownRunnerId}`;

const countRow = z.object({ count: z.number() });

/** How many of them there are. */
export function countExportRows(store: Store, table: string): number {
  return store.first(countRow, `SELECT count(*) AS count FROM ${table} WHERE ${ownRows(table)}`)?.count ?? 0;
}

const bytesRow = z.object({ bytes: z.instanceof(Uint8Array) });

/** The file a row stands for, as it came. */
export function exportFile(store: Store, table: string, id: number): Uint8Array {
  const { file } = exportedTables[table] ?? {};
  const row = file && store.first(bytesRow, `SELECT ${file.column} AS bytes FROM ${table} WHERE id = ?`, id);
  if (!row) throw new Error(`${table} ${id} has no file`);
  return file.isGzip ? gunzipSync(row.bytes, { maxOutputLength: largestFile }) : row.bytes;
}

const namedRow = z.object({ id: z.number(), name: z.string() });

/** The name of each row's file within an export, by the row's id. */
export function exportFileNames(store: Store, table: string): ReadonlyMap<number, string> {
  const { file } = exportedTables[table] ?? {};
  if (!file) return new Map();
  const rows = store.all(
    namedRow,
    table === "originals"
      ? `SELECT id, date((SELECT min(started_at) FROM recordings WHERE original_id = originals.id), 'unixepoch') || '-' || id || '-' || name AS name FROM originals WHERE ${ownRows(table)}`
      : `SELECT id, id || '.' || replace(media_type, 'image/', '') AS name FROM photos WHERE ${ownRows(table)}`,
  );
  return new Map(rows.map(({ id, name }) => [id, `${file.folder}/${safeName(name)}`]));
}

// An ending is kept, whatever the length: it says what the file is.
function safeName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N} ._()-]/gu, "_");
  const ending = /\.[A-Za-z0-9]{1,12}$/.exec(plain)?.[0] ?? "";
  return plain.slice(0, plain.length - ending.length).slice(0, 100).trimEnd() + ending;
}

const originalRow = z.object({ id: z.number(), title: z.string().nullable() });

/** The original a run came from, and what the run was called, not what it is called where nobody named it. */
export function originalNameOf(store: Store, runId: number): z.infer<typeof originalRow> | null {
  return store.first(originalRow, "SELECT original_id AS id, json_extract(meta, '$.title') AS title FROM recordings WHERE id = ?", runId);
}
