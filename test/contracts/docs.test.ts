import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { buildOnce } from "./run-footfall.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "test/fixtures/README.md",
  ...readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" }).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];
const textOf = (page: string): string => readFileSync(join(project, page), "utf8");

test.each(pages)("%s: every link inside the project leads somewhere", (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)]+)\)/g)].flatMap(([, target]) => (target === undefined || /^(https?:|mailto:)/.test(target) ? [] : [target]));
  for (const link of links) {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? page : join(dirname(page), file);
    expect(existsSync(join(project, target)), link).toBe(true);
    if (anchor !== undefined) expect(headingsOf(target), link).toContain(anchor);
  }
});

test.each(pages)("%s: every file and folder it names is there", (page) => {
  const named = [...textOf(page).matchAll(/`((?:src|app|test|bench|docs|schemas|scripts)\/[\w./*-]*)`/g)].flatMap(([, name]) => (name === undefined || name.includes("*") ? [] : [name]));
  for (const name of named) expect(existsSync(join(project, name)), name).toBe(true);
});

function headingsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title.toLowerCase().replace(/[^\w\s-]/g, "").replaceAll(" ", "-"));
}

test("the README's first code block is the two commands", () => {
  const [, first = ""] = /```\w*\n([\s\S]*?)```/.exec(textOf("README.md")) ?? [];
  expect(first).toMatch(/^npm install && npm start\b.*\nnpm install && npm test\b.*\n$/);
});

test("the README's example runs as it stands, in five lines", () => {
  const [, example = ""] = /```js\n([\s\S]*?)```/.exec(textOf("README.md")) ?? [];
  expect(example.trimEnd().split("\n").length).toBe(5);
  buildOnce();
  const folder = mkdtempSync(join(tmpdir(), "footfall-readme-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(project, join(folder, "node_modules/footfall"), "junction");
    writeFileSync(join(folder, "tempo.fit"), generatedRun({ seed: 5, minutes: 5, hasRunningDynamics: true }));
    writeFileSync(join(folder, "example.mjs"), example);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toContain("L5-S1");
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the package, the changelog and the citation name the same version and licence", () => {
  const { version, license }: Readonly<Record<string, unknown>> = JSON.parse(textOf("package.json"));
  expect(textOf("CHANGELOG.md")).toContain(`## ${String(version)}`);
  expect(textOf("CITATION.cff")).toContain(`version: ${String(version)}`);
  expect([license, textOf("LICENSE").slice(0, 3)]).toEqual(["MIT", "MIT"]);
});

test("the lock names what packages need on every platform: without, `npm ci` refuses it", () => {
  const { packages }: { readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>> } = JSON.parse(textOf("package-lock.json"));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages)));
  expect(missing).toEqual([]);
});

test("no placeholder is left in the texts", () => {
  for (const page of pages) expect(textOf(page), page).not.toMatch(/\b(TODO|TBD|FIXME|lorem ipsum)\b/i);
});
