import { z } from "zod";
import { dayCovariateIds, type DayCovariateId, type DayCovariates } from "../../src/index.ts";
import { dayAnswersTold, refuseOtherAnswers, refuseOtherDays, dayNumber, textOfDay } from "./diary-schema.ts";
import { edit, type Edit, type EditedRows } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { runTemperatures } from "./run-temperatures.ts";

/** What a day held: the runner's own answers, and what the runs' files tell where the runner did not. */
export interface ToldDay {
  /** Days since 1970-01-01 of the runner's own calendar. */
  readonly day: number;
  readonly answers: DayCovariates["answers"];
  /** Median temperature that the watch felt on that day's runs [°C]; it warms on the wrist. Null where no file tells. */
  readonly temperatureFromFile: number | null;
}

interface DaySpan {
  readonly from?: number;
  readonly to?: number;
}

const dayRow = z.object({ id: z.number(), day: z.number(), answers: z.string() });
const storedAnswers = z.partialRecord(z.enum(dayCovariateIds), z.number());
const selectDays = "SELECT id, day, answers FROM day_covariates WHERE runner_id = ?";

/** Days of which something is known, oldest first; `from` and `to` in days since 1970, both inside. */
export function toldDays(store: Store, runnerId: number, { from = -1e6, to = 1e6 }: DaySpan = {}): readonly ToldDay[] {
  const told = new Map(store.all(dayRow, `${selectDays} AND day BETWEEN ? AND ?`, runnerId, from, to).map(({ day, answers }) => [day, answersOf(answers)]));
  const felt = runTemperatures(store, runnerId, { from, to });
  return [...new Set([...told.keys(), ...felt.keys()])].toSorted((one, other) => one - other)
    .map((day) => ({ day, answers: told.get(day) ?? {}, temperatureFromFile: felt.get(day) ?? null }))
    .filter(({ answers, temperatureFromFile }) => Object.keys(answers).length > 0 || temperatureFromFile !== null);
}

/** The same for analysis: the file's temperature stands where the runner told none. */
export function dayCovariates(store: Store, runnerId: number, span: DaySpan = {}): readonly DayCovariates[] {
  return toldDays(store, runnerId, span).map(({ day, answers, temperatureFromFile }) => ({ day, answers: temperatureFromFile === null ? answers : { temperature: temperatureFromFile, ...answers } }));
}

function answersOf(json: string): DayCovariates["answers"] {
  return storedAnswers.parse(JSON.parse(json));
}

/** A day, as 2026-05-02, with what is told of it; null takes an answer back. */
export interface DayTold {
  readonly day: string;
  readonly answers: z.infer<typeof dayAnswersTold>;
}

/** A day's answers as they are to be written; `id` is null for a day that is not there yet. */
interface DayChange {
  readonly id: number | null;
  readonly day: number;
  readonly answers: string;
}

/** What changes by what is told of some days; where `isKeeping`, answers that are here stay. */
export function dayChanges(store: Store, runnerId: number, days: readonly DayTold[], isKeeping = false): readonly DayChange[] {
  return days.flatMap(({ day, answers }) => {
    const known = store.first(dayRow, `${selectDays} AND day = ?`, runnerId, dayNumber(day));
    const before = known?.answers ?? "{}";
    const here = answersOf(before);
    const after = JSON.stringify(merged(here, isKeeping ? { ...answers, ...here } : answers));
    return after === before ? [] : [{ id: known?.id ?? null, day: dayNumber(day), answers: after }];
  });
}

/** Writes a day as part of an edit. */
export function writeDay(rows: EditedRows, { id, day, answers }: DayChange): void {
  if (id === null) rows.insert("day_covariates", { day, answers });
  else rows.update("day_covariates", id, { answers });
}

/** Refuses days and answers that cannot be. */
export function refuseOtherTold(days: readonly DayTold[], now: number): void {
  for (const { day, answers } of days) {
    refuseOtherDays(day, now);
    refuseOtherAnswers(answers);
  }
}

/** Notes what is told of some days, all in one edit; null where nothing changes. */
export function answerDays(store: Store, runnerId: number, days: readonly DayTold[], { now, what }: { readonly now: number; readonly what?: string }): Edit | null {
  refuseOtherTold(days, now);
  return store.transaction(() => {
    const changes = dayChanges(store, runnerId, days);
    const [first] = changes;
    if (!first) return null;
    return edit(store, { runnerId, now, what: what ?? (changes.length === 1 ? `answered for ${textOfDay(first.day)}` : `answered for ${changes.length} days`) }, (rows) => {
      for (const change of changes) writeDay(rows, change);
    });
  });
}

/** In the questions' own order, so that the same answers read the same. */
function merged(before: DayCovariates["answers"], told: DayTold["answers"]): DayCovariates["answers"] {
  const answers: Partial<Record<DayCovariateId, number>> = {};
  for (const id of dayCovariateIds) {
    const value = told[id] === undefined ? before[id] : told[id];
    if (value !== undefined && value !== null) answers[id] = value;
  }
  return answers;
}

/** Stores days without an edit to take back, for runners who are made whole. */
export function insertDays(store: Store, runnerId: number, days: readonly DayCovariates[]): void {
  for (const { day, answers } of days) store.run("INSERT INTO day_covariates (runner_id, day, answers) VALUES (?, ?, ?)", runnerId, day, JSON.stringify(merged({}, answers)));
}
