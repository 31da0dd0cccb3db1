import { openWorkers } from "../threads/workers.ts";
import * as api from "./api.ts";
import type { App } from "./routes.ts";
import { shippedTexts } from "./shipped-texts.ts";
import truthHere from "./truth-thread.ts";

/** The model against published results. */
export function truthRoutes(app: App): void {
  app.get("/api/truth", { schema: { summary: "The model against published results, figure by figure", response: { 200: api.truthReport } } }, () => truth());
}

let report: Promise<api.TruthReport> | null = null;

/** Computed on the first question and kept: it depends on nothing but the model and the words Footfall comes with. */
function truth(): Promise<api.TruthReport> {
  report ??= compute().catch((error: unknown) => {
    report = null;
    throw error;
  });
  return report;
}

/** A second's work, away from the thread that serves pages. As JSON a value the model could not give is null, as it is for the command. */
async function compute(): Promise<api.TruthReport> {
  const worker = openWorkers({ threads: 1, file: new URL("./truth-thread.js", import.meta.url), here: truthHere });
  try {
    return api.truthReport.parse(JSON.parse(JSON.stringify(await worker.run(await shippedTexts()))));
  } finally {
    await worker.close();
  }
}
