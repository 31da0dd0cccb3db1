import type { Command } from "commander";
import { answerLink } from "../../src/index.ts";
import { diaryRunnerId, linkInput, sampleRunnerId } from "../storage/index.ts";
import { linkText } from "./link-text.ts";
import { print, printJson } from "./output.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";

/** Adds options and action of `footfall link`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--json", "one JSON object (schemas/link.json)")
    .addHelpText("after", "\nRead from the diary and the runs of the last two years. How it is reckoned, and how often it is wrong: docs/models/link-analysis.md\n\nExample:\n  footfall link --json")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const runnerId = diaryRunnerId(store);
      const answer = { isSample: sampleRunnerId(store) === runnerId, ...answerLink(linkInput(store, runnerId)) };
      await (options["json"] ? printJson(answer) : print(linkText(answer)));
    }));
}
