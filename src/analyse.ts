import { completeBody } from "./complete-body.ts";
import type { Recording } from "./domain/index.ts";
import { reconstructFootfalls } from "./footfalls/index.ts";
import type { AnalysisSettings, RunAnalysis } from "./run-analysis.ts";
import { footfallLoads, trunkLeanOf } from "./shock/index.ts";
import { contactTimeEvidence } from "./contact-time-calibration.ts";
import { summarise } from "./summarise.ts";
import { underfootColumns } from "./underfoot.ts";

/** The whole flow for one recording: its footfalls, what each did to the discs, and the summary. */
export function analyseRecording(recording: Recording, settings: AnalysisSettings): RunAnalysis {
  const body = completeBody(settings.runner);
  const footfalls = reconstructFootfalls(recording, body, settings.calibration ?? null);
  const lean = trunkLeanOf(settings.posture?.trunkLeanDegrees ?? null);
  const loads = footfallLoads(footfalls, body, lean);
  const underfoot = settings.underfoot && settings.underfoot.length > 0 ? underfootColumns(recording, footfalls, settings.underfoot) : null;
  const summary = summarise(recording, body, footfalls, loads);
  return { body, footfalls, loads, underfoot, summary, leanDegrees: lean.degrees, contactTimeEvidence: contactTimeEvidence(footfalls, body) };
}
