/** The report for a physio: GET /api/report and `footfall report --json` answer the same blocks; GET /api/report.pdf is the same on paper. */
import { z } from "zod";
import { painRegions, painSides } from "../../src/index.ts";
import { quantity } from "../storage/run-summary-schema.ts";
import { reportQuestion } from "../storage/report.ts";

/** Query of both: what the runner wants to know; absent, the usual question. */
export const reportQuery = z.object({ question: reportQuestion.optional() });

const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["verdict", "text", "note"]), text: z.string() }),
  z.object({ kind: z.literal("facts"), rows: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly() }),
  z.object({ kind: z.literal("table"), caption: z.string(), head: z.array(z.string()).readonly(), rows: z.array(z.array(z.string()).readonly()).readonly() }),
  z.object({ kind: z.literal("weeks"), caption: z.string(), weeks: z.array(z.object({ name: z.string(), distance: z.number(), distanceWords: z.string(), worstPain: z.number().nullable() })).readonly(), scale: z.array(z.object({ distance: z.number(), words: z.string() })).readonly() }),
  /** Where it hurt: entries that marked the place, their middle rating and the worst. */
  z.object({ kind: z.literal("back"), caption: z.string(), painfulEntries: z.int(), places: z.array(z.object({ region: z.enum(painRegions), side: z.enum(painSides), entries: z.int(), usual: z.number(), worst: z.number() })).readonly() }),
]);

export const report = z.object({
  title: z.string(),
  lead: z.string(),
  /** Sections of the first and of the second page. */
  pages: z.array(z.array(z.object({ title: z.string(), blocks: z.array(block).readonly() })).readonly()).readonly(),
});

/** GET /api/findings: one sentence, what it rests on, and what to try next, the smallest change first. */
export const findings = z.object({
  sentence: z.string(),
  evidence: z.array(z.string()).readonly(),
  next: z.array(z.object({
    id: z.enum(["look", "other-days", "warm-up", "step-rate", "slower", "surface", "shoe", "long-run", "rest-day"]), title: z.string(), pain: z.string(),
    /** Change of the load on L5-S1 in each footfall [%]; null where the change is none of the model's. */
    load: quantity.nullable(), loadWords: z.string().nullable(), evidence: z.string().nullable(), check: z.string(), experiment: z.enum(["warm-up", "step-rate", "surface", "shoe", "rest-day"]).nullable(),
  })).readonly(),
});

export type FindingsJson = z.infer<typeof findings>;
export type ReportJson = z.infer<typeof report>;
