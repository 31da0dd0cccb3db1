import { expect, test } from "vitest";
import { runTruth, worksUsed } from "../../../../src/index.ts";
import { citedAs, standingOf, standingWords, unitWords } from "./evidence-words.ts";
import { wordsOfTarget } from "./target-words.ts";

const { rows } = runTruth();

test("every row of the tables has a title and a sentence of its own, and no exclamation", () => {
  const ids = [...new Set(rows.map((row) => row.id))];
  const words = ids.map(wordsOfTarget);
  for (const [index, { title, says }] of words.entries()) {
    expect(title).not.toBe(ids[index]);
    expect(says).toMatch(/\.$/);
    expect(title + says).not.toMatch(/!|optimal/);
  }
  expect(new Set(words.map(({ title }) => title)).size).toBe(ids.length);
});

test("every row stands somewhere, in words", () => {
  for (const row of rows) expect(standingWords[standingOf(row)](row)).toMatch(/^[a-z ,]+$/);
});

test("units are read, not coded", () => {
  for (const row of rows) expect(unitWords(row).name).not.toMatch(/bodyWeight|^1$/);
  const row = { unit: "s", expected: 0.271, low: 0.248, high: 0.294, got: 0.26 };
  expect(unitWords(row)).toEqual({ name: "ms", times: 1000 });
});

test("works are cited by author and year", () => {
  for (const work of worksUsed()) expect(citedAs(work.title).by).toMatch(/^.{4,90}$/);
  expect(citedAs("Morin et al. 2005, A method for assessing lower limb stiffness")).toEqual({ by: "Morin et al. 2005", what: "A method for assessing lower limb stiffness" });
  expect(citedAs("Vitale et al., spatio-temporal data of running at 3.0 m/s")).toEqual({ by: "Vitale et al.", what: "spatio-temporal data of running at 3.0 m/s" });
});
