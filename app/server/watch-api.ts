/** Watched folders over the web API. A page names no path: it chooses among places that the server offers, and among folders that the command was told of. */
import { z } from "zod";

export const offeredPlaces = ["downloads", "inbox"] as const;

/** GET /api/watched-folders */
export const watchedFolders = z.object({
  folders: z.array(z.object({
    id: z.int().positive(),
    path: z.string(),
    isWatched: z.boolean(),
    /** When it was last looked into; null while it is not watched. */
    lookedAt: z.string().nullable(),
    /** What stands in the way. */
    trouble: z.string().nullable(),
  })),
  /** Places to watch that are not among them. */
  offered: z.array(z.object({ place: z.enum(offeredPlaces), path: z.string() })),
  /** What came in last by itself: so that a page knows when to look again. */
  lastImport: z.object({ id: z.int().positive(), imported: z.int() }).nullable(),
});
export type WatchedFolders = z.infer<typeof watchedFolders>;

/** POST /api/watched-folders: has the app watch a place. */
export const placeToWatch = z.strictObject({ place: z.enum(offeredPlaces) });

/** PUT /api/watched-folders/:id */
export const watchChange = z.strictObject({ isWatched: z.boolean() });
