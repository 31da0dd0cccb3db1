import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSample, openStore } from "../../app/storage/index.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const posture = (...words: readonly string[]): Promise<Ended> => footfall(["posture", ...words, "--home", path("home")]);

const points = { shoulder: { x: 400, y: 100 }, hip: { x: 370, y: 270 }, knee: { x: 372, y: 400 }, ankle: { x: 360, y: 530 }, toe: { x: 410, y: 540 } };

beforeAll(() => {
  buildOnce();
  writeFileSync(path("marked.json"), JSON.stringify({ width: 800, height: 600, strides: [{ points }] }));
  writeFileSync(path("upside-down.json"), JSON.stringify({ width: 800, height: 600, strides: [{ points: { ...points, knee: { x: 372, y: 20 } } }] }));
  writeFileSync(path("no.json"), "{");
});

describe("footfall posture", () => {
  test("adds told angles and marked points, and lists them with their bands", async () => {
    const told = await posture("add", "--lean", "9deg", "--error", "2", "--sacrum", "20", "--thoracolumbar", "12", "--day", "2026-05-02", "--note", "lab", "--json");
    expect(told.stderr).toBe("");
    expectShape("posture-entry", JSON.parse(told.stdout));
    expect(JSON.parse(told.stdout)).toMatchObject({ id: 1, findings: { trunkLean: { value: 9 }, lordosis: { value: 50.4 } } });
    const marked = await posture("add", "--points", path("marked.json"), "--day", "2026-05-09");
    expect(marked.stdout).toMatch(/2026-05-09 {2}posture 2, 1 marked picture; one camera is off by 4–7°\n {2}trunk to vertical +10 \(0–20\)°/);
    const list = await posture("list", "--json");
    expectShape("posture", JSON.parse(list.stdout));
    expect((await posture("list")).stdout).toMatch(/2026-05-09[\s\S]+2026-05-02[\s\S]+L5-S1 in the lever model +\d\.\d\d \(\d\.\d\d–\d\.\d\d\) × that at a usual lean/);
  });

  test("goes out, comes in again as JSON and as a table; what is removed comes back with undo", async () => {
    await posture("export", "--to", path("out.json"));
    await posture("export", "--to", path("out.csv"));
    expect((await posture("export", "--csv")).stdout).toBe(readFileSync(path("out.csv"), "utf8"));
    const removed = await posture("remove", "2", "--json");
    const { edit }: { readonly edit: { readonly id: number } } = JSON.parse(removed.stdout);
    expectShape("posture-removed", JSON.parse(removed.stdout));
    const taken = await posture("import", path("out.csv"), "--json");
    expectShape("posture-imported", JSON.parse(taken.stdout));
    expect(JSON.parse(taken.stdout)).toMatchObject({ added: [3], alreadyHere: 1 });
    expect((await posture("import", path("out.json"))).stdout).toBe("0 taken in, 2 already here.\n");
    expect((await footfall(["edits", "undo", String(edit.id), "--home", path("home")])).stdout).toContain("Taken back: took away the posture of 2026-05-09");
    expect((await posture("list")).stdout).toContain("posture 2");
  });

  test("says whose it is while the sample runner is shown", async () => {
    const store = openStore(path("shown"));
    await loadSample(store, { runner: { mass: 61, height: 1.68, sex: "female", birthYear: 1988 }, trunkLeanDegrees: null, shoes: [], grounds: [], files: [], painEntries: [], days: [], weeks: [] }, 0);
    store.close();
    const kept = await footfall(["posture", "add", "--lean", "9deg", "--day", "2026-05-02", "--json", "--home", path("shown")]);
    expect(kept).toMatchObject({ code: 0, stderr: expect.stringContaining("kept as your own posture") });
    expectShape("posture-entry", JSON.parse(kept.stdout));
  });

  test("refuses by name", async () => {
    writeFileSync(path("lab.csv"), "day,toldLeanDegrees\n2026-05-02,8\n2026-05-03,steep\n");
    expect(await posture("import", path("lab.csv"))).toMatchObject({ code: 1, stderr: expect.stringContaining('lab.csv: line 3: toldLeanDegrees "steep" is not a number') });
    expect((await posture("import", "--help")).stdout).toContain("Columns of a table: day, toldLeanDegrees");
    expect(await posture("add")).toMatchObject({ code: 2, stderr: expect.stringContaining("nothing to keep") });
    expect(await posture("add", "--sacrum", "20")).toMatchObject({ code: 2, stderr: expect.stringContaining("go together") });
    expect(await posture("add", "--lean", "90")).toMatchObject({ code: 2, stderr: expect.stringContaining("trunk lean 90") });
    expect(await posture("add", "--lean", "5", "--day", "2026-13-01")).toMatchObject({ code: 1, stderr: expect.stringContaining("day: must be a day") });
    expect(await posture("add", "--points", path("upside-down.json"))).toMatchObject({ code: 1, stderr: expect.stringContaining("the knee lies above the shoulder") });
    expect(await posture("add", "--points", path("no.json"))).toMatchObject({ code: 1, stderr: expect.stringContaining("it is not JSON") });
    expect(await posture("add", "--points", path("nowhere.json"))).toMatchObject({ code: 1, stderr: expect.stringContaining("no such file") });
    expect(await posture("remove", "99")).toMatchObject({ code: 1, stderr: expect.stringContaining("no posture 99") });
    expect(await posture("remove", "x")).toMatchObject({ code: 2 });
  });
});
