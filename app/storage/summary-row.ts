import { analyseRecording, gaits, linkFacts, loadBySurface, modelVersion, type AnalysisSettings, type LoadOnSurface, type Recording, type RunAnalysis } from "../../src/index.ts";
import { loadStrip } from "./load-strip.ts";

/** Raised when something new is kept of an analysis: what was stored before is then stale. */
const storedVersion = 2;

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

const walk = gaits.indexOf("walk");

function surfaceLoads({ underfoot, footfalls, loads }: RunAnalysis): readonly LoadOnSurface[] {
  if (!underfoot) return [];
  const { gain, offset } = loads.discs["L5-S1"];
  // A walk's steps are lighter on any ground: they would speak of the gait.
  return loadBySurface(underfoot, (row) => (footfalls.gait[row] === walk ? NaN : gain * loads.trunkForceBodyWeights["L5-S1"][row]! + offset), footfalls.speed.value);
}
