/** Does pain go with running, and with which part of it: the shape of GET /api/link and of `footfall link --json`. */
import { z } from "zod";
import { discLevels, lags, type LinkAnswer } from "../../src/index.ts";

const lag = z.enum(lags.map(({ id }) => id));

/** The four things that can be said; "how many more" are days and runs at this runner's own rate. */
const verdict = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("linked"), direction: z.enum(["more", "less"]), lag }),
  z.object({ kind: z.literal("not-linked"), /** Points of 10. */ atMost: z.number() }),
  z.object({ kind: z.literal("not-enough"), moreDays: z.int(), moreRuns: z.int() }),
  z.object({ kind: z.literal("cannot-be-told-apart"), from: z.array(z.string()).readonly() }),
]);

/** Points of 10 with the 95 % interval. */
const points = z.object({ value: z.number(), low: z.number(), high: z.number() });
/** Odds ratio with the 95 % interval; null where the diary does not bound it. */
const odds = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
const told = { verdict, sentence: z.string(), sureness: z.string().nullable() };

export const linkAnswer = z.object({
  isSample: z.boolean(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  days: z.int(),
  daysWithEntry: z.int(),
  runDays: z.int(),
  painfulLevel: z.enum(discLevels),
  running: z.object({
    ...told,
    /** Points are null where only a range can be told: nobody looked at the back between the evening before and the run. */
    effects: z.array(z.object({ lag, lagWords: z.string(), days: z.int(), runDays: z.int(), points: points.nullable(), range: z.object({ low: z.number(), high: z.number() }).nullable() })).readonly(),
    shuffle: z.object({ calendars: z.int(), asStrong: z.int(), weeks: z.int(), null: z.string() }),
    oddsRatios: z.object({ twoHours: odds, day: odds, higherRating: odds.nullable() }),
  }),
  factors: z.array(z.object({
    ...told,
    id: z.string(), name: z.string(), isOfRun: z.boolean(),
    /** Two usual values of this runner's, in the factor's own unit; what the points are told between. */
    from: z.number(), to: z.number(), contrast: z.string().nullable(),
    experiment: z.string().nullable(),
    effects: z.array(z.object({ lag, days: z.int(), points, shrunk: points })).readonly(),
  })).readonly(),
  heldConstant: z.array(z.string()).readonly(),
  toldTooSeldom: z.array(z.string()).readonly(),
  /** What no method can see; part of every verdict. */
  unseen: z.string(),
  modelVersion: z.string(),
}) satisfies z.ZodType<LinkAnswer & { readonly isSample: boolean }>;

export type LinkAnswerJson = z.infer<typeof linkAnswer>;
