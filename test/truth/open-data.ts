import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Folder of real recordings kept beside the project, never in it. */
export const openData = fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** Whether a file of the open data is at hand; says why a test is skipped where it is not. */
export function hasOpenData(path: string): boolean {
  const isThere = existsSync(`${openData}/${path}`);
  if (!isThere) console.info(`skipped: ${path} is not at hand (it belongs in ../shared/data beside the project)`);
  return isThere;
}

/** Rows of a comma-separated file with a header, as numbers. */
export function numericRows(path: string): ReadonlyMap<string, number>[] {
  const [header, ...lines] = readFileSync(`${openData}/${path}`, "utf8").trim().split(/\r?\n/);
  const names = (header ?? "").split(",");
  return lines.map((line) => new Map(line.split(",").map((cell, index) => [names[index] ?? "", Number(cell)])));
}
