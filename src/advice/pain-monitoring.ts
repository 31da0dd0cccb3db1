import { worstPainRating, type PainEntry } from "../domain/index.ts";
import { painMonitoring, weeklyPainRise } from "../literature/index.ts";
import type { PastRun } from "./past-run.ts";

/** What the pain-monitoring rule says of the last days; `unknown` where nothing was noted. */
export interface PainReading {
  readonly zone: "unknown" | "comfortable" | "tolerable" | "too-high";
  /** Worst rating during the last run and in the day after it; null where none was noted. */
  readonly afterRun: number | null;
  /** Worst rating on the morning after; null where none was noted. */
  readonly nextMorning: number | null;
  /** Whether it was back by then to what it was before the run, or to a comfortable level; null where that was not noted. */
  readonly hasSettled: boolean | null;
  /** Mean of each day's worst in the last week more than in the one before [points]; null where a week has no entry. */
  readonly weeklyRise: number | null;
}

const hour = 3600;
const day = 24 * hour;

/** Reads the rule off the diary, after the last of the runs; `now` [s since 1970]. The rule was made for sore tendons and never tried on backs. */
export function readPain(entries: readonly PainEntry[], lastRun: PastRun | null, now: number): PainReading {
  const known = entries.filter(({ at }) => at <= now);
  const weeklyRise = riseOf(known, now);
  const isRecent = lastRun !== null && lastRun.startedAt > now - 7 * day;
  const within = (from: number, to: number): number | null => worst(known.filter(({ at }) => at >= from && at <= to));
  const end = lastRun ? lastRun.startedAt + lastRun.duration : NaN;
  const afterRun = isRecent ? within(lastRun.startedAt, end + day) : within(now - 3 * day, now);
  const morning = lastRun ? (Math.floor((lastRun.startedAt + lastRun.utcOffset) / day) + 1) * day - lastRun.utcOffset : NaN;
  const nextMorning = isRecent ? within(morning + 4 * hour, morning + 12 * hour) : null;
  const before = isRecent ? within(lastRun.startedAt - day, lastRun.startedAt - 1) : null;
  const hasSettled = nextMorning === null ? null : nextMorning <= Math.max(before ?? 0, painMonitoring.comfortable.value);
  return { zone: zoneOf(afterRun, hasSettled, weeklyRise), afterRun, nextMorning, hasSettled, weeklyRise };
}

function zoneOf(afterRun: number | null, hasSettled: boolean | null, weeklyRise: number | null): PainReading["zone"] {
  const isRising = weeklyRise !== null && weeklyRise > weeklyPainRise.value;
  if (afterRun !== null && afterRun > painMonitoring.tolerable.value) return "too-high";
  if (hasSettled === false || (isRising && afterRun !== null && afterRun > painMonitoring.comfortable.value)) return "too-high";
  if (afterRun === null) return "unknown";
  return afterRun > painMonitoring.comfortable.value ? "tolerable" : "comfortable";
}

const worst = (entries: readonly PainEntry[]): number | null => (entries.length === 0 ? null : Math.max(...entries.map(worstPainRating)));

function riseOf(entries: readonly PainEntry[], now: number): number | null {
  const meanOf = (from: number, to: number): number | null => {
    const days = new Map<number, number>();
    for (const entry of entries) {
      if (entry.at <= from || entry.at > to) continue;
      const on = Math.floor((entry.at + entry.utcOffset) / day);
      days.set(on, Math.max(days.get(on) ?? 0, worstPainRating(entry)));
    }
    return days.size === 0 ? null : [...days.values()].reduce((sum, rating) => sum + rating, 0) / days.size;
  };
  const [last, before] = [meanOf(now - 7 * day, now), meanOf(now - 14 * day, now - 7 * day)];
  return last === null || before === null ? null : last - before;
}
