import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../app/storage/index.ts";
import { usualTruth } from "../../src/index.ts";
import { fillStore } from "../../bench/simulated-store.ts";
import { copySampleHome } from "../fixtures/sample-home.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall } from "./run-footfall.ts";

const folder = mkdtempSync(join(tmpdir(), "footfall-link-"));
const home = (name: string): string => join(folder, name);
const link = async (name: string, ...words: readonly string[]) => {
  const { stdout, stderr, code } = await footfall(["link", ...words, "--home", home(name)]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
};

beforeAll(async () => {
  buildOnce();
  const linked = openStore(home("linked"));
  fillStore(linked, { ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect: 0.8, distanceEffect: 0.7 }, 4);
  linked.close();
  await copySampleHome(home("sample"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["empty", "sample", "linked"])("the answer has its published shape: %s", async (name) => {
  const answer = JSON.parse(await link(name, "--json"));
  expectShape("link", answer);
  expect(answer.isSample).toBe(name === "sample");
});

test("says it in plain words: the verdict, how sure, what no method sees, then factor by factor with bands and lags", async () => {
  const text = await link("linked");
  expect(text).toMatch(/^Does your pain go with running\?\n {2}\S.*your pain was \d\.\d points of 10 higher \(\d\.\d to \d\.\d\)/);
  expect(text).toMatch(/Very sure: of 999 calendars/);
  expect(text.replaceAll(/\s+/g, " ")).toContain("nor entries that were left out because of what they would have said");
  expect(text).toMatch(/• .*with distance \d+ km rather than \d+,/);
  expect(text).toMatch(/in the 24 hours from a run +\+\d\.\d \(\+\d\.\d to \+\d\.\d\) points/);
  expect(text).not.toMatch(/\bp[ -]?value|p [<=]/i);
  expect(await link("sample")).toMatch(/^The simulated sample runner's diary, until yours is here\./);
  expect(await link("empty")).toMatch(/Not enough yet: about \d+ more days of diary, with runs among them/);
});

test("--help has an example, a word too many is refused", async () => {
  expect((await footfall(["link", "--help"])).stdout).toContain("footfall link --json");
  expect((await footfall(["link", "now"])).code).toBe(2);
});
