import { runTruth, type ShippedText, type TruthReport } from "../../src/index.ts";

/** What the thread does: holds the model against every published target. */
export default function answer(texts: readonly ShippedText[]): TruthReport {
  return runTruth({ texts });
}
