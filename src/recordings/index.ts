import type { Reading, Recording } from "../domain/index.ts";

/** A file format that holds recordings. */
export interface RecordingFormat {
  readonly id: Recording["format"];
  /** Whether these bytes look like this format, judged from content, never from the file's name. */
  recognises(bytes: Uint8Array): boolean;
  /** Reads what can be read; never throws, whatever the bytes. */
  read(bytes: Uint8Array): Reading<Recording>;
}

/** Every format Footfall reads. */
export const recordingFormats: readonly RecordingFormat[] = [];

/** Reads the recordings in a file's bytes, whatever its format; never throws. */
export function readRecordings(bytes: Uint8Array): Reading<Recording> {
  const format = recordingFormats.find((candidate) => candidate.recognises(bytes));
  if (format) return format.read(bytes);
  return { recordings: [], refusals: [{ code: "unknown-format", message: "neither FIT, TCX nor GPX; export the run in one of these", where: null }] };
}
