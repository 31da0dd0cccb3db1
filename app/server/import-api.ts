/**
 * Imports and duplicates: the shapes of their routes.
 *
 * An import: `POST /api/imports {files: 3}` opens it and answers its id; each file goes up as `PUT /api/imports/:id/files?name=run.fit` with the raw bytes as body
 * (application/octet-stream) and is answered with what became of that file once it is stored; `POST /api/imports/:id/finish` closes it. Send the next file after
 * the last was answered. `GET /api/imports/:id/events` is a server-sent stream of `progress` events (ImportProgress) that ends with one `done` event (Import).
 */
import { z } from "zod";
import { id, moment } from "./shared-api.ts";

/** POST /api/imports: how many files will be sent. */
export const importRequest = z.object({ files: z.int().min(1).max(100_000) });

/** What became of one file: PUT /api/imports/:id/files. One file can give several runs and several refusals. */
export const fileOutcome = z.object({
  file: z.string(),
  /** Runs this file brought now. */
  imported: z.array(z.object({ id, startedAt: moment, title: z.string(), distance: z.number().nullable() })).readonly(),
  /** Runs the same bytes had brought before; nothing was stored again. */
  alreadyHere: z.array(z.object({ id })).readonly(),
  /** Why there is no run in it, where nothing is wrong with it; null else. */
  notRun: z.string().nullable(),
  refused: z.array(z.object({ code: z.string(), message: z.string(), where: z.string().nullable() })).readonly(),
});

/** Query of PUT /api/imports/:id/files. */
export const importFileQuery = z.object({ name: z.string().min(1).max(500) });

/** `progress` event of an import under way. */
export const importProgress = z.object({
  id,
  /** Files dealt with. */
  done: z.int(),
  total: z.int().nullable(),
  /** Name of the file being read; null between files. */
  file: z.string().nullable(),
  imported: z.int(),
  alreadyHere: z.int(),
  /** Files among those of a whole account that are no runs: other sports, sleep, settings. */
  notRuns: z.int(),
  refused: z.int(),
  /** Unpacked bytes dealt with, of those planned; null where files come one by one. */
  bytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  /** From the pace so far, smoothed [s]; null until it is steady. */
  secondsLeft: z.number().nullable(),
});

/** One import: POST /api/imports, POST /api/imports/:id/finish, /cancel and /undo, a row of GET /api/imports. Cancelling keeps what came in; undo takes it out. */
export const importRecord = z.object({
  id,
  startedAt: moment,
  state: z.enum(["running", "done", "cancelled", "undone"]),
  /** Where it came from, for reading: `web`, `command line`, `sample`. */
  source: z.string(),
  /** Runs it brought. */
  imported: z.int(),
  /** Of those, runs of which another recording is here too: one of the two stands behind the other (GET /api/duplicates). */
  cameTwice: z.int(),
  /** Files that were here already. */
  alreadyHere: z.int(),
  /** Files of a whole account that are no runs: other sports, sleep, settings. */
  notRuns: z.int(),
  /** Whether it was cut short and can go on: `footfall import --resume ID`. */
  isResumable: z.boolean(),
  refused: z.array(z.object({ file: z.string(), code: z.string(), message: z.string(), where: z.string().nullable() })).readonly(),
});

/** GET /api/imports, newest first. */
export const importList = z.object({ imports: z.array(importRecord).readonly() });

/** GET /api/duplicates and `footfall duplicates --json`: recordings kept behind a richer one of the same run, and pairs that lie over each other in time. */
export const duplicates = z.object({
  copies: z.array(z.object({ id, of: id })).readonly(),
  /** With what speaks against their being one run. */
  undecided: z.array(z.object({ one: id, other: id, doubt: z.string().nullable() })).readonly(),
  /** Every recording of both. */
  recordings: z.array(z.object({
    id, startedAt: moment,
    /** [s] */
    duration: z.number(),
    /** [m] */
    distance: z.number().nullable(),
    title: z.string().nullable(), device: z.string().nullable(), file: z.string(),
    /** The import it came by. */
    source: z.string(),
  })).readonly(),
});

/** POST /api/duplicates: what the runner decided of two recordings; null forgets it. Answers the list as it then is. */
export const pairDecision = z.strictObject({ one: id, other: id, isSame: z.boolean().nullable() });

/** Query of POST /api/imports/archive: the name of the zip that is sent as application/zip. */
export const archiveQuery = z.object({ name: z.string().min(1).max(200).regex(/\.zip$/i, "the name of a zip") });

/** What an import would do: `footfall import --dry-run --json`. */
export const importPlan = z.object({
  /** Files that may hold runs. */
  files: z.int(),
  healthExports: z.int(),
  /** Of both, unpacked. */
  bytes: z.int(),
  kinds: z.array(z.object({ kind: z.enum(["fit", "tcx", "gpx", "apple-health", "table", "named", "other"]), files: z.int(), bytes: z.int() })).readonly(),
  refused: z.array(z.object({ file: z.string(), code: z.string(), message: z.string(), where: z.string().nullable() })).readonly(),
});

/** GET /api/imports/:id/files, `footfall imports ID --json`: what became of each file. */
export const importFiles = z.object({
  import: importRecord,
  files: z.array(z.object({
    file: z.string(),
    outcome: z.enum(["imported", "already-here", "not-a-run", "no-file", "refused"]),
    reason: z.string().nullable(),
  })).readonly(),
});

export type ImportRequest = z.infer<typeof importRequest>;
export type FileOutcome = z.infer<typeof fileOutcome>;
export type ImportProgress = z.infer<typeof importProgress>;
export type Duplicates = z.infer<typeof duplicates>;
export type ImportRecord = z.infer<typeof importRecord>;
export type ImportList = z.infer<typeof importList>;
