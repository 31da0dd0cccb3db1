import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const atHome = (...words: readonly string[]): Promise<Ended> => footfall([...words, "--home", path("home")]);
const json = async (shape: string, ...words: readonly string[]) => {
  const { stdout, stderr, code } = await atHome(...words, "--json");
  expect([code, stderr]).toEqual([0, ""]);
  const answer = JSON.parse(stdout);
  expectShape(shape, answer);
  return answer;
};

beforeAll(async () => {
  buildOnce();
  writeFileSync(path("a.fit"), generatedRun({ seed: 1, minutes: 6, hasRunningDynamics: true }));
  writeFileSync(path("b.fit"), generatedRun({ seed: 2, minutes: 5, hasRunningDynamics: false }));
  await atHome("import", path("a.fit"), path("b.fit"));
});

test("a pair is added, edited, put under runs by hand and by rule, compared, retired; every answer has its published shape", async () => {
  const { id } = await json("shoe-edit", "shoes", "add", "Road pair", "--kind", "daily-trainer", "--stack", "3cm", "--distance", "400km");
  await json("shoe-edit", "shoes", "edit", String(id), "--foam", "peba", "--kind", "none");
  await json("shoe-edit", "shoes", "edit", String(id), "--kind", "racing");
  expect(await json("shoes-assigned", "shoes", "assign", String(id), "--runs", "1", "--from", "0.3km")).toMatchObject({ runs: 1 });
  await json("edit", "shoes", "rules", "--add", String(id), "--longer-than", "0.1km");
  const { shoes } = await json("shoes", "shoes");
  expect(shoes).toMatchObject([{ name: "Road pair", stackHeight: 0.03, foam: "peba", kind: "racing", runs: 2 }]);
  expect((await atHome("shoes")).stdout).toMatch(/absorbs about \d\d % of what it did new \(\d\d–\d\d\)/);
  expect((await atHome("shoes", "rules")).stdout).toContain("any run over 0.1 km: Road pair");
  await json("shoe-comparison", "shoes", "compare", String(id), `${id}:new`);
  expect((await atHome("shoes", "compare", String(id), `${id}:new`)).stdout).toContain("Cannot tell which is kinder");
  const { edit } = await json("shoe-edit", "shoes", "retire", String(id), "--on", "2026-05-02");
  expect((await atHome("edits")).stdout).toContain("retired Road pair");
  expect(await json("edit", "edits", "undo", String(edit.id))).toMatchObject({ edit: { isUndone: true } });
  expect(await atHome("edits", "undo", String(edit.id))).toMatchObject({ code: 1, stderr: expect.stringContaining("taken back already") });
  await json("edits", "edits");
  // Seventeen commands one after another, each a program of its own, on a machine that may have other work.
});

test("a stretch gets its ground by hand; shares and load follow", async () => {
  await json("edit", "surfaces", "set", "1", "grass", "--from", "200m", "--to", "600m");
  const { surfaces } = await json("run-underfoot", "surfaces", "list", "1");
  expect(surfaces).toEqual([{ from: 200, to: 600, surface: "grass", by: "hand", reason: null }]);
  await json("edit", "surfaces", "rules", "--add", "asphalt", "--kind", "road");
  expect((await json("surfaces", "surfaces")).load.map(({ surface }: { readonly surface: string }) => surface)).toEqual(["asphalt", "grass"]);
  expect((await atHome("surfaces")).stdout).toContain("studies disagree");
  expect((await atHome("surfaces", "list", "1")).stdout).toContain("200 m to 600 m: grass (hand)");
  await json("edit", "surfaces", "set", "1", "forget");
});

test("the cabinet goes out and comes back the same", async () => {
  await atHome("shoes", "export", "--to", path("shoes.csv"));
  expect(readFileSync(path("shoes.csv"), "utf8")).toMatch(/^name,brand,model,kind,stackHeightMillimetres/);
  expect(await json("shoes-import", "shoes", "import", path("shoes.csv"))).toMatchObject({ edit: null, added: [], changed: [] });
  expectShape("shoes-export", JSON.parse((await atHome("shoes", "export")).stdout));
  writeFileSync(path("activities.csv"), "Activity Gear,Filename\nGear of the export,x/b.fit.gz\n");
  expect(await json("shoes-import", "shoes", "import", path("activities.csv"))).toMatchObject({ added: ["Gear of the export"], runs: 1 });
});

test.each([
  [["shoes", "add", "x", "--stack", "-3"], 2, /stack -3/],
  [["shoes", "add", "x", "--stack", "0.03"], 2, /did you mean 0.03m\?/],
  [["shoes", "add", "x", "--stack", "28"], 0, /added x/],
  [["shoes", "add", "y", "--stack", "300"], 2, /stack 300: millimetres\? it must lie between 1 and 100 mm/],
  [["shoes", "add", "y", "--stiffness", "78000"], 2, /did you mean 78000N\/m\?/],
  [["shoes", "add", "y", "--distance", "-4"], 2, /shoe distance -4/],
  [["shoes", "add", "y", "--foam", "cork"], 2, /foam "cork": give one of eva, tpu, peba, other/],
  [["shoes", "add", "y", "--bought", "May"], 2, /year-month-day/],
  [["shoes", "edit", "99", "--foam", "eva"], 1, /no shoe 99/],
  [["shoes", "assign", "1"], 2, /say which runs/],
  [["shoes", "import", "nowhere.csv"], 1, /nowhere\.csv: there is no such file/],
  [["shoes", "rules", "--drop", "7"], 1, /there is no rule 7/],
  [["surfaces", "set", "1", "lava"], 2, /surface "lava": give one of/],
  [["surfaces", "set", "99", "grass"], 1, /no run 99/],
  [["surfaces", "set", "1", "grass", "--from", "2km", "--to", "1km"], 2, /ends before it begins/],
])("%j ends with %d and says why in one line", async (words, code, said) => {
  const ended = await atHome(...words);
  expect(ended.code).toBe(code);
  expect(ended.stderr + ended.stdout).toMatch(said);
  expect((ended.stderr + ended.stdout).trimEnd().split("\n").length).toBe(1);
});
