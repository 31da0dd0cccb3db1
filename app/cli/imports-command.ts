import type { Command } from "commander";
import { importedFiles, importedFilesCsv, listImports, ownRunnerId, readImport } from "../storage/index.ts";
import { refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { importText } from "./runs-text.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

/** Adds options and action of `footfall imports`. */
export function define(command: Command): void {
  addHomeOption(command.argument("[ID]", "number of an import: what became of each of its files"))
    .option("--json", "one JSON object (schemas/imports.json, with ID schemas/import-files.json)")
    .option("--csv", "with ID: one row per file")
    .addHelpText("after", "\nExample:\n  footfall imports 7 --csv > what-became-of-it.csv")
    .action(async (id: string | undefined, options: OptionValues) => withStore(options, async (store) => {
      if (id !== undefined) return files(store, idOf(id, "import"), options);
      const imports = listImports(store, ownRunnerId);
      if (options["json"]) return printJson({ imports });
      await print(imports.length === 0 ? "Nothing was imported yet.\n" : imports.map((record) => `${record.startedAt.slice(0, 16).replace("T", " ")}  ${importText(record)}`).join(""));
    }));
}

async function files(store: Parameters<typeof importedFiles>[0], id: number, options: OptionValues): Promise<void> {
  const record = readImport(store, id);
  if (!record) throw refused(`no import ${id} in ${store.home}; footfall imports lists them`);
  const rows = importedFiles(store, id);
  if (options["json"]) return printJson({ import: record, files: rows });
  if (options["csv"]) return print(importedFilesCsv(store, id));
  await print(`${importText(record)}${rows.map(({ file, outcome, reason }) => `  ${outcome.padEnd(14)}${file}${reason === null ? "" : `: ${reason}`}\n`).join("")}`);
}
