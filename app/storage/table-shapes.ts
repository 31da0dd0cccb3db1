import { z } from "zod";
import { createStoreOf, schemaVersion, type Store } from "./open-store.ts";
import { StoreError } from "./store-error.ts";

const columnRow = z.object({ table: z.string(), name: z.string(), type: z.string(), isRequired: z.number(), key: z.number() });

/** A column of a table, as the store's own schema tells it. */
export type Column = Omit<z.infer<typeof columnRow>, "table">;

const selectColumns = `SELECT tables.name AS "table", columns.name, columns.type, columns."notnull" OR columns.pk > 0 AS isRequired, columns.pk AS "key"
  FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY tables.name, columns.cid`;

const known = new Map<number, ReadonlyMap<string, readonly Column[]>>();

/** Every table of the version this Footfall writes, or of an earlier one, with its columns. */
export function tableShapes(version: number = schemaVersion): ReadonlyMap<string, readonly Column[]> {
  const shapes = known.get(version);
  if (shapes) return shapes;
  const database = createStoreOf(version, ":memory:");
  try {
    const read = byTable(z.array(columnRow).parse(database.prepare(selectColumns).all()));
    known.set(version, read);
    return read;
  } finally {
    database.close();
  }
}

function byTable(rows: readonly z.infer<typeof columnRow>[]): ReadonlyMap<string, readonly Column[]> {
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

const extraRow = z.object({ name: z.string() });

/** Refuses a store that has other tables than Footfall's, or rules of its own that would act whenever a row is written. */
export function expectOwnTables(store: Store): void {
  const extra = store.first(extraRow, "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1");
  const isOwn = JSON.stringify([...byTable(store.all(columnRow, selectColumns))]) === JSON.stringify([...tableShapes()]);
  if (extra || !isOwn) throw new StoreError("damaged", `these are not the tables of a Footfall store${extra ? ` (${extra.name})` : ""}`);
}
