import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { importPaths, lookInto, resumeImport, watchFolder, type ImportJobOptions, type ImportPlan } from "../imports/index.ts";
import { copyAt, isEmptyStore, restore } from "../copies/index.ts";
import { countStale, expectAlone, keepWatchedFolder, listImports, matchNewRuns, ownRunnerId, recomputeStale, resolveHome, type Store } from "../storage/index.ts";
import { runCopyJob } from "./copy-job.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { planJson, planText } from "./import-text.ts";
import { print, printJson, remark } from "./output.ts";
import { showImportProgress, showProgress } from "./progress.ts";
import { tellRestored } from "./restore-command.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { importText } from "./runs-text.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

/** Adds options and action of `footfall import`. */
export function define(command: Command): void {
  addHomeOption(command.argument("[PATH...]", "FIT, TCX or GPX files, also as .gz; folders; zips; whole exports of Strava, Garmin or Apple Health"))
    .option("--dry-run", "say what is in there, and take nothing in")
    .option("--resume [ID]", "go on with an import that was cut short; without ID with the last one")
    .option("--watch", "import what is in these folders and whatever comes into them, until Ctrl-C")
    .option("--threads <number>", "threads that read, 0 to 16 (2)")
    .option("--json", "one JSON object about the import (schemas/import.json, with --dry-run schemas/import-plan.json)")
    .addHelpText("after", `
Files that are here already are noticed by their content and skipped. Of a Strava or Garmin account the runs' names and shoes come along; what is no
run among its files is counted, not refused. Ctrl-C stops; what came in is kept, and --resume goes on. footfall imports ID lists what became of each file.
What footfall export wrote is taken into an empty store whole, to the same state (--json: schemas/restored.json).

Examples:
  footfall import ~/Downloads/export_12345.zip
  footfall import --watch ~/Dropbox/watch`)
    .action(async (paths: string[], options: OptionValues) => {
      process.exitCode = await run(paths, options);
    });
}

async function run(paths: readonly string[], options: OptionValues): Promise<number> {
  const { dryRun, resume, watch } = options;
  if (watch && (dryRun || resume !== undefined)) throw wrongUse("import --watch: takes folders alone, without --dry-run and --resume");
  if (resume === undefined && paths.length === 0) throw wrongUse("import: name a file, folder or zip, for example footfall import ~/Downloads/export.zip");
  if (resume !== undefined && (paths.length > 0 || dryRun)) throw wrongUse("import --resume: goes on with the paths of that import; name no others");
  if (dryRun) {
    const plan = await lookInto(paths);
    if (options["json"]) await printJson(planJson(plan));
    else await print(planText(plan));
    return plan.refused.length > 0 ? exitCodes.refused : exitCodes.done;
  }
  if (watch) return withStore(options, (store) => watchFolders(store, paths.map(absolute), options));
  if (resume === undefined && paths.length === 1 && paths[0] !== undefined) {
    const code = await takeInCopy(resolve(paths[0]), options);
    if (code !== null) return code;
  }
  return withStore(options, async (store) => {
    const id = resume === undefined ? null : resumable(store, resume);
    return followed(store, options, (job) => (id === null ? importPaths(store, paths.map(absolute), job) : resumeImport(store, id, job)));
  });
}

/** What Footfall itself wrote: an export is taken into an empty store whole, a backup is restored by its own command. Null for all else. */
async function takeInCopy(path: string, options: OptionValues): Promise<number | null> {
  const kind = await copyAt(path);
  if (kind === "backup") throw refused(`${path}: a backup of Footfall, which takes the place of all that is here: footfall restore ${path}`);
  const home = resolveHome(textOf(options, "home") ?? undefined);
  if (kind === null || !(await withStore(options, isEmptyStore))) {
    if (kind === "export") remark("An export of Footfall. There are runs or notes here already: its runs come in with their names and shoes; footfall restore takes in all of it, in the place of what is here.");
    return null;
  }
  expectAlone(home);
  const restored = await runCopyJob("import", (job) => restore(home, path, { now: Date.now() / 1000, passphrase: () => null, ...job }));
  if (!restored) return exitCodes.interrupted;
  const stop = new AbortController();
  await withStore(options, (store) => settle(store, stop.signal));
  return tellRestored(options, home, restored);
}

// A folder given as `.` must be found again by --resume from elsewhere; what was named stays as it was named elsewhere.
const absolute = (path: string): string => (path.startsWith("/") ? path : resolve(path));

function resumable(store: Store, told: unknown): number {
  if (typeof told === "string") return idOf(told, "import");
  const last = listImports(store, ownRunnerId).find(({ isResumable }) => isResumable);
  if (!last) throw refused(`no import in ${store.home} was cut short; there is nothing to resume`);
  return last.id;
}

/** Imports what comes into folders until it is interrupted; two that get files at once take turns. */
async function watchFolders(store: Store, folders: readonly string[], options: OptionValues): Promise<number> {
  for (const folder of folders) if (!(await stat(folder).then((found) => found.isDirectory(), () => false))) throw refused(`${folder}: not a folder; --watch takes folders`);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  let queue: Promise<unknown> = Promise.resolve();
  const take = (paths: readonly string[]): Promise<boolean> => {
    const taken = queue.then(() => followed(store, options, (job) => importPaths(store, paths, { ...job, source: "watched folder" })));
    queue = taken.catch(() => undefined);
    return taken.then((code) => code !== exitCodes.interrupted);
  };
  await Promise.all(folders.map(async (path) => {
    let told: string | null = null;
    remark(`Watching ${path}; Ctrl-C ends it.`);
    await watchFolder(store, keepWatchedFolder(store, ownRunnerId, path), {
      signal: stop.signal, take,
      onLook(trouble) {
        if (trouble !== null && trouble !== told) remark(trouble);
        told = trouble;
      },
    });
  }));
  return exitCodes.done;
}

type Imported = Awaited<ReturnType<typeof resumeImport>>;

/** Runs an import with its progress on standard error, its trouble in words and its end in the exit code. */
async function followed(store: Store, options: OptionValues, work: (job: ImportJobOptions) => Promise<Imported>): Promise<number> {
  const threads = threadsOf(options);
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.interrupted);
    stop.abort();
  };
  process.on("SIGINT", onInterrupt);
  const progress = showImportProgress();
  let refusedFiles = 0;
  try {
    const record = await work({
      source: "command line",
      now: Math.floor(Date.now() / 1000),
      threads,
      signal: stop.signal,
      onPlan: mustHoldSomething,
      onProgress: progress.at,
      // A file whose runs were taken and whose other parts were not is not refused.
      onOutcome: ({ imported, alreadyHere, refused: refusals }) => (refusedFiles += refusals.length > 0 && imported.length + alreadyHere.length === 0 ? 1 : 0),
    });
    progress.end();
    if (!record) throw refused("this import cannot be resumed: it is done, taken back, under way, or its files came through the app");
    await settle(store, stop.signal);
    for (const { file, message, where } of record.refused) remark(`${file}: ${where === null ? "" : `${where}: `}${message}`);
    if (options["json"]) await printJson(record);
    else await print(importText(record));
    if (record.state === "cancelled") return exitCodes.interrupted;
    return refusedFiles > 0 ? exitCodes.refused : exitCodes.done;
  } finally {
    progress.end();
    process.off("SIGINT", onInterrupt);
  }
}

function threadsOf(options: OptionValues): number {
  const text = textOf(options, "threads") ?? "2";
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 0 || threads > 16) throw wrongUse(`threads "${text}": give a whole number from 0 to 16`);
  return threads;
}

function mustHoldSomething({ recordings, health, refused: refusals }: ImportPlan): void {
  if (recordings.length + health.length + refusals.length === 0) throw refused("no FIT, TCX or GPX file and no Apple Health export in there; name the folder or zip as the service handed it out");
}

/** Runs read before the runner's own contact times were known, or before their ground or their shoes' wear was, are computed anew. */
async function settle(store: Store, signal: AbortSignal): Promise<void> {
  await matchNewRuns(store, ownRunnerId, { signal });
  const stale = countStale(store, ownRunnerId);
  if (stale === 0) return;
  const progress = showProgress(stale, "runs settled");
  await recomputeStale(store, ownRunnerId, { signal, onProgress: (done) => progress.at(done, null) });
  progress.end();
}
