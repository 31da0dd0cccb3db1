import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

/** What the linter's rules cannot see: the clock behind `new Date()`, and silenced checks anywhere. */
const banned: readonly (readonly [place: RegExp, pattern: RegExp, why: string])[] = [
  [/^src\//, /\bnew Date\(\s*\)/, "src has no clock: take the time as an argument"],
  [/^src\//, /\bimport\(/, "src loads nothing at run time"],
  [/./, /@ts-(ignore|nocheck|expect-error)/, "mend the type instead of silencing it"],
  [/./, /\b(TODO|FIXME|XXX)\b/, "finish it or open an issue"],
];

test("the source keeps what the linter cannot check", () => {
  const files = ["src", "app", "bench"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(10);
  const broken = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return banned.flatMap(([place, pattern, why]) => (place.test(file) && pattern.test(text) ? [`${file}: ${why}`] : []));
  });
  expect(broken).toEqual([]);
});
