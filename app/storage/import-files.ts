import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { isoTime, type Refusal } from "../../src/index.ts";
import { updateCalibration } from "./calibration.ts";
import { settleDuplicates } from "./duplicates.ts";
import { readImport } from "./imports.ts";
import type { Store } from "./open-store.ts";
import { openOriginal } from "./open-original.ts";
import { postureOfRun } from "./posture.ts";
import { readOpened, type ReadFile } from "./read-file.ts";
import { readingSettings } from "./reading-settings.ts";
import { claimShoe, insertRecording, readMeta, titleOf, type RecordingMeta } from "./recordings.ts";
import { ownRunnerId } from "./runners.ts";
import { writeSummary } from "./summaries.ts";
import { settleUnderfoot } from "./underfoot.ts";

/** A file to import: its bytes, packed or not, or why they cannot be had. */
export type FileToImport = { readonly name: string; readonly bytes: Uint8Array; readonly shoeId?: number } | { readonly name: string; readonly refusal: Refusal };

/** What became of one file. */
export interface FileOutcome {
  readonly file: string;
  /** Runs it brought. */
  readonly imported: readonly { readonly id: number; readonly startedAt: string; readonly title: string; readonly distance: number | null }[];
  /** Runs the same bytes had brought before. */
  readonly alreadyHere: readonly { readonly id: number }[];
  /** Why there is no run in it, where nothing is wrong with it: other sports, sleep, settings; null else. */
  readonly notRun: string | null;
  readonly refused: readonly Refusal[];
}

/** An import under way. */
export interface OpenImport {
  readonly id: number;
  readonly runnerId: number;
}

/** Begins an import; `now` in seconds since 1970, `sources` the paths it can be resumed from. */
export function beginImport(store: Store, source: string, now: number, runnerId: number = ownRunnerId, sources: readonly string[] | null = null): OpenImport {
  const { id } = store.run(
    "INSERT INTO imports (runner_id, started_at, source, process, sources) VALUES (?, ?, ?, ?, ?)", runnerId, now, source, process.pid, sources && JSON.stringify(sources),
  );
  return { runnerId, id };
}

/** Ends an import: what came in stays until it is undone. */
export function finishImport(store: Store, { id, runnerId }: OpenImport, state: "done" | "cancelled") {
  return store.transaction(() => {
    store.run("UPDATE imports SET state = ? WHERE id = ? AND state = 'running'", state, id);
    settleDuplicates(store, runnerId);
    settleUnderfoot(store, runnerId);
    updateCalibration(store, runnerId);
    return readImport(store, id);
  });
}

/** Reads, analyses and stores one file, all of it or nothing. Trouble with the file is told in the outcome; only trouble with the store throws. */
export function importFile(store: Store, into: OpenImport, file: FileToImport): FileOutcome {
  const opened = "refusal" in file ? file.refusal : openOriginal(file.name, file.bytes);
  if ("code" in opened) return keepFile(store, into, file.name, opened);
  const shoeId = "shoeId" in file ? file.shoeId ?? null : null;
  const isKnown = knownRuns(store, into, opened.sha256).length > 0;
  return keepFile(store, into, file.name, isKnown ? { sha256: opened.sha256 } : readOpened(opened, readingSettings(store, into.runnerId)), { shoeOf: () => shoeId });
}

type ShoeOf = (run: RecordingMeta) => number | null;

/** What is known of a file from elsewhere. */
export interface KeepOptions {
  /** The pair its runs were in; asked only where there is a run. */
  readonly shoeOf?: (run: RecordingMeta) => number | null;
  /** It lies among thousands of others that a service keeps: what is no run is counted, not refused. */
  readonly isInBulk?: boolean;
}

/** Writes down one file that was read, was recognised by its hash, or could not be read. */
export function keepFile(store: Store, into: OpenImport, file: string, read: ReadFile | { readonly sha256: string } | Refusal, { shoeOf = () => null, isInBulk = false }: KeepOptions = {}): FileOutcome {
  return store.transaction(() => {
    if ("code" in read) return keepRefusals(store, into, file, [read], isInBulk);
    const known = knownRuns(store, into, "sha256" in read ? read.sha256 : read.original.sha256);
    if (known.length > 0) return recognise(store, into, file, known, shoeOf);
    // Another program may have removed meanwhile what was recognised.
    if ("sha256" in read) return keepRefusals(store, into, file, [{ code: "unreadable", message: "it was removed from the store while it was imported; import it again", where: null }], false);
    return read.runs.length === 0 ? keepRefusals(store, into, file, read.refusals, isInBulk) : keepRuns(store, into, file, read, shoeOf);
  });
}

function keepRuns(store: Store, into: OpenImport, file: string, { original, runs, refusals }: ReadFile, shoeOf: ShoeOf): FileOutcome {
  const { runnerId, id: importId } = into;
  const { sha256, name, size, gzipped } = original;
  const originalId = store.run("INSERT INTO originals (runner_id, sha256, name, size, gzipped) VALUES (?, ?, ?, ?, ?)", runnerId, sha256, name, size, gzipped).id;
  // Asked now: a posture may have been marked or taken back since the file was read, and the summary is then stale.
  const postureOf = postureOfRun(store, runnerId);
  const imported = runs.map(({ recording, summary }, position) => {
    const id = insertRecording(store, recording, { runnerId, importId, originalId, position, shoeId: shoeOf(recording.meta), postureKey: JSON.stringify(postureOf(recording.meta)) });
    writeSummary(store, id, runnerId, summary);
    return describe(id, recording.meta);
  });
  store.run("UPDATE imports SET imported = imported + ? WHERE id = ?", imported.length, importId);
  noteRefusals(store, into, file, refusals);
  noteFile(store, into, file, "imported", null);
  settleEarly(store, into, runs.filter(({ summary }) => summary.evidence).length);
  return { file, imported, alreadyHere: [], notRun: null, refused: refusals };
}

const describe = (id: number, meta: RecordingMeta) => ({ id, startedAt: isoTime(meta.startedAt, meta.utcOffset), title: titleOf(meta), distance: meta.distance });

const knownRow = z.object({ id: z.number(), deletedAt: z.number().nullable(), meta: z.string() });

function knownRuns(store: Store, { runnerId }: OpenImport, sha256: string): z.infer<typeof knownRow>[] {
  return store.all(
    knownRow,
    "SELECT recordings.id, iif(is_copy, NULL, deleted_at) AS deletedAt, meta FROM recordings JOIN originals ON originals.id = original_id WHERE originals.runner_id = ? AND sha256 = ? ORDER BY position",
    runnerId, sha256,
  );
}

const claimed = z.object({ id: z.number() });

/** The same bytes once more: nothing is stored again, but runs of theirs that were deleted come back, as brought by this import. */
function recognise(store: Store, into: OpenImport, file: string, known: readonly z.infer<typeof knownRow>[], shoeOf: ShoeOf): FileOutcome {
  const imported = known.filter(({ deletedAt }) => deletedAt !== null).map(({ id, meta }) => {
    store.run("UPDATE recordings SET deleted_at = NULL, import_id = ? WHERE id = ?", into.id, id);
    return describe(id, readMeta(meta));
  });
  for (const { id, meta } of known) {
    if (store.first(claimed, "SELECT id FROM shoe_claims WHERE recording_id = ? AND said_by = 'file' LIMIT 1", id)) continue;
    const shoeId = shoeOf(readMeta(meta));
    if (shoeId !== null) claimShoe(store, id, { runnerId: into.runnerId, importId: into.id, shoeId });
  }
  store.run("UPDATE imports SET imported = imported + ?, already_here = already_here + ? WHERE id = ?", imported.length, imported.length === 0 ? 1 : 0, into.id);
  noteFile(store, into, file, imported.length > 0 ? "imported" : "already-here", null);
  return { file, imported, alreadyHere: known.flatMap(({ id, deletedAt }) => (deletedAt === null ? [{ id }] : [])), notRun: null, refused: [] };
}

const harmless: readonly string[] = ["not-a-run", "not-a-recording"] satisfies readonly Refusal["code"][];

function keepRefusals(store: Store, into: OpenImport, file: string, refusals: readonly Refusal[], isInBulk: boolean): FileOutcome {
  if (isInBulk && refusals.length > 0 && refusals.every(({ code }) => harmless.includes(code))) {
    const notRun = refusals.map(({ message }) => message).join("; ");
    store.run("UPDATE imports SET not_runs = not_runs + 1 WHERE id = ?", into.id);
    noteFile(store, into, file, "not-a-run", notRun);
    return { file, imported: [], alreadyHere: [], notRun, refused: [] };
  }
  noteRefusals(store, into, file, refusals);
  noteFile(store, into, file, "refused", null);
  return { file, imported: [], alreadyHere: [], notRun: null, refused: refusals };
}

function noteRefusals(store: Store, { id, runnerId }: OpenImport, file: string, refusals: readonly Refusal[]): void {
  for (const { code, message, where } of refusals) {
    store.run("INSERT INTO refusals (runner_id, import_id, file, code, message, place) VALUES (?, ?, ?, ?, ?, ?)", runnerId, id, file, code, message, where);
  }
}

/** Written with the file's runs or not at all: an import that is resumed goes on behind the files it noted. */
export function noteFile(store: Store, { id, runnerId }: OpenImport, path: string, outcome: "imported" | "already-here" | "not-a-run" | "no-file" | "refused", reason: string | null): void {
  store.run("INSERT OR REPLACE INTO import_files (runner_id, import_id, path, outcome, reason) VALUES (?, ?, ?, ?, ?)", runnerId, id, path, outcome, reason);
}

const hashRow = z.object({ sha256: z.string() });

/** Hashes of every file a runner's runs came from. */
export function knownHashes(store: Store, runnerId: number): ReadonlySet<string> {
  return new Set(store.all(hashRow, "SELECT sha256 FROM originals WHERE runner_id = ?", runnerId).map(({ sha256 }) => sha256));
}

const countRow = z.object({ count: z.number() });
/** Measured runs there were when an import last looked. */
const measuredBefore = new WeakMap<OpenImport, number>();

/** While an import brings the first measured runs, the calibration follows each time they have doubled: the runs after them need not be computed twice. */
function settleEarly(store: Store, into: OpenImport, measuredNow: number): void {
  if (measuredNow === 0) return;
  // Counted once: at each of thousands of runs, it would cost more than the rest.
  const before = measuredBefore.get(into) ?? countMeasured(store, into.runnerId) - measuredNow;
  measuredBefore.set(into, before + measuredNow);
  if (Math.floor(Math.log2(before + measuredNow)) > Math.floor(Math.log2(before))) updateCalibration(store, into.runnerId);
}

function countMeasured(store: Store, runnerId: number): number {
  return store.first(countRow, "SELECT count(*) AS count FROM summaries WHERE runner_id = ? AND evidence_log_ratio IS NOT NULL", runnerId)?.count ?? 0;
}

/** How far an import is. */
export interface ImportProgress {
  readonly id: number;
  /** Files dealt with. */
  readonly done: number;
  readonly total: number | null;
  /** File being read; null between files. */
  readonly file: string | null;
  readonly imported: number;
  readonly alreadyHere: number;
  readonly notRuns: number;
  readonly refused: number;
  /** Unpacked bytes dealt with, of those planned; null where files come one by one. */
  readonly bytes: number | null;
  readonly totalBytes: number | null;
}

/** Progress before the first file. */
export const noProgress = (id: number, total: number | null): ImportProgress => ({ id, done: 0, total, file: null, imported: 0, alreadyHere: 0, notRuns: 0, refused: 0, bytes: null, totalBytes: null });

export interface ImportOptions {
  /** Where the files come from, for the list of imports. */
  readonly source: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly runnerId?: number;
  readonly total?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onOutcome?: (outcome: FileOutcome) => void;
  /** Aborting it ends the import after the file at hand; what came in stays. */
  readonly signal?: AbortSignal;
}

/** Imports files one after the other, letting other work pass between them; one bad file never stops the rest. */
export async function importFiles(store: Store, files: AsyncIterable<FileToImport> | Iterable<FileToImport>, options: ImportOptions) {
  const into = beginImport(store, options.source, options.now, options.runnerId);
  let progress = noProgress(into.id, options.total ?? null);
  let state: "done" | "cancelled" = "cancelled";
  try {
    for await (const file of files) {
      if (options.signal?.aborted) break;
      options.onProgress?.({ ...progress, file: file.name });
      const outcome = importFile(store, into, file);
      progress = counted(progress, outcome);
      options.onOutcome?.(outcome);
      options.onProgress?.(progress);
      await nextTurn();
    }
    if (!options.signal?.aborted) state = "done";
  } finally {
    finishImport(store, into, state);
  }
  const finished = readImport(store, into.id);
  if (!finished) throw new Error(`import ${into.id} vanished while it ran`);
  return finished;
}

/** Progress after one more file. */
export function counted(progress: ImportProgress, { imported, alreadyHere, notRun, refused }: FileOutcome): ImportProgress {
  return {
    ...progress,
    done: progress.done + 1,
    file: null,
    imported: progress.imported + imported.length,
    alreadyHere: progress.alreadyHere + (alreadyHere.length > 0 ? 1 : 0),
    notRuns: progress.notRuns + (notRun === null ? 0 : 1),
    refused: progress.refused + refused.length,
  };
}
