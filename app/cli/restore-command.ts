import { resolve } from "node:path";
import type { Command } from "commander";
import { restore, takeBackRestore, type Restored } from "../copies/index.ts";
import { expectAlone, resolveHome } from "../storage/index.ts";
import { runCopyJob } from "./copy-job.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { passphraseHelp, passphraseOf } from "./passphrase.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";

/** Adds options and action of `footfall restore`. */
export function define(command: Command): void {
  addHomeOption(command.argument("[FILE]", "what footfall backup or footfall export made"))
    .option("--undo", "bring back the store that the last restore took the place of")
    .option("--passphrase-file <file>", "read the passphrase of a locked backup from this file")
    .option("--json", "one JSON object about it (schemas/restored.json)")
    .addHelpText("after", `
The backup is unpacked and checked beside the store, then takes its place at once; whatever is wrong with it, the store stays as it was. The store that
was there is kept for thirty days: --undo brings it back. The app must not run meanwhile. ${passphraseHelp}

Example:
  footfall restore /media/usb/footfall.zip`)
    .action(async (file: string | undefined, options: OptionValues) => {
      process.exitCode = await run(file, options);
    });
}

async function run(file: string | undefined, options: OptionValues): Promise<number> {
  const home = resolveHome(textOf(options, "home") ?? undefined);
  const isUndo = options["undo"] === true;
  if ((file === undefined) !== isUndo) throw wrongUse("restore: name either a backup, for example footfall restore backup.zip, or --undo");
  const now = Date.now() / 1000;
  expectAlone(home);
  if (file === undefined) {
    const setAside = takeBackRestore(home, now);
    if (!setAside) throw refused(`${home}: no store was set aside here; there is nothing to bring back`);
    return told(options, { home, createdAt: null, createdBy: null, isUndoable: true }, "The store is again the one before the last restore; --undo once more turns it round.");
  }
  const path = resolve(file);
  const restored = await runCopyJob("restore", (job) => restore(home, path, { now, passphrase: () => passphraseOf(options, false), ...job }));
  if (!restored) return exitCodes.interrupted;
  return tellRestored(options, home, restored);
}

/** Says what a store that took another's place is, and the way back. */
export function tellRestored(options: OptionValues, home: string, { createdAt, createdBy, setAside }: Restored): Promise<number> {
  const before = setAside ? " The store that was here is kept for thirty days: footfall restore --undo brings it back." : "";
  return told(options, { home, createdAt, createdBy, isUndoable: setAside !== null }, `${home}: as it was on ${createdAt.slice(0, 16).replace("T", " at ")} UTC.${before}`);
}

interface Told {
  readonly home: string;
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly isUndoable: boolean;
}

async function told(options: OptionValues, json: Told, text: string): Promise<number> {
  if (options["json"]) await printJson(json);
  else await print(`${text}\n`);
  return exitCodes.done;
}
