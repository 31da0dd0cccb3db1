import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resolveHome } from "./home.ts";
import { migrations } from "./migrations.ts";
import { openStore } from "./open-store.ts";
import { readRunner, writeRunner } from "./runners.ts";
import { inWords, StoreError } from "./store-error.ts";

let home = "";
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), "footfall-"))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "no error";
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error);
  }
};

describe("openStore", () => {
  it("makes folder and tables, and keeps them", () => {
    const inner = join(home, "a", "b");
    const store = openStore(inner);
    writeRunner(store, { mass: 70, height: 1.8, sex: "male", birthYear: 1980, trunkLeanDegrees: 6, units: { distance: "mi", mass: "lb" } });
    store.close();
    const again = openStore(inner);
    expect(readRunner(again)).toEqual({ mass: 70, height: 1.8, sex: "male", birthYear: 1980, trunkLeanDegrees: 6, units: { distance: "mi", mass: "lb" } });
    again.close();
    const database = new Database(join(inner, "footfall.sqlite"), { readonly: true });
    expect(database.pragma("user_version", { simple: true })).toBe(migrations.length);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    database.close();
  });

  it("tells another state after every change, its own, another program's, and after it was closed for a while", () => {
    const [store, other] = [openStore(home), openStore(home)];
    const states = [store.state()];
    expect(store.state()).toBe(states[0]);
    const add = (to: typeof store): void => void to.run("INSERT INTO imports (runner_id, started_at, source, process) VALUES (1, 0, 'test', 0)");
    for (const change of [() => add(store), () => add(other), () => store.whileClosed(() => undefined), () => add(store)]) {
      change();
      states.push(store.state());
    }
    expect(new Set(states).size).toBe(states.length);
    store.close();
    other.close();
  });

  it("names every table's runner", () => {
    openStore(home).close();
    const database = new Database(join(home, "footfall.sqlite"), { readonly: true });
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'runners'").pluck().all();
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) expect([table, database.prepare(`SELECT count(*) FROM pragma_table_info('${String(table)}') WHERE name = 'runner_id'`).pluck().get()]).toEqual([table, 1]);
    database.close();
  });

  it("may be open twice, each seeing what the other wrote", () => {
    const one = openStore(home);
    const two = openStore(home);
    writeRunner(one, { ...readRunner(one), mass: 71 });
    writeRunner(two, { ...readRunner(two), height: 1.7 });
    expect(readRunner(one)).toMatchObject({ mass: 71, height: 1.7 });
    one.close();
    two.close();
  });

  it("refuses a store of a newer Footfall, a file in the folder's place and a damaged database", () => {
    openStore(home).close();
    const database = new Database(join(home, "footfall.sqlite"));
    database.pragma(`user_version = ${migrations.length + 1}`);
    database.close();
    expect(codeOf(() => openStore(home))).toBe("newer");
    writeFileSync(join(home, "file"), "x");
    expect(codeOf(() => openStore(join(home, "file")))).toBe("cannot-open");
    writeFileSync(join(home, "footfall.sqlite"), "not a database at all ".repeat(200));
    expect(codeOf(() => openStore(home))).toBe("damaged");
  });

  it("puts the disk's trouble into one line that names the folder", () => {
    for (const [code, kind] of [["SQLITE_FULL", "disk-full"], ["ENOSPC", "disk-full"], ["SQLITE_READONLY", "read-only"], ["EACCES", "read-only"], ["EROFS", "read-only"], ["SQLITE_BUSY", "busy"], ["SQLITE_IOERR_WRITE", "disk-trouble"], ["ERR_DLOPEN_FAILED", "no-database-driver"]]) {
      const told = inWords(Object.assign(new Error("raw"), { code }), "/data/footfall");
      expect(told).toMatchObject({ code: kind });
      expect(String(told)).not.toContain("\n");
    }
    const other = new Error("other");
    expect(inWords(other, "/x")).toBe(other);
  });

  it("undoes a transaction that fails", () => {
    const store = openStore(home);
    expect(() => store.transaction(() => {
      writeRunner(store, { ...readRunner(store), mass: 99 });
      throw new Error("stop");
    })).toThrow("stop");
    expect(readRunner(store).mass).toBeNull();
    store.close();
  });
});

describe("resolveHome", () => {
  it("takes the named folder, then FOOTFALL_HOME, then the platform's place", () => {
    const environment = { HOME: "/home/a", FOOTFALL_HOME: "/data/f" };
    expect(resolveHome("/named", environment, "linux")).toBe("/named");
    expect(resolveHome(undefined, environment, "linux")).toBe("/data/f");
    expect(resolveHome(undefined, { HOME: "/home/a" }, "linux")).toBe("/home/a/.local/share/footfall");
    expect(resolveHome(undefined, { HOME: "/home/a", XDG_DATA_HOME: "/xdg" }, "linux")).toBe("/xdg/footfall");
    expect(resolveHome(undefined, { HOME: "/Users/a" }, "darwin")).toBe("/Users/a/Library/Application Support/Footfall");
  });
});
