/** Backups, exports and their way back over the web API. One such job runs at a time; a page asks for it until it has ended. */
import { z } from "zod";
import { moment } from "./shared-api.ts";

/** A job on a copy of everything. */
export const copyJob = z.object({
  id: z.int().positive(),
  kind: z.enum(["backup", "export", "restore"]),
  state: z.enum(["running", "done", "failed", "stopped"]),
  /** Share that is done [1]. */
  share: z.number(),
  /** Of a backup or export that is done: the file to fetch at /api/data/job/file; of a restore: the file it came from. */
  name: z.string(),
  /** Of a file that is ready. */
  bytes: z.int().nullable(),
  /** Why it failed; what was there is unchanged. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/** GET /api/data: where everything lives. */
export const dataPlace = z.object({
  home: z.string(),
  /** Of the database, originals included. */
  bytes: z.int(),
  job: copyJob.nullable(),
  /** When the store was set aside that can be brought back; null where there is none. */
  setAsideAt: moment.nullable(),
});

/** POST /api/data/copies; a passphrase locks a backup. */
export const copyRequest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("backup"), passphrase: z.string().min(1, "the passphrase is empty").max(1000).nullable() }),
  z.strictObject({ kind: z.literal("export") }),
]);

/** Query of POST /api/data/restore: the name of the file that is sent as application/zip. */
export const restoreQuery = z.object({ name: z.string().min(1).max(200) });

/** The words a runner types to remove everything: POST /api/data/remove. */
export const removeWords = "remove everything";
export const removeRequest = z.strictObject({ words: z.literal(removeWords, `type “${removeWords}”`) });

export type CopyJob = z.infer<typeof copyJob>;
export type DataPlace = z.infer<typeof dataPlace>;
export type CopyRequest = z.infer<typeof copyRequest>;
