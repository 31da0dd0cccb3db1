/** Experiments: one change tried by lot on one's own runs. */
import { z } from "zod";
import { experimentDifferences, experimentKindIds } from "../../src/index.ts";
import { editRecord } from "./underfoot-api.ts";

const id = z.int().positive();
const kind = z.enum(experimentKindIds);
const points = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** One experiment: how it stands, what the next run is to be, what it found, and the protocol that was fixed before its first run. */
export const experiment = z.object({
  id, kind, name: z.string(), seenBy: z.string(), startedAt: z.string(), stoppedAt: z.string().nullable(),
  state: z.enum(["under-way", "ended-early", "stopped", "complete"]), endedFor: z.enum(["severe-pain", "worse-with-change", "worse-without-change"]).nullable(), stateSentence: z.string(),
  /** What to do on a run with the change, and on one without. */
  tasks: z.object({ withChange: z.string(), without: z.string() }),
  /** The next run; null once it is over. */
  next: z.object({ number: z.int(), block: z.int(), withChange: z.boolean(), isWashout: z.boolean(), task: z.string() }).nullable(),
  /** `kept` null where it cannot be seen; ratings null where none was noted. */
  runs: z.array(z.object({ startedAt: z.string(), utcOffset: z.number(), block: z.int(), isWashout: z.boolean(), withChange: z.boolean(), kept: z.boolean().nullable(), before: z.number().nullable(), after: z.number().nullable() })).readonly(),
  keptSentence: z.string(),
  /** Points of 10 with the change over without, 95 % interval; `judgedAt` null while it may still change. */
  result: z.object({ verdict: z.enum(["linked", "not-linked", "not-enough"]), points: points.nullable(), sentence: z.string(), judgedAt: z.string().nullable() }),
  resultToday: z.string().nullable(),
  protocol: z.object({
    pairs: z.int(), runsPerBlock: z.int(), washoutRuns: z.int(), withChange: z.array(z.boolean()).readonly(), runs: z.int(), difference: z.number(), seed: z.number(),
    shoes: z.object({ with: z.string(), without: z.string() }).nullable(), usualStepRate: z.object({ speed: z.number(), rate: z.number(), perSpeed: z.number() }).nullable(),
    spread: z.number(), alike: z.number(), scatterRuns: z.int(),
  }),
});

/** GET /api/experiments: newest first, with what could be tried and how long that takes. */
export const experimentList = z.object({
  isSample: z.boolean(),
  experiments: z.array(experiment).readonly(),
  offers: z.array(z.object({
    kind, name: z.string(), seenBy: z.string(), trouble: z.string().nullable(),
    lengths: z.array(z.object({ difference: z.number(), runs: z.int().nullable(), weeks: z.int().nullable() })).readonly(),
  })).readonly(),
  shoes: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
});

/** POST /api/experiments; pairs for an experiment with shoes only. */
export const experimentAsked = z.strictObject({
  kind, difference: z.union(experimentDifferences.map((each) => z.literal(each)), `must be one of ${experimentDifferences.join(", ")} points`).default(1),
  shoeId: id.optional(), otherShoeId: id.optional(),
});

/** Answers of POST /api/experiments and /api/experiments/:id/stop. */
export const experimentPlanned = z.object({ id, edit: editRecord });
export const experimentStopped = z.object({ edit: editRecord });

export type ExperimentJson = z.infer<typeof experiment>;
export type ExperimentListJson = z.infer<typeof experimentList>;
