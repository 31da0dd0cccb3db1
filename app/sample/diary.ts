import type { PainMark } from "../storage/index.ts";
import type { PlannedRun } from "./training-plan.ts";

const day = 86_400;
const bedtime = 21 * 3600;

/** A diary of lower-back pain beside the plan: an evening rating on most days, mostly none, some the day after long or fast runs. `lastDay` is the calendar's last midnight [s since 1970]. */
export function painDiary(plan: readonly PlannedRun[], lastDay: number, random: () => number): readonly PainMark[] {
  const days = Math.max(...plan.map(({ daysAgo }) => daysAgo)) + 1;
  return Array.from({ length: days }, (_, index) => days - 1 - index).flatMap((daysAgo) => {
    const isForgotten = random() < 0.15;
    const painRating = Math.min(10, Math.round(ache(plan, daysAgo) * (0.5 + random()) + (random() < 0.06 ? 1 + random() : 0)));
    if (isForgotten) return [];
    return [{ at: lastDay - daysAgo * day + bedtime, painRating, place: "lower-back" as const, note: painRating >= 3 ? "stiff when getting up" : null }];
  });
}

/** What is to be felt on a day from the runs of that day and the one before. */
function ache(plan: readonly PlannedRun[], daysAgo: number): number {
  return plan
    .filter((run) => run.daysAgo - daysAgo === 1 || run.daysAgo === daysAgo)
    .reduce((sum, { kind, duration, shoe }) => sum + (kind === "long" && duration > 80 * 60 ? 1.5 : kind === "tempo" ? 0.6 : 0) * (shoe === 0 ? 1.4 : 1), 0);
}
