import { randomUUID } from "node:crypto";
import { z } from "zod";
import { redFlagOccasion, redFlagsReviewed, type PainEntry, type RedFlagOccasion } from "../../src/index.ts";
import { momentOf, type RedFlagsTold } from "./diary-schema.ts";
import { edit, type Edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { painEntries } from "./pain-diary.ts";

/** Why the signs are asked for, the weightiest first. */
export const redFlagOccasions = ["severe-pain", "changed-pattern", "first-entry"] as const satisfies readonly RedFlagOccasion[];

/** One time the signs were asked for. */
export interface RedFlagAnswers {
  readonly id: number;
  /** What the device it came from calls it. */
  readonly clientId: string;
  /** When it was answered [s since 1970], and local time minus UTC there [s]. */
  readonly at: number;
  readonly utcOffset: number;
  /** Why they were asked; null where the runner asked. */
  readonly occasion: RedFlagOccasion | null;
  readonly marked: readonly string[];
  /** Date of the list that was answered. */
  readonly listDate: string;
}

const answerRow = z.object({ id: z.number(), clientId: z.string(), at: z.number(), utcOffset: z.number(), occasion: z.enum(redFlagOccasions).nullable(), marked: z.string(), listDate: z.string() });
const selectAnswers = "SELECT id, client_id AS clientId, at, utc_offset AS utcOffset, occasion, marked, list_date AS listDate FROM red_flag_answers WHERE runner_id = ?";
const markedIds = z.array(z.string()).readonly();

/** A runner's answers, oldest first. */
export function redFlagAnswers(store: Store, runnerId: number): readonly RedFlagAnswers[] {
  return store.all(answerRow, `${selectAnswers} ORDER BY at, id`, runnerId).map(({ marked, ...row }) => ({ ...row, marked: markedIds.parse(JSON.parse(marked)) }));
}

/** Keeps an answer; null where the device that sent it sent it before. */
export function answerRedFlags(store: Store, runnerId: number, { at, marked, clientId = randomUUID() }: RedFlagsTold, now: number): Edit | null {
  const moment = momentOf(at, now);
  return store.transaction(() => {
    if (store.first(z.object({ id: z.number() }), "SELECT id FROM red_flag_answers WHERE runner_id = ? AND client_id = ?", runnerId, clientId)) return null;
    const occasion = redFlagsDue(store, runnerId, now);
    return edit(store, { runnerId, now, what: marked.length === 0 ? "answered the safety questions: none" : `answered the safety questions: ${marked.length} marked` }, (rows) => {
      rows.insert("red_flag_answers", {
        client_id: clientId, at: moment.at, utc_offset: moment.utcOffset, occasion, marked: JSON.stringify(marked), list_date: redFlagsReviewed, written_at: now,
      });
    });
  });
}

/** Pain longer ago calls for no help today [s]. */
const recent = 30 * 86_400;
const writtenRow = z.object({ writtenAt: z.number().nullable() });
const newRow = z.object({ id: z.number() });

/** Why the questions are to be asked now; null when they need not be. What was written since they were last answered decides. */
export function redFlagsDue(store: Store, runnerId: number, now: number): RedFlagOccasion | null {
  const answered = store.first(writtenRow, "SELECT max(written_at) AS writtenAt FROM red_flag_answers WHERE runner_id = ?", runnerId)?.writtenAt ?? null;
  const fresh = new Set(store.all(newRow, "SELECT id FROM pain_entries WHERE runner_id = ? AND deleted_at IS NULL AND written_at > ? AND at > ?", runnerId, answered ?? -1e12, now - recent).map(({ id }) => id));
  if (answered !== null && fresh.size === 0) return null;
  const entries = painEntries(store, runnerId);
  const reasons = new Set(entries.filter(({ id }) => fresh.has(id)).map((entry) => redFlagOccasion(entry, entries.filter((other) => other !== entry))));
  return redFlagOccasions.find((occasion) => reasons.has(occasion)) ?? (answered === null && entries.length > 0 ? "first-entry" : null);
}

/** Stores an answer without an edit to take back, for runners who are made whole. */
export function insertRedFlags(store: Store, runnerId: number, { at, utcOffset }: Pick<PainEntry, "at" | "utcOffset">, now: number): void {
  store.run(
    "INSERT INTO red_flag_answers (runner_id, client_id, at, utc_offset, occasion, marked, list_date, written_at) VALUES (?, ?, ?, ?, 'first-entry', '[]', ?, ?)",
    runnerId, randomUUID(), at, utcOffset, redFlagsReviewed, now,
  );
}
