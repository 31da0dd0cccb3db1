import { isSampleDue, loadSample, type Store } from "../storage/index.ts";
import { sampleRunner } from "./sample-runner.ts";

export { sampleRunner } from "./sample-runner.ts";

/** Loads the sample runner into a store that has never had a run; `now` in seconds since 1970. Answers whether it did. */
export async function ensureSample(store: Store, now: number, onProgress?: (done: number) => void): Promise<boolean> {
  if (!isSampleDue(store)) return false;
  await loadSample(store, sampleRunner(now), now, onProgress);
  return true;
}
