import { setImmediate } from "node:timers/promises";
import { runTruth } from "../../src/index.ts";
import * as api from "./api.ts";
import type { App } from "./routes.ts";
import { shippedTexts } from "./shipped-texts.ts";

/** The model against published results. */
export function truthRoutes(app: App): void {
  app.get("/api/truth", { schema: { summary: "The model against published results, figure by figure", response: { 200: api.truthReport } } }, () => truth());
}

let report: Promise<api.TruthReport> | null = null;

/** Computed on the first question and kept: it depends on nothing but the model and the words Footfall comes with. */
function truth(): Promise<api.TruthReport> {
  report ??= compute();
  return report;
}

// Answers that wait go out first; as JSON a value the model could not give is null, as it is for the command.
async function compute(): Promise<api.TruthReport> {
  await setImmediate();
  return api.truthReport.parse(JSON.parse(JSON.stringify(runTruth({ texts: await shippedTexts() }))));
}
