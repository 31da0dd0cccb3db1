import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { backUp, exportStore, restore } from "../../app/copies/index.ts";
import { buildServer } from "../../app/server/server.ts";
import { addShoe, examineStore, importFiles, listRuns, listShoes, openStore, ownRunnerId, snapshotStore } from "../../app/storage/index.ts";
import { buildOnce, spawnFootfall } from "../contracts/run-footfall.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const folder = temporaryFolder();
const disk = join(folder, "disk");
mkdirSync(disk);
/** A disk of this size of its own, in memory; only the system's owner may make one. */
const isMounted = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]).status === 0;
afterAll(() => void (isMounted && spawnSync("umount", ["-l", disk])));

const home = join(disk, "home");
const elsewhere = join(folder, "elsewhere");
const options = { version: "1", now: 1_790_000_000 };
const run = (seed: number, minutes = 30) => ({ name: `${seed}.fit`, bytes: generatedRun({ seed, minutes, hasRunningDynamics: true }) });
const owner = { host: "127.0.0.1:4242" };

/** Leaves no byte free. */
function fillDisk(): void {
  for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
    for (let index = 0; ; index++) {
      try {
        writeFileSync(join(disk, `ballast-${size}-${index}`), Buffer.alloc(size));
      } catch {
        rmSync(join(disk, `ballast-${size}-${index}`), { force: true });
        break;
      }
    }
  }
}
const emptyDisk = (): void => readdirSync(disk).filter((name) => name.startsWith("ballast-")).forEach((name) => rmSync(join(disk, name)));

function expectWhole(runs: number): void {
  const store = openStore(home);
  expect(examineStore(store).flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(listRuns(store, { offset: 0, limit: 10 }).total).toBe(runs);
  store.close();
}

/** What an app's own page is told when it changes something. */
async function askedOfServer(): Promise<{ readonly status: number; readonly code: string; readonly read: number }> {
  const store = openStore(home);
  const { app } = await buildServer({ store, port: 4242, webRoot: folder, version: "1" });
  fillDisk();
  const changed = await app.inject({ method: "POST", url: "/api/shoes", headers: owner, payload: { name: "New pair", brand: "x".repeat(70) } });
  const read = await app.inject({ method: "GET", url: "/api/runs", headers: owner });
  await app.close();
  store.close();
  return { status: changed.statusCode, code: changed.json().error?.code ?? "", read: read.statusCode };
}

describe.skipIf(!isMounted)("a disk without room (skipped where no disk in memory can be mounted)", () => {
  test("import, edit, backup, export and restore say so, and damage nothing", async () => {
    const store = openStore(home);
    await importFiles(store, [run(1)], { source: "test", now: 0 });
    await snapshotStore(home, join(folder, "before.sqlite"));
    await backUp(home, join(folder, "b.zip"), options);
    fillDisk();
    expect(() => { for (let n = 0; n < 500; n++) addShoe(store, { name: `pair ${n}` }, n); }).toThrow(/the disk is full; make room and try again, nothing half-written was kept/);
    const shoes = listShoes(store, ownRunnerId).length;
    await expect(importFiles(store, [run(2), run(3), run(4)], { source: "test", now: 0 })).rejects.toThrow("the disk is full");
    store.close();
    for (const copy of [backUp(home, join(disk, "b.zip"), options), exportStore(home, join(disk, "e.zip"), "zip", options)]) await expect(copy).rejects.toThrow("the disk is full");
    await expect(restore(home, join(folder, "b.zip"), { now: 0, passphrase: () => null })).rejects.toThrow(/the disk is full/);
    expect(readdirSync(disk).filter((name) => !name.startsWith("ballast-"))).toEqual(["home"]);
    emptyDisk();
    expectWhole(1);
    const after = openStore(home);
    expect(listShoes(after, ownRunnerId).length).toBe(shoes);
    await importFiles(after, [run(2, 5)], { source: "test", now: 0 });
    after.close();
    expectWhole(2);
  });

  test("the command and the app say so too", async () => {
    buildOnce();
    writeFileSync(join(folder, "5.fit"), run(5).bytes);
    fillDisk();
    const ended = await spawnFootfall(["import", join(folder, "5.fit"), "--home", home]);
    expect([ended.code, ended.stderr.trimEnd().split("\n").at(-1)]).toEqual([1, expect.stringMatching(/^footfall: .*the disk is full; make room and try again/)]);
    emptyDisk();
    expect(await askedOfServer()).toMatchObject({ status: 507, code: "disk-full", read: 200 });
    emptyDisk();
    expectWhole(2);
  });

  test("a disk that can only be read: everything says so, nothing is harmed, and a backup to another disk is told what is wrong", async () => {
    expect(spawnSync("mount", ["-o", "remount,ro", disk]).status).toBe(0);
    try {
      for (const words of [["shoes", "add", "Pair"], ["backup", join(elsewhere, "b.zip")], ["serve", "--port", "0"], ["import", join(folder, "5.fit")]]) {
        const ended = await spawnFootfall([...words, "--home", home]);
        expect([ended.code, ended.stderr.trimEnd()]).toEqual([1, expect.stringMatching(/^footfall: .*(cannot be written|can only be read|check that its disk can be written).*$/)]);
      }
      await expect(backUp(join(folder, "none"), join(disk, "b.zip"), options)).rejects.toThrow();
    } finally {
      spawnSync("mount", ["-o", "remount,rw", disk]);
    }
    expectWhole(2);
  });
});

test("two programs on one store: both work, and one waits while the other writes", async () => {
  buildOnce();
  const place = join(folder, "shared");
  const app = openStore(place);
  for (const seed of [11, 12]) writeFileSync(join(folder, `${seed}.fit`), run(seed, 5).bytes);
  const [one, two, three] = await Promise.all([spawnFootfall(["import", join(folder, "11.fit"), "--home", place]), spawnFootfall(["import", join(folder, "12.fit"), "--home", place]), importFiles(app, [run(13, 5), run(14, 5)], { source: "test", now: 0 })]);
  expect([one.code, two.code, three.imported]).toEqual([0, 0, 2]);
  expect(listRuns(app, { offset: 0, limit: 10 }).total).toBe(4);
  // Held for a while: the command waits instead of failing.
  app.run("BEGIN IMMEDIATE");
  const waiting = spawnFootfall(["shoes", "add", "Pair", "--home", place]);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  app.run("COMMIT");
  expect((await waiting).code).toBe(0);
  expect(examineStore(app).flatMap(({ troubles }) => troubles)).toEqual([]);
  app.close();
  expect(existsSync(join(place, "footfall.sqlite"))).toBe(true);
});
