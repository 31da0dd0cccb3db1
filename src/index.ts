export * from "./analyse.ts";
export * from "./domain/index.ts";
export { modelVersion } from "./model-version.ts";
export { readRecordings, recordingFormats, type RecordingFormat } from "./recordings/index.ts";
