/**
 * The web API: the shape of every route's parameters, body and answer. JSON, camelCase, SI; times are ISO 8601 with offset; absent is null, never 0.
 *
 * Whose runs are shown: the runner's own as soon as there is one, until then the simulated sample runner's, if it was not removed.
 */
import { z } from "zod";

export * from "./import-api.ts";
export * from "./map-api.ts";
export * from "./run-api.ts";
export * from "./shared-api.ts";
export * from "./truth-api.ts";

/** GET /api/status */
export const status = z.object({
  version: z.string(),
  modelVersion: z.string(),
  /** The sample runner is in the store, shown or put away behind own runs. */
  hasSample: z.boolean(),
  /** The runs shown are the simulated sample runner's. */
  isSampleShown: z.boolean(),
  /** Runs of whoever is shown. */
  runs: z.int(),
  /** Summaries being brought up to date with the model or the profile; null when all are. */
  recompute: z.object({ done: z.int(), total: z.int() }).nullable(),
});

const units = z.object({ distance: z.enum(["km", "mi"]), mass: z.enum(["kg", "lb"]) });

/** GET /api/runner: the owner's own profile, never the sample runner's. */
export const runnerProfile = z.object({
  /** [kg] */
  mass: z.number().nullable(),
  /** [m] */
  height: z.number().nullable(),
  sex: z.enum(["female", "male"]).nullable(),
  birthYear: z.int().nullable(),
  trunkLeanDegrees: z.number().nullable(),
  units,
  /** Mass and height were told: nothing is left to ask for. */
  isComplete: z.boolean(),
});

const between = (low: number, high: number, unit: string, hint: string) => {
  const message = `must be ${low} to ${high} ${unit}${hint}`;
  return z.number().min(low, message).max(high, message);
};

/** PUT /api/runner: fields left out stay as they are, null forgets one; answers the profile. */
export const runnerProfileChange = z.strictObject({
  mass: between(25, 300, "kg", "; pounds are times 0.4536").nullable().optional(),
  height: between(1, 2.5, "m", "; centimetres are divided by 100").nullable().optional(),
  sex: z.enum(["female", "male"]).nullable().optional(),
  birthYear: between(1900, 2100, "", "").int().nullable().optional(),
  trunkLeanDegrees: between(-15, 45, "degrees", ", forward positive").nullable().optional(),
  units: z.strictObject({ distance: z.enum(["km", "mi"]).optional(), mass: z.enum(["kg", "lb"]).optional() }).optional(),
});

export type Status = z.infer<typeof status>;
export type RunnerProfile = z.infer<typeof runnerProfile>;
export type RunnerProfileChange = z.infer<typeof runnerProfileChange>;
