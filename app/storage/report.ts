import { z } from "zod";
import {
  findings, modelVersion, physioReport, planSentence, whatIfBaseline,
  type LinkAnswer, type ReportDocument, type ReportedRun, type ReportFacts, type WhatIfBaseline,
} from "../../src/index.ts";
import { readCabinet } from "./cabinet.ts";
import { listExperiments } from "./experiments.ts";
import type { Store } from "./open-store.ts";
import { diaryRunnerId, painEntries } from "./pain-diary.ts";
import { weekPlan, type PlanMoment } from "./plan.ts";
import { distanceTeller } from "./plan-told.ts";
import { listPostures } from "./posture.ts";
import { redFlagAnswers } from "./red-flag-answers.ts";
import { countRuns } from "./run-list.ts";
import { readRunner, sampleRunnerId, shownRunnerId } from "./runners.ts";
import { readResult } from "./summaries.ts";
import { readSurfaces } from "./surface-shares.ts";
import { weeklyAnswers } from "./weekly-answers.ts";
import { whatIfGround } from "./what-if.ts";

const day = 86_400;
const twelveWeeks = 84;

/** The longest question a runner may put on the report. */
export const longestQuestion = 300;

export const reportQuestion = z.string().trim().max(longestQuestion, `must be at most ${longestQuestion} letters`);

/** What whoever is shown ran in the last four weeks, for what to try next; null where nothing was. */
export async function recentBaseline(store: Store): Promise<WhatIfBaseline | null> {
  const ground = await whatIfGround(store, null);
  const { baseline, isAssumed } = ground ? whatIfBaseline(ground, "weeks") : { baseline: null, isAssumed: true };
  return isAssumed ? null : baseline;
}

/** The report for a physio, of whoever is shown; `link` is the answer of the link analysis for that runner's diary. */
export async function reportOf(store: Store, { link, question, moment }: { readonly link: LinkAnswer; readonly question: string | null; readonly moment: PlanMoment }): Promise<ReportDocument> {
  // One person's alone: whose diary it is, theirs are the runs, though another's may be shown in the app.
  const runnerId = diaryRunnerId(store);
  const isSample = sampleRunnerId(store) === runnerId;
  const hasRuns = shownRunnerId(store) === runnerId;
  const { plan } = weekPlan(store, moment);
  const tell = distanceTeller(store);
  const today = hasRuns ? plan.from : moment.today;
  const runner = readRunner(store, runnerId);
  const [posture = null] = listPostures(store, runnerId);
  const facts: ReportFacts = {
    question: question === null || question.trim() === "" ? null : question.trim(), today, isSample, runner,
    redFlags: lastOf(redFlagAnswers(store, runnerId).map(({ at, utcOffset, marked }) => ({ day: Math.floor((at + utcOffset) / day), marked }))),
    entries: painEntries(store, runnerId, { from: (today - twelveWeeks) * day }),
    weekly: weeklyAnswers(store, runnerId).flatMap(({ day: of, score }) => (score === null ? [] : [{ day: of, score: score.score }])),
    runs: reportedRuns(store, runnerId, today - twelveWeeks), runsInAll: countRuns(store, runnerId),
    link, findings: findings(link, hasRuns ? await recentBaseline(store) : null),
    posture: posture && { day: posture.day, lean: posture.findings.trunkLean, lordosis: posture.findings.lordosis }, toldLean: runner.trunkLeanDegrees,
    shoes: readCabinet(store, runnerId, today * day).shoes.filter(({ retiredOn }) => retiredOn === null).toSorted((one, other) => other.recentDistance - one.recentDistance),
    surfaces: readSurfaces(store, runnerId).total.surfaces,
    experiments: listExperiments(store, moment.now).experiments.map(({ name, state, stateSentence, result }) => ({ name, state: stateSentence, result: state === "under-way" ? null : result.sentence })),
    plan: hasRuns ? planSentence(plan, tell) : null, planEnergy: hasRuns ? plan.energy : null, modelVersion, tell, units: readRunner(store).units,
  };
  return physioReport(facts);
}

const lastOf = <Item>(items: readonly Item[]): Item | null => items.at(-1) ?? null;

const runRow = z.object({ startedAt: z.number(), utcOffset: z.number().nullable(), distance: z.number().nullable(), duration: z.number(), result: z.string().nullable() });

function reportedRuns(store: Store, runnerId: number, from: number): readonly ReportedRun[] {
  return store.all(
    runRow,
    `SELECT started_at AS startedAt, json_extract(meta, '$.utcOffset') AS utcOffset, json_extract(meta, '$.distance') AS distance, json_extract(meta, '$.duration') AS duration, result
     FROM recordings LEFT JOIN summaries ON recording_id = recordings.id
     WHERE recordings.runner_id = ? AND deleted_at IS NULL AND started_at > ? AND json_extract(meta, '$.sport') = 'running' ORDER BY started_at`,
    runnerId, from * day,
  ).flatMap(({ startedAt, utcOffset, distance, duration, result }) => {
    if (distance === null) return [];
    const summary = readResult(result)?.summary ?? null;
    return [{
      day: Math.floor((startedAt + (utcOffset ?? 0)) / day), distance, movingTime: summary?.movingTime ?? duration, stepRate: summary?.stepRate?.value ?? null,
      l5s1Peak: summary?.discs.find(({ level }) => level === "L5-S1")?.peakCompression ?? null, peakForce: summary?.peakVerticalForce ?? null,
      measuredShare: summary?.method.filter(({ id }) => id === "running-dynamics").reduce((sum, { share }) => sum + share, 0) ?? 0,
    }];
  });
}
