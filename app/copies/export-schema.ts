import { exportedColumns, exportedTables, type Column } from "../storage/index.ts";

/** Where a row says which file of the export it stands for. */
export const fileKey = "pathInExport";

/** The JSON Schema of a line of each table of an export, written from the store's own schema. */
export function exportSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "export-tables.json",
    title: "A line of each table of footfall export: tables/NAME.jsonl",
    type: "object",
    properties: Object.fromEntries(Object.keys(exportedTables).map((table) => [table, rowSchema(table)])),
    additionalProperties: false,
  };
}

function rowSchema(table: string): object {
  const columns = exportedColumns(table);
  const file = exportedTables[table]?.file;
  return {
    type: "object",
    properties: { ...Object.fromEntries(columns.map((column) => [column.name, valueSchema(column)])), ...(file ? { [fileKey]: { type: "string", description: "the file itself" } } : {}) },
    required: [...columns.map(({ name }) => name), ...(file ? [fileKey] : [])],
    additionalProperties: false,
  };
}

function valueSchema({ type, isRequired }: Column): object {
  const types = { INTEGER: ["integer"], REAL: ["number"], TEXT: ["string", "object", "array"], BLOB: ["string"] }[type] ?? [];
  return { type: isRequired === 1 ? types : [...types, "null"], ...(type === "BLOB" ? { contentEncoding: "base64" } : {}) };
}
