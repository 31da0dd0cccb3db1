import { randomUUID } from "node:crypto";
import { z } from "zod";
import { answerDays } from "./day-answers.ts";
import { dayAnswersTold, dayText, DiaryRefusal, entryOfTold, newPainEntry, redFlagsTold, weeklyAnswersTold, type NewPainEntry } from "./diary-schema.ts";
import type { Edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { addPainEntries, entryCalled, entryWords } from "./pain-diary.ts";
import { answerRedFlags } from "./red-flag-answers.ts";
import { answerWeek } from "./weekly-answers.ts";

/** Adds one entry as it was told; `id` is null where it was kept and removed before. */
export function addToldEntry(store: Store, runnerId: number, told: NewPainEntry, now: number): { readonly id: number | null; readonly edit: Edit | null } {
  const entry = entryOfTold(told, now);
  const clientId = told.clientId ?? randomUUID();
  const { edit } = addPainEntries(store, runnerId, [{ ...entry, clientId }], { now, what: `added ${entryWords(entry)}` });
  return { id: entryCalled(store, runnerId, clientId)?.id ?? null, edit };
}

/** What was written without a connection, each part as its own route takes it. */
export interface DiaryBatch {
  readonly entries: readonly unknown[];
  readonly days: readonly unknown[];
  readonly weeks: readonly unknown[];
  readonly redFlags: readonly unknown[];
}

/** What became of one part: where it stood in its list, and why it was refused. */
export interface SyncedPart {
  readonly kind: keyof DiaryBatch;
  readonly index: number;
  readonly outcome: "kept" | "already-here" | "removed-before" | "refused";
  readonly message: string | null;
}

/** A day with what is told of it. */
export const dayTold = z.strictObject({ day: dayText, answers: dayAnswersTold });
const weekTold = z.strictObject({ day: dayText, answers: weeklyAnswersTold });
/** Sent a second time it must be known for the same. */
const namedEntry = newPainEntry.required({ clientId: true });
const namedRedFlags = redFlagsTold.required({ clientId: true });

/** Takes in what was written without a connection. What cannot be is refused by name and holds nothing else up; what was sent before changes nothing. */
export function syncDiary(store: Store, runnerId: number, batch: DiaryBatch, now: number): readonly SyncedPart[] {
  const part = (kind: SyncedPart["kind"], keep: (told: unknown) => SyncedPart["outcome"]) => batch[kind].map((told, index): SyncedPart => {
    try {
      return { kind, index, outcome: keep(told), message: null };
    } catch (error) {
      return { kind, index, outcome: "refused", message: refusalWords(error) };
    }
  });
  const outcome = (edit: object | null): SyncedPart["outcome"] => (edit === null ? "already-here" : "kept");
  return store.transaction(() => [
    ...part("entries", (told) => {
      const { id, edit } = addToldEntry(store, runnerId, namedEntry.parse(told), now);
      return id === null ? "removed-before" : outcome(edit);
    }),
    ...part("days", (told) => outcome(answerDays(store, runnerId, [dayTold.parse(told)], { now }))),
    ...part("weeks", (told) => outcome(answerWeek(store, runnerId, weekTold.parse(told), now))),
    ...part("redFlags", (told) => outcome(answerRedFlags(store, runnerId, namedRedFlags.parse(told), now))),
  ]);
}

/** Why something told was refused, in words; trouble of another kind is thrown on. */
export function refusalWords(error: unknown): string {
  if (error instanceof DiaryRefusal) return error.message;
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.length ? `${issue.path.join(".")}: ` : ""}${issue?.message ?? "cannot be read"}`;
  }
  throw error;
}
