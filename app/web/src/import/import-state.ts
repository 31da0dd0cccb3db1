import type { FileOutcome } from "../../../server/api.ts";

/** An import as this page sees it. */
export type ImportState =
  | { readonly phase: "none" }
  | { readonly phase: "running"; readonly tally: Tally }
  | { readonly phase: "over"; readonly id: number; readonly tally: Tally; readonly isCancelled: boolean; readonly isUndone: boolean }
  | { readonly phase: "failed"; readonly message: string };

/** What an import has brought so far. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  /** File being sent. */
  readonly file: string;
  readonly imported: FileOutcome["imported"];
  readonly alreadyHere: number;
  readonly refused: readonly { readonly file: string; readonly message: string; readonly where: string | null }[];
  /** Files a second; null before the first is done. */
  readonly rate: number | null;
}

export const emptyTally = (total: number): Tally => ({ total, done: 0, file: "", imported: [], alreadyHere: 0, refused: [], rate: null });

/** The tally after one more file, `elapsed` [s] after the import began. */
export function count(tally: Tally, outcome: FileOutcome, elapsed: number): Tally {
  const done = tally.done + 1;
  return {
    ...tally, done,
    imported: [...tally.imported, ...outcome.imported],
    alreadyHere: tally.alreadyHere + (outcome.alreadyHere.length > 0 && outcome.imported.length === 0 ? 1 : 0),
    refused: [...tally.refused, ...outcome.refused.map((refusal) => ({ file: outcome.file, message: refusal.message, where: refusal.where }))],
    rate: elapsed > 0.5 ? done / elapsed : null,
  };
}
