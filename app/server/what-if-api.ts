/** What "what if" stands on, and the answer of `footfall what-if --json`; the web app works the same answer out in the browser, from the ground, with the same function. */
import { z } from "zod";
import { discLevels, rankGroups, surfaces } from "../../src/index.ts";
import { quantity } from "../storage/run-summary-schema.ts";

const id = z.int().positive();

const cell = z.object({
  isWalking: z.boolean(),
  /** Footfalls it stands for. */
  footfalls: z.number(),
  /** [m/s] */
  speed: z.number(),
  /** [Hz] */
  stepRate: z.number(),
  /** [s] */
  groundContactTime: z.number(),
  /** Rise over run [1]. */
  slope: z.number(),
  /** Standard deviations of the logarithms of step rate and contact time [1]. */
  stepRateSpread: z.number(),
  groundContactTimeSpread: z.number(),
  surface: z.enum(surfaces),
  shoeStiffnessNewtonsPerMillimetre: z.number().nullable(),
  /** [m] */
  shoeDistance: z.number(),
});

/** Query of GET /api/what-if: one run; absent, the last four weeks up to the latest run. */
export const whatIfQuery = z.object({ run: z.coerce.number().int().positive().optional() });

/** GET /api/what-if: what was run, as cells of footfalls that are much alike. */
export const whatIfGround = z.object({
  runner: z.object({ mass: z.number().nullable(), height: z.number().nullable(), sex: z.enum(["female", "male"]).nullable(), birthYear: z.int().nullable() }),
  trunkLeanDegrees: z.number().nullable(),
  lordosisDegrees: z.number().nullable(),
  isSample: z.boolean(),
  /** The run asked for; null for the last four weeks. */
  runId: id.nullable(),
  /** The runs it stands for, newest first, each with its typical running footfall. */
  runs: z.array(z.object({ id, startedAt: z.string(), title: z.string(), distance: z.number().nullable(), typical: cell.nullable() })).readonly(),
  /** How many footfalls the cells stand for. */
  footfalls: z.number(),
  cells: z.array(cell).readonly(),
});

const loadChange = z.object({ before: quantity, after: quantity, change: quantity, verdict: z.enum(["higher", "lower", "same", "cannot tell"]) });
const perKilometre = z.object({ sum: loadChange, exponent2: loadChange, exponent6: loadChange, exponent9: loadChange });
const change = z.object({
  speed: z.number().optional(), stepRate: z.number().optional(), slope: z.number().optional(), mass: z.number().optional(), leanDegrees: z.number().optional(),
  shoeStiffnessNewtonsPerMillimetre: z.number().optional(), shoeStiffnessSpread: z.number().optional(), shoeName: z.string().optional(), shoeDistanceKilometres: z.number().optional(), surface: z.enum(surfaces).optional(),
});
const evidence = z.array(z.object({ change: z.string(), kind: z.enum(["supported", "thin", "hypothesis", "mixed"]), sentence: z.string(), targets: z.array(z.string()).readonly() })).readonly();
const ranking = z.object({
  sentence: z.string(),
  rows: z.array(z.object({
    /** What can be told stands in order; behind it what is contested, and what no week changes. */
    group: z.enum(rankGroups), title: z.string(), change, atLeast: z.number(), footfall: loadChange, perKilometre, evidence,
  })).readonly(),
});

/** `footfall what-if --json` */
export const whatIfAnswer = z.object({
  of: z.enum(["footfall", "run", "weeks"]),
  runId: id.nullable(),
  runs: z.int(),
  footfalls: z.number(),
  isSample: z.boolean(),
  /** Nothing was run: a usual footfall is taken. */
  isAssumed: z.boolean(),
  change,
  footfallsPerKilometre: z.object({ before: z.number(), after: z.number() }),
  /** Footfall in body weights of now, kilometre in newtons; changes in per cent with paired bands. */
  discs: z.array(z.object({ level: z.enum(discLevels), footfall: loadChange, perKilometre })).readonly(),
  evidence,
  words: z.array(z.string()).readonly(),
  /** The parts of the change, each alone. */
  parts: ranking.nullable(),
  /** What could be changed, each alone. */
  plausible: ranking,
  modelVersion: z.string(),
});

export type WhatIfGround = z.infer<typeof whatIfGround>;
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
