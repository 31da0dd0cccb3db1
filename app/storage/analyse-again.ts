import type { AnalysisSettings } from "../../src/index.ts";
import { decodeRecording, type StoredRecording } from "./encode-recording.ts";
import { analyseSafely, summaryRow, type SummaryRow } from "./summary-row.ts";

/** A stored run with all that its analysis depends on, as plain data for any thread. */
export interface StoredRun {
  readonly recording: StoredRecording;
  readonly settings: AnalysisSettings;
}

/** Analyses a run from what the store keeps of it. */
export function analyseAgain({ recording, settings }: StoredRun): SummaryRow {
  return summaryRow(analyseSafely(decodeRecording(recording), settings));
}
