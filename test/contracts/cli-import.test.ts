import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { generatedRun } from "../../bench/generated-run.ts";
import { storeRows } from "../fixtures/store-rows.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeZip } from "../fixtures/write-zip.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  buildOnce();
  const members = Array.from({ length: 12 }, (_, seed) => ({ name: `activities/${seed}.fit`, bytes: generatedRun({ seed, minutes: 2 + (seed % 5), hasRunningDynamics: seed % 3 > 0, sport: seed === 7 ? 2 : 1 }) }));
  const rows = members.map(({ name }, index) => `${index},d,Run ${index},Run,,1,1,false,${index % 2 === 0 ? "Blue pair" : ""},${name}`);
  writeFileSync(path("export.zip"), writeZip([
    { name: "activities.csv", bytes: Buffer.from(["ID,Date,Name,Type,Description,Time,Distance,Commute,Gear,Filename", ...rows, ""].join("\n")) },
    ...members, { name: "activities/noise.fit", bytes: Buffer.from("a shopping list") }, { name: "activities/../out.fit", bytes: Buffer.from("x") },
  ]));
});

describe("import of an account's zip", () => {
  test("--dry-run says what is in there and takes nothing in", async () => {
    const { stdout, code } = await footfall(["import", path("export.zip"), "--dry-run", "--json", "--home", path("dry")]);
    expectShape("import-plan", JSON.parse(stdout));
    expect(JSON.parse(stdout)).toMatchObject({ files: 13, refused: [{ file: `${path("export.zip")}/activities/../out.fit` }] });
    expect(code).toBe(1);
    expect((await footfall(["import", path("export.zip"), "--dry-run"])).stdout).toMatch(/FIT files +13 +[\d.]+ MB/);
  });

  test("gives the same store byte for byte whoever reads: this thread, two others, three others", async () => {
    const homes = ["0", "2", "3"].map((threads) => [threads, path(`home-${threads}`)] as const);
    for (const [threads, home] of homes) {
      // A posture in force from the middle of the runs on: each reader must know which.
      expect((await footfall(["posture", "add", "--lean", "15deg", "--error", "2", "--day", "2023-11-20", "--home", home])).code).toBe(0);
      const { stdout, code } = await footfall(["import", path("export.zip"), "--threads", threads, "--home", home, "--json"]);
      expectShape("import", JSON.parse(stdout));
      expect([JSON.parse(stdout), code]).toMatchObject([{ imported: 11, notRuns: 1, refused: [{ code: "unsupported" }, { code: "unknown-format" }] }, 1]);
    }
    const [one, ...others] = homes.map(([, home]) => storeRows(home, ["imports", "edits"]));
    for (const other of others) expect(other).toEqual(one);
    const keys = (rows: readonly unknown[] = []) => rows.map((row) => z.object({ posture_key: z.string() }).parse(row).posture_key);
    expect(new Set(keys(one?.["recordings"])).size).toBe(2);
    expect(keys(one?.["summaries"])).toEqual(keys(one?.["recordings"]));
  });

  test("lists what became of each file, for people, scripts and tables", async () => {
    const home = ["--home", path("home-2")];
    const { stdout } = await footfall(["imports", "1", "--json", ...home]);
    expectShape("import-files", JSON.parse(stdout));
    expectShape("imports", JSON.parse((await footfall(["imports", "--json", ...home])).stdout));
    expect((await footfall(["imports", "1", "--csv", ...home])).stdout.split("\n").filter((line) => line.includes(",imported,"))).toHaveLength(11);
    expect((await footfall(["imports", "1", ...home])).stdout).toMatch(/not-a-run +\S+7\.fit: cycling/);
    expect(await footfall(["imports", "9", ...home])).toMatchObject({ code: 1, stderr: expect.stringContaining("no import 9") });
  });

  test("is refused by name where it cannot be meant", async () => {
    const home = ["--home", path("home-2")];
    expect(await footfall(["import", ...home])).toMatchObject({ code: 2, stderr: expect.stringContaining("name a file, folder or zip") });
    expect(await footfall(["import", "--resume", ...home])).toMatchObject({ code: 1, stderr: expect.stringContaining("nothing to resume") });
    expect(await footfall(["import", "--resume", "1", ...home])).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be resumed") });
    expect(await footfall(["import", path("export.zip"), "--threads", "x", ...home])).toMatchObject({ code: 2, stderr: expect.stringContaining("0 to 16") });
  });
});
