import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";

/** Folder of real recordings kept beside the project, never in it. */
export const openData = fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** Tests on a file of the open data; skipped, saying why, where it is not at hand. A suite's body runs even where the suite is skipped, so it is not made at all then. */
export function describeWithData(path: string, name: string, body: () => void): void {
  if (existsSync(`${openData}/${path}`)) describe(name, body);
  else it.skip(`${name}: ${path} is not at hand (it belongs in ../shared/data beside the project)`, () => {});
}

/** Rows of a comma-separated file with a header, as numbers. */
export function numericRows(path: string): ReadonlyMap<string, number>[] {
  const [header, ...lines] = readFileSync(`${openData}/${path}`, "utf8").trim().split(/\r?\n/);
  const names = (header ?? "").split(",");
  return lines.map((line) => new Map(line.split(",").map((cell, index) => [names[index] ?? "", Number(cell)])));
}
