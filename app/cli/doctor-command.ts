import type { Command } from "commander";
import { examineStore, type Check } from "../storage/index.ts";
import { exitCodes } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { countWords } from "./quantity-text.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";

/** Adds options and action of `footfall doctor`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--json", "one JSON object (schemas/doctor.json)")
    .addHelpText("after", "\nLooks at everything and changes nothing. Ends with 1 where something is wrong.\n\nExample:\n  footfall doctor")
    .action(async (options: OptionValues) => {
      process.exitCode = await doctor(options);
    });
}

async function doctor(options: OptionValues): Promise<number> {
  return withStore(options, async (store) => {
    const checks = examineStore(store);
    const isHealthy = checks.every(({ troubles }) => troubles.length === 0);
    if (options["json"]) await printJson({ home: store.home, isHealthy, checks });
    else await print(`${[`Data folder: ${store.home}`, ...checks.flatMap(checkLines), isHealthy ? "All is well." : "See the lines marked with !"].join("\n")}\n`);
    return isHealthy ? exitCodes.done : exitCodes.refused;
  });
}

function checkLines({ title, checked, troubles, remarks }: Check): readonly string[] {
  const verdict = troubles.length === 0 ? "well" : `${countWords(troubles.length)} wrong`;
  return [`  ${title.padEnd(28)}${countWords(checked).padStart(8)} looked at, ${verdict}`, ...troubles.map((line) => `  ! ${line}`), ...remarks.map((line) => `    ${line}`)];
}
