import { z } from "zod";
import { isoTime, missingLooks, missingLooksWords, promptedFor, type LookTime, type RedFlagOccasion } from "../../src/index.ts";
import { passedLooks } from "./diary-settings.ts";
import { textOfDay } from "./diary-schema.ts";
import type { Store } from "./open-store.ts";
import { firstPainEntry, painEntries } from "./pain-diary.ts";
import { readMeta, titleOf } from "./recordings.ts";
import { redFlagsDue } from "./red-flag-answers.ts";
import { nextWeekDue } from "./weekly-answers.ts";

/** What the diary asks for now. */
export interface DiaryPrompts {
  /** The signs that come before everything else; null where they need not be asked for. */
  readonly redFlags: RedFlagOccasion | null;
  /** Runs of the last seven days that lack a look at the back, newest first. */
  readonly runs: readonly {
    readonly runId: number;
    readonly title: string;
    readonly startedAt: string;
    readonly question: string;
    /** Each with the moment it is entered for. */
    readonly looks: readonly { readonly time: LookTime; readonly at: string }[];
  }[];
  /** The weekly questionnaire: whether it is due, and the day it will be; null before the first entry. */
  readonly week: { readonly isDue: boolean; readonly on: string } | null;
}

const runRow = z.object({ id: z.number(), startedAt: z.number(), meta: z.string() });

/** Where the runner is now: seconds since 1970, and local time minus UTC [s]. */
export interface Here {
  readonly now: number;
  readonly utcOffset: number;
}

/** What the diary of a runner asks for. */
export function diaryPrompts(store: Store, runnerId: number, { now, utcOffset }: Here): DiaryPrompts {
  return { redFlags: redFlagsDue(store, runnerId, now), runs: runsToAskFor(store, runnerId, { now, utcOffset }), week: weekToAskFor(store, runnerId, Math.floor((now + utcOffset) / 86_400)) };
}

function runsToAskFor(store: Store, runnerId: number, here: Here): DiaryPrompts["runs"] {
  const rows = store.all(runRow, "SELECT id, started_at AS startedAt, meta FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND started_at > ? ORDER BY started_at DESC", runnerId, here.now - promptedFor);
  const entries = rows.length === 0 ? [] : painEntries(store, runnerId, { from: here.now - promptedFor });
  const passed = passedLooks(store, runnerId);
  return rows.flatMap(({ id, startedAt, meta: json }, index) => {
    const meta = readMeta(json);
    const run = { start: startedAt, end: startedAt + meta.duration, utcOffset: meta.utcOffset ?? here.utcOffset };
    const missing = missingLooks(run, entries, here.now, rows[index - 1]?.startedAt)
      .filter(({ time }) => !passed.some((look) => look.runId === id && look.time === time));
    if (missing.length === 0) return [];
    return [{
      runId: id, title: titleOf(meta), startedAt: isoTime(startedAt, run.utcOffset), question: missingLooksWords(run, missing, here.now, here.utcOffset),
      looks: missing.map(({ time, at }) => ({ time, at: isoTime(Math.floor(at), run.utcOffset) })),
    }];
  });
}

/** The first questionnaire is due a week after the first entry. */
function weekToAskFor(store: Store, runnerId: number, today: number): DiaryPrompts["week"] {
  const first = firstPainEntry(store, runnerId);
  const on = nextWeekDue(store, runnerId) ?? (first ? textOfDay(Math.floor((first.at + first.utcOffset) / 86_400) + 7) : null);
  return on === null ? null : { isDue: on <= textOfDay(today), on };
}
