/** The store: runner, recordings with their original files, summaries, imports, sample runner. */
export { examineStore, type Check } from "./doctor.ts";
export { resolveHome } from "./home.ts";
export { beginImport, counted, finishImport, importFile, importFiles, type FileOutcome, type FileToImport, type ImportOptions, type ImportProgress, type OpenImport } from "./import-files.ts";
export { listImports, readImport, undoImport } from "./imports.ts";
export { openStore, type Store } from "./open-store.ts";
export { originalOf } from "./originals.ts";
export { largestFile } from "./unpack.ts";
export { countStale, recomputeStale, type RecomputeOptions } from "./recompute.ts";
export { deleteRun, purgeDeletedRuns, restoreRun } from "./recordings.ts";
export { readRun } from "./run-detail.ts";
export { countRuns, listRuns } from "./run-list.ts";
export { runSeries } from "./run-series.ts";
export { ownRunnerId, readRunner, sampleRunnerId, shownRunnerId, writeRunner, type RunnerProfile } from "./runners.ts";
export { isSampleDue, loadSample, removeSample, type PainMark, type SampleRunner } from "./sample-store.ts";
export { StoreError } from "./store-error.ts";
export { analyseStored } from "./summaries.ts";
