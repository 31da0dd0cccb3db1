/** What an export does with a table beyond writing its columns down. */
export interface ExportedTable {
  /** A column whose bytes become a file of their own, in this folder; `gzip` where they are kept packed. */
  readonly file?: { readonly column: string; readonly folder: string; readonly isGzip: boolean };
  /** A column that is read from a file again. */
  readonly derived?: string;
}

/** Tables of what a runner keeps, each after those it refers to. Rows are written with every column their table has, so that none can be forgotten. */
export const exportedTables: Readonly<Record<string, ExportedTable>> = {
  runners: {},
  settings: {},
  imports: {},
  import_files: {},
  refusals: {},
  shoes: {},
  photos: { file: { column: "bytes", folder: "photos", isGzip: false } },
  originals: { file: { column: "gzipped", folder: "activities", isGzip: true } },
  recordings: { derived: "series" },
  run_pairs: {},
  shoe_claims: {},
  surface_claims: {},
  run_rules: {},
  surface_maps: {},
  surface_tiles: {},
  posture_entries: {},
  pain_entries: {},
  day_covariates: {},
  weekly_answers: {},
  red_flag_answers: {},
  plan_wishes: {},
  experiments: {},
  experiment_results: {},
  watched_folders: {},
  watched_files: {},
  edits: {},
};

/** Tables that follow from those, and are computed again. */
export const derivedTables: readonly string[] = ["summaries", "surface_matches", "footfall_cells"];

/** Tables that belong to this machine: a key that was taken back must not come back with a copy. */
export const machineTables: readonly string[] = ["paired_devices"];

/** Tables that tell how things came in, and what Footfall decided for itself: a store that has rows in no others is empty. */
export const bookkeepingTables: readonly string[] = ["runners", "settings", "imports", "import_files", "refusals", "watched_folders", "watched_files", "edits"];
