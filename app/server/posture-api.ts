/** The shapes of the posture routes, and of `footfall posture --json`. */
import { z } from "zod";
import { quantity } from "../storage/run-summary-schema.ts";
import { postureTaken } from "../storage/index.ts";
import { editRecord } from "./underfoot-api.ts";

export { postureTaken };

const standing = z.object({
  /** `cannot-tell` where the error leaves no place likely enough. */
  place: z.enum(["very-upright", "usual", "hunched", "cannot-tell"]),
  /** How likely the lean lies there, given its error [1]. */
  veryUpright: z.number(),
  usual: z.number(),
  hunched: z.number(),
});

/** One posture: what was taken, and what follows from it; angles in degrees, null where not marked. */
export const postureEntry = postureTaken.extend({
  id: z.int().positive(),
  findings: z.object({
    /** Hip to shoulder against the vertical, forward positive. */
    trunkLean: quantity.nullable(),
    /** Standard deviation of the trunk lean's error. */
    trunkLeanSpreadDegrees: z.number().nullable(),
    /** Hip to shoulder against ankle to hip. */
    trunkToHipAnkle: quantity.nullable(),
    /** Shoulder to ear against the vertical. */
    head: quantity.nullable(),
    /** Hip to ankle against the vertical at initial contact, positive where the ankle is ahead. */
    overstride: quantity.nullable(),
    stepsPerMinute: quantity.nullable(),
    standing: standing.nullable(),
    /** As read on the skin. */
    surfaceLordosis: quantity.nullable(),
    /** L1 to S1, as the model takes it. */
    lordosis: quantity.nullable(),
    /** Peak compression of L5-S1 in the lever model over the same at a usual lean [1]: a hypothesis. */
    leverLoad: quantity.nullable(),
  }),
});

/** GET /api/posture, newest day first; also `footfall posture list --json`. */
export const postureList = z.object({ entries: z.array(postureEntry).readonly() });

/** POST /api/posture, PUT /api/posture/:id */
export const postureKept = z.object({ entry: postureEntry, edit: editRecord });

/** POST /api/posture/import: the text of a file as GET /api/posture.json or posture.csv gave it. */
export const postureFile = z.strictObject({ text: z.string().max(50_000_000) });

/** What such a file changed; `edit` null where nothing was. */
export const postureImported = z.object({ added: z.array(z.int()).readonly(), alreadyHere: z.int(), edit: editRecord.nullable() });

/** DELETE /api/posture/:id, and `footfall posture remove --json`. */
export const postureRemoved = z.object({ id: z.int(), edit: editRecord });

/** Whether the package for automatic marking is at hand. */
export const poseAtHand = z.object({ isInstalled: z.boolean() });

export type PostureEntry = z.infer<typeof postureEntry>;
export type PostureKept = z.infer<typeof postureKept>;
export type PostureList = z.infer<typeof postureList>;
export type PostureChange = z.input<typeof postureTaken>;
export type PostureRemoved = z.infer<typeof postureRemoved>;
export type PostureImported = z.infer<typeof postureImported>;
export type PoseAtHand = z.infer<typeof poseAtHand>;
