import { noPace, paceAt, secondsLeft, type SteadyPace } from "../../../../src/index.ts";
import type { FileOutcome, ImportProgress, ImportRecord } from "../../../server/api.ts";

/** Imports as this page sees them: loose files are one, each archive is one. */
export type ImportState =
  | { readonly phase: "none" }
  | { readonly phase: "running"; readonly tally: Tally }
  | { readonly phase: "over"; readonly ids: readonly number[]; readonly tally: Tally; readonly isCancelled: boolean; readonly isUndone: boolean }
  | { readonly phase: "failed"; readonly message: string };

/** What has come in so far. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  /** File being read, or what is done with it. */
  readonly file: string;
  readonly imported: number;
  /** Of those, runs of which another recording is here too. */
  readonly cameTwice: number;
  /** The run that came in, where it is the only one of loose files. */
  readonly onlyRun: number | null;
  readonly alreadyHere: number;
  readonly notRuns: number;
  readonly refused: readonly { readonly file: string; readonly message: string; readonly where: string | null }[];
  /** Files a second; null until the pace is steady. */
  readonly rate: number | null;
  /** Of an archive: unpacked bytes read and in all. */
  readonly bytes: number | null;
  readonly totalBytes: number | null;
  readonly pace: SteadyPace;
  /** [s]; null until the pace is steady. */
  readonly secondsLeft: number | null;
}

export const emptyTally = (total: number): Tally => ({ total, done: 0, file: "", imported: 0, cameTwice: 0, onlyRun: null, alreadyHere: 0, notRuns: 0, refused: [], rate: null, bytes: null, totalBytes: null, pace: noPace, secondsLeft: null });

/** The tally after one more loose file, `elapsed` [s] after the import began. */
export function count(tally: Tally, outcome: FileOutcome, elapsed: number): Tally {
  const done = tally.done + 1;
  const imported = tally.imported + outcome.imported.length;
  const pace = paceAt(tally.pace, elapsed, done / Math.max(1, tally.total));
  const left = secondsLeft(pace);
  return {
    ...tally, done, imported, pace, secondsLeft: left, rate: left === null ? null : done / elapsed,
    onlyRun: imported === 1 ? outcome.imported[0]?.id ?? tally.onlyRun : null,
    alreadyHere: tally.alreadyHere + (outcome.alreadyHere.length > 0 && outcome.imported.length === 0 ? 1 : 0),
    refused: [...tally.refused, ...outcome.refused.map((refusal) => ({ file: outcome.file, message: refusal.message, where: refusal.where }))],
  };
}

/** The tally while an archive is read, beside what came in before it. */
export function withProgress(before: Tally, { done, total, file, imported, alreadyHere, notRuns, bytes, totalBytes, secondsLeft: left }: ImportProgress): Tally {
  return {
    ...before, done, total: total ?? done, file: file ?? "", bytes, totalBytes, secondsLeft: left, onlyRun: null, rate: null,
    imported: before.imported + imported, alreadyHere: before.alreadyHere + alreadyHere, notRuns: before.notRuns + notRuns,
  };
}

/** The tally after an archive. */
export function withRecord(before: Tally, { imported, cameTwice, alreadyHere, notRuns, refused }: ImportRecord): Tally {
  return { ...before, onlyRun: null, cameTwice: before.cameTwice + cameTwice, imported: before.imported + imported, alreadyHere: before.alreadyHere + alreadyHere, notRuns: before.notRuns + notRuns, refused: [...before.refused, ...refused] };
}
