import type { Command } from "commander";
import { readImport, undoImport } from "../storage/index.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { importText } from "./runs-text.ts";
import { withStore } from "./store.ts";

/** Adds options and action of `footfall undo`. */
export function define(command: Command): void {
  addHomeOption(command.argument("<ID>", "number of the import, as import said it"))
    .option("--json", "one JSON object about the import (schemas/import.json)")
    .addHelpText("after", "\nTakes out exactly the runs that this import brought.\n\nExample:\n  footfall undo 7")
    .action(async (id: string, options: OptionValues) => {
      process.exitCode = await undo(idOf(id, "import"), options);
    });
}

/** A number that names something in the store. */
export function idOf(text: string, what: string): number {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw wrongUse(`${what} "${text}": give its number, for example 7`);
  return id;
}

async function undo(id: number, options: OptionValues): Promise<number> {
  return withStore(options, async (store) => {
    if (readImport(store, id)?.state === "undone") throw refused(`import ${id} is taken back already`);
    const record = undoImport(store, id);
    if (record === null) throw refused(`no import ${id} in ${store.home}`);
    if (options["json"]) await printJson(record);
    else await print(importText(record));
    return exitCodes.done;
  });
}
