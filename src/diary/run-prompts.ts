import type { PainEntry } from "../domain/index.ts";

/** When a back is looked at because of a run. */
export const lookTimes = ["during", "after", "next-morning"] as const;
export type LookTime = (typeof lookTimes)[number];

/** When a run was [s since 1970], and local time minus UTC there [s]. */
export interface RunTime {
  readonly start: number;
  readonly end: number;
  readonly utcOffset: number;
}

/** A look that is missing, and the moment it would be entered for [s since 1970]. */
export interface MissingLook {
  readonly time: LookTime;
  readonly at: number;
}

const hour = 3600;
const day = 24 * hour;
/** Longer ago, nobody remembers well enough [s]. */
export const promptedFor = 7 * day;
/** A morning, by the runner's own clock [s]; one that has hardly begun is not asked for yet. */
const morning = { from: 4 * hour, asked: 6 * hour, usual: 7.5 * hour, to: 12 * hour };

/** Which looks at the back a run still lacks, of the last seven days; `nextStart` is when the next run began. */
export function missingLooks({ start, end, utcOffset }: RunTime, entries: readonly PainEntry[], now: number, nextStart = Infinity): readonly MissingLook[] {
  if (end > now || start < now - promptedFor) return [];
  const nextDay = (Math.floor((end + utcOffset) / day) + 1) * day - utcOffset;
  const nightBegins = Math.min(nextDay + morning.from, nextStart);
  const isLookedAt = (from: number, to: number): boolean => entries.some(({ at, occasion }) => occasion !== "during-run" && at > from && at <= to);
  const missing: MissingLook[] = [];
  if (!entries.some(({ at, occasion }) => occasion === "during-run" && at >= start && at <= end + hour)) missing.push({ time: "during", at: end });
  // Where the next run follows at once there is no time after this one.
  if (nightBegins > end + hour && !isLookedAt(end, nightBegins)) missing.push({ time: "after", at: Math.min(now, end + hour, nightBegins) });
  const isMorningOver = nextStart < nextDay + morning.asked;
  if (now >= nextDay + morning.asked && !isMorningOver && !isLookedAt(nextDay + morning.from, Math.min(nextDay + morning.to, nextStart))) missing.push({ time: "next-morning", at: Math.min(now, nextDay + morning.usual, nextStart) });
  return missing;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** The question for them in words, for a runner whose clock is `utcOffset` from UTC [s]. */
export function missingLooksWords(run: RunTime, missing: readonly MissingLook[], now: number, utcOffset: number): string {
  const runDay = Math.floor((run.start + run.utcOffset) / day);
  const ago = Math.floor((now + utcOffset) / day) - runDay;
  // 1970-01-01 was a Thursday.
  const which = ago === 0 ? "today’s run" : ago === 1 ? "yesterday’s run" : `${weekdays[(runDay + 4) % 7] ?? "that day"}’s run`;
  const times = missing.map(({ time }) => time);
  const around = [...(times.includes("during") ? ["during"] : []), ...(times.includes("after") ? ["after"] : [])].join(" and ");
  if (around === "") return `How was your back the morning after ${which}?`;
  return `How was your back ${around} ${which}?${times.includes("next-morning") ? " And next morning?" : ""}`;
}
