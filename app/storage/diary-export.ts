import { cellOfText, csvLine, dayCovariateIds, entryColumns, isoTime, type PainEntry } from "../../src/index.ts";
import { toldDays } from "./day-answers.ts";
import { textOfDay } from "./diary-schema.ts";
import type { Store } from "./open-store.ts";
import { painEntries, type NamedPainEntry } from "./pain-diary.ts";

/** Entries as a table, one row a place; an entry of several places has several rows of one name, “no pain” one row of rating 0 without a place. */
export function entriesCsv(entries: readonly NamedPainEntry[]): string {
  const none = [{ region: "", side: "", painRating: 0 }];
  const rowsOf = ({ clientId, at, utcOffset, pains, occasion, note }: PainEntry & { readonly clientId: string }): string =>
    (pains.length === 0 ? none : pains).map(({ region, side, painRating }) => csvLine([cellOfText(clientId), isoTime(at, utcOffset), occasion, region, side, String(painRating), cellOfText(note ?? "")])).join("");
  return csvLine(entryColumns) + entries.map(rowsOf).join("");
}

/** A runner's entries as a table. */
export const diaryCsv = (store: Store, runnerId: number): string => entriesCsv(painEntries(store, runnerId));

/** What a runner's days held as a table, a column each question; an empty cell was not answered. */
export function daysCsv(store: Store, runnerId: number): string {
  const days = toldDays(store, runnerId).filter(({ answers }) => Object.keys(answers).length > 0);
  return csvLine(["day", ...dayCovariateIds]) + days.map(({ day, answers }) => csvLine([textOfDay(day), ...dayCovariateIds.map((id) => String(answers[id] ?? ""))])).join("");
}
