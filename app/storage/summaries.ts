import { z } from "zod";
import { analyseRecording, loadBySurface, modelVersion, surfaces, type AnalysisSettings, type LoadOnSurface, type Recording, type RunAnalysis } from "../../src/index.ts";
import { loadStrip } from "./load-strip.ts";
import type { Store } from "./open-store.ts";
import { readRecording } from "./recordings.ts";
import { runSummary } from "./run-summary-schema.ts";
import { analysisSettings } from "./runners.ts";

const loadOnSurface = z.object({ surface: z.enum(surfaces), distance: z.number(), footfalls: z.number(), meanPeak: z.number(), meanSpeed: z.number() });

/** What is kept of an analysis; per-footfall results are derived anew when they are looked at. */
export const storedResult = z.object({
  summary: runSummary,
  body: z.object({ mass: z.number(), height: z.number(), legLength: z.number(), assumed: z.array(z.enum(["mass", "height", "sex"])).readonly() }),
  loadStrip: z.array(z.number().nullable()).readonly(),
  /** Of each ground that is known; empty where none is. */
  bySurface: z.array(loadOnSurface).readonly().default([]),
});

export type StoredResult = z.infer<typeof storedResult>;

/** What a summary depends on beside its recording; one of another key is stale. */
export interface SummaryKey {
  /** Model and profile. */
  readonly settings: string;
  readonly calibration: string;
  /** What lay under the run: its recording's `underfoot_key`. */
  readonly underfoot: string;
}

/** The key a summary computed with these settings has. */
export function summaryKey({ runner, posture, calibration, underfoot }: AnalysisSettings): SummaryKey {
  return {
    settings: JSON.stringify([modelVersion, runner.mass, runner.height, runner.sex, runner.birthYear, posture?.trunkLeanDegrees ?? null]),
    calibration: JSON.stringify(calibration ?? null),
    underfoot: JSON.stringify(underfoot ?? []),
  };
}

/** A recording analysed, or why it could not be. */
export type Analysed = { readonly key: SummaryKey; readonly analysis: RunAnalysis } | { readonly key: SummaryKey; readonly trouble: string };

/** Analyses a recording so that a fault in the model takes down this run's figures, never the recording or the import. */
export function analyseSafely(recording: Recording, settings: AnalysisSettings): Analysed {
  const key = summaryKey(settings);
  try {
    return { key, analysis: analyseRecording(recording, settings) };
  } catch (error) {
    return { key, trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** Keeps a recording's summary in place of any older one. */
export function writeSummary(store: Store, recordingId: number, runnerId: number, analysed: Analysed): void {
  const analysis = "analysis" in analysed ? analysed.analysis : null;
  const result = analysis ? { summary: analysis.summary, body: analysis.body, loadStrip: loadStrip(analysis), bySurface: surfaceLoads(analysis) } : { trouble: "trouble" in analysed ? analysed.trouble : "" };
  const evidence = analysis?.contactTimeEvidence ?? null;
  store.run(
    "INSERT OR REPLACE INTO summaries (recording_id, runner_id, settings_key, calibration_key, underfoot_key, evidence_log_ratio, evidence_footfalls, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    recordingId, runnerId, analysed.key.settings, analysed.key.calibration, analysed.key.underfoot, evidence?.logRatio ?? null, evidence?.footfalls ?? null, JSON.stringify(result),
  );
}

function surfaceLoads({ underfoot, footfalls, loads }: RunAnalysis): readonly LoadOnSurface[] {
  if (!underfoot) return [];
  const { gain, offset } = loads.discs["L5-S1"];
  return loadBySurface(underfoot, (row) => gain * loads.trunkForceBodyWeights[row]! + offset, footfalls.speed.value);
}

/** Parses a stored result; null where the run could not be analysed or what is stored cannot be read. */
export function readResult(json: string | null): StoredResult | null {
  try {
    return json === null ? null : storedResult.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** A stored recording with every footfall, computed now; null where there is none of that id. */
export function analyseStored(store: Store, id: number): { readonly recording: Recording; readonly analysis: RunAnalysis } | null {
  const found = readRecording(store, id);
  return found && { recording: found.recording, analysis: analyseRecording(found.recording, { ...analysisSettings(store, found.runnerId), underfoot: found.underfoot }) };
}
