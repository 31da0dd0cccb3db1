import type { Reading, Recording } from "../domain/index.ts";
import type { RecordingFormat } from "./door/recording-format.ts";
import { unknownFormat } from "./door/unknown-format.ts";
import { appleHealth } from "./apple-health.ts";
import { fit } from "./fit.ts";
import { gpx } from "./gpx.ts";
import { tcx } from "./tcx.ts";

export { readAppleHealth, type AppleHealthExport, type AppleWorkout } from "./apple-health.ts";
export type { RecordingFormat } from "./door/recording-format.ts";
export {
  developerDataId, encodeFit, fieldDescription, fitEpoch,
  type FitDeveloperField, type FitField, type FitFileOptions, type FitLayout, type FitMessage, type FitValue,
} from "./fit/encode-fit.ts";

/** Every format Footfall reads. */
export const recordingFormats: readonly RecordingFormat[] = [fit, tcx, gpx, appleHealth];

/** A larger file is no run [bytes]. */
const largestFile = 512 * 1024 * 1024;

/** Reads the recordings in a file's bytes, whatever its format; never throws. */
export function readRecordings(bytes: Uint8Array): Reading<Recording> {
  if (bytes.length > largestFile) {
    return { recordings: [], refusals: [{ code: "too-large", message: `it has ${Math.round(bytes.length / 2 ** 20)} MiB, more than ${largestFile / 2 ** 20}; export single runs`, where: null }] };
  }
  const format = recordingFormats.find((candidate) => candidate.recognises(bytes));
  return format ? format.read(bytes) : { recordings: [], refusals: [unknownFormat(bytes)] };
}
