import { z } from "zod";
import { analyseRecording, gaits, linkFacts, loadBySurface, modelVersion, surfaces, type AnalysisSettings, type LoadOnSurface, type Recording, type RunAnalysis } from "../../src/index.ts";
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
  /** For the link analysis; null where it was stored before that asked for it. */
  link: z.object({ climb: z.number().nullable(), contactTimeDrift: z.number().nullable() }).nullable().default(null),
});

/** Raised when something new is kept of an analysis: what was stored before is then stale. */
const storedVersion = 2;

export type StoredResult = z.infer<typeof storedResult>;

/** What a summary depends on beside its recording; one of another key is stale. */
export interface SummaryKey {
  /** Model and profile. */
  readonly settings: string;
  readonly calibration: string;
  /** What lay under the run: its recording's `underfoot_key`. */
  readonly underfoot: string;
  /** How the runner held themselves on that day: the recording's `posture_key`. */
  readonly posture: string;
}

/** The key a summary computed with these settings has. */
export function summaryKey({ runner, posture, calibration, underfoot }: AnalysisSettings): SummaryKey {
  return {
    settings: JSON.stringify([modelVersion, storedVersion, runner.mass, runner.height, runner.sex, runner.birthYear]),
    calibration: JSON.stringify(calibration ?? null),
    underfoot: JSON.stringify(underfoot ?? []),
    posture: JSON.stringify(posture ?? null),
  };
}

/** A recording analysed, or why it could not be. */
export type Analysed = { readonly key: SummaryKey; readonly recording: Recording; readonly analysis: RunAnalysis } | { readonly key: SummaryKey; readonly trouble: string };

/** Analyses a recording so that a fault in the model takes down this run's figures, never the recording or the import. */
export function analyseSafely(recording: Recording, settings: AnalysisSettings): Analysed {
  const key = summaryKey(settings);
  try {
    return { key, recording, analysis: analyseRecording(recording, settings) };
  } catch (error) {
    return { key, trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** What is kept of an analysis, ready to be stored. */
export interface SummaryRow {
  readonly key: SummaryKey;
  readonly evidence: RunAnalysis["contactTimeEvidence"];
  readonly result: string;
}

/** Puts an analysis into the shape it is stored in. */
export function summaryRow(analysed: Analysed): SummaryRow {
  if ("trouble" in analysed) return { key: analysed.key, evidence: null, result: JSON.stringify({ trouble: analysed.trouble }) };
  const { key, recording, analysis } = analysed;
  return {
    key, evidence: analysis.contactTimeEvidence,
    result: JSON.stringify({ summary: analysis.summary, body: analysis.body, loadStrip: loadStrip(analysis), bySurface: surfaceLoads(analysis), link: linkFacts(recording, analysis) }),
  };
}

/** Keeps a recording's summary in place of any older one. */
export function writeSummary(store: Store, recordingId: number, runnerId: number, { key, evidence, result }: SummaryRow): void {
  store.run(
    "INSERT OR REPLACE INTO summaries (recording_id, runner_id, settings_key, calibration_key, underfoot_key, posture_key, evidence_log_ratio, evidence_footfalls, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    recordingId, runnerId, key.settings, key.calibration, key.underfoot, key.posture, evidence?.logRatio ?? null, evidence?.footfalls ?? null, result,
  );
}

const walk = gaits.indexOf("walk");

function surfaceLoads({ underfoot, footfalls, loads }: RunAnalysis): readonly LoadOnSurface[] {
  if (!underfoot) return [];
  const { gain, offset } = loads.discs["L5-S1"];
  // A walk's steps are lighter on any ground: they would speak of the gait.
  return loadBySurface(underfoot, (row) => (footfalls.gait[row] === walk ? NaN : gain * loads.trunkForceBodyWeights["L5-S1"][row]! + offset), footfalls.speed.value);
}

/** Parses a stored result; null where the run could not be analysed or what is stored cannot be read. */
export function readResult(json: string | null): StoredResult | null {
  try {
    return json === null ? null : storedResult.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

const loadsJson = storedResult.shape.bySurface;

/** Parses what a stored result says of each ground, taken out of it as JSON; nothing where it says nothing. */
export function loadsOnSurfaces(json: string | null): readonly LoadOnSurface[] {
  return loadsJson.parse(json === null ? undefined : JSON.parse(json));
}

/** A stored recording with every footfall, computed now; null where there is none of that id. */
export function analyseStored(store: Store, id: number): { readonly recording: Recording; readonly analysis: RunAnalysis } | null {
  const found = readRecording(store, id);
  return found && { recording: found.recording, analysis: analyseRecording(found.recording, { ...analysisSettings(store, found.runnerId), posture: found.posture, underfoot: found.underfoot }) };
}
