import type { Command } from "commander";
import { removeSample } from "../storage/index.ts";
import { exitCodes } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { countWords } from "./quantity-text.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";

/** Adds the parts of `footfall sample`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nExample:\n  footfall sample remove");
  addHomeOption(command.command("remove").description("remove the simulated sample runner, its runs, shoes and diary, for good"))
    .option("--json", "one JSON object (schemas/removed.json)")
    .addHelpText("after", "\nLater starts leave the store without it.\n\nExample:\n  footfall sample remove")
    .action(async (options: OptionValues) => {
      process.exitCode = await remove(options);
    });
}

async function remove(options: OptionValues): Promise<number> {
  return withStore(options, async (store) => {
    const runs = removeSample(store);
    if (options["json"]) await printJson({ runs });
    else await print(runs > 0 ? `The sample runner is gone for good, with ${countWords(runs)} simulated runs.\n` : "There is no sample runner here; later starts bring none.\n");
    return exitCodes.done;
  });
}
