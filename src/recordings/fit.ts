import type { RecordingFormat } from "./door/recording-format.ts";
import { isFitHeader } from "./fit/decode-fit.ts";
import { readFit } from "./fit/fit-recordings.ts";

/** FIT, the binary format of Garmin and nearly every other watch. */
export const fit: RecordingFormat = { id: "fit", recognises: (bytes) => isFitHeader(bytes), read: readFit };
