import type { PlanGoal, Weekday } from "../../../../src/index.ts";

const language = typeof navigator === "undefined" ? "en" : navigator.language;
const formats = {
  long: new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
  short: new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }),
} as const;
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "Wednesday 25 November", of a day as 2026-11-25. */
export const dayName = (day: string): string => formats.long.format(dateOf(day));
/** "Wed" */
export const shortWeekday = (day: string): string => formats.short.format(dateOf(day));

export const weekdayNames: Readonly<Record<Weekday, string>> = { mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday" };

export const goalNames: Readonly<Record<PlanGoal, string>> = { keep: "Run on as now", further: "A longer long run", comeback: "Run and walk in turn" };

/** "Frandsen 2025", of a source's id. */
export const sourceName = (id: string): string => id.split("-").map((part) => (part === "who" ? "WHO" : `${part.charAt(0).toUpperCase()}${part.slice(1)}`)).join(" ");
