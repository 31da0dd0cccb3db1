import { z } from "zod";
import { bases, discLevels, footfallMethods, type RunSummary } from "../../src/index.ts";

/** A number with its central 90 % band, unit and basis. */
export const quantity = z.object({ value: z.number(), low: z.number(), high: z.number(), unit: z.string(), basis: z.enum(bases) });

/** A remark on good data: what was lost, settled or doubted. */
export const notice = z.object({ code: z.string(), message: z.string() });

const maybe = quantity.nullable();

const discSummary = z.object({
  level: z.enum(discLevels),
  peakCompression: quantity,
  largestPeakCompression: quantity,
  meanPeakCompression: quantity,
  impulse: quantity,
  cycles: z.number(),
  dose: z.object({ exponent2: quantity, exponent6: quantity, exponent9: quantity }),
});

/** One run's answer, the same object the library's `analyseRecording` returns as `summary`. */
export const runSummary = z.object({
  sport: z.enum(["running", "walking"]),
  startedAt: z.string(),
  duration: z.number(),
  movingTime: z.number().nullable(),
  distance: z.number().nullable(),
  records: z.number(),
  footfallCount: z.number(),
  footfallsByGait: z.object({ walk: z.number(), jog: z.number(), run: z.number(), sprint: z.number() }),
  method: z.array(z.object({ id: z.enum(footfallMethods), share: z.number() })).readonly(),
  groundContactTime: maybe,
  flightTime: maybe,
  stepRate: maybe,
  speed: maybe,
  verticalOscillation: maybe,
  legStiffness: maybe,
  peakVerticalForce: maybe,
  impulse: maybe,
  discs: z.array(discSummary).readonly(),
  sources: z.array(z.object({ id: z.string(), doi: z.string().nullable(), doiVerified: z.boolean() })).readonly(),
  modelVersion: z.string(),
  warnings: z.array(notice).readonly(),
}) satisfies z.ZodType<RunSummary>;
