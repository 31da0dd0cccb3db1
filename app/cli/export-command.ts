import { resolve } from "node:path";
import type { Command } from "commander";
import { exportStore, hasStore } from "../copies/index.ts";
import { openStore, resolveHome } from "../storage/index.ts";
import { runCopyJob } from "./copy-job.ts";
import { exitCodes, refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { countWords } from "./quantity-text.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { version } from "./version.ts";

/** Adds options and action of `footfall export`. */
export function define(command: Command): void {
  addHomeOption(command.argument("<PATH>", "a new folder, or a file that ends in .zip"))
    .option("--json", "one JSON object about it (schemas/export.json)")
    .addHelpText("after", `
Everything you keep, in formats that other programs read: the files of your runs as they came, listed as in the exports of Strava, and each table as CSV
and as JSON lines with its schema (schemas/export-tables.json). footfall import takes it in again, into an empty store to the same state.

Example:
  footfall export footfall-export.zip`)
    .action(async (path: string, options: OptionValues) => {
      process.exitCode = await run(resolve(path), options);
    });
}

async function run(path: string, options: OptionValues): Promise<number> {
  const home = resolveHome(textOf(options, "home") ?? undefined);
  if (!hasStore(home)) throw refused(`${home}: there is no store here to export; name its folder with --home`);
  openStore(home).close();
  const manifest = await runCopyJob("export", (job) => exportStore(home, path, /\.zip$/i.test(path) ? "zip" : "folder", { version, now: Date.now() / 1000, ...job }));
  if (!manifest) return exitCodes.interrupted;
  if (options["json"]) await printJson(manifest);
  else await print(`${path}: ${countWords(manifest.tables["originals"] ?? 0)} files of runs and ${countWords(Object.keys(manifest.tables).length)} tables. README.txt in it says what is what.\n`);
  return exitCodes.done;
}
