import type { Command } from "commander";
import { importFiles, matchNewRuns, ownRunnerId, type FileToImport } from "../storage/index.ts";
import { exitCodes, refused } from "./failure.ts";
import { inputFiles, type InputFile } from "./input-files.ts";
import { readBytes } from "./open-file.ts";
import { print, printJson, remark } from "./output.ts";
import { showProgress } from "./progress.ts";
import { addHomeOption, type OptionValues } from "./runner-options.ts";
import { importText } from "./runs-text.ts";
import { withStore } from "./store.ts";

/** Adds options and action of `footfall import`. */
export function define(command: Command): void {
  addHomeOption(command.argument("<PATH...>", "FIT, TCX or GPX files, also as .gz, or folders of them"))
    .option("--json", "one JSON object about the import (schemas/import.json)")
    .addHelpText("after", "\nFiles that are here already are noticed by their content and skipped. Ctrl-C stops after the file at hand; what came in is kept.\n\nExample:\n  footfall import ~/Downloads/garmin-export")
    .action(async (paths: string[], options: OptionValues) => {
      process.exitCode = await importPaths(paths, options);
    });
}

async function importPaths(paths: readonly string[], options: OptionValues): Promise<number> {
  const inputs: InputFile[] = [];
  for await (const input of inputFiles(paths)) inputs.push(input);
  if (inputs.length === 0) throw refused(`no FIT, TCX or GPX file in ${paths.join(", ")}`);
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.interrupted);
    stop.abort();
  };
  process.on("SIGINT", onInterrupt);
  const progress = showProgress(inputs.length, "files");
  let refusedFiles = 0;
  try {
    return await withStore(options, async (store) => {
      const record = await importFiles(store, filesOf(inputs), {
        source: "command line",
        now: Math.floor(Date.now() / 1000),
        total: inputs.length,
        signal: stop.signal,
        onProgress: ({ done, file }) => progress.at(done, file),
        // A file whose runs were taken and whose other parts were not is not refused.
        onOutcome: ({ imported, alreadyHere }) => (refusedFiles += imported.length + alreadyHere.length === 0 ? 1 : 0),
      });
      progress.end();
      await matchNewRuns(store, ownRunnerId, { signal: stop.signal });
      for (const { file, message, where } of record.refused) remark(`${file}: ${where === null ? "" : `${where}: `}${message}`);
      if (options["json"]) await printJson(record);
      else await print(importText(record));
      if (record.state === "cancelled") return exitCodes.interrupted;
      return refusedFiles > 0 ? exitCodes.refused : exitCodes.done;
    });
  } finally {
    progress.end();
    process.off("SIGINT", onInterrupt);
  }
}

async function* filesOf(inputs: readonly InputFile[]): AsyncGenerator<FileToImport> {
  for (const { path, trouble } of inputs) {
    const bytes = trouble === null ? await readBytes(path) : { code: "unreadable" as const, message: trouble, where: null };
    yield bytes instanceof Uint8Array ? { name: path, bytes } : { name: path, refusal: bytes };
  }
}
