import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { systemReason } from "../containers/index.ts";
import { PostureRefusal, TableRefused, type Edit, type Store } from "../storage/index.ts";
import { refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { textOf, type OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { withStore } from "./store.ts";

/** Adds `export` to a command: the same as a table and as JSON. */
export function exportPart(command: Command, { summary, example, csv, json }: { readonly summary: string; readonly example: string; readonly csv: (store: Store) => string; readonly json: (store: Store) => unknown }): void {
  part(command, "export", summary, example, { hasJson: false })
    .option("--to <file>", "write it here; a name in .csv gives a table, else JSON").option("--csv", "a table instead of JSON")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const file = textOf(options, "to");
      const text = options["csv"] || file?.endsWith(".csv") ? csv(store) : `${JSON.stringify(json(store), null, 2)}\n`;
      if (file === null) return print(text);
      await writeFile(file, text).catch((error: unknown) => { throw refused(`${file}: ${systemReason(error)}`); });
      await print(`It is in ${file}.\n`);
    }));
}

/** Adds `import FILE` to a command: all of the file or nothing of it. */
export function importPart<Taken extends { readonly edit: Edit | null }>(command: Command, { summary, example, file, help, take, told }: {
  readonly summary: string;
  readonly example: string;
  /** What the file is. */
  readonly file: string;
  /** Names its columns. */
  readonly help: string;
  readonly take: (store: Store, text: string) => Promise<Taken>;
  readonly told: (taken: Taken) => string;
}): void {
  part(command, "import", summary, example).argument("<FILE>", file).addHelpText("after", `\n${help}`)
    .action(async (path: string, options: OptionValues) => withStore(options, async (store) => {
      const text = await readFile(path, "utf8").catch((error: unknown) => { throw refused(`${path}: ${systemReason(error)}`); });
      const taken = await take(store, text).catch((error: unknown) => { throw error instanceof TableRefused || error instanceof PostureRefusal ? refused(`${path}: ${error.message}`) : error; });
      if (options["json"]) return printJson(taken);
      await print(`${told(taken)}${taken.edit ? ` footfall edits undo ${taken.edit.id} takes it back.` : ""}\n`);
    }));
}

/** "1 rule", "3 rules" */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What a file said of which runs; empty where it said nothing new. */
export function saidWords({ rules, stretches, unknownRuns }: { readonly rules: number | null; readonly stretches: number; readonly unknownRuns: number }): string {
  const parts = [
    ...(rules === null ? [] : [`${counted(rules, "rule")} in the place of those here`]), ...(stretches > 0 ? [`${counted(stretches, "stretch").replace("stretchs", "stretches")} said`] : []),
    ...(unknownRuns > 0 ? [`${unknownRuns} left out, their runs are not here`] : []),
  ];
  return parts.join(", ");
}
