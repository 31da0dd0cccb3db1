import { z } from "zod";
import { analyseRecording, surfaces, type LoadOnSurface, type Recording, type RunAnalysis } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { readRecording } from "./recordings.ts";
import { runSummary } from "./run-summary-schema.ts";
import { analysisSettings } from "./runners.ts";
import type { SummaryRow } from "./summary-row.ts";

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

export type StoredResult = z.infer<typeof storedResult>;

/** Keeps a recording's summary in place of any older one. */
export function writeSummary(store: Store, recordingId: number, runnerId: number, { key, evidence, result }: SummaryRow): void {
  store.run(
    "INSERT OR REPLACE INTO summaries (recording_id, runner_id, settings_key, calibration_key, underfoot_key, posture_key, evidence_log_ratio, evidence_footfalls, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    recordingId, runnerId, key.settings, key.calibration, key.underfoot, key.posture, evidence?.logRatio ?? null, evidence?.footfalls ?? null, result,
  );
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
