/**
 * Shoes, ground and edits: the shapes of their routes. Whoever changes something gets an `edit` with it; `POST /api/edits/:id/undo` takes it back.
 *
 * Shoes shown are the owner's as soon as they have a pair or a run, until then the sample runner's; a new pair is always the owner's.
 */
import { z } from "zod";
import { runKinds, shoeKinds, speakers, surfaces } from "../../src/index.ts";
import { quantity } from "../storage/run-summary-schema.ts";
import { shoeRule, surfaceRule } from "../storage/run-rules.ts";
import { saidRule, saidStretch } from "../storage/said.ts";
import { newShoe, shoeChange, shoeTold } from "../storage/shoe-schema.ts";

export { newShoe, shoeChange };

const id = z.int().positive();
const day = z.iso.date();
const metres = z.number();

/** One change that can be taken back. */
export const editRecord = z.object({ id, at: z.string(), what: z.string(), isUndone: z.boolean() });

/** GET /api/edits, newest first. */
export const editList = z.object({ edits: z.array(editRecord).readonly() });

const shares = z.array(z.object({ surface: z.enum(surfaces), share: z.number() })).readonly();

const takenStiffness = z.object({ stiffness: quantity, from: z.enum(["told", "kind", "unknown"]) });

/** One pair: what was told of it, what it was run in, how worn it is. */
export const shoeRecord = z.object({
  id,
  ...shoeTold.shape,
  /** Changes with the photo; null where there is none. The picture is at /api/shoes/:id/photo. */
  photoId: id.nullable(),
  /** Runs it was in, at least for a stretch. */
  runs: z.int(),
  /** In all, the first distance included [m]. */
  distance: metres,
  /** In the last 28 days [m]. */
  recentDistance: metres,
  lastRunOn: day.nullable(),
  surfaces: shares,
  /** Heel stiffness the model takes [N/m], told or assumed from the kind. */
  stiffness: takenStiffness,
  /** Energy it still absorbs over what it did new [1]. */
  absorption: quantity,
  /** When half, or nine tenths, of what it will ever lose is lost, at the present rate; null where that is behind it. Not a limit. */
  forecast: z.object({ share: z.number(), distance: quantity, on: z.object({ value: day, low: day, high: day }).nullable() }).nullable(),
  notice: z.string(),
});

const figure = z.object({ value: z.number(), low: z.number(), high: z.number(), unit: z.string(), source: z.string().nullable(), where: z.string(), population: z.string(), evidence: z.string() });

/** GET /api/shoes */
export const cabinet = z.object({
  shoes: z.array(shoeRecord).readonly(),
  /** The last twelve weeks up to the latest run: how far in which pair; null is no pair. */
  rotation: z.array(z.object({ weekOf: day, shoes: z.array(z.object({ shoeId: id.nullable(), distance: metres })).readonly() })).readonly(),
  /** Runs without a pair. */
  withoutShoe: z.int(),
  /** Mass that wear is reckoned with [kg]. */
  mass: z.number(),
  /** The first rule that speaks of a run holds. */
  rules: z.array(shoeRule).readonly(),
  /** The starter list: what kinds of shoe are usually like, each figure with its source. */
  kinds: z.array(z.object({ kind: z.enum(shoeKinds), stackHeight: figure, heelToToeDrop: figure, stiffness: figure, distanceBefore: metres })).readonly(),
  isSample: z.boolean(),
});

/** POST /api/shoes, PUT and DELETE /api/shoes/:id, PUT and DELETE /api/shoes/:id/photo */
export const shoeEdit = z.object({ id, edit: editRecord });

/** Answer of every other change. */
export const changed = z.object({ edit: editRecord });

/** PUT /api/shoes/rules */
export const shoeRulesChange = z.strictObject({ rules: z.array(shoeRule).max(100) });

/** POST /api/shoes/assign: in which pair runs were; `shoeId` null says none of these, absent lets file and rules speak again. With `from` and `to` only that stretch [m]. */
export const shoeAssignment = z.strictObject({
  shoeId: id.nullable().optional(),
  runIds: z.array(id).max(100_000).optional(),
  withoutShoe: z.boolean().optional(),
  kind: z.enum(runKinds).optional(),
  since: day.optional(),
  until: day.optional(),
  from: z.number().min(0, "from: a distance along the run in metres, 0 or more").optional(),
  to: z.number().positive("to: a distance along the run in metres").optional(),
});

/** Answer of POST /api/shoes/assign. */
export const assigned = z.object({ runs: z.int(), edit: editRecord.nullable() });

/** GET /api/shoes/compare */
export const comparisonQuery = z.object({
  one: z.coerce.number().int().positive(), other: z.coerce.number().int().positive(),
  oneNew: z.stringbool().optional(), otherNew: z.stringbool().optional(), days: z.coerce.number().int().min(1).max(3660).default(28),
});

const compared = z.object({ id, name: z.string(), isNew: z.boolean(), absorption: quantity, stiffness: takenStiffness });

/** What the latest runs would have been in another pair: each change as other over one, less 1. */
export const comparison = z.object({
  days: z.int(), runs: z.int(), footfalls: z.int(), one: compared, other: compared,
  impactPeak: quantity.nullable(), activePeak: quantity.nullable(), discPeak: quantity.nullable(),
});

/** POST /api/shoes/import: the text of a cabinet's file, or of an export's table with the columns `Filename` and `Activity Gear`. */
export const cabinetFile = z.strictObject({ text: z.string().max(50_000_000) });

/** What a file said of which runs: `rules` null where they stayed, `unknownRuns` stretches whose runs are not here. */
const saidTaken = { rules: z.int().nullable(), stretches: z.int(), unknownRuns: z.int() };

/** What such a file changed; `edit` null where nothing was. */
export const cabinetImported = z.object({ edit: editRecord.nullable(), added: z.array(z.string()).readonly(), changed: z.array(z.string()).readonly(), ...saidTaken, runs: z.int(), unknownFiles: z.int() });

const said = { rules: z.array(saidRule).readonly(), stretches: z.array(saidStretch).readonly() };

/** GET /api/shoes.json: the cabinet as a file. */
export const cabinetExport = z.object({ shoes: z.array(shoeTold).readonly(), ...said });

/** GET /api/surfaces.json: what was said of the ground. */
export const groundExport = z.object(said);

/** POST /api/surfaces/import: what such a file changed; `edit` null where nothing was. */
export const groundImported = z.object({ edit: editRecord.nullable(), ...saidTaken });

const by = z.enum(speakers);
const stretch = { from: metres, to: metres, by };

/** GET /api/runs/:id/underfoot: what was under the run; places that nobody spoke of are left out. */
export const runUnderfoot = z.object({
  id,
  distance: metres.nullable(),
  kind: z.enum(runKinds),
  shoes: z.array(z.object({ ...stretch, shoeId: id.nullable() })).readonly(),
  surfaces: z.array(z.object({ ...stretch, surface: z.enum(surfaces), reason: z.string().nullable() })).readonly(),
  cabinet: z.array(z.object({ id, name: z.string(), isRetired: z.boolean() })).readonly(),
});

/** PUT /api/runs/:id/surface: what a stretch was on; null lets rules and map speak again. */
export const surfaceSaid = z.strictObject({
  from: z.number().min(0, "from: a distance along the run in metres, 0 or more").default(0),
  to: z.number().positive("to: a distance along the run in metres").optional(),
  surface: z.enum(surfaces).nullable(),
});

const ground = { distance: metres, surfaces: shares };

/** GET /api/surfaces */
export const surfaceShares = z.object({
  total: z.object(ground),
  weeks: z.array(z.object({ weekOf: day, ...ground })).readonly(),
  shoes: z.array(z.object({ id, name: z.string(), ...ground })).readonly(),
  /** Mean peak of L5-S1 on each ground, with the speed there; the band is how far studies disagree on the ground's own part. */
  load: z.array(z.object({ surface: z.enum(surfaces), runs: z.int(), footfalls: z.int(), meanSpeed: z.number(), meanPeak: quantity })).readonly(),
  rules: z.array(surfaceRule).readonly(),
  isSample: z.boolean(),
});

/** PUT /api/surfaces/rules */
export const surfaceRulesChange = z.strictObject({ rules: z.array(surfaceRule).max(100) });

export type EditRecord = z.infer<typeof editRecord>;
export type EditList = z.infer<typeof editList>;
export type ShoeRecord = z.infer<typeof shoeRecord>;
export type NewShoe = z.infer<typeof newShoe>;
export type ShoeChange = z.infer<typeof shoeChange>;
export type Cabinet = z.infer<typeof cabinet>;
export type ShoeEdit = z.infer<typeof shoeEdit>;
export type Changed = z.infer<typeof changed>;
export type ShoeRule = z.infer<typeof shoeRule>;
export type SurfaceRule = z.infer<typeof surfaceRule>;
export type ShoeAssignment = z.infer<typeof shoeAssignment>;
export type Assigned = z.infer<typeof assigned>;
export type Comparison = z.infer<typeof comparison>;
export type CabinetImported = z.infer<typeof cabinetImported>;
export type GroundImported = z.infer<typeof groundImported>;
export type RunUnderfoot = z.infer<typeof runUnderfoot>;
export type SurfaceShares = z.infer<typeof surfaceShares>;
