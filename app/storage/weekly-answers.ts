import { z } from "zod";
import { scoreOstrc, type OstrcAnswers, type OstrcScore } from "../../src/index.ts";
import { dayNumber, refuseOtherDays, textOfDay, weeklyAnswersTold } from "./diary-schema.ts";
import { edit, type Edit, type EditedRows } from "./edits.ts";
import type { Store } from "./open-store.ts";

/** One filled-in questionnaire about the seven days up to its own. */
export interface WeeklyAnswers {
  readonly id: number;
  /** Days since 1970-01-01 of the runner's own calendar. */
  readonly day: number;
  readonly answers: OstrcAnswers;
  /** Null while a question that must be asked is open. */
  readonly score: OstrcScore | null;
}

const weekRow = z.object({ id: z.number(), day: z.number(), answers: z.string() });
const selectWeeks = "SELECT id, day, answers FROM weekly_answers WHERE runner_id = ?";

/** A runner's questionnaires, oldest first; those taken back are left out. */
export function weeklyAnswers(store: Store, runnerId: number): readonly WeeklyAnswers[] {
  return store.all(weekRow, `${selectWeeks} AND answers <> '{}' ORDER BY day`, runnerId).map(({ id, day, answers: json }) => {
    const answers = weeklyAnswersTold.parse(JSON.parse(json));
    return { id, day, answers, score: scoreOstrc(answers) };
  });
}

/** A day, as 2026-05-02, and what was answered on it. */
interface WeekTold {
  readonly day: string;
  readonly answers: OstrcAnswers;
}

/** Keeps the questionnaire of a day, as 2026-05-02, in the place of what was told for that day before; without any answer it takes it back. Null where nothing changes. */
export function answerWeek(store: Store, runnerId: number, { day, answers }: WeekTold, now: number): Edit | null {
  refuseOtherDays(day, now);
  return store.transaction(() => {
    const known = store.first(weekRow, `${selectWeeks} AND day = ?`, runnerId, dayNumber(day));
    const told = JSON.stringify(weeklyAnswersTold.parse(answers));
    if (told === (known?.answers ?? "{}")) return null;
    const what = told === "{}" ? `took back the week up to ${day}` : `answered for the week up to ${day}`;
    return edit(store, { runnerId, now, what }, (rows) => writeWeek(store, rows, runnerId, { day, answers }));
  });
}

/** Writes the questionnaire of a day as part of an edit. */
export function writeWeek(store: Store, rows: EditedRows, runnerId: number, { day, answers }: WeekTold): void {
  const known = store.first(weekRow, `${selectWeeks} AND day = ?`, runnerId, dayNumber(day));
  const told = JSON.stringify(weeklyAnswersTold.parse(answers));
  if (known) rows.update("weekly_answers", known.id, { answers: told });
  else rows.insert("weekly_answers", { day: dayNumber(day), answers: told });
}

/** Stores questionnaires without an edit to take back, for runners who are made whole. */
export function insertWeeks(store: Store, runnerId: number, weeks: readonly Pick<WeeklyAnswers, "day" | "answers">[]): void {
  for (const { day, answers } of weeks) store.run("INSERT INTO weekly_answers (runner_id, day, answers) VALUES (?, ?, ?)", runnerId, day, JSON.stringify(answers));
}

/** The first day on which the next questionnaire is due, as 2026-05-02: a week after the last one. Null where none was filled in yet. */
export function nextWeekDue(store: Store, runnerId: number): string | null {
  const last = weeklyAnswers(store, runnerId).findLast(({ score }) => score !== null);
  return last ? textOfDay(last.day + 7) : null;
}
