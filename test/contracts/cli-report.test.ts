import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { dayOfIso } from "../../src/index.ts";
import { readPdf } from "../fixtures/read-pdf.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { runsBeforeDay, steadyWeeks } from "../fixtures/weeks-of-runs.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const day = "2026-05-04";
const ask = (...words: readonly string[]): Promise<Ended> => footfall(["report", ...words, "--home", path("home")]);

beforeAll(async () => {
  buildOnce();
  const files = runsBeforeDay(dayOfIso(day) ?? 0, steadyWeeks);
  for (const { name, bytes } of files) writeFileSync(path(name), bytes);
  await footfall(["import", ...files.map(({ name }) => path(name)), "--home", path("home")]);
});

test("--json has its published shape, text the same words", async () => {
  const { stdout, stderr, code } = await ask("--day", day, "--question", "Is it the hills?", "--json");
  expect([code, stderr]).toEqual([0, ""]);
  const report = JSON.parse(stdout);
  expectShape("report", report);
  expect(report.lead).toContain("4 May 2026");
  const text = (await ask("--day", day, "--question", "Is it the hills?")).stdout;
  for (const part of ["Running and back pain\nMade by Footfall on 4 May 2026", "“Is it the hills?”", "12 (1.0 a week)", "Body", "assumed where not told"]) expect(text).toContain(part);
});

test("--pdf and --html write files; the same day gives the same bytes", async () => {
  expect((await ask("--day", day, "--pdf", path("one.pdf"), "--html", path("one.html"))).code).toBe(0);
  await ask("--day", day, "--pdf", path("two.pdf"));
  const [one, two] = [readFileSync(path("one.pdf")), readFileSync(path("two.pdf"))];
  expect(Buffer.compare(one, two)).toBe(0);
  expect(readPdf(one)).toMatchObject({ pages: 2, isTagged: true, language: "en", embeddedFonts: 2, text: expect.stringContaining("Made by Footfall on 4 May 2026") });
  expect(readFileSync(path("one.html"), "utf8")).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<h1>Running and back pain<\/h1>/);
});

test.each([
  [["--day", "soon"], 2, /--day "soon": give a day/], [["--question", "x".repeat(301)], 2, /--question: must be at most 300 letters/], [["--pdf", "/nowhere/at/all.pdf"], 1, /\/nowhere\/at\/all\.pdf/],
])("%j is refused in words", async (words, code, reason) => {
  const ended = await ask(...words);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toMatch(reason);
});

test("--help has an example", async () => {
  expect((await ask("--help")).stdout).toContain("footfall report --pdf report.pdf");
});
