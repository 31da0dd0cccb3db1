import { openWorkers, type Workers } from "../threads/workers.ts";
import { analyseAgain, type StoredRun } from "./analyse-again.ts";
import type { SummaryRow } from "./summary-row.ts";

/** Opens this many threads that analyse stored runs; none analyses on this one. */
export function openAnalysts(threads: number): Workers<StoredRun, SummaryRow> {
  return openWorkers({ threads, file: new URL("./analysing-thread.js", import.meta.url), here: analyseAgain });
}
