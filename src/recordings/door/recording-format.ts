import type { Reading, Recording } from "../../domain/index.ts";

/** A file format that holds recordings. */
export interface RecordingFormat {
  readonly id: Recording["format"];
  /** Whether these bytes look like this format, judged from content, never from the file's name. */
  recognises(bytes: Uint8Array): boolean;
  /** Reads what can be read; never throws, whatever the bytes. */
  read(bytes: Uint8Array): Reading<Recording>;
}
