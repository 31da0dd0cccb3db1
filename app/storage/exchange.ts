import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { syncToDisk } from "./durable-file.ts";
import { databaseName } from "./home.ts";
import { inWords, StoreError } from "./store-error.ts";

/** Where a home keeps the store that another took the place of. */
const asideFolder = "set-aside";
/** How long it can be brought back [s]. */
const keptAside = 30 * 86_400;
/** How long the one who has the store open is waited for [ms]. */
const patience = 2000;

/** A store that was set aside. */
export interface SetAside {
  readonly path: string;
  /** When another took its place [s since 1970]. */
  readonly at: number;
}

/**
 * Puts another database in the place of a home's, and keeps the old one aside. Whoever opens the home meanwhile finds the whole of one or the whole of the other, also after a
 * power cut; where any program has the store open, nothing happens and a StoreError says so.
 */
export function exchangeStore(home: string, incoming: string, now: number): SetAside {
  const path = join(home, databaseName);
  const aside = freeAside(home, Math.floor(now));
  try {
    // As every store is kept: whoever opens it has nothing to change first.
    const arriving = new Database(incoming, { fileMustExist: true });
    arriving.pragma("journal_mode = WAL");
    arriving.close();
    syncToDisk(incoming);
    alone(home, (database) => {
      mkdirSync(join(home, asideFolder), { recursive: true, mode: 0o700 });
      linkOrCopy(path, aside.path);
      syncToDisk(join(home, asideFolder));
      // Windows renames no file over one that is open.
      if (process.platform === "win32") database.close();
      renameSync(incoming, path);
      syncToDisk(home);
    });
    for (const older of listAside(home)) if (older.path !== aside.path && older.path !== incoming) rmSync(older.path, { force: true });
    return aside;
  } catch (error) {
    throw inWords(error, home);
  }
}

/** A name that no store set aside bears: two exchanges may fall into one second, and what comes in may be one of them. */
function freeAside(home: string, at: number): SetAside {
  const path = join(home, asideFolder, `${at}.sqlite`);
  return existsSync(path) ? freeAside(home, at + 1) : { path, at };
}

/** Refuses where any program has a home's store open. */
export function expectAlone(home: string): void {
  if (existsSync(join(home, databaseName))) alone(home, () => undefined);
}

/** Holds the database against everybody else while work is done; its write-ahead log is taken into it first, so that the file is all there is. */
function alone(home: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(home, databaseName), { timeout: patience, fileMustExist: true });
  try {
    // Exclusive before the journal changes: the lock is then never let go in between.
    database.pragma("locking_mode = EXCLUSIVE");
    database.pragma("journal_mode = DELETE");
    database.exec("BEGIN EXCLUSIVE");
    work(database);
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")) {
      throw new StoreError("in-use", `${home}: another program has this store open, the app or an import; end it, then try again`, error);
    }
    throw error;
  } finally {
    database.close();
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Some disks know no second name for a file.
    copyFileSync(from, to);
    syncToDisk(to);
  }
}

/** Stores set aside in a home, newest first. */
export function listAside(home: string): readonly SetAside[] {
  const folder = join(home, asideFolder);
  if (!existsSync(folder)) return [];
  const fileAt = (path: string): bigint | undefined => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  const present = fileAt(join(home, databaseName));
  const found = readdirSync(folder).flatMap((name) => {
    const at = Number(/^(\d+)\.sqlite$/.exec(name)?.[1] ?? NaN);
    const path = join(folder, name);
    // Cut short before it took place, an exchange leaves a second name of the present store.
    return Number.isNaN(at) || fileAt(path) === present ? [] : [{ path, at }];
  });
  return found.toSorted((one, other) => other.at - one.at);
}

/** Removes for good what was set aside more than thirty days ago; with `now` at Infinity, all of it. */
export function purgeAside(home: string, now: number): void {
  for (const { path, at } of listAside(home)) if (at < now - keptAside) rmSync(path, { force: true });
}
