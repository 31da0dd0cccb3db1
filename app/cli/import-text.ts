import type { ImportPlan } from "../imports/index.ts";
import { countWords } from "./quantity-text.ts";

const kindWords: Readonly<Record<ImportPlan["kinds"][number]["kind"], string>> = {
  fit: "FIT files", tcx: "TCX files", gpx: "GPX files", "apple-health": "Apple Health export and routes", table: "tables of an account (names, shoes)",
  named: "files named by you", other: "other files (left alone)",
};

/** What an import would do, for reading. */
export function planText({ kinds, refused }: ImportPlan): string {
  if (kinds.length + refused.length === 0) return "There is nothing in it.\n";
  const lines = kinds.map(({ kind, files, bytes }) => `  ${kindWords[kind].padEnd(36)}${countWords(files).padStart(9)}${`${(bytes / 1e6).toFixed(1)} MB`.padStart(14)}`);
  const troubles = refused.map(({ path, refusal }) => `  ! ${path}: ${refusal.message}`);
  return `${[...lines, ...troubles].join("\n")}\nNothing was taken in; the same without --dry-run does.\n`;
}

/** The same for scripts. */
export function planJson({ recordings, health, kinds, refused }: ImportPlan) {
  return {
    files: recordings.length, healthExports: health.length, bytes: [...recordings, ...health.map(({ xml }) => xml)].reduce((sum, { size }) => sum + size, 0), kinds,
    refused: refused.map(({ path, refusal: { code, message, where } }) => ({ file: path, code, message, where })),
  };
}
