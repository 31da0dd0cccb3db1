import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseOptions } from "dependency-cruiser";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const house = temporaryFolder();

/** Imports planted in an empty house, and whether the net must catch them. */
const planted: readonly (readonly [file: string, statement: string, isAllowed: boolean])[] = [
  ["src/domain/a.ts", `import "../shock/target.ts";`, false],
  ["src/domain/b.ts", `import "node:fs";`, false],
  ["src/domain/c.ts", `import "./target.ts";`, true],
  ["src/numerics/a.ts", `import type { x } from "../domain/target.ts";`, false],
  ["src/numerics/b.ts", `import "ml-matrix";`, true],
  ["src/literature/a.ts", `import "../numerics/target.ts";`, false],
  ["src/literature/b.ts", `import "../domain/target.ts";`, true],
  ["src/recordings/a.ts", `import "../footfalls/target.ts";`, false],
  ["src/recordings/b.ts", `import "saxes";`, true],
  ["src/recordings/c.ts", `import "ml-matrix";`, false],
  ["src/recordings/d.ts", `import "fit-file-parser";`, false],
  ["src/recordings/e.test.ts", `import "fit-file-parser";`, true],
  ["src/footfalls/a.ts", `import type { x } from "../shock/target.ts";`, false],
  ["src/footfalls/b.ts", `import "../numerics/target.ts";`, true],
  ["src/shock/a.ts", `import "../analyse.ts";`, false],
  ["src/charts/a.ts", `import "../shock/target.ts";`, false],
  ["src/charts/b.ts", `import "react";`, false],
  ["src/charts/c.ts", `import "../../app/storage/target.ts";`, false],
  ["src/compare.ts", `import "./shock/target.ts"; import "./recordings/target.ts";`, true],
  ["src/truth.ts", `import "node:fs";`, false],
  ["app/storage/a.ts", `import "../../src/shock/target.ts";`, false],
  ["app/storage/b.ts", `import "../../src/index.ts"; import "better-sqlite3"; import "node:fs";`, true],
  ["app/storage/c.ts", `import "../server/target.ts";`, false],
  ["app/server/a.ts", `import "better-sqlite3";`, false],
  ["app/server/b.ts", `import "../storage/target.ts"; import "fastify";`, true],
  ["app/cli/a.ts", `import "../../src/analyse.ts";`, false],
  ["app/web/a.ts", `import { x } from "../server/api.ts"; export { x };`, false],
  ["app/web/b.ts", `import type { x } from "../server/api.ts"; export type { x };`, true],
  ["app/web/c.ts", `import "node:fs";`, false],
  ["src/shock/b.ts", `import "./nowhere.ts";`, false],
];

const targets = ["src/domain", "src/numerics", "src/literature", "src/recordings", "src/footfalls", "src/shock", "app/storage", "app/server"];

test("the floors catch every forbidden import and let every allowed one pass", async () => {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  };
  symlinkSync(join(project, "node_modules"), join(house, "node_modules"));
  for (const folder of targets) write(`${folder}/target.ts`, "export const x = 1;\n");
  for (const file of ["src/index.ts", "src/analyse.ts", "app/server/api.ts"]) write(file, "export const x = 1;\n");
  for (const [file, statement] of planted) write(file, `${statement}\n`);

  const floors: Record<string, object> = createRequire(import.meta.url)(join(project, "floors.cjs"));
  const options: ICruiseOptions = { ...floors["options"], baseDir: house, validate: true, ruleSet: { ...floors } };
  const { output } = await cruise(["src", "app"], options);
  if (typeof output === "string") throw new Error(output);
  const caught = new Set(output.summary.violations.map((violation) => violation.from));
  expect([...caught].sort()).toEqual(planted.flatMap(([file, , isAllowed]) => (isAllowed ? [] : [file])).sort());
});
