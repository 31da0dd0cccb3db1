import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { isoTime, readRecordings, type Recording, type Refusal } from "../../src/index.ts";
import { updateCalibration } from "./calibration.ts";
import { readImport } from "./imports.ts";
import type { Store } from "./open-store.ts";
import { openOriginal, type OpenedFile } from "./originals.ts";
import { insertRecording, readMeta, titleOf } from "./recordings.ts";
import { analysisSettings, ownRunnerId } from "./runners.ts";
import { analyseSafely, writeSummary, type Analysed } from "./summaries.ts";
import { settleUnderfoot, underfootOfNew } from "./underfoot.ts";

/** A file to import: its bytes, packed or not, or why they cannot be had. */
export type FileToImport = { readonly name: string; readonly bytes: Uint8Array; readonly shoeId?: number } | { readonly name: string; readonly refusal: Refusal };

/** What became of one file. */
export interface FileOutcome {
  readonly file: string;
  /** Runs it brought. */
  readonly imported: readonly { readonly id: number; readonly startedAt: string; readonly title: string; readonly distance: number | null }[];
  /** Runs the same bytes had brought before. */
  readonly alreadyHere: readonly { readonly id: number }[];
  readonly refused: readonly Refusal[];
}

/** An import under way. */
export interface OpenImport {
  readonly id: number;
  readonly runnerId: number;
}

/** Begins an import; `now` in seconds since 1970. */
export function beginImport(store: Store, source: string, now: number, runnerId: number = ownRunnerId): OpenImport {
  return { runnerId, id: store.run("INSERT INTO imports (runner_id, started_at, source, process) VALUES (?, ?, ?, ?)", runnerId, now, source, process.pid).id };
}

/** Ends an import: what came in stays until it is undone. */
export function finishImport(store: Store, { id, runnerId }: OpenImport, state: "done" | "cancelled") {
  store.run("UPDATE imports SET state = ? WHERE id = ? AND state = 'running'", state, id);
  settleUnderfoot(store, runnerId);
  updateCalibration(store, runnerId);
  return readImport(store, id);
}

/** Reads, analyses and stores one file, all of it or nothing. Trouble with the file is told in the outcome; only trouble with the store throws. */
export function importFile(store: Store, into: OpenImport, file: FileToImport): FileOutcome {
  const opened = "refusal" in file ? file.refusal : openOriginal(file.name, file.bytes);
  if ("code" in opened) return refuse(store, into, file.name, [opened]);
  const known = knownRuns(store, into, opened.sha256);
  if (known.length > 0) return recognise(store, into, file.name, known);

  const { recordings, refusals } = readRecordings(opened.bytes);
  if (recordings.length === 0) return refuse(store, into, file.name, refusals);
  const settings = analysisSettings(store, into.runnerId);
  const analysed = recordings.map((recording) => analyseSafely(recording, { ...settings, underfoot: underfootOfNew(recording) }));
  const shoeId = "shoeId" in file ? file.shoeId ?? null : null;
  const outcome = keep(store, into, opened, file.name, recordings, analysed, shoeId, refusals);
  if (outcome.imported.length > 0 && analysed.some((one) => "analysis" in one && one.analysis.contactTimeEvidence)) settleEarly(store, into);
  return outcome;
}

function keep(
  store: Store, into: OpenImport, opened: OpenedFile, file: string, recordings: readonly Recording[], analysed: readonly Analysed[], shoeId: number | null, refusals: readonly Refusal[],
): FileOutcome {
  const { runnerId, id: importId } = into;
  const gzipped = opened.gzipped();
  return store.transaction(() => {
    // Another program may have stored the same file meanwhile.
    const known = knownRuns(store, into, opened.sha256);
    if (known.length > 0) return recognise(store, into, file, known);
    const originalId = store.run("INSERT INTO originals (runner_id, sha256, name, size, gzipped) VALUES (?, ?, ?, ?, ?)", runnerId, opened.sha256, opened.name, opened.bytes.length, gzipped).id;
    const imported = recordings.map((recording, position) => {
      const id = insertRecording(store, recording, { runnerId, importId, originalId, position, shoeId });
      const one = analysed[position];
      if (one) writeSummary(store, id, runnerId, one);
      return { id, startedAt: isoTime(recording.startedAt, recording.utcOffset), title: titleOf({ ...recording, pauses: [], notices: [] }), distance: recording.distance };
    });
    store.run("UPDATE imports SET imported = imported + ? WHERE id = ?", imported.length, importId);
    noteRefusals(store, into, file, refusals);
    return { file, imported, alreadyHere: [], refused: refusals };
  });
}

const knownRow = z.object({ id: z.number(), deletedAt: z.number().nullable(), meta: z.string() });

function knownRuns(store: Store, { runnerId }: OpenImport, sha256: string): z.infer<typeof knownRow>[] {
  return store.all(
    knownRow,
    "SELECT recordings.id, deleted_at AS deletedAt, meta FROM recordings JOIN originals ON originals.id = original_id WHERE originals.runner_id = ? AND sha256 = ? ORDER BY position",
    runnerId, sha256,
  );
}

/** The same bytes once more: nothing is stored again, but runs of theirs that were deleted come back, as brought by this import. */
function recognise(store: Store, into: OpenImport, file: string, known: readonly z.infer<typeof knownRow>[]): FileOutcome {
  return store.transaction(() => {
    const imported = known.filter(({ deletedAt }) => deletedAt !== null).map(({ id, meta: json }) => {
      const meta = readMeta(json);
      store.run("UPDATE recordings SET deleted_at = NULL, import_id = ? WHERE id = ?", into.id, id);
      return { id, startedAt: isoTime(meta.startedAt, meta.utcOffset), title: titleOf(meta), distance: meta.distance };
    });
    store.run("UPDATE imports SET imported = imported + ?, already_here = already_here + ? WHERE id = ?", imported.length, imported.length === 0 ? 1 : 0, into.id);
    return { file, imported, alreadyHere: known.flatMap(({ id, deletedAt }) => (deletedAt === null ? [{ id }] : [])), refused: [] };
  });
}

function refuse(store: Store, into: OpenImport, file: string, refusals: readonly Refusal[]): FileOutcome {
  store.transaction(() => noteRefusals(store, into, file, refusals));
  return { file, imported: [], alreadyHere: [], refused: refusals };
}

function noteRefusals(store: Store, { id, runnerId }: OpenImport, file: string, refusals: readonly Refusal[]): void {
  for (const { code, message, where } of refusals) {
    store.run("INSERT INTO refusals (runner_id, import_id, file, code, message, place) VALUES (?, ?, ?, ?, ?, ?)", runnerId, id, file, code, message, where);
  }
}

const countRow = z.object({ count: z.number() });

/** While an import brings the first measured runs, the calibration follows at once: the runs after them need not be computed twice. */
function settleEarly(store: Store, { runnerId }: OpenImport): void {
  const measured = store.first(countRow, "SELECT count(*) AS count FROM summaries WHERE runner_id = ? AND evidence_log_ratio IS NOT NULL", runnerId)?.count ?? 0;
  if ((measured & (measured - 1)) === 0) updateCalibration(store, runnerId);
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
  readonly refused: number;
}

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
  let progress: ImportProgress = { id: into.id, done: 0, total: options.total ?? null, file: null, imported: 0, alreadyHere: 0, refused: 0 };
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
export function counted(progress: ImportProgress, { imported, alreadyHere, refused }: FileOutcome): ImportProgress {
  return {
    ...progress,
    done: progress.done + 1,
    file: null,
    imported: progress.imported + imported.length,
    alreadyHere: progress.alreadyHere + (alreadyHere.length > 0 ? 1 : 0),
    refused: progress.refused + refused.length,
  };
}
