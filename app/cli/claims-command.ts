import type { Command } from "commander";
import { answerLink, claimsLedger, claimVerdicts, type ClaimsLedger } from "../../src/index.ts";
import { claimsInput, diaryRunnerId, linkInput, sampleRunnerId } from "../storage/index.ts";
import { print, printJson } from "./output.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";
import { wrapped } from "./wrapped.ts";

/** Adds options and action of `footfall claims`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--json", "one JSON object (schemas/claims.json)")
    .addHelpText("after", "\nThe seven claims of the article “Running Back Pain”, each held against what is published, the model for you, and your own data.\n\nExample:\n  footfall claims")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const runnerId = diaryRunnerId(store);
      const input = linkInput(store, runnerId);
      const ledger = { isSample: sampleRunnerId(store) === runnerId, ...claimsLedger(claimsInput(store, runnerId, input), answerLink(input)) };
      await (options["json"] ? printJson(ledger) : print(claimsText(ledger)));
    }));
}

function claimsText({ isSample, rows, unseen }: ClaimsLedger & { readonly isSample: boolean }): string {
  return [
    ...(isSample ? ["By the simulated sample runner's diary and runs, until yours are here.", ""] : []),
    ...rows.flatMap(({ number, says, published, agreement, model, own, verdict, because }) => [
      `${number}  “${says}”`,
      ...wrapped(`${claimVerdicts[verdict].toUpperCase()}: ${because}`),
      ...wrapped("Published:"), ...published.flatMap(({ finding, works }) => wrapped(`– ${finding} [${works.map(({ title }) => /^.*?\d{4}/.exec(title)?.[0] ?? title).join("; ")}]`)), ...wrapped(agreement),
      ...wrapped(`The model, for you: ${model}`),
      ...wrapped(`Your own data: ${own.join(" ")}`),
      "",
    ]),
    ...wrapped(unseen), "",
  ].join("\n");
}
