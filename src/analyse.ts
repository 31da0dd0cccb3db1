import { completeBody } from "./complete-body.ts";
import type { Recording } from "./domain/index.ts";
import { reconstructFootfalls } from "./footfalls/index.ts";
import type { AnalysisSettings, RunAnalysis } from "./run-analysis.ts";
import { fastPath, footfallLoads, footfallSetting, trunkLeanOf, usualUnderfoot, type FootfallSetting, type LoadPath } from "./shock/index.ts";
import { contactTimeEvidence } from "./contact-time-calibration.ts";
import { summarise } from "./summarise.ts";
import { underfootColumns, type UnderfootColumns } from "./underfoot.ts";

/** The whole flow for one recording: its footfalls, what each did to the discs, and the summary. */
export function analyseRecording(recording: Recording, settings: AnalysisSettings): RunAnalysis {
  const body = completeBody(settings.runner);
  const footfalls = reconstructFootfalls(recording, body, settings.calibration ?? null);
  const { posture, underfoot: told = [] } = settings;
  const lean = trunkLeanOf(posture?.trunkLeanDegrees ?? null, posture?.trunkLeanSpreadDegrees);
  const setting = footfallSetting(body, lean.degrees, posture?.lordosisDegrees ?? null, "unknown", usualUnderfoot);
  const underfoot = told.length > 0 ? underfootColumns(recording, footfalls, told) : null;
  const loads = footfallLoads(footfalls, body, lean, pathsAlong(setting, underfoot));
  const summary = summarise(recording, body, footfalls, loads);
  return { body, footfalls, loads, underfoot, summary, leanDegrees: lean.degrees, contactTimeEvidence: contactTimeEvidence(footfalls, body) };
}

/** The fast path of each footfall: another where shoe or ground change. */
function pathsAlong(setting: FootfallSetting, underfoot: UnderfootColumns | null): (row: number) => LoadPath {
  let path = fastPath(setting);
  if (underfoot === null) return () => path;
  let ratio = setting.stiffnessRatio;
  return (row) => {
    const here = underfoot.stiffnessRatio[row] ?? ratio;
    if (here !== ratio) path = fastPath({ ...setting, stiffnessRatio: (ratio = here) });
    return path;
  };
}
