import { civilDay, dayNearYear, dayOfIso, shortWeekday } from "../../../../src/index.ts";
import { localDay, nowSeconds, readMoment } from "./local-time.ts";

const language = typeof navigator === "undefined" ? "en" : navigator.language;
const clock = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
const names = {
  weekday: new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }),
} as const;

/** A day of the calendar [days since 1970-01-01], by its number, as "2026-05-02", or that of a moment as told. */
export type Day = number | string;

/** The day that is meant. */
const dayOf = (day: Day): number => (typeof day === "number" ? day : dayOfIso(day) ?? Math.floor(wallClock(day) / 86_400));

/** The clock where it was told, whatever the clock where it is read [s]. A moment without a zone tells UTC only: it is shown in the zone of the reader. */
function wallClock(moment: string): number {
  const { at, utcOffset } = readMoment(moment);
  return at + (moment.endsWith("Z") ? -60 * new Date(at * 1000).getTimezoneOffset() : utcOffset);
}

const dateOf = (day: number): Date => new Date(day * 86_400_000);

/** "2 May", and "2 May 2025" of another year than this: the one way a date is written. */
export const dateWords = (day: Day): string => dayNearYear(dayOf(day), civilDay(localDay(nowSeconds())).year);
/** "Sat" */
export const weekdayWords = (day: Day): string => shortWeekday(dayOf(day));
/** "Sat 2 May" */
export const dayWords = (day: Day): string => `${weekdayWords(day)} ${dateWords(day)}`;
/** "18:05" */
export const timeWords = (moment: string): string => clock.format(new Date(wallClock(moment) * 1000));
/** "Sat 2 May, 18:05" */
export const momentWords = (moment: string): string => `${dayWords(moment)}, ${timeWords(moment)}`;
/** "May 2026" */
export const monthWords = (day: Day): string => names.month.format(dateOf(dayOf(day)));
/** "Saturday" */
export const weekdayName = (day: number): string => names.weekday.format(dateOf(day));
/** "2026-05-02" */
export const dayText = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** "today", "yesterday", else the weekday within a week, else the date. */
export function nearDayWords(day: number, today: number): string {
  if (day === today) return "today";
  if (day === today - 1) return "yesterday";
  return today - day < 7 && day < today ? weekdayName(day) : dayWords(day);
}

/** First day of a day's month, and how many days that month has. */
export function monthOf(day: number): { readonly first: number; readonly length: number } {
  const { year, month } = civilDay(day);
  const first = Date.UTC(year, month, 1) / 86_400_000;
  return { first, length: Date.UTC(year, month + 1, 1) / 86_400_000 - first };
}
