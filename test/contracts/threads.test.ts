import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { buildOnce } from "./run-footfall.ts";

beforeAll(buildOnce);

/** Packages that a compiled file loads, and all that it loads. */
function packagesOf(file: URL, seen = new Set<string>()): readonly string[] {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const names = Array.from(readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^"';]*?(?:from )?"([^"]+)";$/gm), ([, name = ""]) => name);
  return [...new Set(names.flatMap((name) => (name.startsWith(".") ? packagesOf(new URL(name, file), seen) : [name])))];
}

const dist = new URL("../../dist/", import.meta.url);

// Each thread loads all of it anew: the store alone would take a quarter of its memory.
test.each(["app/imports/reading-thread.js", "app/storage/analysing-thread.js"])("%s loads no store", (file) => {
  const packages = packagesOf(new URL(file, dist));
  expect(packages).toContain("node:zlib");
  expect(packages).not.toContain("zod");
  expect(packages).not.toContain("better-sqlite3");
});

test("what holds the store is seen", () => {
  expect(packagesOf(new URL("app/storage/index.js", dist))).toEqual(expect.arrayContaining(["zod", "better-sqlite3"]));
});
