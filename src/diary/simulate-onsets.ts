import { backPainOnsetHours } from "../literature/index.ts";
import { seededRandom } from "../numerics/index.ts";
import { triggerDesign, type DayAtRisk, type ExposedTime } from "./case-crossover.ts";

/** A runner of whom the truth is known: runs by the week's habit, pain that begins by the hour of day, more often by a known factor in the two hours after running. */
export interface SimulatedOnsets {
  readonly runs: readonly ExposedTime[];
  readonly onsets: readonly number[];
}

const hour = 3600;
const day = 24 * hour;
/** Chance of a run on each day of the week, Monday first. */
const weeklyHabit = [0.2, 0.7, 0.4, 0.7, 0.2, 0.6, 0.8] as const;
/** Episodes a day while nothing sets them off. */
const restingRate = 0.25;

export function simulateOnsets(days: number, rateRatio: number, seed: number): SimulatedOnsets {
  const random = seededRandom(seed);
  const runs: ExposedTime[] = [];
  const onsets: number[] = [];
  for (let index = 0; index < days; index++) {
    const run = random() < (weeklyHabit[index % 7] ?? 0) ? index * day + (random() < 0.6 ? 7 : 18) * hour + (random() - 0.5) * 1.5 * hour : null;
    if (run !== null) runs.push({ start: run, end: run + (0.5 + random()) * hour });
    for (let of = 0; of < 24; of++) {
      const at = index * day + (of + random()) * hour;
      const last = runs.at(-1);
      const isAfterRun = last !== undefined && last.start < at && last.end > at - triggerDesign.window;
      const byHour = of >= backPainOnsetHours.low && of < backPainOnsetHours.high ? 2 : 1;
      if (random() < (restingRate / 29) * byHour * (isAfterRun ? rateRatio : 1)) onsets.push(at);
    }
  }
  return { runs, onsets };
}

/** The same by days: pain begins on a day with odds raised by the ratio when the day before held a run; pain lasts, and a quarter of the diary is missing. */
export function simulateDaysAtRisk(days: number, oddsRatio: number, seed: number): readonly DayAtRisk[] {
  const random = seededRandom(seed);
  const atRisk: DayAtRisk[] = [];
  let [ranYesterday, wasPainful, knownFree, knownFreeBefore] = [false, false, false, false];
  for (let index = 0; index < days; index++) {
    // Pain keeps from running the next day: only days whose exposure was decided without pain can be compared.
    const runs = random() < (weeklyHabit[index % 7] ?? 0) * (wasPainful ? 0.5 : 1);
    const odds = (wasPainful ? 0.8 : 0.2) * (ranYesterday ? oddsRatio : 1);
    const isPainful = random() < odds / (1 + odds);
    const isEntered = random() > 1 / 4;
    if (isEntered && knownFree && knownFreeBefore) atRisk.push({ day: index, isExposed: ranYesterday, isOnset: isPainful });
    [ranYesterday, wasPainful, knownFree, knownFreeBefore] = [runs, isPainful, isEntered && !isPainful, knownFree];
  }
  return atRisk;
}
