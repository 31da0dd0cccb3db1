import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { figuresTable } from "./figures-table.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${project}docs/models/`;
const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md").toSorted();
const textOf = (page: string): string => readFileSync(folder + page, "utf8");
const howTo = "run UPDATE_DOCS=1 npx vitest run test/contracts/model-pages.test.ts";

/** Files that hold no model of their own. */
const joints: ReadonlySet<string> = new Set(["src/shock/index.ts", "src/shock/by-level.ts"]);

test("every file of the shock stage has its page", () => {
  const named = new Set(pages.flatMap((page) => [...textOf(page).matchAll(/`(src\/[\w./-]+)`/g)].map(([, name = ""]) => name.replace(/\/$/, ""))));
  const files = readdirSync(`${project}src/shock`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => `src/shock/${name}`);
  const isNamed = (file: string): boolean => file.split("/").some((_, depth, parts) => depth > 1 && named.has(parts.slice(0, depth + 1).join("/")));
  expect(files.filter((file) => !joints.has(file) && !isNamed(file)), "name it on a page of docs/models").toEqual([]);
});

test.each(pages)("%s: its figures are the literature's", (page) => {
  const text = textOf(page);
  const written = text.replaceAll(/<!-- figures: ([\w, ]+) -->\n[\s\S]*?<!-- \/figures -->/g, (_, names: string) => `<!-- figures: ${names} -->\n${figuresTable(names.split(", "))}\n<!-- /figures -->`);
  if (process.env["UPDATE_DOCS"]) writeFileSync(folder + page, written);
  expect(textOf(page), howTo).toBe(written);
});

test.each(pages)("%s: numbers in its text stand in the code it tells of", (page) => {
  const text = textOf(page);
  const named = [...text.matchAll(/`(src\/[\w./-]+)`/g)].map(([, name = ""]) => name);
  const numbersIn = (words: string): readonly string[] => [...words.replaceAll(/(?<=\d)_(?=\d)/g, "").matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => String(Number(digits)));
  const known = new Set(numbersIn([...sourcesUnder("src/literature"), ...sourcesUnder("src/truth"), ...named.flatMap(sourcesUnder)].join("\n")));
  // What was measured on the program itself stands in no source.
  const prose = text.replaceAll(/<!-- (figures|measured): [\s\S]*?<!-- \/\1 -->/g, "").replaceAll(/`[^`]*`|\]\([^)]*\)/g, "");
  // A digit or two alone is a count or a power, and would be found anywhere.
  expect(numbersIn(prose).filter((digits) => digits.length > 2 && !known.has(digits)), "not in src/literature, src/truth or the files the page names").toEqual([]);
});

/** Texts of a source file, or of all in a folder. */
function sourcesUnder(path: string): readonly string[] {
  const file = project + path;
  if (path.endsWith(".ts")) return [readFileSync(file, "utf8")];
  return readdirSync(file, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => readFileSync(`${file}/${name}`, "utf8"));
}

test("the index lists every page by its title and first sentence", () => {
  const list = pages.map((page) => {
    const [, title = "", first = ""] = /^# (.+)\n\n(.+)\n/.exec(textOf(page)) ?? [];
    return `- [${title}](${page}): ${first}`;
  });
  const text = textOf("README.md");
  const written = text.replace(/<!-- pages -->\n[\s\S]*?<!-- \/pages -->/, () => `<!-- pages -->\n${list.join("\n")}\n<!-- /pages -->`);
  if (process.env["UPDATE_DOCS"]) writeFileSync(`${folder}README.md`, written);
  expect(textOf("README.md"), howTo).toBe(written);
});

test.each(pages)("%s says its equation, its range, what it leaves out and where papers disagree", (page) => {
  // A page of another shape (how fast a path is, say) has no figures of its own.
  if (!textOf(page).includes("<!-- figures:")) return;
  for (const heading of ["Equation", "Range", "Leaves out", "Where papers disagree", "Figures"]) expect(textOf(page)).toContain(`\n## ${heading}\n`);
});
