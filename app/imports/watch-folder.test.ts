import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { writeZip } from "../../test/fixtures/write-zip.ts";
import { keepWatchedFolder, listRuns } from "../storage/index.ts";
import { importPaths, watchFolder } from "./index.ts";

const store = temporaryStore();
const run = (seed: number): Uint8Array<ArrayBuffer> => generatedRun({ seed, minutes: 2, hasRunningDynamics: false });

/** Watches a folder while `work` is done, which may wait for looks; answers what was taken, look for look. */
async function watched(path: string, work: (nextLook: () => Promise<string | null>) => Promise<void>, isCutShort = false): Promise<readonly (readonly string[])[]> {
  const stop = new AbortController();
  const taken: (readonly string[])[] = [];
  let onLook: (trouble: string | null) => void = () => undefined;
  const watching = watchFolder(store, keepWatchedFolder(store, 1, path), {
    signal: stop.signal, interval: 5, onLook: (trouble) => onLook(trouble),
    async take(paths) {
      taken.push(paths.map((one) => one.slice(path.length + 1)));
      await importPaths(store, paths, { source: "watched folder", now: 0 });
      return !isCutShort;
    },
  });
  await work(() => new Promise((resolve) => (onLook = resolve)));
  stop.abort();
  await watching;
  return taken;
}

it("takes what is there and what comes, once each, whole files only, also after a restart", async () => {
  const folder = join(store.home, "watch");
  mkdirSync(join(folder, "2026"), { recursive: true });
  writeFileSync(join(folder, "2026", "1.fit"), run(1));
  const taken = await watched(folder, async (nextLook) => {
    for (let look = 0; look < 3; look++) await nextLook();
    // Growing from look to look, it waits.
    const bytes = run(2);
    for (const part of [0.2, 0.5, 1]) {
      writeFileSync(join(folder, "2.fit"), bytes.subarray(0, Math.round(part * bytes.length)));
      await nextLook();
    }
    writeFileSync(join(folder, "holiday.zip"), writeZip([{ name: "photo.jpg", bytes: Buffer.from("no run") }]));
    writeFileSync(join(folder, "notes.txt"), "no run");
    for (let look = 0; look < 4; look++) await nextLook();
  });
  expect(taken).toEqual([["2026/1.fit"], ["2.fit"]]);
  expect(listRuns(store, { offset: 0, limit: 10 }).total).toBe(2);
  writeFileSync(join(folder, "3.zip"), writeZip([{ name: "3.fit", bytes: run(3) }]));
  expect(await watched(folder, async (nextLook) => { for (let look = 0; look < 4; look++) await nextLook(); })).toEqual([["3.zip"]]);
});

it("tries again what was cut short, and says when the folder is away", async () => {
  const folder = join(store.home, "stick");
  mkdirSync(folder);
  writeFileSync(join(folder, "1.fit"), run(1));
  const looks = async (nextLook: () => Promise<string | null>): Promise<void> => { for (let look = 0; look < 3; look++) await nextLook(); };
  expect((await watched(folder, looks, true)).length).toBeGreaterThan(1);
  expect(await watched(folder, looks)).toEqual([["1.fit"]]);
  rmSync(folder, { recursive: true });
  const told: (string | null)[] = [];
  await watched(folder, async (nextLook) => void told.push(await nextLook()));
  expect(told).toEqual([expect.stringContaining(folder)]);
});
