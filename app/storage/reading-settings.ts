import type { Store } from "./open-store.ts";
import { postureHistory } from "./posture.ts";
import type { ReadingSettings } from "./read-file.ts";
import { analysisSettings } from "./runners.ts";

/** What a runner's files are analysed with, as the store has it now. */
export function readingSettings(store: Store, runnerId: number): ReadingSettings {
  return { ...analysisSettings(store, runnerId), postures: postureHistory(store, runnerId) };
}
