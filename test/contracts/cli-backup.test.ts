import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { openStore } from "../../app/storage/index.ts";
import { fillStore } from "../fixtures/full-store.ts";
import { restoredRows, storeRows } from "../fixtures/store-rows.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, builtCommand, footfall } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const home = path("home");

beforeAll(async () => {
  buildOnce();
  const store = openStore(home);
  await fillStore(store);
  store.close();
  writeFileSync(path("passphrase"), "correct horse\n");
});

test("backup writes one file, into the data folder where none is named; restore brings it back elsewhere, and undoes itself", async () => {
  const made = await footfall(["backup", path("b.zip"), "--json", "--home", home]);
  expect([made.stderr, made.code]).toEqual(["", 0]);
  expectShape("backup", JSON.parse(made.stdout));
  expect(JSON.parse(made.stdout)).toMatchObject({ file: path("b.zip"), encryption: null });
  expect((await footfall(["backup", "--home", home])).stdout).toContain("not locked: whoever has it can read it");
  expect(readdirSync(join(home, "backups"))).toEqual([expect.stringMatching(/^footfall-backup-[\d-]+T[\d-]+\.zip$/)]);

  const restored = await footfall(["restore", path("b.zip"), "--json", "--home", path("other")]);
  expect([restored.stderr, restored.code]).toEqual(["", 0]);
  expectShape("restored", JSON.parse(restored.stdout));
  expect(storeRows(path("other"))).toEqual(restoredRows(home));
  expect(await footfall(["restore", "--undo", "--home", path("other")])).toMatchObject({ code: 1, stderr: expect.stringContaining("nothing to bring back") });
  expect(await footfall(["restore", path("b.zip"), "--home", path("other")])).toMatchObject({ code: 0, stdout: expect.stringContaining("footfall restore --undo brings it back") });
  expect(await footfall(["restore", "--undo", "--home", path("other")])).toMatchObject({ code: 0 });
});

test("a locked backup takes its passphrase from a file or the environment, never from the command line", async () => {
  expect(await footfall(["backup", path("locked.zip"), "--passphrase-file", path("passphrase"), "--home", home])).toMatchObject({ code: 0, stdout: expect.stringContaining("locked with your passphrase") });
  expect(await footfall(["backup", path("more.zip"), "--encrypt", "--home", home])).toMatchObject({ code: 2, stderr: expect.stringContaining("there is nobody to ask") });
  const restore = (environment: Readonly<Record<string, string>>) => footfall(["restore", path("locked.zip"), "--home", path("unlocked")], environment);
  expect(await restore({})).toMatchObject({ code: 1, stderr: expect.stringContaining("its passphrase is needed") });
  expect(await restore({ FOOTFALL_PASSPHRASE: "wrong" })).toMatchObject({ code: 1, stderr: expect.stringContaining("not its passphrase") });
  expect(await restore({ FOOTFALL_PASSPHRASE: "correct horse" })).toMatchObject({ code: 0 });
  expect(storeRows(path("unlocked"))).toEqual(restoredRows(home));
  expect((await footfall(["backup", "--help"])).stdout).not.toMatch(/--passphrase[ =]/);
});

test("the app may run while a backup is made, not while one is restored", async () => {
  const app = spawn(process.execPath, [builtCommand, "serve", "--port", "0", "--home", home], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((resolve) => app.on("close", resolve));
  try {
    await new Promise((resolve) => app.stdout.once("data", resolve));
    expect(await footfall(["backup", path("while.zip"), "--home", home])).toMatchObject({ code: 0 });
    const before = readFileSync(path("while.zip")).length;
    expect(before).toBeGreaterThan(10_000);
    expect(await footfall(["restore", path("b.zip"), "--home", home])).toMatchObject({ code: 1, stderr: expect.stringMatching(/^footfall: .*another program has this store open, the app or an import; end it, then try again\n$/) });
  } finally {
    app.kill("SIGINT");
    await ended;
  }
});

test("what cannot be is refused by name", async () => {
  expect(await footfall(["backup", "--home", path("nowhere")])).toMatchObject({ code: 1, stderr: expect.stringContaining("there is no store here") });
  expect(await footfall(["restore", "--home", home])).toMatchObject({ code: 2, stderr: expect.stringContaining("name either a backup") });
  expect(await footfall(["restore", path("b.zip"), "--undo", "--home", home])).toMatchObject({ code: 2 });
  expect(await footfall(["restore", path("passphrase"), "--home", home])).toMatchObject({ code: 1, stderr: expect.stringContaining("no backup of Footfall") });
  expect(await footfall(["backup", path("passphrase"), "--home", home])).toMatchObject({ code: 1, stderr: expect.stringContaining("something else of that name") });
});

test("export writes a folder or a zip; import takes it into an empty store whole, into another its runs", async () => {
  const made = await footfall(["export", path("export.zip"), "--json", "--home", home]);
  expect([made.stderr, made.code]).toEqual(["", 0]);
  expectShape("export", JSON.parse(made.stdout));
  const taken = await footfall(["import", path("export.zip"), "--json", "--home", path("fresh")]);
  expect([taken.stderr, taken.code]).toEqual(["", 0]);
  expectShape("restored", JSON.parse(taken.stdout));
  const [fresh, whole] = [storeRows(path("fresh")), storeRows(home)];
  for (const table of ["recordings", "shoes", "pain_entries", "edits", "settings"]) expect(fresh[table], table).toEqual(whole[table]);
  expect((await footfall(["backup", path("again.zip"), "--home", home])).code).toBe(0);
  const again = await footfall(["import", path("export.zip"), "--home", path("fresh")]);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(" already here"), stderr: expect.stringContaining("An export of Footfall. There are runs or notes here already") });
  expect(await footfall(["import", path("again.zip"), "--home", path("fresh")])).toMatchObject({ code: 1, stderr: expect.stringContaining("a backup of Footfall") });
  expect(await footfall(["export", path("export.zip/in"), "--home", home])).toMatchObject({ code: 1, stderr: expect.stringContaining("part of the path is a file") });
});
