const language = typeof navigator === "undefined" ? "en" : navigator.language;
const formats = {
  short: new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }),
  long: new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
  weekday: new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }),
} as const;

const dateOf = (day: number): Date => new Date(day * 86_400_000);

/** "Sat, 2 May": a day of the calendar [days since 1970-01-01]. */
export const shortDayName = (day: number): string => formats.short.format(dateOf(day));
/** "Saturday, 2 May" */
export const longDayName = (day: number): string => formats.long.format(dateOf(day));
/** "Saturday" */
export const weekdayName = (day: number): string => formats.weekday.format(dateOf(day));
/** "May 2026" */
export const monthNameOf = (day: number): string => formats.month.format(dateOf(day));
/** "2026-05-02" */
export const dayText = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** "today", "yesterday", else the weekday within a week, else the date. */
export function nearDayWords(day: number, today: number): string {
  if (day === today) return "today";
  if (day === today - 1) return "yesterday";
  return today - day < 7 && day < today ? weekdayName(day) : longDayName(day);
}

/** First day of a day's month, and how many days that month has. */
export function monthOf(day: number): { readonly first: number; readonly length: number } {
  const date = dateOf(day);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000;
  return { first, length: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000 - first };
}

/** Monday is 0. */
export const weekdayOf = (day: number): number => (dateOf(day).getUTCDay() + 6) % 7;
