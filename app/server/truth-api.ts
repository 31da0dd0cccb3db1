/** The model against published results: the shape of its route. */
import { z } from "zod";

const known = z.number().nullable();

/** One figure of GET /api/truth: a published value, what counts as reproduced, and what the model gives. */
export const truthRow = z.object({
  /** Row of the table of targets, for example `B2`; figures of one row share it. */
  id: z.string(),
  /** Which of the row's figures this is; null where it has one. */
  part: z.string().nullable(),
  /** V exact mathematics, B measurements of people, C contested, W wearables, N what may be said. */
  table: z.enum(["V", "B", "C", "W", "N"]),
  condition: z.string(),
  /** Published value; null where the target is a sign or a rule. */
  expected: known,
  low: known,
  high: known,
  unit: z.string(),
  got: known,
  gotLow: known,
  gotHigh: known,
  status: z.enum(["pass", "fail", "untestable"]),
  /** A fit of the model used it: named, never counted. */
  calibration: z.boolean(),
  gated: z.boolean(),
  /** Why it fails or cannot be tested. */
  reason: z.string().nullable(),
  source: z.object({ id: z.string().nullable(), doi: z.string().nullable(), doiVerified: z.boolean(), evidence: z.string() }),
});

/** GET /api/truth: the model against published results, the same as `footfall truth --json`. */
export const truthReport = z.object({
  modelVersion: z.string(),
  gate: z.object({ passed: z.boolean(), needed: z.int(), got: z.int(), mandatoryMissing: z.array(z.string()).readonly() }),
  rows: z.array(truthRow).readonly(),
  /** Figures on recorded data, where the caller has some. */
  data: z.array(z.object({ set: z.string(), measure: z.string(), value: known, unit: z.string(), baseline: known, status: z.enum(["pass", "fail", "reported"]) })).readonly(),
});

export type TruthRow = z.infer<typeof truthRow>;
export type TruthReport = z.infer<typeof truthReport>;
