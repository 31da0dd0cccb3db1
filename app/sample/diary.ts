import type { DayCovariateId, DayCovariates, OstrcAnswers, PainEntry, PlacedPain } from "../../src/index.ts";
import type { PlannedRun } from "./training-plan.ts";

const day = 86_400;
const hour = 3600;

/** What the sample runner wrote down. */
export interface SampleDiary {
  readonly painEntries: readonly PainEntry[];
  readonly days: readonly DayCovariates[];
  readonly weeks: readonly { readonly day: number; readonly answers: OstrcAnswers }[];
}

/**
 * A diary beside the plan: a look at the back on most evenings, on some mornings and after some runs; mostly no pain, some the day after long or fast runs; days forgotten, and a week away
 * without any. `lastDay` is the calendar's last midnight [s since 1970], `utcOffset` the runner's own [s].
 */
export function sampleDiary(plan: readonly PlannedRun[], lastDay: number, utcOffset: number, random: () => number): SampleDiary {
  const daysAgo = Array.from({ length: Math.max(...plan.map((run) => run.daysAgo)) + 1 }, (_, index) => index).toReversed();
  const written = daysAgo.map((ago) => writtenOn(plan, ago, random));
  return {
    painEntries: daysAgo.flatMap((ago, index) => (written[index]?.looks ?? []).map(({ time, painRating, occasion }) => entry(lastDay - ago * day + time, utcOffset, painRating, occasion, ago))),
    days: daysAgo.flatMap((ago, index) => (written[index]?.answers ? [{ day: Math.round((lastDay + utcOffset) / day) - ago, answers: written[index].answers }] : [])),
    weeks: daysAgo.filter((ago) => ago % 7 === 0).flatMap((ago) => {
      const ratings = written.slice(daysAgo.indexOf(ago) - 6, daysAgo.indexOf(ago) + 1).flatMap(({ looks }) => looks.map(({ painRating }) => painRating));
      return ratings.length === 0 || ago > 77 ? [] : [{ day: Math.round((lastDay + utcOffset) / day) - ago, answers: weekOf(Math.max(...ratings)) }];
    }),
  };
}

interface Look {
  /** Local time of day [s]. */
  readonly time: number;
  readonly painRating: number;
  readonly occasion: PainEntry["occasion"];
}

/** The looks and the answers of one day. The same number of draws whatever comes of them, so that a change here does not shift the days after. */
function writtenOn(plan: readonly PlannedRun[], ago: number, random: () => number): { readonly looks: readonly Look[]; readonly answers: DayCovariates["answers"] | null } {
  const [isEveningThere, isMorningThere, isAskedAfterRun, isAnswered] = [random() < 0.85, random() < 0.3, random() < 0.6, random() < 0.8];
  const [size, surprise] = [0.5 + random(), random() < 0.06 ? 1 + random() : 0];
  const [night, stress, sitting, warmUp] = [random(), random(), random(), random()];
  const isAway = ago >= 38 && ago < 43;
  if (isAway) return { looks: [], answers: null };
  const run = plan.find(({ daysAgo }) => daysAgo === ago);
  const painRating = Math.min(10, Math.round(ache(plan, [ago, ago + 1]) * size + surprise));
  const looks: Look[] = [];
  if (isMorningThere) looks.push({ time: 7.2 * hour, painRating: Math.min(10, Math.round(ache(plan, [ago + 1]) * size)), occasion: "apart-from-run" });
  if (run && isAskedAfterRun) looks.push({ time: run.timeOfDay + run.duration + 0.4 * hour, painRating: run.kind === "long" ? painRating : Math.max(0, painRating - 1), occasion: run.kind === "long" ? "during-run" : "after-run" });
  if (isEveningThere) looks.push({ time: 21 * hour, painRating, occasion: run ? "after-run" : "apart-from-run" });
  const answers: Partial<Record<DayCovariateId, number>> = {
    hoursOfSleep: 6 + Math.round(4 * night) / 2, stress: Math.floor(2.6 * stress), sittingHours: 4 + Math.round(5 * sitting), stiffnessOnWaking: painRating >= 3 ? 2 : painRating >= 1 ? 1 : 0,
    ...(run ? { warmUp: warmUp < 0.6 ? 1 : 0 } : {}),
  };
  return { looks: looks.toSorted((one, other) => one.time - other.time), answers: isAnswered ? answers : null };
}

function entry(at: number, utcOffset: number, painRating: number, occasion: PainEntry["occasion"], ago: number): PainEntry {
  const low: PlacedPain = { region: "lower-lumbar", side: ago % 5 === 0 ? "left" : "middle", painRating };
  const beside: readonly PlacedPain[] = painRating >= 4 ? [{ region: "lower-lumbar", side: ago % 5 === 0 ? "middle" : "left", painRating: painRating - 2 }] : painRating === 3 ? [{ region: "middle-lumbar", side: "middle", painRating: 1 }] : [];
  return { at: Math.round(at), utcOffset, pains: painRating === 0 ? [] : [low, ...beside], occasion, note: painRating >= 3 ? "stiff when getting up" : null };
}

function weekOf(worst: number): OstrcAnswers {
  if (worst === 0) return { participation: 0 };
  return { participation: worst >= 4 ? 2 : 1, modification: worst >= 4 ? 1 : 0, performance: worst >= 3 ? 1 : 0, pain: worst >= 4 ? 2 : 1 };
}

/** What is to be felt from the runs of some days. */
function ache(plan: readonly PlannedRun[], days: readonly number[]): number {
  const felt = ({ kind, duration, shoe }: PlannedRun): number => (kind === "long" && duration > 80 * 60 ? 1.5 : kind === "tempo" ? 0.6 : 0) * (shoe === 0 ? 1.4 : 1);
  return plan.filter(({ daysAgo }) => days.includes(daysAgo)).reduce((sum, run) => sum + felt(run), 0);
}
