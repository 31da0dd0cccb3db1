import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { filesOfCopy } from "../../test/fixtures/copy-files.ts";
import { fillStore } from "../../test/fixtures/full-store.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { seededIntegers } from "../../test/fixtures/seeded.ts";
import { restoredRows, storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryFolder } from "../../test/fixtures/temporary-folder.ts";
import { importFiles, openStore, schemaVersion } from "../storage/index.ts";
import { createStoreOf } from "../storage/open-store.ts";
import { backUp } from "./backup.ts";
import { writeCopy } from "./write-copy.ts";
import { restore, takeBackRestore } from "./restore.ts";

const root = temporaryFolder();
const full = join(root, "full");
const plain = join(root, "plain.zip");
const now = 1_790_000_000;
const options = { version: "1.2.3", now };
let home = "";

beforeAll(async () => {
  const store = openStore(full);
  await fillStore(store);
  store.close();
  await backUp(full, plain, options);
});
beforeEach(() => void (home = join(mkdtempSync(join(root, "case-")), "home")));

const bring = (file: string, passphrase: string | null = null) => restore(home, file, { now, passphrase: () => passphrase });
const leftovers = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.startsWith("."));
/** A store with one run of its own. */
async function small(): Promise<ReturnType<typeof storeRows>> {
  const store = openStore(home);
  await importFiles(store, [{ name: "a.fit", bytes: steadyRun(90) }], { source: "test", now });
  store.close();
  return storeRows(home);
}
const manifest = (changes: object = {}) => ({ format: "footfall-backup", version: 1, createdAt: "2026-05-02T00:00:00Z", createdBy: "9.9.9", schemaVersion, encryption: null, ...changes });

async function* membersOf(members: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, bytes] of Object.entries(members)) yield { name, bytes: [Buffer.from(bytes)], isText: false };
}

describe("a backup", () => {
  it("holds everything and is restored to the same store", async () => {
    expect(await bring(plain)).toMatchObject({ createdBy: "1.2.3", createdAt: new Date(now * 1000).toISOString(), setAside: null });
    expect(storeRows(home)).toEqual(restoredRows(full));
    expect([leftovers(home), leftovers(root)]).toEqual([[], []]);
  });

  it("is a zip of the database as it is, with checksums as sha256sum writes them", async () => {
    const files = await filesOfCopy(plain);
    expect([...files.keys()]).toEqual(["footfall-backup.json", "footfall.sqlite", "SHA256SUMS"]);
    expect(files.get("footfall.sqlite")?.subarray(0, 15).toString()).toBe("SQLite format 3");
  });

  it("has what was there when it began, whatever is written meanwhile, here and in the app", async () => {
    const before = await small();
    const store = openStore(home);
    const writer = openStore(home);
    let writes = 0;
    const write = (): void => {
      writes += 1;
      writer.run("INSERT INTO settings (runner_id, name, value) VALUES (1, ?, 'x')", `written ${writes}`);
    };
    const file = join(home, "..", "while.zip");
    await backUp(home, file, { ...options, onProgress: write });
    expect(writes).toBeGreaterThan(1);
    store.close();
    writer.close();
    rmSync(home, { recursive: true });
    await bring(file);
    expect(storeRows(home)).toEqual(before);
  });

  it("takes the place of an older backup, never of anything else", async () => {
    const file = join(root, "again.zip");
    await backUp(full, file, options);
    await backUp(full, file, options);
    writeFileSync(join(root, "letter.txt"), "dear");
    await expect(backUp(full, join(root, "letter.txt"), options)).rejects.toThrow("there is something else of that name");
    expect(readFileSync(join(root, "letter.txt"), "utf8")).toBe("dear");
  });

  it("leaves nothing behind when it is stopped", async () => {
    const stop = new AbortController();
    const file = join(home, "..", "stopped.zip");
    await expect(backUp(full, file, { ...options, signal: stop.signal, onProgress: (share) => share > 0.5 && stop.abort() })).rejects.toThrow();
    expect([existsSync(file), leftovers(join(home, ".."))]).toEqual([false, []]);
  });
});

describe("a locked backup", () => {
  const locked = join(root, "locked.zip");
  beforeAll(() => backUp(full, locked, { ...options, passphrase: "correct horse" }));

  it("needs its passphrase, and says so", async () => {
    await expect(bring(locked)).rejects.toMatchObject({ code: "passphrase-needed", message: expect.stringContaining("its passphrase is needed") });
    await expect(bring(locked, "correct house")).rejects.toMatchObject({ code: "wrong-passphrase", message: expect.stringContaining("not its passphrase") });
    expect(existsSync(join(home, "footfall.sqlite"))).toBe(false);
    await bring(locked, "correct horse");
    expect(storeRows(home)).toEqual(restoredRows(full));
  });

  it("shows nothing of the store", () => {
    const bytes = readFileSync(locked);
    for (const word of ["SQLite format", "CREATE TABLE", "pair"]) expect(bytes.includes(word)).toBe(false);
    expect(readFileSync(plain).includes("SQLite format")).toBe(true);
  });

  it("is refused where a byte was changed, even with checksums that fit", async () => {
    const bytes = Buffer.from((await filesOfCopy(locked)).get("footfall.sqlite.age") ?? []);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    const file = join(root, "changed.zip");
    await writeCopy(file, "zip", membersOf({ "footfall-backup.json": JSON.stringify(manifest({ encryption: "age" })), "footfall.sqlite.age": bytes }));
    await expect(bring(file, "correct horse")).rejects.toMatchObject({ code: "damaged" });
  });
});

describe("a restore", () => {
  it("keeps the store that was there, and brings it back", async () => {
    const before = await small();
    const { setAside } = await bring(plain);
    expect(setAside?.at).toBe(now);
    expect(storeRows(home)).toEqual(restoredRows(full));
    takeBackRestore(home, now + 1);
    expect(storeRows(home)).toEqual(before);
    takeBackRestore(home, now + 2);
    expect(storeRows(home)).toEqual(restoredRows(full));
    expect(readdirSync(join(home, "set-aside"))).toEqual([`${now + 2}.sqlite`]);
    // All within one second.
    for (const expected of [before, restoredRows(full), before]) {
      takeBackRestore(home, now + 2);
      expect(storeRows(home)).toEqual(expected);
    }
  });

  it("does nothing while another has the store open", async () => {
    const before = await small();
    const open = openStore(home);
    await expect(bring(plain)).rejects.toMatchObject({ code: "in-use", message: expect.stringContaining("end it, then try again") });
    open.close();
    expect(storeRows(home)).toEqual(before);
    expect(leftovers(home)).toEqual([]);
  });

  it("ends what was under way when the backup was made, whoever bears its process number here", async () => {
    await small();
    const store = openStore(home);
    store.run("UPDATE imports SET state = 'running', process = ?", process.pid);
    store.run("INSERT INTO surface_maps (runner_id, name, sha256, size, added_at, process) VALUES (1, 'half', 'x', 1, 0, ?)", process.pid);
    const file = join(home, "..", "midway.zip");
    await backUp(home, file, options);
    store.close();
    await bring(file);
    const rows = storeRows(home);
    expect([rows["imports"], rows["surface_maps"]]).toEqual([[expect.objectContaining({ state: "cancelled" })], []]);
  });

  it("refuses by name what a newer Footfall made", async () => {
    const file = join(home, "..", "newer.zip");
    mkdirSync(join(home, ".."), { recursive: true });
    for (const changes of [{ version: 2, members: "elsewhere" }, { schemaVersion: schemaVersion + 1 }]) {
      await writeCopy(file, "zip", membersOf({ "footfall-backup.json": JSON.stringify(manifest(changes)) }));
      await expect(bring(file)).rejects.toMatchObject({ code: "newer", message: expect.stringMatching(/newer\.zip: made by Footfall 9\.9\.9.*update Footfall/) });
    }
  });

  it("reads the backups of every earlier version of the tables", async () => {
    for (let version = 1; version < schemaVersion; version++) {
      const database = createStoreOf(version, join(home, "..", `old-${version}.sqlite`));
      database.exec("UPDATE runners SET mass = 66.5");
      database.close();
      const file = join(home, "..", `old-${version}.zip`);
      await writeCopy(file, "zip", membersOf({ "footfall-backup.json": JSON.stringify(manifest({ schemaVersion: version })), "footfall.sqlite": readFileSync(join(home, "..", `old-${version}.sqlite`)) }));
      await bring(file);
      expect(storeRows(home)["runners"]).toEqual([expect.objectContaining({ id: 1, mass: 66.5 })]);
    }
  });

  it.each<[string, (database: Database.Database) => void]>([
    ["a trigger", (database) => database.exec("CREATE TRIGGER wipe AFTER INSERT ON imports BEGIN DELETE FROM recordings; END")],
    ["a view", (database) => database.exec("CREATE VIEW seen AS SELECT 1")],
    ["a table of its own", (database) => database.exec("CREATE TABLE more (a)")],
    ["a column too few", (database) => database.exec("ALTER TABLE shoes DROP COLUMN foam")],
    ["a row without its runner", (database) => database.exec("PRAGMA foreign_keys = OFF; INSERT INTO shoes (runner_id, name) VALUES (99, 'x')")],
  ])("refuses a database with %s", async (_what, spoil) => {
    const before = await small();
    const path = join(home, "..", "spoiled.sqlite");
    const database = createStoreOf(schemaVersion, path);
    spoil(database);
    database.close();
    const file = join(home, "..", "spoiled.zip");
    await writeCopy(file, "zip", membersOf({ "footfall-backup.json": JSON.stringify(manifest()), "footfall.sqlite": readFileSync(path) }));
    await expect(bring(file)).rejects.toMatchObject({ code: "damaged" });
    expect(storeRows(home)).toEqual(before);
  });

  it("refuses what is no backup", async () => {
    writeFileSync(join(root, "run.fit"), steadyRun(60));
    await writeCopy(join(root, "other.zip"), "zip", membersOf({ "a.txt": "a" }));
    for (const name of ["run.fit", "other.zip"]) await expect(bring(join(root, name))).rejects.toThrow(`${name}: this is no backup of Footfall`);
    await expect(bring(join(root, "nowhere.zip"))).rejects.toThrow("there is no such file or folder");
    expect(existsSync(join(home, "footfall.sqlite"))).toBe(false);
  });

  it("is all or nothing whatever was changed or cut in the file (60 seeded changes)", async () => {
    const before = await small();
    const whole = readFileSync(plain);
    const integer = seededIntegers(11);
    const file = join(home, "..", "spoiled.zip");
    let refused = 0;
    for (let change = 0; change < 60; change++) {
      const bytes = change % 3 === 0 ? whole.subarray(0, integer(whole.length)) : Buffer.from(whole);
      if (change % 3 > 0) for (let flips = 0; flips <= change % 5; flips++) bytes[change % 3 === 1 ? integer(400) : integer(bytes.length)] = integer(256);
      writeFileSync(file, bytes);
      const ended = await bring(file).then(() => "restored", (error: unknown) => (error instanceof Error && error.name === "CopyTrouble" ? "refused" : error));
      expect(["restored", "refused"]).toContain(ended);
      if (ended === "refused") refused += 1;
      expect(storeRows(home)).toEqual(ended === "refused" ? before : restoredRows(full));
      if (ended === "restored") takeBackRestore(home, now + change);
    }
    expect(refused).toBeGreaterThan(40);
  });
});
