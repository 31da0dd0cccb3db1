/**
 * Maps of streets and paths: the shapes of their routes. A page opens a job, sends the file to it and follows it by server-sent `progress` events and one `done`,
 * each a `mapJob`.
 */
import { z } from "zod";
import { surfaces } from "../../src/index.ts";
import { notice } from "../storage/run-summary-schema.ts";
import { id, moment } from "./shared-api.ts";
import { editRecord } from "./underfoot-api.ts";

/** A map in the store: a row of `footfall surfaces maps --json`. */
export const surfaceMap = z.object({
  id,
  /** Its file's name. */
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  addedAt: moment,
  /** A removed map is out of use and can be brought back for thirty days. */
  state: z.enum(["ready", "removed"]),
  /** Streets and paths a runner may be on, and their corners. */
  ways: z.int(),
  corners: z.int(),
  /** [degrees] */
  bounds: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }),
  /** What of the file could not be taken. */
  notices: z.array(notice).readonly(),
});

/** Every map, newest first. */
export const surfaceMapList = z.array(surfaceMap).readonly();

/** What became of a map's file. */
export const addedSurfaceMap = z.object({ outcome: z.enum(["added", "already-here", "restored"]), map: surfaceMap });

const unknownReason = z.enum(["no-position", "no-map", "no-way", "ways-close", "map-silent", "map-unclear", "area-silent"]);

/** What the maps tell of one run: an element of `footfall surfaces match --json`. */
export const surfaceMatch = z.object({
  run: id,
  /** [m] */
  length: z.number(),
  /** Standard deviation of the fixes across the ways they follow, as the track itself told [m]; null where it followed none. */
  positionSpread: z.number().nullable(),
  /** By surface, the unknown by reason; largest first. */
  shares: z.array(z.object({ surface: z.enum(surfaces), reason: unknownReason.nullable(), distance: z.number(), share: z.number() })).readonly(),
  /** In order along the run, without gaps [m]. `reason` where the surface is unknown; else `confidence`, the probability that it is the one named. */
  stretches: z.array(z.object({ from: z.number(), to: z.number(), surface: z.enum(surfaces), by: z.literal("map"), reason: unknownReason.nullable(), confidence: z.number().nullable() })).readonly(),
});

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
export type SurfaceMap = z.infer<typeof surfaceMap>;
export type AddedSurfaceMap = z.infer<typeof addedSurfaceMap>;
export type SurfaceMatchJson = z.infer<typeof surfaceMatch>;
