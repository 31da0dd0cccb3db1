import { readRecordings, type AnalysisSettings, type Recording, type Refusal } from "../../src/index.ts";
import { encodeRecording, type EncodedRecording } from "./encode-recording.ts";
import type { OpenedFile } from "./open-original.ts";
import { postureThen, type PostureHistory } from "./posture-then.ts";
import { analyseSafely, summaryRow, type SummaryRow } from "./summary-row.ts";
import { underfootOfNew, type ShoeThen } from "./underfoot-of-new.ts";

/** A run of a file, read, analysed and ready to be stored. */
export interface ReadRun {
  readonly recording: EncodedRecording;
  readonly summary: SummaryRow;
}

/** A file read without the store, so that any thread can do it: what is left is to write it down. */
export interface ReadFile {
  readonly original: { readonly name: string; readonly sha256: string; readonly size: number; readonly gzipped: Uint8Array };
  readonly runs: readonly ReadRun[];
  readonly refusals: readonly Refusal[];
}

/** What a runner's files are analysed with, as plain data for any thread; posture is each run's own, by its day. */
export interface ReadingSettings extends AnalysisSettings {
  readonly postures: PostureHistory;
}

/** What an account tells of a file before it is stored. */
export interface ToldOfFile {
  readonly title: string | null;
  /** The pair a run of it is expected to be in; an expectation that fails costs a second analysis, nothing else. */
  readonly shoeOf: (recording: Recording) => ShoeThen | null;
}

const nothingTold: ToldOfFile = { title: null, shoeOf: () => null };

/** Reads and analyses an opened file. */
export function readOpened(opened: OpenedFile, { postures, ...settings }: ReadingSettings, { title, shoeOf }: ToldOfFile = nothingTold): ReadFile {
  const { recordings, refusals } = readRecordings(opened.bytes);
  const runs = recordings.map((read) => {
    const recording = title === null ? read : { ...read, title };
    const analysed = analyseSafely(recording, { ...settings, posture: postureThen(postures, recording), underfoot: underfootOfNew(recording, shoeOf(recording)) });
    return { recording: encodeRecording(recording), summary: summaryRow(analysed) };
  });
  const { name, sha256, bytes } = opened;
  return { original: { name, sha256, size: bytes.length, gzipped: runs.length === 0 ? new Uint8Array() : opened.gzipped() }, runs, refusals };
}
