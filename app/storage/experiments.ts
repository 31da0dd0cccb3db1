import { z } from "zod";
import {
  beginExperiment, experimentKind, experimentKindIds, experimentTask, followExperiment, keptWords, offerExperiments, resultWords, stateWords,
  type ExperimentAsked, type ExperimentProtocol, type ExperimentResult, type FollowedExperiment, type LinkInput,
} from "../../src/index.ts";
import { edit, type Edit } from "./edits.ts";
import { linkInput } from "./link.ts";
import { isoMoment } from "./moment.ts";
import type { Store } from "./open-store.ts";
import { diaryRunnerId } from "./pain-diary.ts";
import { ownRunnerId, sampleRunnerId } from "./runners.ts";
import { listShoes } from "./shoes.ts";

const protocolJson = z.object({
  kind: z.enum(experimentKindIds), shoes: z.object({ with: z.string(), without: z.string() }).nullable(),
  usualStepRate: z.object({ speed: z.number(), rate: z.number(), perSpeed: z.number() }).nullable(),
  plan: z.object({ pairs: z.int(), runsPerBlock: z.int(), washoutRuns: z.int(), withChange: z.array(z.boolean()).readonly(), runs: z.int(), difference: z.number(), seed: z.number() }),
  scatter: z.object({ spread: z.number(), alike: z.number(), runs: z.int() }),
  startedAt: z.number(),
}) satisfies z.ZodType<ExperimentProtocol>;

const effectJson = z.object({ value: z.number(), standardError: z.number(), degreesOfFreedom: z.number(), pValue: z.number(), low: z.number(), high: z.number() });
const resultJson = z.object({ effect: effectJson.nullable(), chance: z.number(), verdict: z.enum(["linked", "not-linked", "not-enough"]) }) satisfies z.ZodType<ExperimentResult>;

const experimentRow = z.object({ id: z.number(), runnerId: z.number(), protocol: z.string(), stoppedAt: z.number().nullable(), result: z.string().nullable(), judgedAt: z.number().nullable() });
type Row = z.infer<typeof experimentRow>;
const select = `SELECT experiments.id, experiments.runner_id AS runnerId, protocol, stopped_at AS stoppedAt, result, judged_at AS judgedAt FROM experiments LEFT JOIN experiment_results ON experiment_id = experiments.id`;

/** Another experiment is under way: two at once could not be told apart. */
export class ExperimentUnderWay extends Error {}

/** Everything about a runner's experiments: what is under way, what was, what could be. */
export function listExperiments(store: Store, now: number) {
  const runnerId = diaryRunnerId(store);
  const input = linkInput(store, runnerId);
  const experiments = rowsOf(store, runnerId).map((row) => described(store, row, input, now));
  return {
    isSample: sampleRunnerId(store) === runnerId,
    experiments,
    offers: offerExperiments(input, now).map((offer) => ({ ...offer, name: experimentKind(offer.kind).name, seenBy: experimentKind(offer.kind).seenBy })),
    shoes: listShoes(store, runnerId).filter(({ retiredOn }) => retiredOn === null).map(({ id, name }) => ({ id: String(id), name })),
  };
}

/** One experiment with its protocol; null where there is none of that id. */
export function readExperiment(store: Store, id: number, now: number) {
  const row = store.first(experimentRow, `${select} WHERE experiments.id = ?`, id);
  return row && described(store, row, linkInput(store, row.runnerId), now);
}

/** Draws an experiment for the owner and keeps its protocol. Throws where it cannot be made, or another is under way. */
export function planExperimentFor(store: Store, asked: ExperimentAsked, now: number): { readonly id: number; readonly edit: Edit } {
  return store.transaction(() => {
    const input = linkInput(store, ownRunnerId);
    const other = rowsOf(store, ownRunnerId).find((row) => described(store, row, input, now).state === "under-way");
    if (other) throw new ExperimentUnderWay(`experiment ${other.id} is under way; two at once could not be told apart. Stop it first`);
    const protocol = beginExperiment(input, asked, now);
    let id = 0;
    const done = edit(store, { runnerId: ownRunnerId, now, what: `planned an experiment: ${experimentKind(asked.kind).name}` }, (rows) => void (id = rows.insert("experiments", { started_at: now, protocol: JSON.stringify(protocol), stopped_at: null })));
    return { id, edit: done };
  });
}

/** Stops an experiment; null where there is none of that id or it is over. */
export function stopExperiment(store: Store, id: number, now: number): Edit | null {
  const found = readExperiment(store, id, now);
  if (found?.state !== "under-way") return null;
  const row = store.first(experimentRow, `${select} WHERE experiments.id = ?`, id);
  return row && edit(store, { runnerId: row.runnerId, now, what: `stopped the experiment: ${found.name}` }, (rows) => rows.update("experiments", id, { stopped_at: now }));
}

function rowsOf(store: Store, runnerId: number): Row[] {
  return store.all(experimentRow, `${select} WHERE experiments.runner_id = ? ORDER BY started_at DESC, experiments.id DESC`, runnerId);
}

function described(store: Store, row: Row, input: LinkInput, now: number) {
  const protocol = protocolJson.parse(JSON.parse(row.protocol));
  const followed = followExperiment(protocol, input, row.stoppedAt);
  const kept = settleResult(store, row, followed, now);
  const task = (withChange: boolean): string => experimentTask(protocol, withChange, input);
  const { next, runs, result: today } = followed;
  const result = kept?.result ?? today;
  return {
    id: row.id, kind: protocol.kind, name: experimentKind(protocol.kind).name, seenBy: experimentKind(protocol.kind).seenBy,
    startedAt: isoMoment(protocol.startedAt), stoppedAt: row.stoppedAt === null ? null : isoMoment(row.stoppedAt),
    state: followed.state, endedFor: followed.endedFor, stateSentence: stateWords(followed, protocol),
    tasks: { withChange: task(true), without: task(false) },
    next: next && { ...next, task: task(next.withChange) },
    runs: runs.map(({ startedAt, utcOffset, ...run }) => ({ startedAt: isoMoment(startedAt), utcOffset, ...run })), keptSentence: keptWords(runs),
    result: { verdict: result.verdict, points: pointsOf(result), sentence: resultWords(result, protocol), judgedAt: kept === null ? null : isoMoment(kept.judgedAt) },
    /** What the diary says now, where it was changed since the result was kept. */
    resultToday: kept !== null && JSON.stringify(kept.result) !== JSON.stringify(today) ? resultWords(today, protocol) : null,
    protocol: { ...protocol.plan, shoes: protocol.shoes, usualStepRate: protocol.usualStepRate, spread: protocol.scatter.spread, alike: protocol.scatter.alike, scatterRuns: protocol.scatter.runs },
  };
}

/** How long after the last run pain is still noted [s]: then the result is kept as it is. */
const lastLooks = 2 * 86_400;

/** The result of an experiment that is over is kept with its protocol; of one that goes on, a stop taken back, there is none. */
function settleResult(store: Store, { id, runnerId, result, judgedAt, stoppedAt }: Row, { state, runs, result: today }: FollowedExperiment, now: number): { readonly result: ExperimentResult; readonly judgedAt: number } | null {
  if (state === "under-way") {
    if (result !== null) store.run("DELETE FROM experiment_results WHERE experiment_id = ?", id);
    return null;
  }
  if (result !== null && judgedAt !== null) return { result: resultJson.parse(JSON.parse(result)), judgedAt };
  const last = runs.at(-1)?.startedAt ?? stoppedAt ?? now;
  if (now < last + lastLooks) return null;
  store.run("INSERT OR REPLACE INTO experiment_results (experiment_id, runner_id, judged_at, result) VALUES (?, ?, ?, ?)", id, runnerId, now, JSON.stringify(today));
  return { result: today, judgedAt: now };
}

function pointsOf({ effect }: ExperimentResult): { readonly value: number; readonly low: number; readonly high: number } | null {
  return effect && { value: effect.value, low: effect.low, high: effect.high };
}
