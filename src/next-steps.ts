import type { ChangeEvidence } from "./compare-evidence.ts";
import type { Quantity } from "./domain/index.ts";
import type { LinkAnswer, ToldFactor } from "./link-answer.ts";
import { backPainOddsRatios, longestRunShare, shoeSoftnessContrast } from "./literature/index.ts";
import { bandWords, numberWords } from "./charts/index.ts";
import { whatIf, type WhatIfBaseline } from "./what-if.ts";
import type { WhatIfChange } from "./what-if-change.ts";
import { whatIfWords } from "./what-if-words.ts";

/** One thing to try, with what may be expected of it and how that will be seen. */
export interface NextStep {
  readonly id: "look" | "other-days" | "warm-up" | "step-rate" | "slower" | "surface" | "shoe" | "long-run" | "rest-day";
  readonly title: string;
  /** What the runner's own diary says it goes with, in words; that this cannot be told, where it cannot. */
  readonly pain: string;
  /** Change of the load on L5-S1 in each footfall [%], and what of it can be told; null where the change is none of the model's. */
  readonly load: Quantity | null;
  readonly loadWords: string | null;
  readonly evidence: string | null;
  /** How Footfall will see whether it helped. */
  readonly check: string;
  /** The experiment that tells; null where a look at later runs must do. */
  readonly experiment: "warm-up" | "step-rate" | "surface" | "shoe" | "rest-day" | null;
}

/** The one sentence first, then what it rests on, then what to try, the smallest change first. */
export interface Findings {
  readonly sentence: string;
  readonly evidence: readonly string[];
  readonly next: readonly NextStep[];
}

interface Rung {
  readonly id: NextStep["id"];
  readonly title: string;
  /** The factor of the link analysis that speaks of it. */
  readonly speaksOf: (factor: ToldFactor) => boolean;
  /** What it is in the model's terms. */
  readonly change: WhatIfChange | null;
  readonly experiment: NextStep["experiment"];
  readonly known: string | null;
}

const of = (...ids: readonly string[]) => ({ id }: ToldFactor): boolean => ids.includes(id);
const { warmUp } = backPainOddsRatios;

/** Smallest change first, by what it asks of a runner. */
const ladder: readonly Rung[] = [
  { id: "warm-up", title: "Warm up for ten minutes before the run", speaksOf: of("warmUp"), change: null, experiment: "warm-up", known: `In one survey runners who warmed up too little had back pain more often (odds ${numberWords(warmUp.value, 1)}, ${bandWords(warmUp.low, warmUp.high, 1)}); an association, no proof of cause.` },
  { id: "step-rate", title: "Take 5 % more steps a minute", speaksOf: of("stepRate"), change: { stepRate: 1.05 }, experiment: "step-rate", known: null },
  { id: "slower", title: "Run the usual routes 5 % slower", speaksOf: of("speed", "dose"), change: { speed: 0.95 }, experiment: null, known: null },
  { id: "surface", title: "Run more on soft ground", speaksOf: of("shareOnHardGround", "shareOnSoftGround"), change: { surface: "grass" }, experiment: "surface", known: null },
  { id: "shoe", title: "Change to a softer pair on some days", speaksOf: ({ id }) => id.startsWith("shoe:") || id === "shoeDistance", change: { shoeStiffnessNewtonsPerMillimetre: shoeSoftnessContrast.soft / 1000 }, experiment: "shoe", known: null },
  { id: "long-run", title: `Hold the long run within ${Math.round(100 * longestRunShare.value)} % of the longest of 30 days`, speaksOf: of("longestRunRatio", "distance"), change: null, experiment: null, known: "Longer jumps were followed by more overuse injuries of any kind; of back pain alone nothing was shown." },
  { id: "rest-day", title: "Leave a day of rest before some runs", speaksOf: of("daysSinceRest"), change: null, experiment: "rest-day", known: null },
];

/** As many things at most: one is tried at a time. */
const mostSteps = 4;

/** What was found, and what to try next; `baseline` is what was run in the last four weeks, null where nothing was. */
export function findings(link: LinkAnswer, baseline: WhatIfBaseline | null): Findings {
  const { running, factors, unseen } = link;
  const linked = factors.filter(({ verdict }) => verdict.kind === "linked");
  const evidence = [...(running.sureness === null ? [] : [running.sureness]), ...linked.slice(0, 3).map(({ sentence, sureness }) => (sureness === null ? sentence : `${sentence} ${sureness}`)), unseen];
  return { sentence: running.sentence, evidence, next: stepsFor(link, baseline) };
}

function stepsFor({ running, factors }: LinkAnswer, baseline: WhatIfBaseline | null): readonly NextStep[] {
  const first = firstOf(running);
  const isNamed = ({ verdict }: ToldFactor): boolean => verdict.kind === "linked" || verdict.kind === "cannot-be-told-apart";
  const rungs = ladder.map((rung) => ({ rung, factor: factors.filter(rung.speaksOf).find(isNamed) ?? factors.find(rung.speaksOf) ?? null }));
  // What the diary has cleared is not tried; what it points at is, and where it points at nothing, what is easiest.
  const open = rungs.filter(({ factor }) => factor?.verdict.kind !== "not-linked");
  const pointed = open.filter(({ factor }) => factor !== null && isNamed(factor));
  const chosen = pointed.length > 0 ? pointed : running.verdict.kind === "not-linked" ? [] : open.slice(0, 2);
  return [...(first ? [first] : []), ...chosen.map(({ rung, factor }) => stepOf(rung, factor, baseline))].slice(0, mostSteps);
}

/** What the answer waits for: a look at the back, or runs on other days; null where it waits for nothing. */
function firstOf({ verdict, sentence }: LinkAnswer["running"]): NextStep | null {
  const nothing = { load: null, loadWords: null, evidence: null, check: sentence, experiment: null };
  if (verdict.kind === "cannot-be-told-apart" && !verdict.from.includes("painBefore")) {
    return { ...nothing, id: "other-days", title: "Move a run or two a week to other days, a coin choosing which", pain: "It asks nothing of your back; it lets running and the weekday be told apart." };
  }
  if (verdict.kind !== "not-enough" && verdict.kind !== "cannot-be-told-apart") return null;
  return { ...nothing, id: "look", title: "Look at your back before each run and on the next morning, also when it does not hurt", pain: "It asks nothing of your back; it is what every answer here waits for." };
}

function stepOf({ id, title, change, experiment, known }: Rung, factor: ToldFactor | null, baseline: WhatIfBaseline | null): NextStep {
  const answer = change && baseline && baseline.cells.length > 0 ? whatIf(baseline, change) : null;
  const disc = answer?.discs.find(({ level }) => level === "L5-S1");
  return {
    id, title, pain: factor && factor.verdict.kind !== "not-enough" ? factor.sentence : "What it does to your pain cannot be told yet.",
    load: disc?.footfall.change ?? null, loadWords: answer ? whatIfWords(answer)[0] ?? null : null,
    evidence: known ?? evidenceWords(answer?.evidence ?? []),
    check: experiment ? "An experiment: some runs with it, some without; chance decides which, so that a good week cannot pass for a good change. Compared by the same analysis." : "Footfall goes on comparing your runs with and without it; its verdict changes as soon as there is enough.", experiment,
  };
}

const evidenceWords = (evidence: readonly ChangeEvidence[]): string | null => evidence[0]?.sentence ?? null;
