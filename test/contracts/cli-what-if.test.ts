import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const ask = (...words: readonly string[]): Promise<Ended> => footfall(["what-if", ...words, "--home", path("home")]);
const json = async (...words: readonly string[]) => {
  const { stdout, stderr, code } = await ask(...words, "--json");
  expect([code, stderr]).toEqual([0, ""]);
  const answer = JSON.parse(stdout);
  expectShape("what-if", answer);
  return answer;
};

beforeAll(async () => {
  buildOnce();
  writeFileSync(path("a.fit"), generatedRun({ seed: 1, minutes: 6, hasRunningDynamics: true }));
  writeFileSync(path("b.fit"), generatedRun({ seed: 2, minutes: 5, hasRunningDynamics: false }));
  await footfall(["import", path("a.fit"), path("b.fit"), "--home", path("home")]);
  await footfall(["shoes", "add", "Road pair", "--kind", "racing", "--distance", "400km", "--home", path("home")]);
});

test("the answer has its published shape: of four weeks, of a run, of a footfall", async () => {
  const weeks = await json("--step-rate", "+5%", "--shoe", "1");
  expect(weeks).toMatchObject({ of: "weeks", runs: 2, isAssumed: false, change: { stepRate: 1.05, shoeDistanceKilometres: 400 }, parts: { rows: expect.any(Array) } });
  expect(weeks.discs).toHaveLength(5);
  expect(await json("--run", "1", "--speed", "-10%")).toMatchObject({ of: "run", runId: 1, runs: 1, parts: null, footfallsPerKilometre: { before: expect.any(Number) } });
  expect(await json("--footfall", "--lean", "-5deg", "--mass", "-6.6lb", "--surface", "grass")).toMatchObject({ of: "footfall", change: { leanDegrees: -5, surface: "grass" } });
});

test("text says what it would do, what is contested and what matters most", async () => {
  const { stdout } = await ask("--speed", "+10%");
  expect(stdout).toMatch(/^What if: 10\s% faster\n {2}Of your last four weeks as they were: 2 runs, \d/);
  expect(stdout).toMatch(/In each footfall L5–S1 would carry more: \d\.\d \(\d\.\d–\d\.\d\)\s%\./);
  expect(stdout).toMatch(/all on grass .* cannot tell: the evidence is mixed/);
  expect(stdout).toMatch(/The knee is a proxy/);
  expect((await ask("--shoe", "maximal")).stdout).toMatch(/We cannot tell whether L5–S1 would carry more or less.*\n[\s\S]*The evidence here is mixed/);
});

test("where nothing was run a usual footfall is taken, and said", async () => {
  const { stdout, code } = await footfall(["what-if", "--step-rate", "5", "--home", path("empty")]);
  expect(stdout).toContain("Nothing was run yet: a usual footfall at 3 m/s is taken.");
  expect(code).toBe(0);
});

test.each([
  [["--step-rate", "+30%"], 2, /step rate 130 % of what it was: give something between 90 and 110/],
  [["--speed", "12km/h"], 2, /--speed "12km\/h": say by how much, for example \+5%/],
  [["--mass", "-60kg"], 2, /body mass −60 kg added/],
  [["--lean", "x"], 2, /--lean "x"/],
  [["--shoe", "7"], 1, /no shoe 7; footfall shoes lists them/],
  [["--shoe", "slippers"], 2, /give the number of a pair in the cabinet, or one of minimal/],
  [["--shoe", "1", "--shoe-stiffness", "60"], 2, /not both/],
  [["--surface", "lava"], 2, /surface "lava": give one of/],
  [["--run", "99"], 1, /no run 99/],
  [["--run", "1", "--footfall"], 2, /not both/],
])("%j is refused in words", async (words, code, reason) => {
  const ended = await ask(...words);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toMatch(reason);
});

test("--help has an example", async () => {
  expect((await ask("--help")).stdout).toContain("footfall what-if --step-rate +5%");
});
