import { completeBody } from "./complete-body.ts";
import type { Recording } from "./domain/index.ts";
import { reconstructFootfalls } from "./footfalls/index.ts";
import type { AnalysisSettings, RunAnalysis } from "./run-analysis.ts";
import { fastPath, footfallLoads, footfallSetting, trunkLeanOf, usualUnderfoot } from "./shock/index.ts";
import { contactTimeEvidence } from "./contact-time-calibration.ts";
import { summarise } from "./summarise.ts";

/** The whole flow for one recording: its footfalls, what each did to the discs, and the summary. */
export function analyseRecording(recording: Recording, settings: AnalysisSettings): RunAnalysis {
  const body = completeBody(settings.runner);
  const footfalls = reconstructFootfalls(recording, body, settings.calibration ?? null);
  const lean = trunkLeanOf(settings.posture?.trunkLeanDegrees ?? null);
  const { posture, surface = "unknown" } = settings;
  const path = fastPath(footfallSetting(body, lean.degrees, posture?.lordosisDegrees ?? null, "unknown", { ...usualUnderfoot, surface }));
  const loads = footfallLoads(footfalls, body, lean, path);
  const summary = summarise(recording, body, footfalls, loads);
  return { body, footfalls, loads, summary, leanDegrees: lean.degrees, contactTimeEvidence: contactTimeEvidence(footfalls, body) };
}
