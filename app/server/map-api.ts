/**
 * Maps of streets and paths: the shapes of their routes. A page opens a job, sends the file to it and follows it by server-sent `progress` events and one `done`,
 * each a `mapJob`.
 */
import { z } from "zod";
import { surfaceMap } from "./api.ts";
import { editRecord } from "./underfoot-api.ts";

/** POST /api/surfaces/maps: the file that will be sent. */
export const mapRequest = z.strictObject({ name: z.string().min(1).max(500), bytes: z.int().min(1, "the file is empty; download it again") });

/** What became of a map's file. */
const mapEnd = z.object({
  outcome: z.enum(["added", "already-here", "restored", "refused", "cancelled", "failed"]),
  /** The map, where there is one. */
  map: surfaceMap.nullable(),
  /** Takes it out of use again; null where nothing was changed. */
  edit: editRecord.nullable(),
  /** Why it was not taken in, and what to do; null where it was. */
  message: z.string().nullable(),
  /** Where in the file. */
  where: z.string().nullable(),
  /** Runs that were matched with it. */
  matched: z.int(),
});

/** A map on its way in. */
export const mapJob = z.object({
  id: z.int().positive(),
  name: z.string(),
  /** [bytes] */
  bytes: z.int(),
  stage: z.enum(["receiving", "waiting", "checking", "reading", "matching", "over"]),
  /** Bytes of the stage that are dealt with, of so many; runs while matching. */
  done: z.int(),
  total: z.int(),
  /** Bytes, or runs, a second; null until it can be told. */
  rate: z.number().nullable(),
  /** Of this stage [s]; null until it can be told. */
  secondsLeft: z.number().nullable(),
  end: mapEnd.nullable(),
});

/** GET /api/surfaces/maps: those in the store, newest first, and those on their way in. */
export const mapsHere = z.object({ maps: z.array(surfaceMap).readonly(), jobs: z.array(mapJob).readonly(), /** Runs being matched anew behind the server's back; null while none are. */ matching: z.object({ done: z.int(), total: z.int() }).nullable() });

/** DELETE /api/surfaces/maps/:id, POST /api/surfaces/maps/:id/restore */
export const mapChanged = z.object({ map: surfaceMap, edit: editRecord });

export type MapJob = z.infer<typeof mapJob>;
export type MapEnd = z.infer<typeof mapEnd>;
export type MapsHere = z.infer<typeof mapsHere>;
export type MapChanged = z.infer<typeof mapChanged>;
