import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { filesBelow, systemReason } from "../containers/index.ts";
import { noteSeen, seenFiles, type Store, type WatchedFolder } from "../storage/index.ts";
import { lookInto } from "./run-import.ts";

export interface WatchOptions {
  /** Ends the watch after the import at hand. */
  readonly signal: AbortSignal;
  /** Imports what came; false where that was cut short, so that it is tried again. */
  readonly take: (paths: readonly string[]) => Promise<boolean>;
  /** Told after each look: what stands in the way, null where nothing. */
  readonly onLook?: (trouble: string | null) => void;
  /** Between two looks [ms]. */
  readonly interval?: number;
}

/** Looking costs a question to the disk for each file: often enough to feel prompt, seldom enough not to be felt. */
const usualInterval = 4000;
/** A folder of more files is somebody's whole disk. */
const mostFiles = 50_000;
const worthwhile = /\.(fit|tcx|gpx|zip)(\.gz)?$/i;

/**
 * Imports what comes into a folder, until it is told to stop. It looks instead of waiting for the system's word, which network drives, plugged-in watches and
 * synchronised folders do not give; a file is taken when two looks find it alike, so that none is read while it is written.
 */
export async function watchFolder(store: Store, folder: WatchedFolder, { signal, take, onLook = () => undefined, interval = usualInterval }: WatchOptions): Promise<void> {
  const seen = new Map(seenFiles(store, folder.id));
  let before: ReadonlyMap<string, string> = new Map();
  while (!signal.aborted) {
    const { files, trouble } = await look(folder.path);
    onLook(trouble);
    const arrived = new Map([...files].filter(([path, state]) => before.get(path) === state && seen.get(path) !== state));
    const wanted = await withRuns([...arrived.keys()]);
    if (!signal.aborted && arrived.size > 0 && (wanted.length === 0 || (await take(wanted)))) {
      noteSeen(store, folder.id, arrived);
      for (const [path, state] of arrived) seen.set(path, state);
    }
    before = files;
    await pause(interval, undefined, { signal }).catch(() => undefined);
  }
}

/** Files that may hold runs, by path, each with what would tell that it changed; and what stands in the way. */
async function look(folder: string): Promise<{ readonly files: ReadonlyMap<string, string>; readonly trouble: string | null }> {
  const files = new Map<string, string>();
  let trouble: string | null = null;
  for await (const { path, trouble: found } of filesBelow(folder)) {
    if (found !== null) trouble ??= `${path}: ${found}`;
    else if (worthwhile.test(path)) {
      if (files.size >= mostFiles) return { files, trouble: `${folder}: more than ${mostFiles} files; watch the folder that the recordings come into` };
      const state = await stat(path).catch((error: unknown) => systemReason(error));
      if (typeof state !== "string") files.set(path, `${state.size} ${state.mtimeMs}`);
    }
  }
  return { files, trouble };
}

/** Zips of other things lie among them; what is named a recording is taken, so that it can be refused by name. */
async function withRuns(paths: readonly string[]): Promise<readonly string[]> {
  const wanted: string[] = [];
  for (const path of paths) {
    const plan = /\.zip$/i.test(path) ? await lookInto([path]) : null;
    if (plan === null || plan.recordings.length + plan.health.length > 0) wanted.push(path);
  }
  return wanted;
}
