import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { backUp, backupName, backupsFolder } from "../copies/index.ts";
import { databaseName, openStore, resolveHome } from "../storage/index.ts";
import { megabytes, runCopyJob } from "./copy-job.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { passphraseHelp, passphraseOf } from "./passphrase.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { version } from "./version.ts";

/** Adds options and action of `footfall backup`. */
export function define(command: Command): void {
  addHomeOption(command.argument("[FILE]", "file to write (a new one in the folder backups of your data)"))
    .option("--encrypt", "lock it with a passphrase")
    .option("--passphrase-file <file>", "read the passphrase from this file; locks the backup as --encrypt does")
    .option("--json", "one JSON object about the backup (schemas/backup.json)")
    .addHelpText("after", `
Everything is in it: runs with their original files, shoes, ground, posture, diary, settings. It is made while the app runs, and complete or not there at
all. It is a zip with a database and its checksums; a locked one holds the database as age-encryption.org has it, which any age program opens. ${passphraseHelp}

Example:
  footfall backup /media/usb/footfall.zip`)
    .action(async (file: string | undefined, options: OptionValues) => {
      process.exitCode = await backup(file, options);
    });
}

async function backup(file: string | undefined, options: OptionValues): Promise<number> {
  const home = resolveHome(textOf(options, "home") ?? undefined);
  if (!existsSync(join(home, databaseName))) throw refused(`${home}: there is no store here to back up; name its folder with --home`);
  // Says by name what is wrong with the store, and brings its tables up to date.
  openStore(home).close();
  const isLocked = options["encrypt"] === true || textOf(options, "passphraseFile") !== null;
  const passphrase = isLocked ? await passphraseOf(options, true) : null;
  if (isLocked && passphrase === null) throw wrongUse("backup --encrypt: there is nobody to ask for a passphrase; name a file with --passphrase-file, or set FOOTFALL_PASSPHRASE");
  const now = Date.now() / 1000;
  const path = file === undefined ? join(backupsFolder(home), backupName(now)) : resolve(file);
  const made = await runCopyJob("backup", (job) => backUp(home, path, { version, now, passphrase, ...job }));
  if (!made) return exitCodes.interrupted;
  const { createdAt, createdBy, schemaVersion, encryption } = made.manifest;
  if (options["json"]) await printJson({ file: path, bytes: made.bytes, createdAt, createdBy, schemaVersion, encryption });
  else await print(`${path}: ${megabytes(made.bytes)}, ${encryption === null ? "not locked: whoever has it can read it" : "locked with your passphrase"}. Keep it on another disk; footfall restore brings it back.\n`);
  return exitCodes.done;
}
