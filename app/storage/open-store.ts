import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { databaseName } from "./home.ts";
import { migrations } from "./migrations.ts";
import { inWords, StoreError } from "./store-error.ts";

/** Values a statement takes. */
export type Parameter = number | string | null | Uint8Array;

/** An open store; several programs may have the same one open. */
export interface Store {
  /** Folder it lives in. */
  readonly home: string;
  /** Rows of a query, each checked. */
  readonly all: <Row>(row: z.ZodType<Row>, sql: string, ...parameters: readonly Parameter[]) => Row[];
  /** First row of a query, checked; null where there is none. */
  readonly first: <Row>(row: z.ZodType<Row>, sql: string, ...parameters: readonly Parameter[]) => Row | null;
  /** Changes rows; answers how many, and the id of the last one inserted. */
  readonly run: (sql: string, ...parameters: readonly Parameter[]) => { readonly changes: number; readonly id: number };
  /** All of it or nothing; waits for other programs' writing first. */
  readonly transaction: <Result>(work: () => Result) => Result;
  /** Gives room freed by a removal back to the disk. */
  readonly shrink: () => void;
  /** Answers of a PRAGMA, for `doctor`. */
  readonly inspect: (pragma: "integrity_check" | "foreign_key_check") => readonly unknown[];
  /** Another text after every change, by whichever program: what was read at the same text still holds. */
  readonly state: () => string;
  /** Does work for which nobody may have the store open, this program neither, and opens it again. */
  readonly whileClosed: <Result>(work: () => Result) => Result;
  readonly close: () => void;
}

/** How long another program's writing is waited for [ms]. */
const patience = 15_000;

/** Opens the store in a folder, making folder and tables where there are none. Throws a StoreError of one clear line where that cannot be. */
export function openStore(home: string): Store {
  let database = openDatabase(home);
  let opened = 0;
  const statements = new Map<string, Database.Statement<Parameter[]>>();
  const prepared = (sql: string): Database.Statement<Parameter[]> => {
    const known = statements.get(sql) ?? database.prepare<Parameter[]>(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    home,
    all: (row, sql, ...parameters) => told(home, () => prepared(sql).all(...parameters)).map((found) => row.parse(found)),
    first: (row, sql, ...parameters) => {
      const found = told(home, () => prepared(sql).get(...parameters));
      return found === undefined ? null : row.parse(found);
    },
    run: (sql, ...parameters) =>
      told(home, () => {
        const { changes, lastInsertRowid } = prepared(sql).run(...parameters);
        return { changes, id: Number(lastInsertRowid) };
      }),
    transaction: (work) => told(home, () => (database.inTransaction ? work() : database.transaction(work).immediate())),
    shrink: () =>
      told(home, () => {
        // Within a commit: an incremental vacuum looks up each page in the list of all free ones, and takes long where there are many.
        database.pragma("auto_vacuum = FULL");
        database.pragma("auto_vacuum = INCREMENTAL");
      }),
    inspect: (pragma) => told(home, () => z.array(z.unknown()).parse(database.pragma(pragma))),
    // Others' commits by the first, our own changes by the second, which begins anew with each opening.
    state: () => told(home, () => `${opened} ${Number(database.pragma("data_version", { simple: true }))} ${Number(prepared("SELECT total_changes()").pluck().get())}`),
    whileClosed(work) {
      statements.clear();
      database.close();
      try {
        return work();
      } finally {
        database = openDatabase(home);
        opened++;
      }
    },
    close: () => void database.close(),
  };
}

function openDatabase(home: string): Database.Database {
  return told(home, () => {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const path = join(home, databaseName);
    for (;;) {
      const before = fileAt(path);
      const database = new Database(path, { timeout: patience });
      try {
        // Waits for whoever exchanges the store; what was opened before it is then the old one, set aside.
        database.pragma("user_version");
        if (before !== null && fileAt(path) !== before) {
          database.close();
          continue;
        }
        // Before the first table, so that room freed by a removal goes back to the disk.
        database.pragma("auto_vacuum = INCREMENTAL");
        database.pragma("journal_mode = WAL");
        database.pragma("synchronous = FULL");
        database.pragma("foreign_keys = ON");
        migrate(database, home);
        return database;
      } catch (error) {
        database.close();
        throw error;
      }
    }
  });
}

/** Which file a path leads to; null where there is none. */
function fileAt(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

/** Version of the tables that this Footfall reads and writes. */
export const schemaVersion = migrations.length;

/** Makes a new database with the tables of an earlier version, for what was written then; opening it brings it up to date. */
export function createStoreOf(version: number, path: string): Database.Database {
  const database = new Database(path);
  database.pragma("auto_vacuum = INCREMENTAL");
  database.exec(`BEGIN; ${migrations.slice(0, version).join(";")}; PRAGMA user_version = ${version}; COMMIT`);
  return database;
}

function migrate(database: Database.Database, home: string): void {
  const version = (): number => Number(database.pragma("user_version", { simple: true }));
  if (version() > migrations.length) throw new StoreError("newer", `${home}: a newer Footfall wrote this store; update Footfall, or name another folder with --home`);
  if (version() === migrations.length) return;
  database.transaction(() => {
    // Asked again inside: another program may have done it meanwhile.
    for (const [index, step] of migrations.entries()) {
      if (index < version()) continue;
      database.exec(step);
      database.pragma(`user_version = ${index + 1}`);
    }
  }).immediate();
}

function told<Result>(home: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw inWords(error, home);
  }
}
