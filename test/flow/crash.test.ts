import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { buildOnce, builtCommand, footfall, spawnFootfall } from "../contracts/run-footfall.ts";
import { seededIntegers } from "../fixtures/seeded.ts";
import { importTables, storeRows } from "../fixtures/store-rows.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeZip } from "../fixtures/write-zip.ts";

/** Imports ended by kill -9 at a seeded moment; CRASHES asks for more. */
const crashes = Number(process.env["CRASHES"] ?? 4);

const folder = temporaryFolder();
const zip = join(folder, "export.zip");
let expected: ReturnType<typeof storeRows> = {};
let usualTime = 0;

beforeAll(async () => {
  buildOnce();
  const members = Array.from({ length: 24 }, (_, seed) => ({ name: `activities/${seed}.fit`, bytes: generatedRun({ seed, minutes: 10 + (seed % 7), hasRunningDynamics: seed % 3 > 0, sport: seed === 7 ? 2 : 1 }) }));
  const rows = members.map(({ name }, index) => `${index},d,Run ${index},Run,,1,1,false,${index % 2 === 0 ? "Blue pair" : ""},${name}`);
  writeFileSync(zip, writeZip([{ name: "activities.csv", bytes: Buffer.from(["ID,Date,Name,Type,Description,Time,Distance,Commute,Gear,Filename", ...rows, ""].join("\n")) }, ...members]));
  const home = join(folder, "whole");
  const startedAt = performance.now();
  // In a process of its own, as those that are killed: its start is part of the time.
  expect((await spawnFootfall(["import", zip, "--home", home])).code).toBe(0);
  usualTime = performance.now() - startedAt;
  expected = storeRows(home, importTables);
});

/** Runs a command and ends it without a word after this long [ms]; whether it was still running. */
function killed(words: readonly string[], after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [builtCommand, ...words], { stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

test(`an import killed at any moment goes on to the same store (${crashes} moments)`, async () => {
  const integer = seededIntegers(6);
  let midway = 0;
  for (let crash = 0; crash < crashes; crash++) {
    const home = join(folder, `crash-${crash}`);
    const at = ["--home", home];
    // A second kill may meet the resumed import.
    if (await killed(["import", zip, ...at], 50 + integer(Math.round(usualTime)))) midway += 1;
    if (crash % 2 === 1) await killed(["import", "--resume", ...at], 50 + integer(Math.round(usualTime)));
    const checked = await footfall(["doctor", "--json", ...at]);
    expect([checked.code, checked.stdout]).toMatchObject([0, expect.stringContaining('"isHealthy": true')]);
    const resumed = await footfall(["import", "--resume", ...at]);
    // Killed before it had begun, or in the last moment when it was done: there is nothing to resume.
    if (resumed.code !== 0) expect([(await footfall(["import", zip, ...at])).code, resumed.stderr]).toEqual([0, expect.stringContaining("nothing to resume")]);
    expect(storeRows(home, importTables)).toEqual(expected);
    rmSync(home, { recursive: true });
  }
  console.info(`import of ${Math.round(usualTime)} ms: ${crashes} times killed, ${midway} while it ran`);
  expect(midway).toBeGreaterThan(crashes / 3);
}, 60_000 + crashes * 60_000);
