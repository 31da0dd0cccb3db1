import { dayOfIso, type PlanGoal, type Weekday } from "../../../../src/index.ts";
import { longDayName } from "./day-names.ts";

const language = typeof navigator === "undefined" ? "en" : navigator.language;
const weekdayFormat = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });

/** "Wednesday 25 November", of a day as 2026-11-25. */
export const dayName = (day: string): string => longDayName(dayOfIso(day) ?? 0);
/** "Wed" */
export const shortWeekday = (day: string): string => weekdayFormat.format(new Date(`${day}T00:00:00Z`));

export const weekdayNames: Readonly<Record<Weekday, string>> = { mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday" };

export const goalNames: Readonly<Record<PlanGoal, string>> = { keep: "Run on as now", further: "A longer long run", comeback: "Run and walk in turn" };

/** "Frandsen 2025", of a source's id. */
export const sourceName = (id: string): string => id.split("-").map((part) => (part === "who" ? "WHO" : `${part.charAt(0).toUpperCase()}${part.slice(1)}`)).join(" ");
