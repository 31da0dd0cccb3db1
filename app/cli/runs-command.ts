import type { Command } from "commander";
import { listRuns } from "../storage/index.ts";
import { exitCodes, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { runsText } from "./runs-text.ts";
import { withStore } from "./store.ts";

/** Adds options and action of `footfall runs`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--limit <count>", "how many runs, newest first", "50")
    .option("--offset <count>", "how many newer runs to pass over", "0")
    .option("--json", "one JSON object (schemas/runs.json)")
    .addHelpText("after", "\nExample:\n  footfall runs --limit 10")
    .action(async (options: OptionValues) => {
      process.exitCode = await runs(options);
    });
}

async function runs(options: OptionValues): Promise<number> {
  const page = { offset: countOf(options, "offset", 0), limit: countOf(options, "limit", 1) };
  return withStore(options, async (store) => {
    const list = listRuns(store, page);
    if (options["json"]) await printJson(list);
    else await print(runsText(list));
    return exitCodes.done;
  });
}

function countOf(options: OptionValues, name: string, least: number): number {
  const count = Number(textOf(options, name));
  if (!Number.isInteger(count) || count < least) throw wrongUse(`runs: --${name} ${textOf(options, name)}: give a whole number from ${least}`);
  return count;
}
