import type { Command } from "commander";
import { readRun } from "../storage/index.ts";
import { exitCodes, refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { runText } from "./runs-text.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

/** Adds options and action of `footfall run`. */
export function define(command: Command): void {
  addHomeOption(command.argument("<ID>", "number of the run, as `footfall runs` lists it"))
    .option("--json", "one JSON object (schemas/run.json)")
    .addHelpText("after", "\nExample:\n  footfall run 12 --json")
    .action(async (id: string, options: OptionValues) => {
      process.exitCode = await showRun(idOf(id, "run"), options);
    });
}

async function showRun(id: number, options: OptionValues): Promise<number> {
  return withStore(options, async (store) => {
    const run = readRun(store, id);
    if (run === null) throw refused(`no run ${id} in ${store.home}; footfall runs lists them`);
    if (options["json"]) await printJson(run);
    else await print(runText(run));
    return exitCodes.done;
  });
}
