import { discLevels, type DayCovariates, type DiscLevel, type PainEntry, type PainRegion } from "./domain/index.ts";
import { analyseLink, doseLawRival, shoeFactorId, type DiaryRun, type FactorAnswer, type LinkAnalysis, type RunFactorId } from "./diary/index.ts";

/** One run with what is known of it; null is "not known". */
export interface RunForLink {
  /** [s since 1970-01-01T00:00:00Z] */
  readonly startedAt: number;
  /** [s] */
  readonly duration: number;
  /** Local time minus UTC [s]. */
  readonly utcOffset: number;
  /** [m] */
  readonly distance: number | null;
  /** Mean speed while moving [m/s]. */
  readonly speed: number | null;
  /** Climbed [m]. */
  readonly climb: number | null;
  /** [Hz] */
  readonly stepRate: number | null;
  /** Dose of each disc over the usual run's [1], by each law of counting: which one holds is contested. */
  readonly relativeDose: Readonly<Partial<Record<DiscLevel, DoseByLaw>>>;
  /** Shares of the distance on hard and soft ground [1]. */
  readonly shareOnHardGround: number | null;
  readonly shareOnSoftGround: number | null;
  readonly shoe: string | null;
  /** Run in that shoe before [m]. */
  readonly shoeDistance: number | null;
  /** Growth of contact time from the first to the last quarter at equal speed [1]. */
  readonly contactTimeDrift: number | null;
  readonly trunkLeanDegrees: number | null;
}

/** Doses by the exponents that are argued for. */
export interface DoseByLaw {
  readonly exponent2: number;
  readonly exponent6: number;
  readonly exponent9: number;
}

const day = 86_400;
/** Discs behind each band of the lower back, by the belt line at L4. */
const discBehind: Readonly<Partial<Record<PainRegion, DiscLevel>>> = { "upper-lumbar": "L1-L2", "middle-lumbar": "L3-L4", "lower-lumbar": "L5-S1" };

/**
 * Everything a runner's diary and runs say about whether pain goes with running and with which part of it. What is said of the load must hold however load is counted:
 * where the laws lead to different verdicts it cannot be told.
 */
export function linkPainToRuns(entries: readonly PainEntry[], days: readonly DayCovariates[], runs: readonly RunForLink[], seed = 1): LinkAnalysis {
  const level = painfulLevel(entries);
  const analysis = analyseLink({ entries, days, runs: diaryRuns(runs, level) }, seed);
  const dose = doseOf(analysis);
  const isConcluded = dose?.verdict.kind === "linked" || dose?.verdict.kind === "not-linked";
  if (!isConcluded || otherLaws.every((law) => isSameVerdict(dose, doseOf(analyseLink({ entries, days, runs: diaryRuns(runs, level, law) }, seed))))) return analysis;
  return { ...analysis, factors: analysis.factors.map((factor) => (factor === dose ? { ...factor, verdict: { kind: "cannot-be-told-apart", from: [doseLawRival] } } : factor)) };
}

const otherLaws = ["exponent2", "exponent9"] as const;

const doseOf = ({ factors }: LinkAnalysis): FactorAnswer | undefined => factors.find(({ id }) => id === "dose");

function isSameVerdict(one: FactorAnswer, other: FactorAnswer | undefined): boolean {
  const direction = ({ verdict }: FactorAnswer): string | null => (verdict.kind === "linked" ? verdict.direction : null);
  return other !== undefined && one.verdict.kind === other.verdict.kind && direction(one) === direction(other);
}

/** The disc behind the band that was marked most often; the lowest where none was. */
export function painfulLevel(entries: readonly PainEntry[]): DiscLevel {
  const counts = new Map<DiscLevel, number>();
  for (const { pains } of entries) {
    for (const { region } of pains) {
      const level = discBehind[region];
      if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? discLevels[discLevels.length - 1] ?? "L5-S1";
}

/** Runs as the analysis sees them: what was measured, and what only the runs before tell. */
export function diaryRuns(runs: readonly RunForLink[], level: DiscLevel, law: keyof DoseByLaw = "exponent6"): readonly DiaryRun[] {
  const sorted = runs.toSorted((one, other) => one.startedAt - other.startedAt);
  const dayOf = ({ startedAt, utcOffset }: RunForLink): number => Math.floor((startedAt + utcOffset) / day);
  const runDays = new Set(sorted.map(dayOf));
  const shoes = shoesOf(sorted);
  let firstOfMonth = 0;
  return sorted.map((run, index) => {
    const { distance } = run;
    while (sorted[firstOfMonth]!.startedAt < run.startedAt - 30 * day) firstOfMonth += 1;
    const longest = sorted.slice(firstOfMonth, index).reduce((most, before) => Math.max(most, before.distance ?? 0), 0);
    const told: readonly (readonly [RunFactorId, number | null | undefined])[] = [
      ["distance", scaled(distance, 0.001)], ["dose", run.relativeDose[level]?.[law]], ["longestRunRatio", longest > 0 ? scaled(distance, 1 / longest) : null],
      ["speed", scaled(run.speed, 3.6)], ["climb", distance !== null && distance > 0 ? scaled(run.climb, 1000 / distance) : null], ["stepRate", scaled(run.stepRate, 60)],
      ["shareOnHardGround", scaled(run.shareOnHardGround, 100)], ["shareOnSoftGround", scaled(run.shareOnSoftGround, 100)], ["shoeDistance", scaled(run.shoeDistance, 0.001)],
      ["contactTimeDrift", scaled(run.contactTimeDrift, 100)], ["trunkLean", run.trunkLeanDegrees], ["daysSinceRest", daysInARow(dayOf(run), runDays)],
    ];
    const factors: Partial<Record<string, number>> = {};
    for (const [id, value] of told) if (value !== null && value !== undefined && Number.isFinite(value)) factors[id] = value;
    for (const shoe of shoes) if (run.shoe !== null) factors[shoeFactorId(shoe)] = run.shoe === shoe ? 1 : 0;
    return { start: run.startedAt, end: run.startedAt + run.duration, utcOffset: run.utcOffset, factors };
  });
}

const scaled = (value: number | null, factor: number): number | null => (value === null ? null : value * factor);

/** Pairs run in less often tell nothing. */
const fewestRunsInShoe = 10;

/** Shoes that a question can be asked of; with two, one says what the other would. */
function shoesOf(runs: readonly RunForLink[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { shoe } of runs) if (shoe !== null) counts.set(shoe, (counts.get(shoe) ?? 0) + 1);
  const shoes = [...counts].filter(([, count]) => count >= fewestRunsInShoe).map(([shoe]) => shoe).toSorted();
  return counts.size === 2 ? shoes.slice(0, 1) : counts.size > 2 ? shoes : [];
}

function daysInARow(last: number, runDays: ReadonlySet<number>): number {
  let count = 0;
  while (runDays.has(last - count - 1)) count += 1;
  return count;
}
