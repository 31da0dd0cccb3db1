import { describe, expect, it } from "vitest";
import { shippedTexts } from "../../app/server/shipped-texts.ts";
import { claimsIn, guardTargets } from "../../src/truth/guards.ts";
import { judge } from "../../src/truth/target.ts";

describe("a guard sees the claim", () => {
  it.each([
    ["N1", "Your disc load after running causes your back pain."],
    ["N1", "Back pain comes from the shrinking of your discs."],
    ["N2", "Running damages your discs."],
    ["N2", "<p>Every footfall\n wears away the <b>discs</b> a little.</p>"],
    ["N2", "Your discs are worn out by years of running."],
    ["N4", "Your ACWR is 1.4: take care."],
    ["N4", "acute:chronic workload ratio"],
    ["N6", "Heel striking causes back pain."],
    ["N6", "Your back pain is linked to the kind of shoe."],
    ["N7", "Fill in the UWRI once a week."],
    ["N8", "This run exceeds the ISO 2631-5 threshold."],
    ["N9", "A good impact test score lowers injuries."],
    ["C2", "A softer shoe reduces your back pain."],
    ["C5", "Hunched running causes back pain."],
    ["C6", "A higher step rate reduces injuries."],
  ])("%s: %s", (id, text) => {
    expect(claimsIn(id, text).length).toBe(1);
  });
});

describe("a guard lets the truth be said", () => {
  it.each([
    ["N1", "Discs shrink on every run, in runners with and without back pain alike; it does not explain the pain."],
    ["N2", "Nothing says that running damages discs."],
    ["N2", "Not: “running damages discs”."],
    ["N2", "Runners' discs are taller. A damaged file is named. Running is worth doing."],
    ["N4", "No acute:chronic ratio is shown."],
    ["N6", "Neither shoe type nor foot strike goes with back pain."],
    ["N8", "The exponent 6 is that of ISO 2631-5."],
    ["C2", "Softer shoes had fewer injuries of any kind."],
    ["C6", "At a higher step rate each step loads the back less."],
  ])("%s: %s", (id, text) => {
    expect(claimsIn(id, text)).toEqual([]);
  });
});

it("no text of the app, the command line or the documents makes a claim that none may", async () => {
  const texts = await shippedTexts();
  for (const folder of ["app/web/", "app/cli/", "app/server/", "src/", "README.md"]) expect(texts.some(({ where }) => where.startsWith(folder)), folder).toBe(true);
  const rows = guardTargets(texts).map(judge).filter(({ part }) => part?.startsWith("words: "));
  expect(rows.length).toBe(10);
  expect(rows.filter(({ status }) => status !== "pass").map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
});

it("without the texts the guards on words are untestable, never passed", () => {
  for (const texts of [null, []]) {
    const rows = guardTargets(texts).map(judge).filter(({ part }) => part?.startsWith("words: "));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["untestable"]));
  }
});
