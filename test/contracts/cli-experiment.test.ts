import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addShoe, openStore } from "../../app/storage/index.ts";
import { usualTruth } from "../../src/index.ts";
import { fillStore } from "../../bench/simulated-store.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall } from "./run-footfall.ts";

const home = mkdtempSync(join(tmpdir(), "footfall-experiment-"));
const experiment = (...words: readonly string[]) => footfall(["experiment", ...words, "--home", home]);
const json = async (shape: string, ...words: readonly string[]) => {
  const { stdout, stderr, code } = await experiment(...words, "--json");
  expect([code, stderr]).toEqual([0, ""]);
  const answer = JSON.parse(stdout);
  expectShape(shape, answer);
  return answer;
};

beforeAll(() => {
  buildOnce();
  const store = openStore(home);
  fillStore(store, { ...usualTruth, days: 120, level: 2, memory: 0.5 });
  addShoe(store, { name: "Spare pair" }, 1);
  store.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("plans, lists, shows, stops, and takes back", async () => {
  const before = await json("experiments");
  expect(before.experiments).toEqual([]);
  expect(before.offers.map(({ kind }: { readonly kind: string }) => kind)).toEqual(["warm-up", "step-rate", "surface", "shoe", "rest-day"]);
  const planned = await json("experiment-planned", "plan", "shoe", "--shoe", "1", "--other-shoe", "2", "--difference", "2", "--seed", "7");
  expect(planned.edit.what).toBe("planned an experiment: another pair of shoes");
  const shown = await json("experiment", "show", String(planned.id));
  expect(shown).toMatchObject({ kind: "shoe", state: "under-way", runs: [], next: { number: 1, isWashout: true }, protocol: { difference: 2, seed: 7, shoes: { with: "1", without: "2" } } });
  expect(shown.tasks).toEqual({ withChange: "run in “Pair 1”", without: "run in “Pair 2”" });
  expect((await experiment("list")).stdout).toMatch(/Another pair of shoes \(under way\)\n +0 of \d+ runs are done\. Next run: run in “Pair [12]”\./);
  expect((await experiment("show", String(planned.id))).stdout).toMatch(/pairs of blocks of 3 runs, the first of each not counted; long enough to see 2 points four times in five/);
  const second = await experiment("plan", "warm-up");
  expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/experiment \d+ is under way; two at once could not be told apart/)]);
  const stopped = await json("edit", "stop", String(planned.id));
  expect((await json("experiment", "result", String(planned.id))).state).toBe("stopped");
  expect((await experiment("stop", String(planned.id))).stderr).toMatch(/is over already/);
  expect((await footfall(["edits", "undo", String(stopped.edit.id), "--home", home])).code).toBe(0);
  expect((await json("experiment", "show", String(planned.id))).state).toBe("under-way");
  expect((await footfall(["edits", "undo", String(planned.edit.id), "--home", home])).code).toBe(0);
  expect((await json("experiments")).experiments).toEqual([]);
});

test.each([
  [["plan", "sleep"], 2, /no experiment "sleep"; give one of warm-up, step-rate/],
  [["plan", "shoe"], 1, /two different pairs are compared: name both/],
  [["plan", "shoe", "--shoe", "1"], 2, /name both pairs/],
  [["plan", "shoe", "--shoe", "1", "--other-shoe", "99"], 1, /there is no pair 99/],
  [["plan", "warm-up", "--difference", "3"], 2, /difference "3": give one of 0\.5, 1, 1\.5, 2|give one of/],
  [["plan", "warm-up", "--seed", "x"], 2, /seed "x": give a whole number/],
  [["show", "9"], 1, /no experiment 9/],
  [["stop", "nine"], 2, /experiment "nine"/],
])("%j is refused in words", async (words, code, reason) => {
  const ended = await experiment(...words);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toMatch(reason);
});

test("without a diary it says what is missing; --help has an example", async () => {
  const { stderr, code } = await footfall(["experiment", "plan", "warm-up", "--home", join(home, "none")]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/note your back before and after ten runs first/)]);
  expect((await footfall(["experiment", "plan", "--help"])).stdout).toContain("footfall experiment plan shoe --shoe 3 --other-shoe 4");
});
