import { createHash } from "node:crypto";
import { z } from "zod";
import { unpackMember, type Member } from "../containers/index.ts";
import { exportedColumns, exportedTables, makeStoreOfRows, openOriginal, RowRefused, syncToDisk, type TableRow } from "../storage/index.ts";
import { damaged, memberOf, readSums, type CopyMembers } from "./copy-members.ts";
import { fileKey } from "./export-schema.ts";
import type { ExportManifest } from "./manifest.ts";

/** How the work of taking an export in is followed and stopped. */
interface Following {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Makes a database of an export's tables and files, each held against its checksum. */
export async function makeDatabase(file: string, members: CopyMembers, { schemaVersion, tables }: ExportManifest, database: string, { onProgress, signal }: Following): Promise<void> {
  const sums = await readSums(file, members);
  const total = Object.values(tables).reduce((sum, count) => sum + count, 1);
  let done = 0;
  const rows = async function* (): AsyncGenerator<{ readonly table: string; readonly row: TableRow }> {
    // Of an older version there may be fewer tables; in the order in which each comes after those it refers to.
    for (const table of Object.keys(exportedTables).filter((name) => name in tables)) {
      for await (const row of rowsOf(file, members, sums, table, schemaVersion)) {
        yield { table, row };
        done += 1;
        onProgress?.(done / total);
      }
    }
  };
  try {
    await makeStoreOfRows(schemaVersion, database, rows(), signal);
  } catch (error) {
    throw error instanceof RowRefused ? damaged(file, error.message) : error;
  }
  syncToDisk(database);
}

const line = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.unknown()), z.record(z.string(), z.unknown())]));

async function* rowsOf(file: string, members: CopyMembers, sums: ReadonlyMap<string, string>, table: string, version: number): AsyncGenerator<TableRow> {
  const name = `tables/${table}.jsonl`;
  const { file: ofFile } = exportedTables[table] ?? {};
  const bytesColumns = new Set(exportedColumns(table, version).filter(({ type }) => type === "BLOB").map((column) => column.name));
  const hash = createHash("sha256");
  let at = 0;
  for await (const text of linesOf(memberOf(file, members, name), hash)) {
    at += 1;
    const { [fileKey]: path, ...cells } = parsed(file, `${name}, line ${at}`, text);
    const row: TableRow = Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, valueOf(cell, bytesColumns.has(column))]));
    yield ofFile ? { ...row, [ofFile.column]: await bytesOf(file, members, sums, path, ofFile.isGzip) } : row;
  }
  if (hash.digest("hex") !== sums.get(name)) throw damaged(file, `the checksum of ${name} does not match`);
}

async function* linesOf(member: Member, hash: ReturnType<typeof createHash>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of member.chunks()) {
    hash.update(piece);
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function parsed(file: string, where: string, text: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw damaged(file, `${where} is no row of a table`);
  }
}

function valueOf(cell: z.infer<typeof line>[string] | undefined, isBytes: boolean): string | number | null | Uint8Array {
  if (typeof cell === "string") return isBytes ? Buffer.from(cell, "base64") : cell;
  return typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell ?? null;
}

/** A file beside the tables, packed as the store keeps it. */
async function bytesOf(file: string, members: CopyMembers, sums: ReadonlyMap<string, string>, path: unknown, isGzip: boolean): Promise<Uint8Array> {
  if (typeof path !== "string") throw damaged(file, "a row names no file");
  const packed = await memberOf(file, members, path).packed();
  const bytes = "code" in packed ? packed : unpackMember(packed);
  if (!(bytes instanceof Uint8Array)) throw damaged(file, `${path}: ${bytes.message}`);
  if (createHash("sha256").update(bytes).digest("hex") !== sums.get(path)) throw damaged(file, `the checksum of ${path} does not match`);
  if (!isGzip) return bytes;
  const opened = openOriginal(path, bytes);
  if ("code" in opened) throw damaged(file, `${path}: ${opened.message}`);
  return opened.gzipped();
}
