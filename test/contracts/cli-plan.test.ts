import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { dayOfIso } from "../../src/index.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { runsBeforeDay, steadyWeeks } from "../fixtures/weeks-of-runs.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const from = "2026-05-04";
const ask = (...words: readonly string[]): Promise<Ended> => footfall(["plan", ...words, "--home", path("home")]);
const json = async (...words: readonly string[]) => {
  const { stdout, stderr, code } = await ask(...words, "--from", from, "--json");
  expect([code, stderr.replace(/^The plan is in .*\n/, "")]).toEqual([0, ""]);
  const answer = JSON.parse(stdout);
  expectShape("plan", answer);
  return answer;
};

beforeAll(async () => {
  buildOnce();
  const files = runsBeforeDay(dayOfIso(from) ?? 0, steadyWeeks);
  for (const { name, bytes } of files) writeFileSync(path(name), bytes);
  await footfall(["import", ...files.map(({ name }) => path(name)), "--home", path("home")]);
});

test("the answer has its published shape; what is told with it holds for this once", async () => {
  expect(await json("--days", "mon,wed,Sat", "--goal", "further", "--aim", "5mi")).toMatchObject({ goal: "further", aim: 8046.72, daysOffered: ["mon", "wed", "sat"], daysFrom: "told", from });
  expect(await json()).toMatchObject({ goal: "keep", aim: null, daysFrom: "habit", distance: expect.closeTo(14_000, -3) });
});

test("text leads with one sentence, gives the days and what it goes by", async () => {
  const { stdout } = await ask("--from", from);
  expect(stdout).toMatch(/^Three runs, 1\d\.\d\s?km in all, the longest 6\.0\s?km: what your back and legs are used to\.\n\n {2}Mon 2026-05-04/);
  expect(stdout).toMatch(/Long run, 6\.0\s?km; about 33\s?min; \d+\s?kcal \(\d+–\d+\)/);
  expect(stdout).toMatch(/What it goes by\n {2}Your longest run .* \[frandsen-2025\]/);
  expect(stdout).toContain("never on backs");
});

test("--ics writes a calendar beside the answer", async () => {
  await json("--ics", path("week.ics"));
  const calendar = readFileSync(path("week.ics"), "utf8");
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(calendar).toContain("UID:20260506-run@plan.footfall");
});

test("set keeps, edits undo takes back, a long run beyond the limit is told with its figures", async () => {
  const { stdout } = await ask("set", "--longest", "9km", "--json");
  const { edit } = JSON.parse(stdout);
  expectShape("plan-set", { edit });
  expect(await json()).toMatchObject({ beyond: { hazard: { value: 1.52 } }, override: { distance: 9000, until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } });
  expect((await ask("--from", from)).stdout).toMatch(/50\s?% beyond it\. In 5205 runners, runs more than 30 to 100 % over were followed by overuse injuries 1\.52 times as often \(1\.16–2\.00\)/);
  await footfall(["edits", "undo", String(edit.id), "--home", path("home")]);
  expect((await json()).beyond).toBeNull();
});

test("in an empty store there is a gentle way in", async () => {
  const { stdout, code } = await footfall(["plan", "--home", path("empty")]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Three sessions of running and walking in turn, 1\sh\s30\smin in all: a gentle way in\.\n/)]);
});

test.each([
  [["--days", "mon,funday"], 2, /day "funday": give one of/], [["--goal", "win"], 2, /goal "win"/], [["--aim", "far"], 2, /--aim "far": give a distance in kilometres/], [["--longest", "1m"], 2, /longest: must be at least 500 m/],
  [["--from", "tomorrow"], 2, /--from "tomorrow": give a day/], [["set"], 2, /say what to keep/], [["--ics", "/nowhere/at/all.ics"], 1, /\/nowhere\/at\/all\.ics/],
])("%j is refused in words", async (words, code, reason) => {
  const ended = await ask(...words);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toMatch(reason);
});

test("--help has an example", async () => {
  expect((await ask("--help")).stdout).toContain("footfall plan --days mon,wed,sat --ics week.ics");
});
