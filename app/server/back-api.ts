import { z } from "zod";
import { placedPain } from "../storage/index.ts";

/** The shapes of what the pages of the back draw at once. */
const day = z.int().describe("days since 1970-01-01, by the runner's own clock");

export const backOverview = z.object({
  isSample: z.boolean(),
  days: z.array(z.object({ day, entries: z.int(), painful: z.int(), worst: z.int(), pains: z.array(placedPain).readonly() })).readonly().describe("days with at least one entry; a day without is not among them"),
  runs: z.array(z.object({ id: z.int(), day, start: z.number(), end: z.number(), utcOffset: z.number(), distance: z.number().nullable() })).readonly(),
  lastPains: z.array(placedPain).readonly().describe("places of the latest entry with pain"),
});
export type BackOverview = z.infer<typeof backOverview>;
