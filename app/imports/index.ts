/** Imports: what was found in files, folders, archives and accounts, read by threads and written down as one job. */
export { type ImportPlan } from "./plan.ts";
export { addMapAside, type MapOutcome, type MapProgress, type MapWork, type MapWorkOptions } from "./add-map.ts";
export { importPaths, lookInto, openImport, resumeImport, type ImportJobOptions, type JobProgress, type RunOptions, type WaitingImport } from "./run-import.ts";
export { watchFolder } from "./watch-folder.ts";
